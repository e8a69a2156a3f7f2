"""What somebody at the bench writes, and what becomes of it: no toolkit."""

from collections.abc import Hashable
from pathlib import Path

import pytest

from frontdesk.domain.ids import ChangeId, NoteId
from frontdesk.domain.notes import NoteDraft, NoteKind, NoteState, Way
from frontdesk.domain.reminders import Fate
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, notes, reminders, undo, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.notes.around import Around, Listed
from frontdesk.ui.rooms.notes.doings import Do
from frontdesk.ui.rooms.notes.held import Held
from frontdesk.ui.rooms.notes.presenter import NotesPresenter
from frontdesk.ui.rooms.notes.wording import NotePage
from tests.support.around_room import AroundRoom
from tests.support.houses import aino, content, picture
from tests.ui.rooms.notes.conftest import celebrant


class Writer:
    """Somebody at the bench, with the list and a card in front of them."""

    def __init__(self, around: AroundRoom) -> None:
        self.around = around
        self.listed = Listed()
        self.chosen: Hashable | None = None
        self.page: NotePage | None = None
        self.whom: tuple[Row, ...] = ()
        self.refused: list[tuple[str, str, str | None]] = []
        self.mails: list[str] = []
        self.copied: list[str] = []
        self.kept_typed = False
        self.writing = False
        self.mail_program = True
        self.asks_answer = False
        own = Around(around.offer_undo, around.tell, around.say, self.open_mail, self.copied.append)
        self.presenter = NotesPresenter(around.desk, around.worker, self, own)
        around.desk.listen(self.presenter.refresh)

    def open_mail(self, link: str) -> bool:
        self.mails.append(link)
        return self.mail_program

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        self.listed, self.chosen = listed, chosen

    def show_note(self, page: NotePage | None, *, keep_typed: bool) -> None:
        self.page, self.kept_typed = page, keep_typed

    def show_whom(self, rows: tuple[Row, ...]) -> None:
        self.whom = rows

    def refuse(self, name: str, sentence: str, typed: str | None = None) -> None:
        self.refused.append((name, sentence, typed))

    def is_writing(self) -> bool:
        return self.writing

    def show_answer(self) -> None:
        self.asks_answer = True

    def close_form(self) -> None:
        self.asks_answer = False

    def put_form_aside(self) -> None:
        self.asks_answer = False

    def names(self) -> list[str]:
        return [f"{row.above}: {row.title}" if row.above else row.title for row in self.listed.rows]

    def sees(self) -> NotePage:
        assert self.page
        return self.page

    def can(self) -> list[str]:
        return [doing.words for doing in self.sees().doings]

    def is_asked(self) -> bool:
        return self.asks_answer

    def undoes(self) -> str:
        sentence, change = self.around.undos[-1]
        undo.undo(self.around.desk, ChangeId(change))
        return sentence


@pytest.fixture
def writer(around: AroundRoom) -> Writer:
    return Writer(around)


def states(desk: Desk) -> list[str]:
    return [row["state"] for row in content(desk)["notes"]]


def test_who_is_to_be_written_to_and_what_is_known_of_them(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino", likes="the window seat", language="Finnish")
    celebrant(desk, "Eino", left_alone=True)
    writer.presenter.load()
    assert writer.names() == ["To write: Aino"]
    assert writer.listed.summary == "1 to write"
    page = writer.sees()
    assert (page.name, page.occasion, page.words, page.kind) == (
        "Aino",
        "turns 40 today",
        "",
        NoteKind.BIRTHDAY,
    )
    facts = {fact.heading: fact.lines for fact in page.slip.who}
    assert facts["So far"] == ("40 years old, with us since 22 November",)
    assert facts["Likes"] == ("the window seat",)
    assert page.openings[0].startswith("Hei Aino, lämpimät onnittelut")
    assert writer.can() == ["It is written", "Handed over", "Sent by post"]
    assert content(desk)["notes"] == []


def test_nobody_to_write_to(writer: Writer) -> None:
    writer.presenter.load()
    assert (writer.names(), writer.page, writer.listed.summary) == ([], None, "")
    writer.presenter.put("words", "Dear nobody")
    writer.presenter.steps.do(Do.WRITTEN)
    assert writer.presenter.unfinished() == ()


def test_from_a_blank_card_to_their_answer(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.put("words", "Dear Aino, forty and not a day older!")
    assert writer.names() == ["To write: Aino"]
    assert writer.listed.rows[0].badge == "begun"
    writer.presenter.put("why", "her fortieth")
    writer.presenter.steps.do(Do.WRITTEN)
    assert writer.names() == ["Written: Aino"]
    assert writer.can() == ["Handed over", "Sent by post", "Throw it away"]
    writer.presenter.steps.do(Do.HAND_OVER)
    assert writer.names() == ["On their way: Aino"]
    assert writer.can() == ["They answered…"]
    assert not writer.sees().editable
    writer.presenter.steps.do(Do.ANSWER)
    assert writer.is_asked()
    writer.presenter.steps.answered("  ")
    assert writer.refused[-1] == ("answer", "Write what they said, in a few words.", None)
    writer.presenter.steps.answered("She laughed")
    assert not writer.is_asked()
    assert writer.names() == ["Answered: Aino"]
    assert writer.sees().answer == "She laughed"
    [row] = content(desk)["notes"]
    assert (row["why"], row["words"]) == ("her fortieth", "Dear Aino, forty and not a day older!")
    assert [row["fate"] for row in content(desk)["reminder_outcomes"]] == ["done"]


def test_each_step_goes_back_by_undo(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.steps.do(Do.HAND_OVER)
    assert states(desk) == ["handed over"]
    assert writer.undoes() == "Handed over: birthday card for Aino"
    assert states(desk) == ["to write"]
    assert content(desk)["reminder_outcomes"] == []
    assert writer.names() == ["To write: Aino"]
    writer.presenter.put("words", "Dear Aino")
    assert writer.undoes() == "Kept: birthday card for Aino"
    assert writer.sees().words == ""


def test_thrown_away_the_reminder_asks_again(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.put("words", "Dear Eino")
    writer.presenter.steps.do(Do.THROW_AWAY)
    assert content(desk)["notes"] == []
    assert writer.listed.rows[0].badge == "Birthday"
    assert writer.sees().words == ""
    writer.presenter.put("words", "Dear Aino")
    assert states(desk) == ["to write"]


def test_a_new_note_to_anybody_is_begun_with_its_first_word(writer: Writer, desk: Desk) -> None:
    whom = aino(desk, second_spelling="Айно", card="1001")
    visits.log_now(desk, whom)
    writer.presenter.look_for("aino v")
    [row] = writer.whom
    assert (row.key, row.title) == (whom, "Aino Virtanen")
    assert row.detail == "Айно · last here today · card 1001"
    writer.presenter.look_for(" ")
    assert writer.whom == ()
    writer.presenter.write_to(whom)
    assert (writer.chosen, writer.sees().kind) == (("new", whom), NoteKind.THANK_YOU)
    assert content(desk)["notes"] == []
    writer.presenter.put("kind", NoteKind.GET_WELL)
    writer.presenter.put("words", "Come back soon")
    [note] = content(desk)["notes"]
    assert (note["kind"], note["words"]) == ("get well", "Come back soon")
    assert writer.chosen == ("note", note["id"])


def test_whoever_is_to_be_written_to_has_what_is_due_or_begun(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Eino")
    whom = celebrant(desk, "Aino")
    writer.presenter.write_to(whom)
    assert (writer.sees().name, writer.sees().kind) == ("Aino", NoteKind.BIRTHDAY)
    writer.presenter.put("words", "Dear Aino")
    writer.presenter.choose(writer.listed.rows[1].key)
    assert writer.sees().name == "Eino"
    writer.presenter.write_to(whom)
    assert writer.sees().words == "Dear Aino"


def test_an_errand_about_a_reminder_shows_its_card(writer: Writer, desk: Desk) -> None:
    whom = celebrant(desk, "Aino")
    notes.begin(desk, NoteDraft(whom, NoteKind.APOLOGY, words="Sorry"))
    writer.presenter.write_to(whom, ("birthday", whom, desk.today()))
    assert (writer.sees().kind, writer.sees().words) == (NoteKind.BIRTHDAY, "")


def test_another_desk_came_first_and_nothing_is_lost(writer: Writer, desk: Desk, file_house: str) -> None:
    whom = celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.put("words", "Dear Aino")
    note = NoteId(content(desk)["notes"][0]["id"])
    writer.writing = True
    notes.change(desk, note, 1, words="Their words")
    assert writer.kept_typed
    writer.writing = False
    writer.presenter.put("words", "Dear Aino, my words")
    name, _, typed = writer.refused[-1]
    assert (name, typed) == ("words", "Dear Aino, my words")
    assert content(desk)["notes"][0]["words"] == "Their words"
    assert writer.presenter.unfinished() == ("a note",)
    writer.presenter.steps.do(Do.WRITTEN)
    assert writer.around.said[-1].startswith("What you wrote is not kept yet")
    writer.presenter.put("words", "Dear Aino, my words")
    assert content(desk)["notes"][0]["words"] == "Dear Aino, my words"
    assert writer.presenter.unfinished() == ()
    assert whom


def test_what_cannot_be_kept_waits_while_another_note_is_looked_at(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    celebrant(desk, "Eino")
    writer.presenter.load()
    writer.presenter.put("words", "x" * 20_001)
    assert writer.refused[-1][0] == "words"
    assert "20000" in writer.refused[-1][1].replace(",", "")
    first, second = (row.key for row in writer.listed.rows)
    writer.presenter.choose(second)
    assert writer.sees().name == "Eino"
    assert writer.presenter.unfinished() == ("a note",)
    writer.refused.clear()
    writer.presenter.choose(first)
    assert [(name, typed) for name, _, typed in writer.refused] == [("words", "x" * 20_001)]


def test_a_card_that_was_thrown_away_elsewhere_is_begun_anew(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.put("words", "Dear Aino")
    writer.writing = True
    notes.throw_away(desk, NoteId(content(desk)["notes"][0]["id"]), 1)
    writer.writing = False
    writer.presenter.put("words", "Dear Aino, my words")
    assert writer.refused[-1][2] == "Dear Aino, my words"
    writer.presenter.put("words", "Dear Aino, my words")
    assert [row["words"] for row in content(desk)["notes"]] == ["Dear Aino, my words"]


def test_the_same_words_are_looked_at_before_they_are_written(
    writer: Writer, desk: Desk, clock: FixedClock
) -> None:
    whom = celebrant(desk, "Aino")
    old = notes.begin(desk, NoteDraft(whom, NoteKind.BIRTHDAY, words="Dear Aino, many happy returns."))
    notes.send(desk, NoteId(old.row), 1)
    writer.presenter.write_to(whom)
    writer.presenter.put("words", "dear Aino: many happy returns")
    assert writer.sees().warnings == (
        "These very words stood in their birthday card of 22 November already. People can tell.",
    )
    writer.presenter.steps.do(Do.WRITTEN)
    assert states(desk) == ["sent", "written"]


def test_a_warning_that_nobody_has_seen_stops_the_step_once(writer: Writer, desk: Desk) -> None:
    whom = celebrant(desk, "Aino")
    writer.presenter.write_to(whom)
    writer.presenter.put("words", "Many happy returns")
    desk.listeners.clear()  # what another desk sends is not seen yet
    old = notes.begin(desk, NoteDraft(whom, NoteKind.BIRTHDAY, words="Many happy returns!"))
    notes.send(desk, NoteId(old.row), 1)
    writer.presenter.steps.do(Do.WRITTEN)
    assert writer.around.said == ["Look at the warning first; the same key once more goes on."]
    assert states(desk) == ["to write", "sent"]
    assert len(writer.sees().warnings) == 1
    writer.presenter.steps.do(Do.WRITTEN)
    assert states(desk) == ["written", "sent"]


def test_a_mail_is_opened_with_its_words_and_said_to_be_sent(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Болд", emails=("bold+gym@example.mn",))
    writer.presenter.load()
    writer.presenter.put("way", Way.EMAIL)
    assert writer.can()[0] == "Open the mail program"
    writer.presenter.steps.do(Do.MAIL)
    assert writer.refused[-1][:2] == ("words", "Write something first: a mail without words says nothing.")
    writer.presenter.put("words", "Эрхэм Болд,\n50 % & more?")
    writer.presenter.steps.do(Do.MAIL)
    [link] = writer.mails
    assert link == (
        "mailto:bold%2Bgym@example.mn?subject=Birthday&body="
        "%D0%AD%D1%80%D1%85%D1%8D%D0%BC%20%D0%91%D0%BE%D0%BB%D0%B4%2C%0D%0A50%20%25%20%26%20more%3F"
    )
    assert states(desk) == ["written"]
    assert writer.around.said[-1] == "The mail program is opened. When the mail is sent, say so here."
    assert writer.can() == ["It was sent", "Open the mail program again", "Throw it away"]
    writer.presenter.steps.do(Do.MAIL)
    assert len(writer.mails) == 2
    writer.presenter.steps.do(Do.SEND)
    assert states(desk) == ["sent"]


def test_a_long_mail_goes_by_the_clipboard(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino", emails=("a@example.fi",))
    words = "ஒரு நீண்ட கடிதம். " * 40
    writer.presenter.load()
    writer.presenter.put("way", Way.EMAIL)
    writer.presenter.put("words", words)
    writer.presenter.steps.do(Do.MAIL)
    assert writer.mails == ["mailto:a@example.fi?subject=Birthday"]
    assert writer.copied == [words.strip()]
    assert "paste them there" in writer.around.said[-1]


def test_where_no_mail_program_answers_it_is_told(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino", emails=("a@example.fi",))
    writer.mail_program = False
    writer.presenter.load()
    writer.presenter.put("way", Way.EMAIL)
    writer.presenter.put("words", "Dear Aino")
    writer.presenter.steps.do(Do.MAIL)
    assert "No mail program" in writer.around.told[-1]


def test_a_mail_needs_an_address(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    writer.presenter.put("way", Way.EMAIL)
    writer.presenter.put("words", "Dear Aino")
    writer.presenter.steps.do(Do.MAIL)
    assert writer.refused[-1][0] == "way"
    assert (writer.mails, states(desk)) == ([], ["to write"])


def test_a_cutting_lies_with_its_note(writer: Writer, desk: Desk, tmp_path: Path) -> None:
    celebrant(desk, "Aino")
    good, bad = tmp_path / "cutting.png", tmp_path / "cutting.pdf"
    good.write_bytes(picture())
    bad.write_bytes(b"%PDF")
    writer.presenter.load()
    for path in (bad, tmp_path / "nowhere.png"):
        writer.presenter.steps.put_cutting(path)
        assert "Nothing was changed" in writer.refused[-1][1]
    writer.presenter.steps.put_cutting(good)
    assert writer.sees().cutting
    writer.presenter.put("words", "We read about you")
    writer.presenter.steps.take_cutting_away()
    assert writer.sees().cutting is None
    assert writer.undoes() == "Cutting taken away: birthday card for Aino"
    assert writer.sees().cutting


def test_of_the_dead_only_what_we_wrote_is_shown(writer: Writer, desk: Desk) -> None:
    whom = celebrant(desk, "Aino")
    old = notes.begin(desk, NoteDraft(whom, NoteKind.THANK_YOU, words="Thank you"))
    notes.send(desk, NoteId(old.row), 1)
    customers.change(desk, whom, 1, deceased=True)
    writer.presenter.write_to(whom)
    page = writer.sees()
    assert (page.alive, page.editable, page.doings, page.occasion) == (False, False, (), "")
    assert page.badges[0][0] == "Has died"
    assert page.slip.what[-1].lines == ("today · thank-you card · “Thank you”",)


def test_who_wishes_for_no_notes_is_not_written_to(writer: Writer, desk: Desk) -> None:
    whom = aino(desk, left_alone=True)
    writer.presenter.write_to(whom)
    page = writer.sees()
    assert (page.editable, page.doings) == (False, ())
    assert page.badges[0][0] == "Asked us not to write or ring"


def test_an_opening_line_is_copied_and_not_written(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    line = writer.sees().openings[0]
    writer.presenter.copy(line)
    assert writer.copied == [line]
    assert writer.sees().words == ""


def test_all_states_have_their_words(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    writer.presenter.load()
    said = []
    for do in (Do.WRITTEN, Do.SEND):
        writer.presenter.steps.do(do)
        said.append(writer.sees().badges[0][0])
    writer.presenter.steps.answered("Thanks")
    assert [*said, writer.sees().badges[0][0]] == ["written today", "sent today", "answered"]
    assert NoteState(states(desk)[0]) is NoteState.ANSWERED


def test_a_card_that_another_desk_has_begun_without_words_takes_ours(writer: Writer, desk: Desk) -> None:
    whom = celebrant(desk, "Aino")
    writer.presenter.load()
    desk.listeners.clear()  # what another desk does is not seen yet
    about = ("birthday", whom, desk.today())
    notes.begin(desk, NoteDraft(whom, NoteKind.BIRTHDAY, why="forty", about=about))
    writer.presenter.put("words", "Dear Aino")
    assert [(row["why"], row["words"]) for row in content(desk)["notes"]] == [("forty", "Dear Aino")]


def test_a_card_that_another_desk_has_begun_with_words_is_not_written_over(
    writer: Writer, desk: Desk
) -> None:
    whom = celebrant(desk, "Aino")
    writer.presenter.load()
    desk.listeners.clear()
    about = ("birthday", whom, desk.today())
    notes.begin(desk, NoteDraft(whom, NoteKind.BIRTHDAY, about=about, words="Theirs"))
    writer.presenter.put("words", "Ours")
    assert [row["words"] for row in content(desk)["notes"]] == ["Theirs"]
    assert writer.refused[-1][2] == "Ours"


def test_taken_back_from_the_beginning_the_same_person_is_still_there(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    celebrant(desk, "Eino")
    writer.presenter.load()
    writer.presenter.choose(writer.listed.rows[1].key)
    writer.presenter.put("words", "Dear Eino")
    writer.undoes()
    assert (writer.sees().name, writer.sees().words) == ("Eino", "")


def test_a_blank_card_goes_when_somebody_has_seen_to_its_reminder(writer: Writer, desk: Desk) -> None:
    celebrant(desk, "Aino")
    celebrant(desk, "Eino")
    writer.presenter.load()
    assert writer.sees().name == "Aino"
    reminders.mark(desk, today(desk).due_today[0], Fate.DONE)
    assert (writer.names(), writer.sees().name) == (["To write: Eino"], "Eino")


def test_no_step_is_taken_with_words_that_could_not_be_kept(desk: Desk) -> None:
    whom = aino(desk)
    draft = NoteDraft(whom, NoteKind.THANK_YOU, words="Dear Aino")
    held = Held(whom, note=NoteId(notes.begin(desk, draft).row), version=1)
    with pytest.raises(Refused, match="the most that is kept"):
        held.put(desk, draft, "words", "x" * 100_000)
    with pytest.raises(Refused, match="not kept yet"):
        held.act(desk, draft, notes.send)  # asked for before anybody could see that it failed
    held.put(desk, draft, "words", "Dear Aino, thank you")
    held.act(desk, draft, notes.send)
