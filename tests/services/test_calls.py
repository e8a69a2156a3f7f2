"""The call list: who is on it, what comes of a try, and that a promised call-back is not forgotten."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import AttemptDraft, CallDraft, Came
from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CallId, CustomerId, MembershipId, StaffId
from frontdesk.domain.ledger import Wanted
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.reminders import Fate, Reminder, Rule
from frontdesk.domain.visits import VisitDraft
from frontdesk.domain.winback import Came as Answer
from frontdesk.domain.winback import Step
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import (
    call_list,
    calls,
    customers,
    ledger,
    memberships,
    reminders,
    settings,
    staff,
    talks,
    undo,
    visits,
    winback,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.storage import outcomes
from tests.support.houses import aino, content

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def a_call(desk: Desk, whom: CustomerId, about: str = "the invoice", **fields: Any) -> CallId:
    """Somebody who was put on the list by hand; what is promised is promised by Anna."""
    if fields.get("due"):
        fields = {"owner": anna(desk)} | fields
    return CallId(calls.add(desk, CallDraft(whom, about, **fields)).row)


def anna(desk: Desk) -> StaffId:
    return StaffId(staff.add(desk, "Anna").row)


def a_member(desk: Desk, days: int, name: str = "Aino Virtanen", **fields: object) -> MembershipId:
    """Somebody whose membership ends in so many days."""
    whom = aino(desk, name=name, first_seen=desk.today(), **fields)
    ends = desk.today() + days * DAY
    return MembershipId(memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends)).row)


def a_missed_one(desk: Desk, name: str = "Eino", **fields: object) -> CustomerId:
    """Somebody who came each week and has stayed away for a month."""
    whom = aino(desk, name=name, first_seen=desk.today(), **fields)
    for weeks in (7, 6, 5, 4):
        visits.log(desk, VisitDraft(whom, desk.today() - weeks * 7 * DAY))
    return whom


def names(desk: Desk) -> list[str]:
    return [one.person.name for one in call_list.listed(desk)]


def only(desk: Desk) -> ToRing:
    [one] = call_list.listed(desk)
    return one


def tries(desk: Desk, came: Came, **said: object) -> Changes:
    """Try the only one on the list."""
    return calls.tried(desk, only(desk), AttemptDraft(came, **said))  # type: ignore[arg-type]


def open_reminders(desk: Desk, rule: Rule) -> list[Reminder]:
    day = today(desk)
    return [one for one in (*day.left_over, *day.due_today) if one.rule is rule]


def test_whom_the_list_is_about(desk: Desk) -> None:
    a_member(desk, 30, "Far")
    a_member(desk, 7, "Near")
    a_member(desk, -20, "Over")
    a_member(desk, 7, "Alone", left_alone=True)
    a_missed_one(desk, "Missed")
    a_missed_one(desk, "Missed and left alone", left_alone=True)
    a_call(desk, aino(desk, name="By hand"))
    gone = aino(desk, name="Gone")
    a_call(desk, gone)
    customers.archive(desk, gone, 1)
    assert sorted(names(desk)) == ["By hand", "Missed", "Near", "Over"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"about": " "}, "about"),
        ({"due": datetime(2026, 11, 1, tzinfo=UTC)}, "due"),
        ({"due": datetime(2036, 11, 1, tzinfo=UTC), "owner": None}, "owner"),
    ],
)
def test_a_call_is_about_something_and_at_a_time_to_come(
    desk: Desk, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        a_call(desk, aino(desk), **fields)
    assert refused.value.field == field
    assert content(desk)["calls"] == []


def test_a_call_added_twice_is_one(desk: Desk) -> None:
    draft = CallDraft(aino(desk), " the invoice ")
    first, again = (calls.add(desk, draft, "a token") for _ in range(2))
    assert first.row == again.row
    assert only(desk).call
    assert [one["about"] for one in content(desk)["calls"]] == ["the invoice"]


def test_whoever_was_reached_need_not_be_rung(desk: Desk) -> None:
    whom = a_missed_one(desk, phones=("040 1", "040 2"))
    before = content(desk)
    changes = tries(desk, Came.REACHED, number="040 1", words="has been ill")
    assert names(desk) == []
    assert open_reminders(desk, Rule.OVERDUE) == []
    [said] = content(desk)["attempts"]
    assert (said["customer_id"], said["came"], said["words"]) == (whom, "reached", "has been ill")
    undo.undo(desk, changes.id)
    assert content(desk) == before
    assert names(desk) == ["Eino"]


def test_a_call_by_hand_is_closed_and_counted_as_done(desk: Desk) -> None:
    a_call(desk, aino(desk))
    assert today(desk).done == 0
    tries(desk, Came.REACHED)
    assert (names(desk), today(desk).done) == ([], 1)


def test_who_does_not_answer_stays_and_is_counted(desk: Desk) -> None:
    a_missed_one(desk)
    tries(desk, Came.NO_ANSWER)
    assert only(desk).unanswered == 1
    changes = tries(desk, Came.NO_ANSWER)
    assert only(desk).unanswered == 2
    assert len(content(desk)["calls"]) == 1
    undo.undo(desk, changes.id)
    assert only(desk).unanswered == 1


def test_one_call_goes_on_when_somebody_is_missed_for_longer(desk: Desk, clock: FixedClock) -> None:
    a_missed_one(desk)
    tries(desk, Came.NO_ANSWER)
    first = only(desk)
    settings.change_house(desk, sleeping_times=3.5, sleeping_days=20)
    assert only(desk).reminder != first.reminder
    assert (only(desk).key, only(desk).unanswered) == (first.key, 1)


def test_a_renewal_in_vain_is_a_talk_in_vain(desk: Desk, clock: FixedClock) -> None:
    a_member(desk, -40)
    for attempt in (1, 2, 3):
        last = tries(desk, Came.NO_ANSWER, words="voice mail")
        assert [row["attempt"] for row in content(desk)["talks"]] == list(range(1, attempt + 1))
        assert names(desk) == []
        clock.instant += 7 * DAY
        assert only(desk).unanswered == attempt
    undo.undo(desk, last.id)  # type: ignore[possibly-undefined]  # there were three
    assert [row["attempt"] for row in content(desk)["talks"]] == [1, 2]
    assert only(desk).unanswered == 2


def test_who_is_reached_about_a_renewal_is_talked_to(desk: Desk) -> None:
    membership = a_member(desk, 7)
    tries(desk, Came.REACHED)
    assert only(desk).call is None  # the talk has still to say what came of it
    talks.thinking(desk, membership, desk.today() + DAY)
    assert names(desk) == []


def test_whoever_has_left_is_rung_for_a_step_and_what_they_said_is_kept(desk: Desk) -> None:
    held = a_member(desk, -30)
    memberships.end(desk, held, 1)
    assert "ask how they are" in only(desk).about
    tries(desk, Came.NO_ANSWER)
    assert open_reminders(desk, Rule.WINBACK)
    tries(desk, Came.REACHED, words="a new job in Turku")
    assert names(desk) == []
    assert not open_reminders(desk, Rule.WINBACK)
    (leaver,) = winback.leavers(desk).people
    assert [(one.step, one.came, one.words) for one in leaver.told] == [
        (Step.CALL, Answer.ANSWERED, "a new job in Turku")
    ]


def test_a_talk_ends_the_calls_about_it(desk: Desk) -> None:
    membership = a_member(desk, 7)
    tries(desk, Came.CALL_BACK, back_at=desk.now() + HOUR, owner=anna(desk))
    changes = talks.thinking(desk, membership, desk.today() + DAY)
    assert (names(desk), open_reminders(desk, Rule.CALL)) == ([], [])
    undo.undo(desk, changes.id)
    assert len(open_reminders(desk, Rule.CALL)) == 1


def test_a_renewal_that_is_to_be_rung_back_is_one_row(desk: Desk, clock: FixedClock) -> None:
    a_member(desk, 7)
    tries(desk, Came.CALL_BACK, back_at=desk.now() + 6 * DAY + HOUR, owner=anna(desk))
    clock.instant += 6 * DAY  # another of the membership's reminders stands now
    row = only(desk)
    assert row.reminder
    assert row.reminder.stage == "renewal-1"
    assert row.promised == clock.instant + HOUR
    tries(desk, Came.NO_ANSWER)
    assert only(desk).promised == clock.instant + HOUR  # whatever was tried, the promise stands


def test_a_promise_that_was_kept_is_none_any_more_when_somebody_is_rung_again(
    desk: Desk, clock: FixedClock
) -> None:
    a_missed_one(desk)
    missed = only(desk)
    tries(desk, Came.CALL_BACK, back_at=desk.now() + HOUR, owner=anna(desk))
    promised = tries(desk, Came.REACHED)
    undo.undo(desk, promised.id)
    clock.instant += HOUR
    tries(desk, Came.REACHED)
    reopened = replace(missed, call=None)
    with desk.write() as work:
        outcomes.forget(work, missed.reminder.key if missed.reminder else ("", 0, desk.today()))
    calls.tried(desk, reopened, AttemptDraft(Came.WRONG_NUMBER, "040"))
    assert only(desk).promised is None
    assert open_reminders(desk, Rule.CALL) == []


def test_another_desks_promise_is_not_overwritten(desk: Desk, other_desk: Desk) -> None:
    a_missed_one(desk)
    stale = only(other_desk)
    tries(desk, Came.CALL_BACK, back_at=desk.now() + HOUR, owner=anna(desk))
    mine = AttemptDraft(Came.CALL_BACK, back_at=desk.now() + 5 * HOUR, owner=StaffId(1))
    with pytest.raises(Refused, match="meanwhile"):
        calls.tried(other_desk, stale, mine)
    assert only(desk).promised == desk.now() + HOUR


def test_another_desks_talk_is_not_overwritten(desk: Desk, other_desk: Desk) -> None:
    held = a_member(desk, -40)  # the last talk about it stands
    stale = only(other_desk)
    talks.thinking(desk, held, desk.today() + 5 * DAY)
    with pytest.raises(Refused, match="meanwhile"):
        calls.tried(other_desk, stale, AttemptDraft(Came.NO_ANSWER, "040"))


def test_whoever_was_put_off_and_is_reached_is_done(desk: Desk) -> None:
    a_missed_one(desk)
    missed = only(desk)
    assert missed.reminder
    tries(desk, Came.CALL_BACK, back_at=desk.now() + HOUR, owner=anna(desk))
    reminders.mark(desk, missed.reminder, Fate.SNOOZED, desk.today() + DAY)
    tries(desk, Came.REACHED)
    with desk.store.read() as reading:
        said = outcomes.of(reading, [missed.person.id])
    assert said[missed.reminder.key].fate is Fate.DONE


def test_nobody_who_has_died_is_promised_anything(desk: Desk, other_desk: Desk) -> None:
    whom = a_missed_one(desk)
    stale = only(other_desk)
    customers.change(desk, whom, customers.get(desk, whom).version, deceased=True)
    with pytest.raises(Refused, match="meanwhile"):
        calls.tried(other_desk, stale, AttemptDraft(Came.NO_ANSWER, "040"))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "back_at"),
        ({"back_at": datetime(2026, 11, 1, tzinfo=UTC)}, "back_at"),
        ({"back_at": datetime(2036, 11, 1, tzinfo=UTC)}, "owner"),
    ],
)
def test_a_call_back_has_a_time_to_come_and_an_owner(desk: Desk, said: dict[str, object], field: str) -> None:
    a_call(desk, aino(desk))
    with pytest.raises(Refused) as refused:
        tries(desk, Came.CALL_BACK, **said)
    assert refused.value.field == field
    assert content(desk)["attempts"] == []


def test_a_call_back_is_a_reminder_of_its_hour(desk: Desk, clock: FixedClock) -> None:
    a_call(desk, aino(desk))
    changes = tries(desk, Came.CALL_BACK, back_at=desk.now() + HOUR, owner=anna(desk))
    [one] = open_reminders(desk, Rule.CALL)
    assert (one.stage, one.subject, one.at) == ("call", only(desk).call.id, desk.now() + HOUR)  # type: ignore[union-attr]
    assert (one.text, one.label, one.late) == ("to be rung back: the invoice", "the invoice", False)
    assert calls.ringing(desk) == ()
    clock.instant += timedelta(minutes=45)
    assert [each.id for each in calls.ringing(desk)] == [one.subject]
    clock.instant += timedelta(minutes=16)
    assert open_reminders(desk, Rule.CALL)[0].late
    clock.instant += DAY
    assert [each.rule for each in today(desk).left_over] == [Rule.CALL]
    undo.undo(desk, changes.id)
    assert open_reminders(desk, Rule.CALL) == []
    assert names(desk) == ["Aino Virtanen"]


def test_a_promised_call_is_done_when_it_is_closed_and_never_skipped(desk: Desk) -> None:
    a_call(desk, aino(desk), due=desk.now() + HOUR)
    [one] = open_reminders(desk, Rule.CALL)
    for fate in (Fate.SKIPPED, Fate.SNOOZED):
        with pytest.raises(Refused, match="not skipped"):
            reminders.mark(desk, one, fate, desk.today() + DAY)
    changes = reminders.mark(desk, one, Fate.DONE)
    assert (names(desk), open_reminders(desk, Rule.CALL)) == ([], [])
    with pytest.raises(Refused, match="Nothing was changed"):
        reminders.mark(desk, one, Fate.DONE)
    undo.undo(desk, changes.id)
    assert names(desk) == ["Aino Virtanen"]


def test_the_ledger_knows_what_became_of_a_call_back(desk: Desk) -> None:
    desk.on_duty = anna(desk)
    a_call(desk, aino(desk), due=desk.now() + HOUR)
    ledger.keep_all(desk)

    def entry() -> tuple[Fate, str]:
        [one] = ledger.entries(desk, Wanted())
        assert (one.rule, one.label) == (Rule.CALL, "the invoice")
        return one.fate(desk.today()), one.by

    assert entry() == (Fate.OPEN, "")
    tries(desk, Came.REACHED)
    assert entry() == (Fate.DONE, "Anna")
    assert ledger.look_back(desk, Wanted()).fates == {Fate.DONE: 1}
    [kept] = ledger.entries(desk, Wanted())
    reminders.take_back(desk, kept)
    assert entry() == (Fate.OPEN, "")
    [missed] = ledger.entries(desk, Wanted())
    with pytest.raises(Refused, match="not skipped"):
        reminders.settle(desk, missed, Fate.SKIPPED)
    reminders.settle(desk, missed, Fate.DONE)
    assert entry() == (Fate.DONE, "Anna")


def test_a_wrong_number_is_offered_last_until_somebody_is_reached_at_it(desk: Desk) -> None:
    a_call(desk, aino(desk, phones=("040 1", "040 2")))
    tries(desk, Came.WRONG_NUMBER, number="040 1")
    assert [(one.text, one.wrong) for one in only(desk).numbers] == [("040 2", None), ("040 1", desk.today())]
    tries(desk, Came.CALL_BACK, number="040 1", back_at=desk.now() + HOUR, owner=anna(desk))
    assert [(one.text, one.wrong) for one in only(desk).numbers] == [("040 1", None), ("040 2", None)]


def test_two_desks_try_one_reminder_at_once_and_meet_on_one_call(desk: Desk, other_desk: Desk) -> None:
    a_missed_one(desk)
    here, there = only(desk), only(other_desk)
    calls.tried(desk, here, AttemptDraft(Came.NO_ANSWER))
    calls.tried(other_desk, there, AttemptDraft(Came.NO_ANSWER))
    assert only(desk).unanswered == 2


@pytest.mark.parametrize("tried_before", [False, True])
def test_what_another_desk_has_settled_is_left_alone(
    desk: Desk, other_desk: Desk, tried_before: bool
) -> None:
    a_missed_one(desk)
    if tried_before:
        tries(desk, Came.NO_ANSWER)
    mine = only(desk)
    calls.tried(other_desk, only(other_desk), AttemptDraft(Came.REACHED))
    before = content(desk)
    with pytest.raises(Refused, match="Nothing was changed"):
        calls.tried(desk, mine, AttemptDraft(Came.NO_ANSWER))
    assert content(desk) == before


def test_a_call_that_was_taken_back_is_gone(desk: Desk) -> None:
    whom = aino(desk)
    changes = calls.add(desk, CallDraft(whom, "the invoice"))
    mine = only(desk)
    undo.undo(desk, changes.id)
    with pytest.raises(Gone):
        calls.tried(desk, mine, AttemptDraft(Came.REACHED))


def test_the_best_time_is_what_they_said_or_when_they_were_reached_or_come(
    desk: Desk, clock: FixedClock
) -> None:
    settings.change_house(desk, zone="Europe/Helsinki")
    whom = aino(desk)
    noon = datetime(2026, 11, 10, 10, 20, tzinfo=UTC)
    for days in range(3):
        assert _best(desk, whom) == ""
        visits.log(desk, VisitDraft(whom, noon.date() + days * DAY, noon + days * DAY))
    assert _best(desk, whom) == "usually comes about 12"
    for days in (1, 2, 3):
        a_call(desk, whom)
        clock.instant = datetime(2026, 11, 20 + days, 15, 5, tzinfo=UTC)
        tries(desk, Came.REACHED)
    assert _best(desk, whom) == "mostly reached about 17"
    customers.change(desk, whom, 1, call_when="after 16")
    assert _best(desk, whom) == "after 16"


def _best(desk: Desk, whom: CustomerId) -> str:
    """The best time, as the list would have it now."""
    changes = calls.add(desk, CallDraft(whom, "the time"))
    best = only(desk).best.words
    undo.undo(desk, changes.id)
    return best


def test_the_promised_come_first_and_then_whose_time_it_is(desk: Desk, clock: FixedClock) -> None:
    clock.instant = now = replace(clock).instant.replace(hour=12, minute=0)
    for name, said, due in (
        ("Waits longest", "", None),
        ("Now", "11-13", None),
        ("Later", "", now + 3 * HOUR),
        ("Soon", "", now + timedelta(minutes=20)),
        ("Late", "", now + timedelta(minutes=1)),
    ):
        a_call(desk, aino(desk, name=name, call_when=said), due=due)
    clock.instant += timedelta(minutes=10)
    assert names(desk) == ["Late", "Soon", "Now", "Waits longest", "Later"]


def test_who_has_asked_for_it_is_not_rung_unless_we_have_promised_to(desk: Desk) -> None:
    promised, by_hand = aino(desk), aino(desk, name="Eino")
    a_call(desk, promised, due=desk.now() + HOUR, owner=anna(desk))
    a_call(desk, by_hand)
    for whom in (promised, by_hand):
        customers.change(desk, whom, customers.get(desk, whom).version, left_alone=True)
    assert names(desk) == ["Aino Virtanen"]
    with pytest.raises(Refused, match="asked us not to write or ring"):
        a_call(desk, by_hand)
