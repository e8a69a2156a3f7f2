"""Winning somebody back: what came of each step, and that it ends when it must."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.customers import Channel
from frontdesk.domain.ids import CustomerId, MembershipId, StaffId
from frontdesk.domain.ledger import Wanted
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.reminders import Rule
from frontdesk.domain.winback import Came, Step, Told
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, ledger, memberships, reminders, staff, talks, visits, winback
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino, content

DAY = timedelta(days=1)


def a_leaver(desk: Desk, reason: str = "", **fields: object) -> tuple[CustomerId, MembershipId]:
    """Somebody whose membership ended three days ago, and who has said that they leave."""
    whom, ends = aino(desk, first_seen=None, **fields), desk.today() - 3 * DAY
    one = MembershipId(memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends)).row)
    memberships.end(desk, one, 1, reason=reason)
    return whom, one


def due(desk: Desk) -> list[str]:
    day = today(desk)
    return [one.stage for one in day.left_over + day.due_today if one.rule is Rule.WINBACK]


def told(desk: Desk, came: Came = Came.ANSWERED, **said: object) -> Told:
    (one,) = winback.leavers(desk).people
    assert one.next is not None
    return Told(one.person.id, one.membership.id, one.since, one.next.step, came, **said)  # type: ignore[arg-type]


def test_a_step_that_was_taken_is_done_and_the_next_comes_in_its_time(desk: Desk, clock: FixedClock) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Marta").row)
    whom, one = a_leaver(desk)
    ledger.keep_all(desk)
    assert due(desk) == ["winback-thanks"]
    winback.tell(desk, told(desk, channel=Channel.LETTER, reason="Moved away", words="to Turku"))
    assert due(desk) == []
    (leaver,) = winback.leavers(desk).people
    assert leaver.next is not None
    assert leaver.next.step is Step.CALL
    (said,) = leaver.told
    assert (said.by, said.day, said.words, said.channel) == (
        "Marta",
        desk.today(),
        "to Turku",
        Channel.LETTER,
    )
    assert customers.card(desk, whom).memberships[0].draft.reason == "Moved away"
    (entry,) = [each for each in ledger.entries(desk, Wanted()) if each.rule is Rule.WINBACK]
    assert (entry.key[1], entry.fate(desk.today()).value, entry.by) == (one, "done", "Marta")
    clock.instant += 18 * DAY
    assert due(desk) == ["winback-call"]


def test_a_reason_that_was_given_before_is_kept(desk: Desk) -> None:
    whom, _ = a_leaver(desk, reason="Health")
    winback.tell(desk, told(desk, reason="Moved away"))
    assert customers.card(desk, whom).memberships[0].draft.reason == "Health"


def test_whoever_asks_for_it_is_left_alone(desk: Desk) -> None:
    whom, _ = a_leaver(desk)
    winback.tell(desk, told(desk, Came.LEAVE_ALONE))
    assert customers.get(desk, whom).draft.left_alone
    assert winback.leavers(desk).people == ()
    assert due(desk) == []


def test_whoever_wants_to_come_back_is_left_in_peace_until_the_last_word(
    desk: Desk, clock: FixedClock
) -> None:
    a_leaver(desk)
    winback.tell(desk, told(desk, Came.COMES_BACK))
    clock.instant += 30 * DAY
    assert due(desk) == []
    (leaver,) = winback.leavers(desk).people
    assert leaver.next is not None
    assert leaver.next.step is Step.LAST_WORD


@pytest.mark.parametrize(
    ("ends", "itself", "since"), [(-3, True, 361), (None, False, 0), (date.max, False, 0)]
)
def test_one_that_goes_on_by_itself_is_left_with_its_term_or_today(
    desk: Desk, ends: int | date | None, itself: bool, since: int
) -> None:
    whom = aino(desk, first_seen=None)
    last = desk.today() + ends * DAY if isinstance(ends, int) else ends
    draft = MembershipDraft(whom, "Gold", desk.today() - 366 * DAY, last, renews_itself=itself)
    one = MembershipId(memberships.add(desk, draft).row)
    talks.leaving(desk, one, 1, reason="Health")
    assert customers.card(desk, whom).memberships[0].draft.ends == desk.today() + since * DAY
    desk.clock = FixedClock(desk.now() + (since + 3) * DAY)
    assert due(desk) == ["winback-thanks"]
    assert dict(winback.leavers(desk).reasons) == {"Health": 1}


def test_a_step_that_was_told_is_not_taken_back_in_the_ledger(desk: Desk) -> None:
    a_leaver(desk)
    ledger.keep_all(desk)
    winback.tell(desk, told(desk))
    (entry,) = [each for each in ledger.entries(desk, Wanted()) if each.rule is Rule.WINBACK]
    with pytest.raises(Refused, match="written down"):
        reminders.take_back(desk, entry)


def test_undone_it_is_as_if_nothing_was_said(desk: Desk) -> None:
    a_leaver(desk)
    ledger.keep_all(desk)
    before = content(desk)
    undo(desk, winback.tell(desk, told(desk, Came.LEAVE_ALONE, reason="No time")).id)
    assert content(desk) == before
    assert due(desk) == ["winback-thanks"]


@pytest.mark.parametrize("back", ["visit", "membership"])
def test_once_they_are_back_nothing_more_is_asked(desk: Desk, back: str) -> None:
    whom, _ = a_leaver(desk)
    said = told(desk)
    if back == "visit":
        visits.log_now(desk, whom)
    else:
        memberships.add(desk, MembershipDraft(whom, "Gold", desk.today(), None))
    assert due(desk) == []
    assert winback.leavers(desk).people == ()
    with pytest.raises(Refused, match="They are back"):
        winback.tell(desk, said)


def test_two_desks_do_not_take_the_same_step(desk: Desk, other_desk: Desk) -> None:
    a_leaver(desk)
    said = told(desk)
    winback.tell(desk, said)
    with pytest.raises(Refused, match="meanwhile"):
        winback.tell(other_desk, said)


def test_who_looks_after_them_owns_it_or_whoever_had_the_talk(desk: Desk) -> None:
    anna, marta = (StaffId(staff.add(desk, name).row) for name in ("Anna", "Marta"))
    desk.on_duty = anna
    whom = aino(desk, first_seen=None)
    ends = desk.today() - 3 * DAY
    one = MembershipId(memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends)).row)
    talks.leaving(desk, one, 1, reason="Health")
    (leaver,) = _all(desk)
    assert leaver.owner == "Anna"
    customers.change(desk, whom, 1, owner=marta)
    (leaver,) = _all(desk)
    assert leaver.owner == "Marta"


def _all(desk: Desk) -> tuple[winback.Leaver, ...]:
    desk.clock = FixedClock(desk.now() + 3 * DAY)  # they left in a talk today
    return winback.leavers(desk).people


def test_why_people_leave_is_counted(desk: Desk) -> None:
    for reason in ("Health", "Health", ""):
        a_leaver(desk, reason=reason)
    found = winback.leavers(desk)
    assert dict(found.reasons) == {"Health": 2, "": 1}
    assert not found.before
