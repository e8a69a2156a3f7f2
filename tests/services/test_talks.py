"""Talks about a renewal: what came of each, and that nobody is forgotten after it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ChangeId, CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.reminders import Rule
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, memberships, plans, renewals, settings, talks
from frontdesk.services.desk import Desk
from frontdesk.services.memberships import Following
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino, content

DAY = timedelta(days=1)


def a_member(desk: Desk, days: int = 7, **fields: object) -> tuple[CustomerId, MembershipId]:
    """Somebody whose membership ends in so many days."""
    whom = aino(desk, first_seen=desk.today())
    ends = desk.today() + days * DAY
    draft = MembershipDraft(whom, "Gold", ends - 364 * DAY, ends, **fields)  # type: ignore[arg-type]
    return whom, MembershipId(memberships.add(desk, draft).row)


def asked(desk: Desk) -> list[str]:
    """The talks that are due now."""
    day = today(desk)
    return [one.stage for one in day.left_over + day.due_today if one.rule is Rule.RENEWAL]


def held(desk: Desk, whom: CustomerId) -> list[MembershipDraft]:
    return [one.draft for one in customers.card(desk, whom).memberships]


def test_they_want_to_think_and_are_asked_again_on_that_day(desk: Desk, clock: FixedClock) -> None:
    _, one = a_member(desk)
    assert asked(desk) == ["renewal-7"]
    talks.thinking(desk, one, desk.today() + 5 * DAY, "asks at home")
    assert asked(desk) == []
    clock.instant += 4 * DAY
    assert asked(desk) == []
    clock.instant += DAY
    assert asked(desk) == ["renewal-again"]
    clock.instant += DAY
    assert asked(desk) == ["renewal-1"]


def test_nobody_is_tried_again_on_a_day_on_which_the_house_is_closed(desk: Desk) -> None:
    whom, one = a_member(desk)
    again = desk.today() + 2 * DAY
    settings.change_house(desk, holidays=(again, again + DAY))
    talks.not_reached(desk, one)
    talk = customers.card(desk, whom).memberships[0].talk
    assert talk is not None
    assert talk.again == again + 2 * DAY


@pytest.mark.parametrize("until", [None, date(2026, 11, 22), date(2026, 11, 1)])
def test_a_day_to_ask_again_lies_after_today(desk: Desk, until: date | None) -> None:
    _, one = a_member(desk)
    with pytest.raises(Refused, match="after today") as refused:
        talks.thinking(desk, one, until)  # type: ignore[arg-type]
    assert refused.value.field == "until"
    assert content(desk)["talks"] == []
    assert asked(desk) == ["renewal-7"]


def test_who_is_not_reached_is_tried_again_and_in_the_end_written_to(desk: Desk, clock: FixedClock) -> None:
    _, one = a_member(desk, days=-40)
    for attempt in (1, 2, 3):
        talks.not_reached(desk, one, "no answer")
        assert [row["attempt"] for row in content(desk)["talks"]] == list(range(1, attempt + 1))
        assert asked(desk) == []
        clock.instant += 2 * DAY
        assert asked(desk) == (["renewal-again"] if attempt < 3 else [])
    clock.instant += 5 * DAY
    assert asked(desk) == ["renewal-again"]
    clock.instant += 400 * DAY
    assert asked(desk) == ["renewal-again"]


def test_an_attempt_after_a_talk_is_the_first_again(desk: Desk) -> None:
    _, one = a_member(desk)
    talks.not_reached(desk, one)
    talks.thinking(desk, one, desk.today() + DAY)
    talks.not_reached(desk, one)
    assert [row["attempt"] for row in content(desk)["talks"]] == [1, 0, 1]


def test_renewed_they_are_asked_again_a_year_later(desk: Desk, clock: FixedClock) -> None:
    whom, one = a_member(desk)
    ends = held(desk, whom)[0].ends
    assert ends
    talks.renewed(desk, one, 1, Following(ends + 365 * DAY), "likes the mornings")
    first, second = held(desk, whom)
    assert (first.ended_why, second.starts, second.ended_why) == (EndedWhy.RENEWED, ends + DAY, None)
    assert asked(desk) == []
    clock.instant += 365 * DAY
    assert asked(desk) == ["renewal-7"]
    two = MembershipId(content(desk)["memberships"][1]["id"])
    assert [talk.draft.words for talk in renewals.sheet(desk, two, whom).talks] == ["likes the mornings"]


def test_renewed_from_today_the_old_one_ends_yesterday(desk: Desk) -> None:
    whom, one = a_member(desk)
    until = desk.today() + 364 * DAY
    talks.renewed(desk, one, 1, Following(until, desk.today(), "Mornings"))
    first, second = held(desk, whom)
    assert first.ends == desk.today() - DAY
    assert (second.plan, second.starts, second.ends) == ("Mornings", desk.today(), until)


def test_renewed_from_the_end_although_it_is_over_there_is_no_gap(desk: Desk) -> None:
    whom, one = a_member(desk, days=-10)
    ends = desk.today() - 10 * DAY
    talks.renewed(desk, one, 1, Following(ends + 365 * DAY, ends + DAY))
    first, second = held(desk, whom)
    assert (first.ends, second.starts) == (ends, ends + DAY)


def test_leaving_is_kept_with_its_reason_and_their_words(desk: Desk) -> None:
    whom, one = a_member(desk)
    talks.leaving(desk, one, 1, reason="Moved away", words="a job in Turku")
    (draft,) = held(desk, whom)
    assert (draft.ended_why, draft.reason, draft.reason_words) == (
        EndedWhy.CANCELLED,
        "Moved away",
        "a job in Turku",
    )
    assert asked(desk) == []


def test_what_was_said_can_be_taken_back_whole(desk: Desk) -> None:
    _, one = a_member(desk)
    until = desk.today() + 300 * DAY
    acts: tuple[Callable[[], Changes], ...] = (
        lambda: talks.renewed(desk, one, 1, Following(until)),
        lambda: talks.leaving(desk, one, version(desk), reason="Health"),
        lambda: talks.thinking(desk, one, desk.today() + DAY),
        lambda: talks.not_reached(desk, one),
    )
    for act in acts:
        before = content(desk)
        changed = act()
        undo(desk, ChangeId(changed.id))
        assert content(desk) == before
        assert asked(desk) == ["renewal-7"]


def version(desk: Desk) -> int:
    with desk.store.read() as connection:
        return int(connection.exec_driver_sql("select version from memberships").scalar_one())


def test_a_membership_that_was_talked_about_is_not_taken_back(desk: Desk) -> None:
    whom = aino(desk)
    ends = desk.today() + 7 * DAY
    added = memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends))
    talks.thinking(desk, MembershipId(added.row), desk.today() + DAY)
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, added.id)
    assert content(desk)["talks"]


def test_one_that_is_over_needs_no_talk(desk: Desk) -> None:
    _, one = a_member(desk)
    talks.leaving(desk, one, 1)
    with pytest.raises(Refused, match="already ended"):
        talks.not_reached(desk, one)
    assert len(content(desk)["talks"]) == 1


# --- Pauses.


def test_a_pause_moves_the_end_and_the_talks_with_it(desk: Desk, clock: FixedClock) -> None:
    whom, one = a_member(desk)
    ends = desk.today() + 7 * DAY
    memberships.pause(desk, one, 1, desk.today() + DAY, desk.today() + 30 * DAY)
    assert held(desk, whom)[0].ends == ends + 30 * DAY
    assert asked(desk) == []
    clock.instant += 30 * DAY
    assert asked(desk) == ["renewal-7"]


def test_back_sooner_the_days_that_are_left_are_not_added(desk: Desk, clock: FixedClock) -> None:
    whom, one = a_member(desk)
    ends = desk.today() + 7 * DAY
    memberships.pause(desk, one, 1, desk.today(), desk.today() + 29 * DAY)
    clock.instant += 10 * DAY
    memberships.resume(desk, one, 2)
    (draft,) = held(desk, whom)
    assert (draft.ends, draft.paused_until) == (ends + 10 * DAY, desk.today() - DAY)


def test_a_pause_called_off_before_it_begins_leaves_nothing(desk: Desk) -> None:
    whom, one = a_member(desk)
    before = held(desk, whom)
    memberships.pause(desk, one, 1, desk.today() + 3 * DAY, desk.today() + 9 * DAY)
    memberships.resume(desk, one, 2)
    assert held(desk, whom) == before


def test_one_that_renews_itself_keeps_its_days(desk: Desk) -> None:
    whom, one = a_member(desk, renews_itself=True)
    ends = held(desk, whom)[0].ends
    memberships.pause(desk, one, 1, desk.today(), desk.today() + 9 * DAY)
    assert held(desk, whom)[0].ends == ends


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [(5, 4, "paused_until"), (8, 9, "paused_from"), (0, 4_000_000, "paused_until")],
)
def test_a_pause_that_cannot_be_is_refused(desk: Desk, first: int, last: int, field: str) -> None:
    _, one = a_member(desk)
    end = date.max if last > 10_000 else desk.today() + last * DAY
    with pytest.raises(Refused) as refused:
        memberships.pause(desk, one, 1, desk.today() + first * DAY, end)
    assert refused.value.field == field


def test_two_pauses_do_not_run_into_each_other(desk: Desk) -> None:
    _, one = a_member(desk)
    memberships.pause(desk, one, 1, desk.today(), desk.today() + 9 * DAY)
    with pytest.raises(Refused, match="paused already"):
        memberships.pause(desk, one, 2, desk.today() + 5 * DAY, desk.today() + 20 * DAY)


# --- Plans.


def test_a_plan_says_how_long_and_how_much(desk: Desk) -> None:
    plans.add(desk, PlanDraft("Half a year", months=6, price=24000))
    (plan,) = plans.everything(desk)
    assert plan.draft.last_day(date(2026, 8, 31)) == date(2027, 2, 27)
    assert PlanDraft("Ten days", days=10).last_day(date(2026, 2, 20)) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (PlanDraft(" ", months=1), "name"),
        (PlanDraft("gold", months=1), "name"),
        (PlanDraft("Silver"), "months"),
        (PlanDraft("Silver", months=1, days=1), "months"),
        (PlanDraft("Silver", months=121), "months"),
        (PlanDraft("Silver", months=1, price=-1), "price"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(desk: Desk, draft: PlanDraft, field: str) -> None:
    plans.add(desk, PlanDraft("Gold", months=12))
    with pytest.raises(Refused) as refused:
        plans.add(desk, draft)
    assert refused.value.field == field
    assert len(plans.everything(desk)) == 1


def test_a_plan_is_changed_and_no_longer_sold(desk: Desk) -> None:
    from frontdesk.domain.ids import PlanId

    row = plans.add(desk, PlanDraft("Gold", months=12, price=40000)).row
    plans.change(desk, PlanId(row), 1, price=42000, active=False)
    assert plans.everything(desk)[0].draft == PlanDraft("Gold", 12, 0, 42000, active=False)
