"""The file of the look-up index: made from the house, and of no worth without it.

It lies beside the database; that of a house on a server in the account's folder for caches.
"""

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from frontdesk.names import arrays, building, rules
from frontdesk.names.entries import Entry
from frontdesk.names.segment import Segment
from frontdesk.names.vocabulary import Spelling
from frontdesk.storage import everybody, files, history
from frontdesk.storage.store import Store


def place_of(store: Store) -> Path:
    """Where the index of a house lies."""
    if store.file is not None:
        return store.file.with_name(f"{store.file.name}.names")
    from platformdirs import user_cache_path

    address = store.engine.url.set(password=None).render_as_string()
    sign = hashlib.sha256(address.encode()).hexdigest()[:16]
    return user_cache_path("frontdesk", appauthor=False) / f"{sign}.names"


def read(place: Path) -> tuple[Segment, history.Mark]:
    """Everybody as they were at a mark; raises :class:`~frontdesk.names.arrays.Unreadable`.

    So does one that another version of the program has made.
    """
    found, about = arrays.read(place)
    if about.get("rules") != rules.version():
        raise arrays.Unreadable(place.name)
    return Segment(found), history.Mark(*about["read_to"])


def build(connection: Connection, spelling: Spelling | None = None) -> tuple[dict[str, Any], history.Mark]:
    """The arrays of everybody as they are now, and the mark of now; ``spelling`` spells their words."""
    read_to = history.mark(connection)
    return building.arrays(map(Entry._make, everybody.rows(connection)), spelling), read_to


def write(place: Path, made: dict[str, Any], read_to: history.Mark) -> None:
    """Keep what was built, whole or not at all; raises :class:`OSError`."""
    with files.part_of(place) as part:
        arrays.write(part, made, {"rules": rules.version(), "read_to": list(read_to)})
        files.put(part, place)
