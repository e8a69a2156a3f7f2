"""Notes on the morning's list: those to be written have lines to write on, those that lie ready have none."""

from dataclasses import replace
from datetime import UTC, datetime

from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.notes import Note, NoteDraft, NoteKind, NoteState
from frontdesk.reports.today_list import ListPage, today_list
from frontdesk.reports.today_rows import ListRow
from tests.support.morning import a_morning, a_today

CAKE = Note(
    NoteId(1),
    1,
    NoteDraft(CustomerId(71), NoteKind.THANK_YOU, why="brought cake for the whole morning class"),
    NoteState.TO_WRITE,
    datetime(2026, 11, 21, 9, tzinfo=UTC),
    customer_name="ஜானகி ராமன்",
)


def notes(page: ListPage) -> tuple[ListRow, ...]:
    return next((part.rows for part in page.sections if part.heading == "Notes"), ())


def test_one_to_be_written_says_why_and_has_two_lines_to_write_on() -> None:
    (row,) = notes(today_list(a_today(), to_write=(CAKE,)))
    assert (row.name, row.action, row.lines) == ("ஜானகி ராமன்", "note", 2)
    assert row.why == "Thank-you card: to be written. Brought cake for the whole morning class."


def test_one_that_lies_ready_has_none_and_names_its_owner() -> None:
    ready = replace(CAKE, state=NoteState.WRITTEN, owner_name="Marta")
    (row,) = notes(today_list(a_today(), to_write=(ready,)))
    assert (row.why.split(".")[0], row.action, row.lines) == (
        "Thank-you card: written, to be handed over or sent",
        "Marta",
        0,
    )


def test_a_short_list_keeps_the_reason_to_itself() -> None:
    (row,) = notes(today_list(a_today(), short=True, to_write=(CAKE,)))
    assert (row.why, row.lines) == ("Thank-you card: to be written.", 0)


def test_a_card_for_a_birthday_on_the_list_has_its_lines_there() -> None:
    morning = a_morning()
    birthday = next(one for one in morning.due_today if one.rule == "birthday")
    about = replace(CAKE, draft=replace(CAKE.draft, about=birthday.key))
    assert notes(today_list(morning, to_write=(about,))) == ()


def test_a_house_with_nothing_but_a_note_to_write_is_not_quiet() -> None:
    page = today_list(a_today(), to_write=(CAKE,))
    assert page.quiet == ""
