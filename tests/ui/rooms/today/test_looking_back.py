"""Looking back, without a window: what is shown of the ledger, and what is done about a row."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import ChangeId, CustomerId, MembershipId, StaffId
from frontdesk.domain.reminders import Fate
from frontdesk.services import customers, ledger, lookup, staff, talks
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.today.ledger import presenter as module
from frontdesk.ui.rooms.today.ledger.presenter import LedgerPresenter, Question, Shown
from tests.ui.rooms.today.conftest import Morning

LONG_TAMIL = "ஸ்ரீவில்லிபுத்தூர் " * 6 + "கிருஷ்ணமூர்த்தி"


class LookingBack:
    """Somebody at the ledger, on a morning on which it has been kept for a while."""

    def __init__(self, morning: Morning) -> None:
        self.morning, self.desk, self.around = morning, morning.desk, morning.around
        self.desk.fill_index()
        self.desk.on_duty = StaffId(staff.add(self.desk, "Anna").row)
        ledger.keep_all(self.desk)
        self.shown = Shown()
        self.asked: list[Question] = []
        self.opened: list[CustomerId] = []
        self.talks: list[int] = []
        around = self.around
        self.presenter = LedgerPresenter(
            self.desk,
            around.worker,
            self,
            around.offer_undo,
            around.tell,
            self.opened.append,
            self.talks.append,
        )
        self.desk.listen(self.presenter.refresh)

    def show(self, shown: Shown) -> None:
        self.shown = shown

    def show_question(self, question: Question) -> None:
        self.asked.append(question)

    def knows(self, name: str, born: str = "1986-11-22", **fields: Any) -> CustomerId:
        whom = self.morning.knows(name, birthday=born, **fields)
        ledger.keep(self.desk, {whom})
        return whom

    def days_later(self, days: int) -> None:
        self.morning.later(days=days)
        ledger.keep_all(self.desk)

    def looks(self, person: CustomerId | None = None) -> Shown:
        self.presenter.look(person)
        return self.shown

    def row(self, name: str) -> Row:
        [found] = [row for row in self.shown.rows if row.title.startswith(name)]
        return found

    def names(self) -> list[str]:
        return [row.title.split(":")[0] for row in self.shown.rows]

    def can_do(self, name: str) -> list[str]:
        return [words for words, _ in self.presenter.choices(self.row(name).key)]

    def does(self, name: str, words: str) -> None:
        [do] = [run for said, run in self.presenter.choices(self.row(name).key) if said == words]
        do()


@pytest.fixture
def back(morning: Morning) -> LookingBack:
    """Somebody at the ledger."""
    return LookingBack(morning)


def test_each_row_says_who_and_what_and_what_became_of_it(back: LookingBack) -> None:
    for name in ("Aino", "Eino", "Helmi"):
        back.knows(name)
    back.looks()
    back.does("Eino", "Done after all")
    back.does("Helmi", "Skip")
    assert [(row.title, row.detail, row.badge, row.level) for row in back.shown.rows] == [
        ("Aino: turned 40", "nobody has seen to it yet", "open", Level.AMBER),
        ("Eino: turned 40", "done by Anna, 14.00", "done", Level.GREEN),
        ("Helmi: turned 40", "skipped by Anna, 14.00", "skipped", Level.NEUTRAL),
    ]
    assert back.shown.figures == "In the last 30 days: 1 done · 1 skipped · 1 open"


def test_a_name_in_another_script_has_its_other_spelling(back: LookingBack) -> None:
    back.knows("మా. కోకిల", second_spelling="M. Kokila")
    assert back.looks().rows[0].detail == "M. Kokila · nobody has seen to it yet"


def test_the_rows_stand_by_day_the_newest_first(back: LookingBack) -> None:
    for name, born in (("Aino", "--11-22"), ("Eino", "--11-23"), ("Helmi", "--11-24"), ("Onni", "--11-24")):
        back.knows(name, born)
    back.days_later(2)
    assert [(row.above, row.title) for row in back.looks().rows] == [
        ("Today, Tuesday 24 November", "Helmi: birthday"),
        ("", "Onni: birthday"),
        ("Yesterday, Monday 23 November", "Eino: birthday"),
        ("Sunday 22 November", "Aino: birthday"),
    ]


def test_what_was_done_on_another_day_says_which(back: LookingBack) -> None:
    back.knows("Aino")
    back.days_later(2)
    back.looks()
    back.does("Aino", "Done after all")
    assert back.row("Aino").detail == "done by Anna, Tue, 24 Nov 14.00"


def test_nobody_is_named_where_nobody_was_on_duty(back: LookingBack) -> None:
    back.desk.on_duty = None
    back.knows("Aino")
    back.looks()
    back.does("Aino", "Done after all")
    assert back.row("Aino").detail == "done 14.00"


def test_what_was_put_off_says_until_when(back: LookingBack) -> None:
    back.knows("Aino")
    back.morning.looks()
    back.morning.presenter.snooze(back.morning.row("Aino").key, 3)
    back.looks()
    row = back.row("Aino")
    assert (row.badge, row.level, row.detail) == ("put off", Level.BRAND, "put off until Wednesday by Anna")
    back.days_later(3)
    back.looks()
    assert back.row("Aino").detail == "put off until today by Anna, and waiting since"
    back.days_later(6)
    back.looks()
    said = "let go: put off until 25 November by Anna, then nobody saw to it in its time"
    assert back.row("Aino").detail == said


def test_what_was_let_go_says_why(back: LookingBack) -> None:
    back.knows("Aino")
    eino = back.knows("Eino")
    customers.change(back.desk, eino, 1, birthday=None)
    ledger.keep(back.desk, {eino})
    back.days_later(9)
    back.looks()
    assert back.row("Aino").detail == "let go: nobody saw to it in its time"
    assert back.row("Eino").detail == "no longer so: the birthday was changed, or the card put away"


def test_a_long_name_leaves_room_for_what_it_was(back: LookingBack) -> None:
    back.knows(LONG_TAMIL)
    [row] = back.looks().rows
    assert row.title.endswith("…: turned 40")
    name = row.title_spans[0]
    assert row.title[name.start : name.end] == row.title.removesuffix(": turned 40")


# --- What is asked.


def test_one_fate_is_shown_and_all_are_counted(back: LookingBack) -> None:
    for name in ("Aino", "Eino"):
        back.knows(name)
    back.looks()
    back.does("Eino", "Skip")
    back.presenter.choose_fate(Fate.SKIPPED)
    assert back.names() == ["Eino"]
    back.presenter.choose_fate(Fate.OPEN)
    assert back.names() == ["Aino"]
    assert back.shown.figures == "In the last 30 days: 1 skipped · 1 open"
    back.presenter.choose_fate(None)
    assert back.names() == ["Aino", "Eino"]


def test_as_many_days_as_are_asked_for_today_among_them(back: LookingBack) -> None:
    for name, born in (("Aino", "--11-22"), ("Eino", "--11-23")):
        back.knows(name, born)
    back.days_later(7)
    back.looks()
    back.presenter.choose_days(7)
    assert back.names() == ["Eino"]
    back.presenter.choose_days(365)
    assert back.names() == ["Eino", "Aino"]
    assert back.shown.figures.startswith("In the last 365 days: ")


def test_a_name_is_found_as_at_the_desk_whatever_its_spelling(back: LookingBack) -> None:
    back.knows("ராமன்", second_spelling="Raman")
    back.knows("Eino")
    back.looks()
    back.presenter.type_name(" raman ")
    assert back.names() == ["ராமன்"]
    assert back.shown.figures == "“raman”, in the last 30 days: 1 open"
    back.presenter.type_name("")
    assert back.names() == ["Eino", "ராமன்"]


def test_who_is_only_called_much_the_same_is_shown_where_nobody_is_called_so(back: LookingBack) -> None:
    back.knows("Aino")
    back.knows("Aina")
    back.looks()
    back.presenter.type_name("aino")
    assert back.names() == ["Aino"]
    assert {hit.entry.name for hit in lookup.search(back.desk, "aino")} == {"Aina", "Aino"}
    back.presenter.type_name("aini")
    assert sorted(back.names()) == ["Aina", "Aino"]


def test_one_persons_ledger_names_them_and_typing_leads_away_from_it(back: LookingBack) -> None:
    aino = back.knows("Aino Virtanen")
    back.knows("Aino Virtanen", card="7")  # another of that name
    back.knows("Eino")
    back.looks(aino)
    assert back.names() == ["Aino Virtanen"]
    assert back.shown.figures == "Aino Virtanen, in the last 365 days: 1 open"
    assert back.asked[-1] == Question(365, typed="Aino Virtanen", person=aino)
    back.presenter.type_name("eino")
    assert back.names() == ["Eino"]
    back.looks()
    assert back.asked[-1] == Question()


def test_the_ledger_of_somebody_who_is_gone_is_everybodys(back: LookingBack) -> None:
    back.knows("Aino")
    back.looks(CustomerId(999))
    assert len(back.around.told) == 1
    assert back.names() == ["Aino"]


def test_a_large_ledger_is_turned_page_by_page(back: LookingBack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    for name in ("Aino", "Eino", "Helmi"):
        back.knows(name)
    shown = back.looks()
    assert (shown.place, shown.earlier, shown.later) == ("1 to 2 of 3", True, False)
    back.presenter.show_earlier()
    assert back.names() == ["Helmi"]
    assert (back.shown.place, back.shown.earlier, back.shown.later) == ("3 to 3 of 3", False, True)
    back.presenter.show_later()
    assert back.names() == ["Aino", "Eino"]
    back.presenter.show_earlier()
    back.presenter.choose_days(7)
    assert back.names() == ["Aino", "Eino"], "another question begins at the top"


@pytest.mark.parametrize(
    ("fate", "typed", "words"),
    [
        (None, "", "No reminder came due in these days. What becomes of each will stand here."),
        (None, "zzz", "No reminder about “zzz” came due in these days."),
        (Fate.LET_GO, "Aino", "Nothing of these days was let go. Nobody was forgotten."),
        (Fate.DONE, "Aino", "Nothing of these days is done yet."),
    ],
)
def test_where_there_is_nothing_it_is_said_kindly(
    back: LookingBack, fate: Fate | None, typed: str, words: str
) -> None:
    if typed == "Aino":
        back.knows("Aino")
    back.looks()
    back.presenter.type_name(typed)
    back.presenter.choose_fate(fate)
    assert (back.shown.rows, back.shown.empty) == ((), words)


# --- What is done.


def test_what_can_be_done_depends_on_what_became_of_it(back: LookingBack) -> None:
    back.knows("Aino")
    back.looks()
    assert back.can_do("Aino") == ["Done after all", "Skip", "Open the card"]
    back.does("Aino", "Skip")
    assert back.can_do("Aino") == ["Take back", "Open the card"]
    assert back.presenter.choices("nothing") == []


def test_everything_can_be_undone(back: LookingBack) -> None:
    back.knows("Aino")
    back.looks()
    seen = []
    for words in ("Done after all", "Take back", "Skip", "Take back"):
        back.does("Aino", words)
        seen.append((back.around.undos[-1][0], back.row("Aino").badge))
    assert seen == [
        ("Done: Aino", "done"),
        ("Not done after all: Aino", "open"),
        ("Skipped: Aino", "skipped"),
        ("Not skipped after all: Aino", "open"),
    ]
    back.morning.undoes()
    assert back.row("Aino").badge == "skipped"


def test_a_promise_can_be_kept_but_not_skipped(back: LookingBack) -> None:
    back.morning.asked(back.morning.knows("Raman"), "Locker 12", hours=1)
    ledger.keep(back.desk)
    back.looks()
    assert back.row("Raman").title == "Raman: asked for Locker 12"
    assert back.can_do("Raman") == ["Done after all", "Open the card"]
    back.does("Raman", "Done after all")
    assert back.row("Raman").badge == "done"
    back.does("Raman", "Take back")
    assert back.row("Raman").badge == "open"


def test_a_talk_that_is_due_is_not_ticked_off_but_held(back: LookingBack) -> None:
    raman, aino = back.morning.knows("Raman"), back.morning.knows("Aino")
    back.morning.joined(raman, ends=date(2026, 10, 5))
    back.morning.joined(aino, ends=date(2026, 11, 29))
    ledger.keep(back.desk)
    back.looks()
    assert back.row("Raman").detail == "what came of the talk has still to be said"
    assert back.can_do("Raman") == ["Talk about it…", "Open the card"]
    assert back.can_do("Aino") == ["Talk about it…", "Skip", "Open the card"]
    back.does("Raman", "Talk about it…")
    [held] = customers.card(back.desk, raman).memberships
    assert (back.talks, back.around.undos) == ([held.id], [])
    back.presenter.skip(back.row("Raman").key)
    assert back.around.told == ["Say what came of the talk: renewed, thinking, leaving or not reached."]
    assert back.row("Raman").badge == "open"


def test_a_talk_that_nobody_held_in_its_time_can_still_be_said_to_be_held(back: LookingBack) -> None:
    back.morning.joined(back.morning.knows("Aino"), ends=date(2026, 11, 29))
    ledger.keep(back.desk)
    back.days_later(6)
    back.looks()
    back.presenter.choose_fate(Fate.LET_GO)
    assert back.can_do("Aino") == ["Done after all", "Skip", "Open the card"]
    back.does("Aino", "Done after all")
    assert [row.badge for row in back.shown.rows] == []
    assert back.talks == []


def test_what_a_talk_has_settled_is_told_to_be_kept(back: LookingBack) -> None:
    raman = back.morning.knows("Raman")
    back.morning.joined(raman, ends=date(2026, 11, 29))
    ledger.keep(back.desk)
    [held] = customers.card(back.desk, raman).memberships
    talks.thinking(back.desk, MembershipId(held.id), date(2026, 11, 25))
    back.looks()
    back.does("Raman", "Take back")
    assert back.around.undos == []
    assert back.around.told[-1].startswith("A talk was written down with this.")
    assert back.row("Raman").badge == "done"


def test_an_impatient_finger_does_it_once(back: LookingBack) -> None:
    back.knows("Aino")
    back.looks()
    key = back.row("Aino").key
    back.desk.listeners.clear()  # the second press comes before the ledger has been read again
    back.presenter.done(key)
    back.presenter.done(key)
    back.presenter.take_back(key)
    assert [words for words, _ in back.around.undos] == ["Done: Aino"]


def test_a_row_leads_to_the_card_of_its_person(back: LookingBack) -> None:
    aino = back.knows("Aino")
    back.looks()
    back.presenter.open(back.row("Aino").key)
    back.presenter.open("nothing")
    assert back.opened == [aino]


def test_what_does_not_concern_the_ledger_is_not_read_again(back: LookingBack) -> None:
    back.knows("Aino")
    back.looks()
    before = back.shown
    one = Changes(ChangeId(""), frozenset({Kind.PHOTOS}))
    back.presenter.refresh(one)
    assert back.shown is before
    back.presenter.refresh(replace(one, kinds=frozenset({Kind.OUTCOMES})))
    assert back.shown is not before
