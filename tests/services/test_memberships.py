"""Memberships: begun, renewed, lapsed and given up; whoever renews is not asked to renew again."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.reminders import Rule
from frontdesk.domain.text import LINE
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, memberships
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino, content

DAY = timedelta(days=1)
TOMORROW = date(2026, 11, 23)
YEAR_ON = date(2027, 11, 23)


def begun(desk: Desk, whom: CustomerId, ends: date | None = TOMORROW, **fields: Any) -> MembershipId:
    draft = MembershipDraft(whom, "Gold", date(2025, 11, 24), ends, **fields)
    return MembershipId(memberships.add(desk, draft).row)


def held(desk: Desk, whom: CustomerId) -> list[MembershipDraft]:
    return [one.draft for one in customers.card(desk, whom).memberships]


def said(desk: Desk) -> list[str]:
    """What Today says of memberships, now and in the days ahead."""
    day = today(desk, ahead=40)
    listed = (*day.left_over, *day.due_today, *day.ahead)
    return [one.stage for one in listed if one.rule is Rule.RENEWAL]


def test_a_membership_is_written_down(desk: Desk) -> None:
    whom = aino(desk)
    changes = memberships.add(desk, MembershipDraft(whom, " Gold ", date(2026, 1, 31), date(2026, 1, 31)))
    assert held(desk, whom) == [MembershipDraft(whom, "Gold", date(2026, 1, 31), date(2026, 1, 31))]
    assert (set(changes.kinds), set(changes.customers)) == ({Kind.MEMBERSHIPS}, {whom})
    memberships.add(desk, MembershipDraft(whom, "Towels", date(2026, 2, 1), None, renews_itself=True))
    assert held(desk, whom)[1] == MembershipDraft(whom, "Towels", date(2026, 2, 1), None, renews_itself=True)


def test_tried_twice_it_is_written_down_once(desk: Desk) -> None:
    draft = MembershipDraft(aino(desk), "Gold", date(2026, 1, 1))
    token = "0b3f1c1e-0000-4000-8000-000000000007"
    assert memberships.add(desk, draft, token).row == memberships.add(desk, draft, token).row
    assert len(content(desk)["memberships"]) == 1


@pytest.mark.parametrize(
    ("plan", "ends", "field"),
    [
        (" ", TOMORROW, "plan"),
        ("\u200b", TOMORROW, "plan"),
        ("x" * (LINE + 1), TOMORROW, "plan"),
        ("Gold", date(2025, 11, 23), "ends"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field(desk: Desk, plan: str, ends: date, field: str) -> None:
    whom = aino(desk)
    with pytest.raises(Refused) as new:
        memberships.add(desk, MembershipDraft(whom, plan, date(2025, 11, 24), ends))
    one = begun(desk, whom)
    with pytest.raises(Refused) as changed:
        memberships.change(desk, one, 1, plan=plan, ends=ends)
    assert (new.value.field, changed.value.field) == (field, field)
    assert held(desk, whom) == [MembershipDraft(whom, "Gold", date(2025, 11, 24), TOMORROW)]


# --- Renewing.


def test_renewing_ends_the_old_ones_reminders_at_once(desk: Desk) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    assert said(desk) == ["renewal-1", "renewal-0", "renewal+1", "renewal+14", "renewal+30"]
    renewed = memberships.renew(desk, one, 1, YEAR_ON)
    assert said(desk) == []
    old, new = held(desk, whom)
    assert old.ended_why is EndedWhy.RENEWED
    assert new == MembershipDraft(whom, "Gold", date(2026, 11, 24), YEAR_ON)
    assert renewed.row != one
    undo(desk, renewed.id)
    assert held(desk, whom) == [MembershipDraft(whom, "Gold", date(2025, 11, 24), TOMORROW)]
    assert said(desk)[0] == "renewal-1"


def test_the_new_one_is_talked_about_in_its_turn(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    memberships.renew(desk, begun(desk, whom), 1, YEAR_ON)
    clock.instant += timedelta(days=365)
    assert said(desk)[0] == "renewal-1"


def test_the_next_one_written_by_hand_does_the_same(desk: Desk) -> None:
    whom = aino(desk)
    begun(desk, whom)
    memberships.add(desk, MembershipDraft(whom, "gold", TOMORROW, YEAR_ON))
    assert said(desk) == []


def test_one_that_has_lapsed_goes_on_from_today(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    clock.instant += timedelta(days=20)
    assert said(desk)[0] == "renewal+14"
    memberships.renew(desk, one, 1, YEAR_ON)
    assert held(desk, whom)[1].starts == desk.today()
    assert said(desk) == []


def test_one_that_renews_itself_stays_so(desk: Desk) -> None:
    whom = aino(desk)
    memberships.renew(desk, begun(desk, whom, renews_itself=True), 1, YEAR_ON)
    assert held(desk, whom)[1].renews_itself


def test_one_that_has_renewed_itself_goes_on_from_the_term_that_runs(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    one = begun(desk, whom, renews_itself=True)
    clock.instant += 400 * DAY
    memberships.renew(desk, one, 1, date(2029, 11, 23))
    assert held(desk, whom)[1].starts == date(2028, 11, 24)


def test_one_that_has_renewed_itself_can_rest(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    one = begun(desk, whom, renews_itself=True)
    clock.instant += 400 * DAY
    first = desk.today()
    memberships.pause(desk, one, 1, first, first + 10 * DAY)
    (draft,) = held(desk, whom)
    assert (draft.ends, draft.paused_until) == (TOMORROW, first + 10 * DAY)


def test_one_to_the_end_of_days_can_rest(desk: Desk) -> None:
    whom = aino(desk)
    one, first = begun(desk, whom, date.max), desk.today()
    memberships.pause(desk, one, 1, first, first + 10 * DAY)
    memberships.resume(desk, one, 2)
    assert [draft.ends for draft in held(desk, whom)] == [date.max]


@pytest.mark.parametrize("until", [TOMORROW, date(2026, 1, 1)])
def test_it_cannot_be_renewed_until_before_its_end(desk: Desk, until: date) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    with pytest.raises(Refused, match="before the first") as refused:
        memberships.renew(desk, one, 1, until)
    assert refused.value.field == "ends"
    assert [draft.ended_why for draft in held(desk, whom)] == [None]


def test_what_has_ended_is_not_renewed_again(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    memberships.renew(other_desk, one, 1, YEAR_ON)
    with pytest.raises(Refused, match="already ended"):
        memberships.renew(desk, one, 2, YEAR_ON)
    assert len(held(desk, whom)) == 2


@pytest.mark.parametrize("ends", [None, date.max])
def test_one_without_an_end_may_be_followed_by_one_with_an_end(desk: Desk, ends: date | None) -> None:
    whom = aino(desk)
    memberships.renew(desk, begun(desk, whom, ends), 1, YEAR_ON)
    assert held(desk, whom)[1] == MembershipDraft(whom, "Gold", TOMORROW, YEAR_ON)


def test_the_second_to_renew_is_told_what_the_first_has_changed(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    memberships.change(other_desk, one, 1, ends=TOMORROW + 30 * DAY)
    with pytest.raises(ChangedMeanwhile) as caught:
        memberships.renew(desk, one, 1, YEAR_ON)
    assert [(was.field, was.new) for was in caught.value.changes] == [("ends", TOMORROW + 30 * DAY)]
    assert len(held(desk, whom)) == 1


# --- Lapsing, giving up, renewing by itself.


def test_one_that_lapses_is_talked_about_until_somebody_sees_to_it(desk: Desk, clock: FixedClock) -> None:
    begun(desk, aino(desk), TOMORROW)
    stages = []
    for days in (0, 1, 2, 14, 15, 31, 400):
        clock.instant += timedelta(days=days) - (clock.instant.date() - date(2026, 11, 22))
        day = today(desk, ahead=0)
        stages.append([one.stage for one in (*day.left_over, *day.due_today)])
    assert stages == [
        ["renewal-1"],
        ["renewal-0"],
        ["renewal+1"],
        ["renewal+1"],
        ["renewal+14"],
        ["renewal+30"],
        ["renewal+30"],
    ]


@pytest.mark.parametrize("why", [EndedWhy.LAPSED, EndedWhy.CANCELLED])
def test_once_it_is_said_to_be_over_nobody_asks_again(desk: Desk, clock: FixedClock, why: EndedWhy) -> None:
    whom = aino(desk)
    one = begun(desk, whom)
    if why is EndedWhy.CANCELLED:
        memberships.end(desk, one, 1)
    else:
        memberships.change(desk, one, 1, ended_why=why)
    assert held(desk, whom)[0].ended_why is why
    assert said(desk) == []
    clock.instant += 15 * DAY
    assert said(desk) == []


def test_one_that_renews_itself_is_announced_in_other_words_and_never_lapses(
    desk: Desk, clock: FixedClock
) -> None:
    begun(desk, aino(desk), renews_itself=True)
    assert [one.text for one in today(desk).due_today] == [
        "membership “Gold” ends tomorrow and renews itself"
    ]
    clock.instant += 2 * DAY
    assert said(desk) == []
    clock.instant += 363 * DAY
    assert said(desk) == ["renewal-1", "renewal-0"]


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: memberships.add(desk, MembershipDraft(CustomerId(4711), "Gold", TOMORROW)),
        lambda desk: memberships.change(desk, MembershipId(4711), 1, plan="Gold"),
        lambda desk: memberships.renew(desk, MembershipId(4711), 1, YEAR_ON),
        lambda desk: memberships.end(desk, MembershipId(4711), 1),
    ],
)
def test_what_is_not_there_is_said_to_be_gone(desk: Desk, act: Callable[[Desk], object]) -> None:
    with pytest.raises(Gone):
        act(desk)
    assert not content(desk)["memberships"]
