"""The steps to somebody who has left: each on its day, and over at once when they are back or left alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import reminders
from frontdesk.domain.ids import TalkId
from frontdesk.domain.memberships import EndedWhy, Membership
from frontdesk.domain.reminders import Reminder, Rule
from frontdesk.domain.talks import Said, Talk, TalkDraft
from frontdesk.domain.winback import check_days, departure
from frontdesk.foundation.errors import Refused
from tests.support.people import AINO, a_house, facts, membership, noon

DAY = timedelta(days=1)
LEFT = membership("2025-12-01", "2026-03-31", ended_why=EndedWhy.CANCELLED)
GONE = date(2026, 3, 31)


def after(days: int, *held: Membership, house: dict[str, Any] | None = None, **known: Any) -> list[Reminder]:
    person = facts(memberships=held or (LEFT,), **known)
    found = reminders(person, noon(GONE + days * DAY), a_house(**house or {}), 0)
    return [one for one in found if one.rule is Rule.WINBACK]


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (0, None),
        (1, None),
        (2, "winback-thanks"),
        (20, "winback-thanks"),
        (21, "winback-call"),
        (59, "winback-call"),
        (60, "winback-occasion"),
        (180, "winback-last-word"),
        (210, "winback-last-word"),
        (211, None),
    ],
)
def test_each_step_stands_until_the_next_takes_its_place(days: int, stage: str | None) -> None:
    assert [one.stage for one in after(days)] == ([stage] if stage else [])


def test_a_step_says_what_to_do_and_how() -> None:
    (one,) = after(22, channel=Channel.EMAIL)
    assert one.text == "left 31 March: ask how they are, by e-mail"
    assert (one.subject, one.named, one.number) == (LEFT.id, GONE, 22)


@pytest.mark.parametrize(
    ("days", "channel", "how"),
    [
        (2, None, "by letter"),
        (21, None, "by phone"),
        (2, Channel.PHONE, "by phone"),
        (2, Channel.IN_PERSON, "by letter"),
    ],
)
def test_the_way_they_prefer_goes_before_the_usual_one(days: int, channel: Channel | None, how: str) -> None:
    (one,) = after(days, channel=channel)
    assert one.text.endswith(how)


def test_the_occasion_is_their_birthday_where_one_lies_between() -> None:
    born = PartialDate(6, 15, 1980)
    assert [one.stage for one in after(75, birthday=born)] == ["winback-call"]
    (one,) = after(76, birthday=born)
    assert one.text == "left 31 March: wish them well on their birthday, by letter"
    (near,) = after(60, birthday=PartialDate(4, 22))  # too near to the call
    assert near.stage == "winback-occasion"


@pytest.mark.parametrize(
    "known",
    [{"last_visit": GONE + DAY}, {"deceased": True}, {"archived": True}, {"left_alone": True}],
    ids=["came", "died", "archived", "asked"],
)
def test_it_is_over_at_once(known: dict[str, Any]) -> None:
    assert after(30)
    assert not after(30, **known)


def test_whoever_leaves_in_a_talk_is_gone_from_that_day_on() -> None:
    said = TalkDraft(AINO, LEFT.id, Said.LEAVING)
    told = replace(LEFT, talk=Talk(TalkId(1), said, GONE + 40 * DAY, noon(GONE + 40 * DAY)))
    gone = departure([told], None, GONE + 40 * DAY)
    assert gone is not None
    assert gone.since == GONE + 40 * DAY
    assert not after(41, told)
    assert [one.stage for one in after(42, told)] == ["winback-thanks"]


def test_a_visit_on_the_last_day_is_no_return() -> None:
    assert after(30, last_visit=GONE)


@pytest.mark.parametrize("ends", ["2027-04-10", None, "2026-04-20"])
def test_with_another_membership_they_are_back(ends: str | None) -> None:
    assert not after(30, LEFT, membership("2026-04-10", ends, id=32))


def test_an_older_one_that_nobody_spoke_of_is_no_return() -> None:
    assert after(30, LEFT, membership("2020-01-01", "2020-12-31", id=30))


def test_while_the_one_they_gave_up_still_runs_nobody_is_asked_back() -> None:
    assert not after(-10)


def test_the_last_one_that_they_left_counts() -> None:
    later = membership("2026-03-15", "2026-04-30", id=32, ended_why=EndedWhy.LAPSED)
    (one,) = after(35, LEFT, later)
    assert (one.subject, one.stage) == (32, "winback-thanks")


def test_the_house_chooses_the_days() -> None:
    assert [one.stage for one in after(5, house={"winback_days": (1, 5, 9, 30)})] == ["winback-call"]


@pytest.mark.parametrize("days", [(), (1, 2, 3), (2, 1, 3, 4), (0, 1, 2, 3), (1, 2, 3, 1000)])
def test_days_that_are_no_steps_are_refused(days: tuple[int, ...]) -> None:
    with pytest.raises(Refused) as refused:
        check_days(days)
    assert refused.value.field == "winback_days"
