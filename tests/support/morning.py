"""A morning's list as a test needs it: a few people in their own scripts, or as many as asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from frontdesk.domain.call_list import Number, ToRing
from frontdesk.domain.call_times import BestTime
from frontdesk.domain.calls import Attempt, Call, CallDraft, Came
from frontdesk.domain.ids import CallId, CustomerId, RequestId
from frontdesk.domain.reminders import Facts, Reminder, Rule
from frontdesk.domain.requests import Answer, Request, RequestDraft
from frontdesk.services.today import Today
from tests.support.people import a_house, occasion

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 5, 41, tzinfo=UTC)
"""19 minutes to eight in Helsinki."""

RAMAN = Facts(
    CustomerId(1),
    "ராமன் கிருஷ்ணமூர்த்தி",
    second_spelling="Raman Krishnamurthy",
    say_it="RAA-mun",
    phone="040 555 0101",
    last_visit=date(2026, 11, 19),
    visit_count=88,
    likes="green tea, window seat",
    last_note="Asked about\nthe pool hours",
    must_know="Nut allergy",
)
SRINIVASA = Facts(
    CustomerId(2),
    "శ్రీనివాసరావు",
    second_spelling="Srinivasa Rao",
    phone="050 555 0202",
    last_visit=date(2026, 11, 1),
)
YRJO = Facts(CustomerId(3), "Yrjö Hämäläinen", last_visit=date(2026, 11, 21), visit_count=99)
NITYA = Facts(
    CustomerId(4), "नित्या शर्मा", second_spelling="Nitya Sharma", phone="050 998 1200", likes="The pool!"
)
EEVA = Facts(CustomerId(5), "Eeva-Liisa Väänänen", phone="040 123 4471", last_visit=date(2026, 9, 23))
BOLD = Facts(CustomerId(6), "Болд Ганзориг")
MARY = Facts(CustomerId(7), "Mary O'Brien", occasions=(occasion("2016-11-25"),))
EVERYBODY = (RAMAN, SRINIVASA, YRJO, NITYA, EEVA, BOLD, MARY)

LOCKER = Request(
    RequestId(77),
    1,
    RequestDraft(
        RAMAN.id,
        "Locker 12",
        due=datetime(2026, 11, 22, 16, tzinfo=UTC),
        promised=datetime(2026, 11, 22, 18, tzinfo=UTC),
        answer=Answer.YES,
    ),
    asked_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    owner_name="Anna",
    customer_name=RAMAN.name,
)


def a_reminder(person: Facts, rule: Rule = Rule.BIRTHDAY, days: int = 0, **changed: Any) -> Reminder:
    """A birthday of ``person`` in so many days, turning 40, unless said otherwise."""
    due = DAY + timedelta(days=days)
    plain = Reminder(rule, rule.value, person.id, due, min(due, DAY), person, "turns 40 today", 40)
    return plain._replace(**changed)


def a_today(**changed: Any) -> Today:
    """A day on which there is nothing to do."""
    empty = Today(
        day=DAY,
        now=NOW,
        house=a_house(),
        left_over=(),
        due_today=(),
        ahead=(),
        arrivals=(),
        requests=(),
        done=0,
        staff_name="Anna",
    )
    return replace(empty, **changed)


def a_morning(**changed: Any) -> Today:
    """A day with something in every part of the list."""
    gold = "membership “Gold”"
    ended = a_reminder(EEVA, Rule.RENEWAL, -2, stage="renewal+1", number=-3, text=f"{gold} ended 3 days ago")
    near = (
        a_reminder(RAMAN),
        a_reminder(
            SRINIVASA, Rule.RENEWAL, stage="renewal-7", number=7, text=f"{gold} ends in 7 days (29 November)"
        ),
        a_reminder(
            YRJO,
            Rule.MILESTONE,
            -1,
            stage="visits-100",
            number=100,
            text="next visit is the 100th",
            standing=True,
        ),
        a_reminder(NITYA, days=2, number=30, text="turns 30 in 2 days (Tuesday)"),
    )
    coming = DAY + timedelta(days=1)
    tomorrow_at_ten = datetime(2026, 11, 23, 8, tzinfo=UTC)
    ahead = (
        a_reminder(
            SRINIVASA,
            Rule.REQUEST,
            1,
            subject=78,
            starts=coming,
            number=None,
            text="Towel",
            at=tomorrow_at_ten,
        ),
        a_reminder(MARY, Rule.OCCASION, 4, subject=51, starts=coming, number=10, text="wedding day"),
        a_reminder(BOLD, days=6, number=50, starts=coming, text="turns 50 in 6 days (Saturday)"),
        a_reminder(
            EEVA, Rule.RENEWAL, 6, subject=61, starts=coming, number=30, text="membership “Swim” ends"
        ),
    )
    whole = a_today(left_over=(ended,), due_today=near, ahead=ahead, requests=(LOCKER,), askers=(RAMAN,))
    return replace(whole, **changed)


def a_long_morning(rows: int) -> Today:
    """A day with so many reminders, each person numbered."""
    people = (
        one._replace(id=CustomerId(n), name=f"{one.name} {n:03d}")
        for n, one in enumerate(islice(cycle(EVERYBODY), rows), start=1)
    )
    kinds = cycle((Rule.BIRTHDAY, Rule.RENEWAL, Rule.MILESTONE))
    return a_today(due_today=tuple(a_reminder(one, kind) for one, kind in zip(people, kinds, strict=False)))


def a_call_list() -> tuple[ToRing, ...]:
    """Two who are to be rung on that morning: as promised, and because a membership has ended."""
    promised = CallDraft(BOLD.id, "the invoice", due=NOW + timedelta(hours=3))
    [ended] = a_morning().left_over
    tried = Attempt(CallId(81), Came.NO_ANSWER, EEVA.phone, "", None, NOW - timedelta(days=1))
    about_it = CallDraft(EEVA.id, key=ended.key)
    return (
        ToRing(BOLD, call=Call(CallId(82), 1, promised, NOW), numbers=(Number("050 555 0303"),)),
        ToRing(
            EEVA,
            ended,
            Call(CallId(81), 1, about_it, NOW),
            (Number(EEVA.phone),),
            BestTime("usually comes about 9", (8, 10)),
            (tried,),
        ),
    )
