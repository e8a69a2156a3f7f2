"""Notes: from a reminder to what they answered, and what stands on the bench."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone
from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, MembershipId, NoteId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.notes import NoteDraft, NoteKind, NoteState, Way
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Fate, Key, Rule
from frontdesk.domain.visits import VisitDraft
from frontdesk.domain.winback import Came, Step
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import (
    bench,
    customers,
    memberships,
    notes,
    occasions,
    reminders,
    staff,
    visits,
    winback,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino, content, picture

DAY = timedelta(days=1)


def celebrant(desk: Desk, **fields: Any) -> tuple[CustomerId, Key]:
    """Somebody whose birthday it is."""
    day = desk.today()
    whom = aino(desk, first_seen=day, birthday=PartialDate(day.month, day.day, 1986), **fields)
    return whom, ("birthday", whom, day)


def begun(desk: Desk, whom: CustomerId, words: str = "", **fields: Any) -> NoteId:
    return NoteId(notes.begin(desk, NoteDraft(whom, NoteKind.THANK_YOU, words=words, **fields)).row)


def sent(desk: Desk, whom: CustomerId, words: str) -> NoteId:
    note = begun(desk, whom, words)
    notes.send(desk, note, 1)
    return note


def fates(desk: Desk) -> list[tuple[str, str]]:
    return [(row["stage"], row["fate"]) for row in content(desk)["reminder_outcomes"]]


def test_a_birthday_waits_on_the_bench_until_its_card_is_handed_over(desk: Desk) -> None:
    whom, key = celebrant(desk)
    [due] = bench.bench(desk).due
    assert due.key == key
    draft = bench.sheet(desk, whom, about=key).draft
    assert (draft.kind, draft.why, draft.words) == (NoteKind.BIRTHDAY, "turns 40, 22 November", "")
    note = NoteId(notes.begin(desk, draft).row)
    assert ([one.id for one in bench.bench(desk).begun], bench.bench(desk).due) == ([note], ())
    notes.written(desk, note, 1)
    assert fates(desk) == []
    notes.hand_over(desk, note, 2)
    assert fates(desk) == [("birthday", "done")]
    assert [one.rule for one in today(desk).due_today] == []
    assert [one.state for one in bench.bench(desk).waiting] == [NoteState.HANDED_OVER]
    notes.answered(desk, note, 3, "She was moved")
    [last] = bench.bench(desk).answered
    assert (last.state, last.answer) == (NoteState.ANSWERED, "She was moved")


def test_handed_over_by_mistake_is_taken_back_with_its_reminder(desk: Desk) -> None:
    whom, key = celebrant(desk)
    note = NoteId(notes.begin(desk, bench.sheet(desk, whom, about=key).draft).row)
    change = notes.hand_over(desk, note, 1)
    undo(desk, change.id)
    assert fates(desk) == []
    assert [one.rule for one in today(desk).due_today] == [Rule.BIRTHDAY]
    assert [one.id for one in bench.bench(desk).begun] == [note]


def test_what_somebody_has_done_already_stays_theirs(desk: Desk) -> None:
    whom, key = celebrant(desk)
    note = NoteId(notes.begin(desk, bench.sheet(desk, whom, about=key).draft).row)
    reminders.mark(desk, today(desk).due_today[0], Fate.DONE)
    before = content(desk)["reminder_outcomes"]
    desk.on_duty = None
    notes.send(desk, note, 1)
    assert content(desk)["reminder_outcomes"] == before


def test_a_reminder_that_was_skipped_is_done_after_all(desk: Desk) -> None:
    whom, key = celebrant(desk)
    note = NoteId(notes.begin(desk, bench.sheet(desk, whom, about=key).draft).row)
    reminders.mark(desk, today(desk).due_today[0], Fate.SKIPPED)
    notes.send(desk, note, 1)
    assert fates(desk) == [("birthday", "done")]


def test_two_desks_that_begin_the_same_card_meet_on_one(desk: Desk, other_desk: Desk) -> None:
    whom, key = celebrant(desk)
    draft = bench.sheet(desk, whom, about=key).draft
    first = notes.begin(desk, draft)
    second = notes.begin(other_desk, draft)
    assert (second.row, second.id) == (first.row, first.id)
    assert len(content(desk)["notes"]) == 1
    found = bench.sheet(other_desk, whom, about=key).note
    assert found
    assert found.id == first.row


@pytest.mark.parametrize("fields", [{"left_alone": True}, {"deceased": True}])
def test_nobody_writes_to_the_dead_or_to_who_wishes_for_none(desk: Desk, fields: dict[str, bool]) -> None:
    whom, _ = celebrant(desk)
    note = begun(desk, whom)
    customers.change(desk, whom, 1, **fields)
    assert bench.bench(desk).due == ()
    steps: list[Callable[[], Changes]] = [
        lambda: notes.begin(desk, NoteDraft(whom, NoteKind.SYMPATHY)),
        lambda: notes.written(desk, note, 1),
        lambda: notes.send(desk, note, 1),
    ]
    for step in steps:
        with pytest.raises(Refused, match="Aino Virtanen has"):
            step()
    assert [row["state"] for row in content(desk)["notes"]] == ["to write"]


def test_of_the_dead_only_the_history_is_left(desk: Desk) -> None:
    whom = aino(desk)
    old = sent(desk, whom, "See you on Monday")
    begun(desk, whom)
    customers.change(desk, whom, 1, deceased=True)
    assert bench.bench(desk).begun == bench.bench(desk).waiting == ()
    assert [one.id for one in bench.sheet(desk, whom).before] == [old]


STEPS: list[Callable[[Desk, NoteId, int], Changes]] = [notes.written, notes.hand_over, notes.send]


@pytest.mark.parametrize("step", STEPS)
def test_what_was_sent_is_not_written_any_more(
    desk: Desk, step: Callable[[Desk, NoteId, int], Changes]
) -> None:
    note = sent(desk, aino(desk), "Thank you")
    before = content(desk)
    with pytest.raises(Refused, match="meanwhile"):
        step(desk, note, 2)
    writes: list[Callable[[], Changes]] = [
        lambda: notes.change(desk, note, 2, words="!"),
        lambda: notes.throw_away(desk, note, 2),
    ]
    for write in writes:
        with pytest.raises(Refused, match="on its way"):
            write()
    assert content(desk) == before


def test_an_answer_needs_a_note_that_was_sent_and_words(desk: Desk) -> None:
    note = begun(desk, aino(desk))
    with pytest.raises(Refused, match="meanwhile"):
        notes.answered(desk, note, 1, "Thanks")
    notes.send(desk, note, 1)
    with pytest.raises(Refused, match="in a few words") as refused:
        notes.answered(desk, note, 2, " \n")
    assert refused.value.field == "answer"
    notes.answered(desk, note, 2, "Thanks")
    notes.answered(desk, note, 3, "Thanks, and a cake")
    assert [row["answer"] for row in content(desk)["notes"]] == ["Thanks, and a cake"]


def test_a_mail_is_sent_and_not_handed_over(desk: Desk) -> None:
    note = begun(desk, aino(desk), way=Way.EMAIL)
    with pytest.raises(Refused, match="not handed over"):
        notes.hand_over(desk, note, 1)
    assert [row["state"] for row in content(desk)["notes"]] == ["to write"]
    notes.send(desk, note, 1)


def test_a_mail_needs_an_address_and_words(desk: Desk) -> None:
    whom = aino(desk)
    person = customers.get(desk, whom).draft
    with pytest.raises(Refused, match="no e-mail address"):
        notes.check_email(person, "Hello")
    customers.change(desk, whom, 1, emails=("a@example.fi",))
    person = customers.get(desk, whom).draft
    with pytest.raises(Refused, match="Write something first"):
        notes.check_email(person, " ")
    notes.check_email(person, "Hello")


def test_two_desks_write_and_the_second_is_told(desk: Desk, other_desk: Desk) -> None:
    note = begun(desk, aino(desk))
    notes.change(desk, note, 1, words="Mine")
    with pytest.raises(ChangedMeanwhile) as changed:
        notes.change(other_desk, note, 1, words="Theirs")
    assert changed.value.version == 2
    assert [row["words"] for row in content(desk)["notes"]] == ["Mine"]


def test_a_note_that_is_thrown_away_comes_back_with_its_cutting(desk: Desk) -> None:
    note = begun(desk, aino(desk), "Thank you")
    notes.put_cutting(desk, note, picture())
    notes.put_cutting(desk, note, picture("blue"))
    before = content(desk)
    assert len(before["cuttings"]) == 1
    thrown = notes.throw_away(desk, note, 1)
    assert content(desk)["notes"] == content(desk)["cuttings"] == []
    with pytest.raises(Gone):
        notes.change(desk, note, 1, words="x")
    undo(desk, thrown.id)
    assert content(desk) == before


def test_a_cutting_is_read_as_a_photo_is(desk: Desk) -> None:
    note = begun(desk, whom := aino(desk))
    with pytest.raises(Refused, match="not a picture"):
        notes.put_cutting(desk, note, b"%PDF")
    notes.put_cutting(desk, note, picture())
    assert (bench.sheet(desk, whom, note).cutting or b"").startswith(b"\xff\xd8")
    notes.take_cutting_away(desk, note)
    assert bench.sheet(desk, whom, note).cutting is None


def test_every_kind_of_reminder_that_a_note_suits(desk: Desk, clock: FixedClock) -> None:
    whom, _ = celebrant(desk)
    now = desk.today()
    for label, once in (("wedding day", False), ("Name day", False), ("in the newspaper", True)):
        occasions.add(desk, OccasionDraft(whom, label, PartialDate.of(now), once=once))
    kinds = {bench.sheet(desk, whom, about=one.key).draft.kind for one in bench.bench(desk).due}
    assert kinds == {NoteKind.BIRTHDAY, NoteKind.ANNIVERSARY, NoteKind.NAME_DAY, NoteKind.IN_THE_NEWS}


def test_whoever_stays_away_is_written_to_because_of_their_own_habit(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    for weeks in (4, 3, 2, 1):
        visits.log(desk, VisitDraft(whom, desk.today() - weeks * 7 * DAY))
    clock.instant += 14 * DAY
    [due] = bench.bench(desk).due
    draft = bench.sheet(desk, whom, about=due.key).draft
    assert (draft.kind, draft.why) == (
        NoteKind.WE_MISS_YOU,
        "usually here every 7 days, last here 15 November",
    )


def test_one_note_is_about_an_absence_however_long_it_lasts(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk, first_seen=None)
    for back in (24, 17, 10, 3):
        visits.log(desk, VisitDraft(whom, desk.today() - back * DAY))
    clock.instant += 20 * DAY
    [overdue] = bench.bench(desk).due
    note = NoteId(notes.begin(desk, bench.sheet(desk, whom, about=overdue.key).draft).row)
    clock.instant += 45 * DAY
    day = today(desk)
    assert [one.stage for one in day.left_over + day.due_today if one.rule is Rule.OVERDUE] == ["sleeping"]
    assert bench.bench(desk).due == ()
    notes.send(desk, note, 1)
    day = today(desk)
    assert [one.stage for one in day.left_over + day.due_today if one.rule is Rule.OVERDUE] == []


def test_a_step_to_somebody_who_has_left_is_written_and_sent(desk: Desk) -> None:
    whom = aino(desk, first_seen=None)
    ends = desk.today() - 3 * DAY
    held = memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends)).row
    memberships.end(desk, MembershipId(held), 1)
    [due] = bench.bench(desk).due
    draft = bench.sheet(desk, whom, about=due.key).draft
    assert (draft.kind, draft.why) == (NoteKind.THANK_YOU, "left 19 November")
    before = content(desk)
    card = notes.begin(desk, draft)
    given = notes.send(desk, NoteId(card.row), 1)
    (leaver,) = winback.leavers(desk).people
    assert [(one.step, one.came) for one in leaver.told] == [(Step.THANKS, Came.SENT)]
    assert fates(desk) == [("winback-thanks", "done")]
    undo(desk, given.id)
    undo(desk, card.id)
    assert content(desk) == before


def test_a_step_that_is_to_be_rung_is_no_note(desk: Desk) -> None:
    whom = aino(desk, first_seen=None, channel=Channel.PHONE)
    ends = desk.today() - 3 * DAY
    held = memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends)).row
    memberships.end(desk, MembershipId(held), 1)
    assert bench.bench(desk).due == ()


def test_what_nobody_has_sent_is_to_be_done(desk: Desk) -> None:
    whom, other = celebrant(desk)[0], aino(desk, name="Eino")
    first, second = begun(desk, whom), begun(desk, other)
    sent(desk, whom, "on its way")
    notes.written(desk, first, 1)
    assert [one.id for one in notes.to_do(desk)] == [second, first]


def test_a_new_note_is_for_whoever_is_on_duty(desk: Desk) -> None:
    whom = aino(desk)
    anna = staff.add(desk, "Anna").row
    desk.on_duty = anna  # type: ignore[assignment]
    assert bench.sheet(desk, whom).draft == NoteDraft(whom, NoteKind.THANK_YOU, owner=desk.on_duty)


def test_opening_lines_speak_their_language_and_use_their_name(desk: Desk) -> None:
    whom = aino(desk, language="Finnish, English", nickname="Aikku")
    assert bench.sheet(desk, whom).openings[0] == "Hei Aikku, sydämellinen kiitos!"
    customers.change(desk, whom, 1, address_as="Dr Virtanen", language="")
    assert bench.sheet(desk, whom).openings[0].startswith("Dear Dr Virtanen, thank you.")


def test_the_same_words_to_one_person_are_warned_of_however_long_ago(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    sent(desk, whom, "Dear Aino,\nthank you for the cake.")
    clock.instant += 700 * DAY
    note = begun(desk, whom, "dear Aino: Thank you, for the cake")
    [found] = bench.sheet(desk, whom, note).warnings
    assert (found.kind, str(found.day), found.others) == (NoteKind.THANK_YOU, "2026-11-22", 0)
    notes.change(desk, note, 1, words="Dear Aino, and now a pie!")
    assert bench.sheet(desk, whom, note).warnings == ()


def test_the_same_words_to_three_others_within_a_month(desk: Desk, clock: FixedClock) -> None:
    others = [aino(desk, name=name) for name in ("Eino", "Болд", "முருகன்")]
    for whom, name in zip(others, ("Eino", "Болд", "முருகன்"), strict=True):
        sent(desk, whom, f"Dear {name}, a merry winter to you.")
    whom = aino(desk)
    note = begun(desk, whom, "Dear Aino, a merry winter to you.")
    assert [one.others for one in bench.sheet(desk, whom, note).warnings] == [3]
    clock.instant += 32 * DAY
    assert bench.sheet(desk, whom, note).warnings == ()


def test_written_but_not_sent_counts_as_said_and_begun_does_not(desk: Desk) -> None:
    for name, step in (("A", True), ("B", True), ("C", False)):
        note = begun(desk, aino(desk, name=name), "A merry winter to you")
        if step:
            notes.written(desk, note, 1)
    whom = aino(desk, name="D")
    note = begun(desk, whom, "A merry winter to you")
    assert bench.sheet(desk, whom, note).warnings == ()
    notes.written(desk, NoteId(content(desk)["notes"][2]["id"]), 1)
    assert [one.others for one in bench.sheet(desk, whom, note).warnings] == [3]


def test_what_was_sent_long_ago_leaves_the_bench(desk: Desk, clock: FixedClock) -> None:
    sent(desk, aino(desk), "Thank you")
    assert len(bench.bench(desk).waiting) == 1
    clock.instant += 32 * DAY
    assert bench.bench(desk).waiting == ()
