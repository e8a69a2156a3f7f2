"""A house with the invented people in it, poured in whole: the program's own ways would take an hour."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from frontdesk.domain.dates import PartialDate
from frontdesk.foundation.clock import FixedClock
from frontdesk.services.desk import Desk
from frontdesk.storage import migrations, tables
from tests.benchmarks.lookup.people import Person, fingerprint
from tests.support.machine import NOW

FOLDER = "LOOKUP_HOUSES"
"""The environment variable with the folder where houses are kept; without it, the system's temporary one."""

_AT_ONCE = 20_000


def house_of(people: Sequence[Person], folder: Path) -> Path:
    """The file of a house with these people, in ``folder``; a copy of one made before, where there is one."""
    kept = _kept(len(people))
    if not kept.exists():
        for other in kept.parent.glob(f"{len(people)}-*.db"):  # of people who are no longer made
            other.unlink()
        making = kept.with_suffix(f".{os.getpid()}")
        fill(making, people)
        making.rename(kept)
    place = folder / "house.db"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(kept, place)
    return place


def fill(place: Path, people: Iterable[Person]) -> None:
    """Make a house at ``place`` with people whose keys are their places in the row, from 1."""
    desk = Desk.open(place, create=True, clock=FixedClock(NOW))
    try:
        # Not by way of the desk, which would read everybody into its index afterwards.
        with desk.store.write(NOW) as work:
            for rows in _chunks(enumerate(people, 1)):
                work.connection.execute(insert(tables.customers), [_customer(*row) for row in rows])
                phones = [_phone(key, person.phone) for key, person in rows if person.phone]
                if phones:
                    work.connection.execute(insert(tables.phones), phones)
    finally:
        desk.close()


def _kept(count: int) -> Path:
    """Where a house of so many people is kept; elsewhere once people, or the schema, are others."""
    folder = Path(os.environ.get(FOLDER) or Path(tempfile.gettempdir()) / "frontdesk-lookup")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{count}-{fingerprint()}-{_schema()}.db"


@cache
def _schema() -> str:
    files = sorted(Path(migrations.__file__).parent.rglob("*.py")), [Path(__file__)]
    return hashlib.sha256(b"".join(file.read_bytes() for some in files for file in some)).hexdigest()[:8]


def _chunks(rows: Iterable[tuple[int, Person]]) -> Iterator[list[tuple[int, Person]]]:
    rows = iter(rows)
    while chunk := list(islice(rows, _AT_ONCE)):
        yield chunk


def _customer(key: int, person: Person) -> dict[str, Any]:
    born = PartialDate.parse(person.birthday) if person.birthday else None
    return {
        "id": key,
        "token": f"{key:036}",
        "name": person.name,
        "given": person.given,
        "surname": person.surname,
        "second_spelling": person.second_spelling,
        "nickname": person.nickname,
        "language": person.language,
        "birthday": born,
        "birthday_md": born.month * 100 + born.day if born else None,
        "card": person.card or None,
        "visit_count": person.visits,
        "last_visit": person.last_visit,
    }


def _phone(key: int, number: str) -> dict[str, Any]:
    return {"customer_id": key, "position": 0, "number": number, "digits": number.replace(" ", "")}
