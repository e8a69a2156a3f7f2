"""The look-up index: everybody's names in memory, answering after each keystroke."""

from collections.abc import Iterable
from threading import Lock

from frontdesk.names.entries import Entry, Hit, Why

__all__ = ["Entry", "Hit", "NameIndex", "Why"]


class NameIndex:
    """Finds people by what has been typed so far; may be asked and changed from different threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._people: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._people)

    def put(self, entry: Entry) -> None:
        """Add a person, or replace what was known of the same id; the next search sees it."""
        with self._lock:
            self._people[entry.id] = entry

    def remove(self, id: int) -> None:
        """Forget a person; nobody of that id is no error."""
        with self._lock:
            self._people.pop(id, None)

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Replace everything by ``entries``; searches go on over the old content until it is ready."""
        people = {entry.id: entry for entry in entries}
        with self._lock:
            self._people = people

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """The people ``text`` may stand for, the likeliest first."""
        wanted = text.casefold().strip()
        with self._lock:
            people = list(self._people.values())
        found = [entry for entry in people if wanted and wanted in entry.name.casefold()]
        return [Hit(entry, Why.NAME) for entry in found[:limit]]

    def doubles(self, entry: Entry, limit: int = 5) -> list[Hit]:
        """People who may be the same as ``entry``; stricter than :meth:`search`."""
        return [hit for hit in self.search(entry.name, limit) if hit.entry.id != entry.id]
