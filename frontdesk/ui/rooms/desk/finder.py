"""The left column: what was typed, and who it may be; with nothing typed, who is here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from time import perf_counter

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.relative import ago
from frontdesk.domain.text import clean
from frontdesk.domain.visits import Arrival
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr, trn
from frontdesk.names.entries import Hit
from frontdesk.services import customers, lookup, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.words import saying
from frontdesk.ui.rooms.desk.words.hits import arrival_rows, hit_rows

LIMIT = 20
DAYS_BACK = 7
"""How far back to look for the last day on which somebody came."""

FACES_KEPT = 200
_OFFER_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Column:
    """What the left column shows.

    ``count`` stands in the search box, ``heading`` above the rows, ``hint`` in place of rows, ``offer``
    is the name that can be added. ``chosen`` is the row that Enter opens.
    """

    rows: tuple[Row, ...] = ()
    chosen: CustomerId | None = None
    count: str = ""
    heading: str = ""
    hint: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class _Here:
    """Who came on the last day on which anybody did."""

    days_ago: int
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class _First:
    """After other letters the best hit is chosen."""

    def among(self, people: list[CustomerId]) -> CustomerId | None:
        return next(iter(people), None)


@dataclass(frozen=True, slots=True)
class _Keep:
    """When only the people have changed, the choice is left alone."""

    person: CustomerId | None

    def among(self, people: list[CustomerId]) -> CustomerId | None:
        return self.person if self.person in people else None


_Choice = _First | _Keep


class Finder:
    """Looks people up as they are typed; answers to older letters are dropped."""

    def __init__(self, around: Surroundings, shown: Callable[[], None]) -> None:
        """``shown`` is called whenever :attr:`column` is another."""
        self._around = around
        self._shown = shown
        self._asked, self._pictures = Latest(), Latest()
        self._faces: dict[int, bytes | None] = {}
        self._hits: tuple[Hit, ...] = ()
        self._here = _Here(0, ())
        self._waiting: _Choice | None = None
        self._then: Callable[[], None] | None = None
        self.text = ""
        self.column = Column()

    @property
    def searching(self) -> bool:
        """Whether anything has been typed."""
        return bool(self.text.strip())

    @property
    def people(self) -> list[object]:
        """Who is in the list."""
        return [row.key for row in self.column.rows]

    def type(self, text: str) -> None:
        """The search box holds ``text`` now; the first hit is the one that Enter opens."""
        self.text = text
        self._then = None
        self._look(_First())

    def when_found(self, do: Callable[[], None]) -> None:
        """Do something with the chosen row, as soon as it answers to the letters that stand in the box.

        Who types and presses Enter in one go means whom they typed, not the first of the older hits.
        """
        if isinstance(self._waiting, _First):
            self._then = do
        else:
            do()

    def look_again(self) -> None:
        """Somebody has changed: ask the same once more, and keep the chosen row."""
        self._look(self._waiting or _Keep(self.column.chosen))

    def choose(self, person: CustomerId | None) -> None:
        """Another row is selected, or none where the person is not among them.

        An answer that is still on its way keeps them chosen, not whoever was so when it was asked for.
        """
        if isinstance(self._waiting, _Keep):
            self._waiting = _Keep(person)
        chosen = person if person in self.people else None
        if chosen != self.column.chosen:
            self._show(self.column.rows, chosen, self.column.count)

    def pick(self, person: CustomerId) -> None:
        """Somebody was meant by what stands in the box: the next time they come up first."""
        desk, text = self._around.desk, self.text
        if self.searching and person in self.people:
            self._around.worker.run(lambda: lookup.pick(desk, text, person), failed=_leave)

    def refresh(self, changes: Changes) -> None:
        """Look again where a change concerns what is shown."""
        if Kind.PHOTOS in changes.kinds or changes.everybody:
            self._faces.clear()
        if changes.everybody or changes.kinds & {Kind.CUSTOMERS, Kind.VISITS, Kind.PHOTOS, Kind.REQUESTS}:
            self.look_again()

    def _look(self, choice: _Choice) -> None:
        desk, text = self._around.desk, self.text
        self._waiting = choice
        if not text.strip():
            self._pictures.forget()
            work = self._around.worker.run
            work(lambda: _who_is_here(desk), self._show_here, latest=self._asked)
            return
        self._around.worker.look_up(
            lambda: _timed_search(desk, text),
            lambda found: self._show_hits(*found),
            latest=self._asked,
        )

    def _show_hits(self, hits: tuple[Hit, ...], milliseconds: int) -> None:
        choice = self._waiting or _First()
        self._hits, self._waiting = hits, None
        people = [CustomerId(hit.entry.id) for hit in hits]
        self._show(self._hit_rows(), choice.among(people), _count(len(hits), milliseconds))
        self._do_what_waits()
        self._fetch_faces(people)

    def _show_here(self, here: _Here) -> None:
        choice = self._waiting
        self._here, self._hits, self._waiting = here, (), None
        rows = self._here_rows()
        people = list(dict.fromkeys(one.visit.draft.customer for one in here.arrivals))
        self._show(rows, choice.among(people) if isinstance(choice, _Keep) else None, "")
        self._do_what_waits()
        self._fetch_faces(people)

    def _do_what_waits(self) -> None:
        do, self._then = self._then, None
        if do is not None:
            do()

    def _hit_rows(self) -> tuple[Row, ...]:
        desk = self._around.desk
        return tuple(hit_rows(self._hits, desk.today(), desk.house.leap, self._faces))

    def _here_rows(self) -> tuple[Row, ...]:
        house, came = self._around.desk.house, self._here.arrivals
        hours: dict[int, str] = {
            one.visit.id: saying.hour(one.visit.draft.arrived, house)
            for one in came
            if one.visit.draft.arrived
        }
        return tuple(arrival_rows(came, hours, self._faces))

    def _show(self, rows: tuple[Row, ...], chosen: CustomerId | None, count: str) -> None:
        searching = self.searching
        self.column = Column(
            rows=rows,
            chosen=chosen,
            count=count,
            heading="" if searching else self._heading(len(rows)),
            hint="" if rows else self._hint(),
            offer=_offered(self.text) if searching else "",
        )
        self._shown()

    def _heading(self, people: int) -> str:
        if not people:
            return ""
        today = self._around.desk.today()
        if not self._here.days_ago:
            return trn("Here today · {n} person", "Here today · {n} people", people)
        day = ago(today - timedelta(days=self._here.days_ago), today)
        return tr("Last here · {day}").format(day=day)

    def _hint(self) -> str:
        empty = not len(self._around.desk.index)
        if not self._around.desk.everybody_read:  # whoever is not found may be in the house all the same
            return tr("The names are still being read.") if self.searching else ""
        if self.searching:
            return tr("Nobody found.")
        if empty:
            return tr("Nobody is here yet. Type a name to add the first person.")
        return tr("Nobody has come in lately. Type a name, a phone number or a card.")

    def _fetch_faces(self, people: list[CustomerId]) -> None:
        """Fill in photos that are not known yet; rows keep their places."""
        unknown = [one for one in dict.fromkeys(people) if one not in self._faces][:FACES_KEPT]
        if not unknown:
            self._pictures.forget()
            return
        desk = self._around.desk
        self._around.worker.run(
            lambda: customers.photos_of(desk, unknown),
            lambda found: self._show_faces(unknown, found),
            latest=self._pictures,
        )

    def _show_faces(self, people: list[CustomerId], found: dict[int, bytes]) -> None:
        if len(self._faces) + len(people) > FACES_KEPT:
            self._faces.clear()
        self._faces |= {one: found.get(one) for one in people}
        if found:
            rows = self._hit_rows() if self.searching else self._here_rows()
            self._show(rows, self.column.chosen, self.column.count)


def _timed_search(desk: Desk, text: str) -> tuple[tuple[Hit, ...], int]:
    began = perf_counter()
    found = tuple(lookup.search(desk, text, LIMIT))
    return found, ceil((perf_counter() - began) * 1000)


def _who_is_here(desk: Desk) -> _Here:
    today = desk.today()
    for back in range(DAYS_BACK + 1):
        came = visits.arrivals(desk, today - timedelta(days=back))
        if came:
            return _Here(back, came)
    return _Here(0, ())


def _count(people: int, milliseconds: int) -> str:
    found = trn("{n} person", "{n} people", people)
    if people == LIMIT:
        found = tr("the first {n}").format(n=LIMIT)
    return tr("{people} · {n} ms").format(people=found, n=milliseconds)


def _offered(text: str) -> str:
    """The name to offer for adding, short enough for a button."""
    name = clean(text)
    return name if len(name) <= _OFFER_LONGEST else name[:_OFFER_LONGEST] + "…"


def _leave(_trouble: DeskError) -> None:
    """A habit that could not be kept is no loss to anybody."""
