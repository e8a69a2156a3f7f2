"""Everything that may stand where a house was expected: how it is made, and what is said of it.

Each is made of a whole house that nobody has open, in its place.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from frontdesk.foundation.errors import NewerSchema, NoDatabase, NotADatabase, ReadOnly, StorageTrouble
from tests.support.houses import picture

PAGE = 4096


@dataclass(frozen=True)
class Unfit:
    """What stands there, the error it is, and a part of its sentence."""

    make: Callable[[Path], object]
    error: type[StorageTrouble]
    words: str


def _songs(file: Path) -> None:
    file.unlink()
    with closing(dbapi2.connect(str(file))) as raw:
        raw.executescript("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Finlandia');")


def _cut(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _newer(file: Path) -> None:
    with closing(dbapi2.connect(str(file))) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def flip(file: Path, page: int) -> None:
    """Change letters all over a page, counted from 0, as a failing disk does; not the file's own header."""
    content = bytearray(file.read_bytes())
    for place in range(page * PAGE or 100, (page + 1) * PAGE, 3):
        content[place] ^= 0xFF
    file.write_bytes(content)


_NO_HOUSE = "not a frontdesk database, or it is damaged. It was left as it is."

UNFIT = {
    "a letter": Unfit(lambda file: file.write_bytes(b"Dear diary,\n" * 1000), NotADatabase, _NO_HOUSE),
    "an empty file": Unfit(lambda file: file.write_bytes(b""), NoDatabase, "no database at house.db"),
    "a picture": Unfit(lambda file: file.write_bytes(picture()), NotADatabase, _NO_HOUSE),
    "another program's": Unfit(_songs, NotADatabase, _NO_HOUSE),
    "half a house": Unfit(_cut, NotADatabase, _NO_HOUSE),
    "a house with a torn page": Unfit(lambda file: flip(file, 0), NotADatabase, _NO_HOUSE),
    "a newer house": Unfit(_newer, NewerSchema, "newer version of frontdesk"),
    "a folder": Unfit(_folder, NotADatabase, "a folder, not a house. It was left as it is."),
    "nothing": Unfit(Path.unlink, NoDatabase, "no database at house.db. Nothing was changed."),
    "not even a folder": Unfit(
        lambda file: shutil.rmtree(file.parent), NoDatabase, "no database at house.db"
    ),
    "a read-only folder": Unfit(lambda file: file.parent.chmod(0o500), ReadOnly, "cannot be written to."),
    "a locked folder": Unfit(lambda file: file.parent.chmod(0o000), ReadOnly, "cannot be written to."),
}


def everything_in(folder: Path) -> dict[str, bytes]:
    """The files in a folder, locked or not, and what is in them."""
    if not folder.exists():
        return {}
    mode = folder.stat().st_mode
    folder.chmod(0o700)
    found = {one.name: one.read_bytes() if one.is_file() else b"" for one in folder.rglob("*")}
    folder.chmod(mode)
    return found
