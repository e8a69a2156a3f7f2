"""The ledger page's brain: which entries are looked at, and what somebody does about one. No toolkit."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Protocol

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.ledger import Entry, Wanted
from frontdesk.domain.reminders import PROMISES, Fate, Rule
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.names.entries import Why
from frontdesk.services import customers, ledger, lookup, reminders
from frontdesk.services.desk import Desk
from frontdesk.services.ledger import Looked
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.today.ledger import summary, wording

MOST = 1000
"""Rows that are shown at once."""

DAYS = (7, 30, 365)
_USUAL_DAYS = 30
_NAMED_ALIKE = 200
"""So many people are looked for by what is typed."""

_CONCERNED = frozenset(Kind) - {Kind.IMPORTS, Kind.PHOTOS, Kind.PLANS}
_SAID = (Fate.DONE, Fate.SKIPPED, Fate.SNOOZED)
_BY_EAR = (Why.SPELLING, Why.WITHOUT)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the ledger: of the last ``days``, with one ``fate`` or all of them.

    About one ``person``, or about those called as is ``typed``. The newest ``skip`` are passed over.
    """

    days: int = _USUAL_DAYS
    fate: Fate | None = None
    typed: str = ""
    person: CustomerId | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """The page in words: figures, rows, which of them these are, and what to say where there are none."""

    figures: str = ""
    rows: tuple[Row, ...] = ()
    place: str = ""
    earlier: bool = False
    later: bool = False
    empty: str = ""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show(self, shown: Shown) -> None:
        """Show what was found."""
        ...

    def show_question(self, question: Question) -> None:
        """Let the fields say what is asked, though nobody has filled them in."""
        ...


@dataclass
class LedgerPresenter:
    """Keeps what is asked and what is shown, and carries out what is done about it."""

    desk: Desk
    worker: Runner
    view: View
    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    open_card: Callable[[CustomerId], None]
    open_talk: Callable[[int], None]
    question: Question = field(default_factory=Question)
    _entries: dict[Hashable, Entry] = field(default_factory=dict)
    _latest: Latest = field(default_factory=Latest)

    def look(self, person: CustomerId | None = None) -> None:
        """Begin anew: with everybody's of late, or with all of one person's in the last year."""
        days = _USUAL_DAYS if person is None else DAYS[-1]
        self.question = Question(days, person=person)
        self.view.show_question(self.question)
        self.load()

    def load(self) -> None:
        """Look again."""
        self.worker.run(partial(self._read, self.question), self._show, self._unread, latest=self._latest)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def type_name(self, typed: str) -> None:
        """Look at those of people called so."""
        self._ask(replace(self.question, typed=typed.strip(), person=None, skip=0))

    def choose_fate(self, fate: Fate | None) -> None:
        """Look at those that came to this, or at all."""
        self._ask(replace(self.question, fate=fate, skip=0))

    def choose_days(self, days: int) -> None:
        """Look at so many days."""
        self._ask(replace(self.question, days=days, skip=0))

    def show_earlier(self) -> None:
        """Go on to those before the ones that are shown."""
        self._ask(replace(self.question, skip=self.question.skip + MOST))

    def show_later(self) -> None:
        """Go back to those after the ones that are shown."""
        self._ask(replace(self.question, skip=max(0, self.question.skip - MOST)))

    def _ask(self, question: Question) -> None:
        if question != self.question:
            self.question = question
            self.load()

    def _read(self, question: Question) -> tuple[Question, str, Looked]:
        name = ""
        people: frozenset[CustomerId] | None = None
        if question.person is not None:
            name = customers.get(self.desk, question.person).draft.name
        elif question.typed:
            people = self._called(question.typed)
        first = self.desk.today() - timedelta(days=question.days - 1)
        wanted = Wanted(
            first, None, question.person, people, fate=question.fate, most=MOST, skip=question.skip
        )
        return question, name, ledger.look_back(self.desk, wanted)

    def _called(self, typed: str) -> frozenset[CustomerId]:
        """Whom the desk's search finds; those only similar in sound where nobody is called so."""
        hits = lookup.search(self.desk, typed, _NAMED_ALIKE)
        found = [hit for hit in hits if hit.why not in _BY_EAR] or hits
        return frozenset(CustomerId(hit.entry.id) for hit in found)

    def _show(self, answer: tuple[Question, str, Looked]) -> None:
        question, name, looked = answer
        if name and question.typed != name:
            self.question = replace(question, typed=name)
            self.view.show_question(self.question)
        self._entries = {one.key: one for one in looked.entries}
        self.view.show(self._shown(self.question, name, looked))

    def _shown(self, question: Question, name: str, looked: Looked) -> Shown:
        every = sum(looked.fates.values())
        of = every if question.fate is None else looked.fates.get(question.fate, 0)
        shown = len(looked.entries)
        whose = name or (tr("“{name}”").format(name=question.typed) if question.typed else "")
        return Shown(
            figures=summary.in_figures(looked.fates, question.days, whose),
            rows=wording.rows(looked.entries, self.desk.today(), self.desk.house),
            place=summary.place(question.skip, shown, of),
            earlier=question.skip + shown < of,
            later=question.skip > 0,
            empty="" if shown else summary.nothing(question.fate, question.typed, any_at_all=every > 0),
        )

    def _unread(self, error: DeskError) -> None:
        self.tell(error)
        if self.question.person is not None:  # perhaps they are no more
            self.look()

    def open(self, key: Hashable) -> None:
        """Go to the card of whomever a row is about."""
        if key in self._entries:
            self.open_card(self._entries[key].person)

    def can_take_back(self, key: Hashable) -> bool:
        """Whether somebody said what became of it, so that it can be taken back."""
        return self._fate(key) in _SAID

    def can_settle(self, key: Hashable) -> bool:
        """Whether it is open or was let go, so that it can still be said to be done."""
        return self._fate(key) in (Fate.OPEN, Fate.LET_GO)

    def choices(self, key: Hashable) -> list[tuple[str, Callable[[], None]]]:
        """What can be done about a row, in words and how."""
        found: list[tuple[str, Callable[[], None]]] = []
        if self.can_take_back(key):
            found.append((tr("Take back"), partial(self.take_back, key)))
        if self._is_talk(key):
            found.append((tr("Talk about it…"), partial(self.done, key)))
        elif self.can_settle(key) and not self._entries[key].needs_talk:
            found.append((tr("Done after all"), partial(self.done, key)))
        if self.can_settle(key) and self._can_skip(self._entries[key]):
            found.append((tr("Skip"), partial(self.skip, key)))
        if key in self._entries:
            found.append((tr("Open the card"), partial(self.open, key)))
        return found

    def done(self, key: Hashable) -> None:
        """It has been seen to after all; of a talk that is still due its sheet asks what came of it."""
        if self._is_talk(key):
            self.open_talk(self._entries[key].key[1])
        else:
            self._settle(key, Fate.DONE, tr("Done: {name}"))

    def skip(self, key: Hashable) -> None:
        """It need not be done any more."""
        self._settle(key, Fate.SKIPPED, tr("Skipped: {name}"))

    def take_back(self, key: Hashable) -> None:
        """It was not done, skipped or put off after all."""
        if self.can_take_back(key):
            one = self._entries.pop(key)
            words = {
                Fate.DONE: tr("Not done after all: {name}"),
                Fate.SKIPPED: tr("Not skipped after all: {name}"),
            }.get(one.said or Fate.SNOOZED, tr("Not put off after all: {name}"))
            self._do(partial(reminders.take_back, self.desk, one), words.format(name=one.name))

    def _is_talk(self, key: Hashable) -> bool:
        """Whether a row is a talk about a membership, or with whoever has left one, that is still due."""
        return self._fate(key) is Fate.OPEN and self._entries[key].rule in {Rule.RENEWAL, Rule.WINBACK}

    def _can_skip(self, one: Entry) -> bool:
        return one.rule not in PROMISES and not one.needs_talk

    def _settle(self, key: Hashable, fate: Fate, words: str) -> None:
        if self.can_settle(key):
            one = self._entries.pop(key)  # once, however often the key is pressed
            self._do(partial(reminders.settle, self.desk, one, fate), words.format(name=one.name))

    def _do(self, work: Callable[[], Changes], words: str) -> None:
        self.worker.run(work, lambda changes: self.offer_undo(words, changes.id), self._failed)

    def _failed(self, error: DeskError) -> None:
        self.tell(error)
        self.load()

    def _fate(self, key: Hashable) -> Fate | None:
        one = self._entries.get(key)
        return None if one is None else one.fate(self.desk.today())
