"""The look-up index: everybody's names in memory, answering after each keystroke."""

from collections.abc import Iterable
from threading import Lock

from frontdesk.names.doubles import doubles
from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.finding import Search
from frontdesk.names.reasons import hit
from frontdesk.names.register import Register

__all__ = ["Entry", "Hit", "NameIndex", "Why"]


class NameIndex:
    """Finds people by what has been typed so far; may be asked and changed from different threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rebuilding = Lock()
        self._register = Register()
        self._meanwhile: list[Entry | int] | None = None

    def __len__(self) -> int:
        return len(self._register.people)

    def put(self, entry: Entry) -> None:
        """Add a person, or replace what was known of the same id; the next search sees it."""
        with self._lock:
            self._register.put(entry)
            if self._meanwhile is not None:
                self._meanwhile.append(entry)

    def remove(self, id: int) -> None:
        """Forget a person; nobody of that id is no error."""
        with self._lock:
            self._register.remove(id)
            if self._meanwhile is not None:
                self._meanwhile.append(id)

    def get(self, id: int) -> Entry | None:
        """What is known of a person, or None."""
        with self._lock:
            person = self._register.people.get(id)
        return person.entry if person else None

    def rebuild(self, entries: Iterable[Entry], *, numbers: bool = True) -> None:
        """Replace everybody by ``entries``.

        Until the new content is ready searches go on over the old one. What is put or removed meanwhile
        is put and removed in both. Without ``numbers`` it is ready sooner: phones and cards are read when
        first they are asked for, or by :meth:`read_numbers`, and searches wait for that.
        """
        with self._rebuilding:
            with self._lock:
                self._meanwhile = []
            try:
                register = Register()
                register.fill(entries)
                if numbers:
                    register.number()
                self._swap(register)
            finally:
                self._meanwhile = None

    def read_numbers(self) -> None:
        """Read everybody's phones and cards now, so that nobody has to wait for it."""
        with self._lock:
            self._register.number()

    def _swap(self, register: Register) -> None:
        with self._lock:
            for change in self._meanwhile or ():
                if isinstance(change, Entry):
                    register.put(change)
                else:
                    register.remove(change)
            old, self._register = self._register, register
        old.let_go()

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """The people ``text`` may stand for, the likeliest first.

        Every word of ``text`` is the beginning, or some other part, of a different word or number of theirs.
        """
        with self._lock:
            found = Search(self._register, limit).run(text)
            return [hit(one) for one in found]

    def doubles(self, entry: Entry, limit: int = 5) -> list[Hit]:
        """People who may be ``entry`` already: the same phone or card, or nearly the same whole name.

        Stricter than :meth:`search`: a shared first name is nothing. Whoever has the entry's id is left out.
        """
        with self._lock:
            return doubles(self._register, entry, limit)
