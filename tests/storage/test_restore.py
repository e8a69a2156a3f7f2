"""Bringing a backup back: all of it or nothing, what stood there is kept, and nobody sees half of it."""

import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from sqlcipher3 import dbapi2

from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import InUse, NewerSchema, NoDatabase, NotADatabase, StorageTrouble
from frontdesk.services import today, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import dumps, engine, place, schema
from frontdesk.storage.backup import folder as backups_of
from tests.storage.made_up import STEP, add_a_step, with_hires
from tests.support.houses import aino, content, furnish
from tests.support.unfit import flip


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk in a house where something is of everything."""
    furnish(desk)
    return desk


@pytest.fixture
def older(filled: Desk, tmp_path: Path) -> Path:
    """A backup of that house as it was before Eino came."""
    made = upkeep.back_up(filled, tmp_path / "older")
    aino(filled, name="Eino")
    return made


def where(desk: Desk) -> str:
    return desk.store.engine.url.render_as_string(hide_password=False)


def names(desk: Desk) -> list[str]:
    return [row["name"] for row in content(desk)["customers"]]


def bring_back(desk: Desk, source: Path) -> Path | None:
    desk.clock = FixedClock(desk.now() + timedelta(minutes=1))
    return upkeep.restore(where(desk), source, desk.clock)


def test_what_stood_there_is_kept(filled: Desk, older: Path) -> None:
    before = content(filled)
    kept = bring_back(filled, older)
    assert kept is not None
    assert "Eino" not in names(filled)
    bring_back(filled, kept)
    assert content(filled) == before


def test_a_desk_that_has_the_house_open_reads_anew(filled: Desk, other_desk: Desk, older: Path) -> None:
    other_desk.fill_index()
    eino = next(row["id"] for row in content(filled)["customers"] if row["name"] == "Eino")
    assert other_desk.index.get(eino)
    today.today(other_desk)
    bring_back(filled, older)
    other_desk.reread()
    assert other_desk.index.get(eino) is None
    assert today.today(other_desk).ahead == today.today(filled).ahead
    visits.log(other_desk, VisitDraft(next(iter(content(filled)["customers"]))["id"], other_desk.today()))
    assert upkeep.check(filled).problems == ()


def test_who_reads_meanwhile_sees_one_house(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        source = upkeep.back_up(desk, tmp_path / "older")
        eino = aino(desk, name="Eino")
        visits.log_now(desk, eino)
        with desk.store.read() as reading:
            count = "SELECT count(*) FROM customers JOIN visits ON customer_id = customers.id"
            assert reading.exec_driver_sql(count).scalar() == 1
            upkeep.restore(file_house, source, clock)
            assert reading.exec_driver_sql(count).scalar() == 1
        with desk.store.read() as reading:
            assert reading.exec_driver_sql(count).scalar() == 0


@pytest.mark.usefixtures("impatient")
def test_somebody_is_writing(filled: Desk, other_desk: Desk, older: Path) -> None:
    before = content(filled)
    with other_desk.write() as work:
        work.connection.exec_driver_sql("UPDATE customers SET likes = 'tea' WHERE name = 'Eino'")
        with pytest.raises(InUse, match="try again in a moment"):
            bring_back(filled, older)
    before["customers"][-1]["likes"] = "tea"
    assert content(filled) == before
    bring_back(filled, older)
    assert "Eino" not in names(filled)


def test_the_house_itself_is_no_backup(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        house = desk.store.file
        assert house is not None
        (tmp_path / "link").symlink_to(house)
        for source in (house, tmp_path / "link"):
            with pytest.raises(StorageTrouble, match="the house itself"):
                upkeep.restore(house, source, clock)


def _cut(source: Path) -> None:
    source.write_bytes(source.read_bytes()[:-5000])


def _flip_a_letter(source: Path) -> None:
    """Change what only the proof beside it can tell: a word in a row, the name of a server's database."""
    content = source.read_bytes()
    word = b"window seat" if b"window seat" in content else b"test_"
    source.write_bytes(content.replace(word, word.swapcase(), 1))


def _letter(source: Path) -> None:
    source.write_text("Dear diary,\n" * 1000)
    source.with_name("older.sha256").unlink()


@pytest.mark.parametrize("spoil", [_cut, _flip_a_letter, _letter, Path.touch])
def test_a_damaged_backup_changes_nothing(filled: Desk, older: Path, spoil: Callable[[Path], object]) -> None:
    before = content(filled)
    if spoil is Path.touch:
        older.write_bytes(b"")
        older.with_name("older.sha256").unlink()
    spoil(older)
    with pytest.raises(NotADatabase, match="or it is damaged"):
        bring_back(filled, older)
    assert content(filled) == before
    assert not backups_of(filled.store.engine.url).exists()


def test_a_torn_page_is_seen_without_the_proof(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        furnish(desk)
        source = upkeep.back_up(desk, tmp_path / "older")
    (tmp_path / "older.sha256").unlink()
    flip(source, 20)
    with pytest.raises(NotADatabase):
        upkeep.restore(file_house, source, clock)


def test_a_backup_of_a_newer_program_changes_nothing(
    filled: Desk, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(filled)
    monkeypatch.setattr(schema, "HEAD", "0000")
    monkeypatch.setattr(schema, "steps", lambda: ["0000"])
    with pytest.raises(NewerSchema, match="left untouched"):
        bring_back(filled, older)
    monkeypatch.undo()
    assert content(filled) == before


def test_a_backup_of_an_older_program_is_brought_up(
    house_url: str, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(house_url, clock=clock)) as desk:
        furnish(desk)
        before, source = content(desk), upkeep.back_up(desk, tmp_path / "older")
    add_a_step(monkeypatch, tmp_path)
    monkeypatch.setattr(dumps, "metadata", with_hires())
    with closing(Desk.open(house_url, clock=clock)) as desk:
        aino(desk, name="Eino")
        bring_back(desk, source)
        with desk.store.read() as reading:
            assert schema.revision(reading) == STEP
            assert set(reading.exec_driver_sql("SELECT shoes FROM customers").scalars()) == {42}
        assert content(desk) == before
        own = backups_of(desk.store.engine.url)
        assert not list(own.glob("before-migration-.*")), "what is brought back is a backup itself"


def test_an_older_backup_that_cannot_be_brought_up_changes_nothing(
    file_house: str, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        furnish(desk)
        source = upkeep.back_up(desk, tmp_path / "older")
    add_a_step(monkeypatch, tmp_path)
    with closing(Desk.open(file_house, clock=clock)) as desk:
        aino(desk, name="Eino")
        before = content(desk)

        def stopped(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(schema, "_prove_whole", stopped)
            with pytest.raises(KeyboardInterrupt):
                bring_back(desk, source)
        assert content(desk) == before


@pytest.mark.parametrize("there", [True, False])
def test_where_there_is_no_house_yet(file_house: str, clock: FixedClock, tmp_path: Path, there: bool) -> None:
    new = tmp_path / "new" / "house.db"
    if there:
        new.parent.mkdir()
        new.touch()
    with closing(Desk.open(file_house, clock=clock)) as desk:
        furnish(desk)
        before, source = content(desk), upkeep.back_up(desk, tmp_path / "older")
    assert upkeep.restore(new, source, clock) is None
    assert [one.name for one in new.parent.iterdir()] == ["house.db"]
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    with closing(Desk.open(new, clock=clock)) as desk:
        assert content(desk) == before


def test_an_empty_database_on_a_server(
    server_house: str, postgres_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    with closing(Desk.open(server_house, clock=clock)) as desk:
        furnish(desk)
        before, source = content(desk), upkeep.back_up(desk, tmp_path / "older")
    assert upkeep.restore(postgres_url, source, clock) is None
    with closing(Desk.open(postgres_url, clock=clock)) as desk:
        assert content(desk) == before


def test_a_backup_copied_with_its_log(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    with closing(Desk.open(file_house, clock=clock)) as desk:
        aino(desk)
        house = desk.store.file
        assert house is not None
        for ending in ("", "-wal"):
            shutil.copy(f"{house}{ending}", tmp_path / f"copied.db{ending}")
    upkeep.restore(new, tmp_path / "copied.db", clock)
    with closing(Desk.open(new, clock=clock)) as desk:
        assert names(desk) == ["Aino Virtanen"]


def test_over_another_programs_database_on_a_server(
    server_house: str, postgres_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    with closing(Desk.open(server_house, clock=clock)) as desk:
        source = upkeep.back_up(desk, tmp_path / "older")
    with psycopg.connect(str(make_url(postgres_url).set(drivername="postgresql"))) as raw:
        raw.execute("CREATE TABLE songs AS SELECT 'Finlandia' AS title")
    with pytest.raises(NotADatabase, match="left as it is"):
        upkeep.restore(postgres_url, source, clock)


@pytest.mark.parametrize("what", ["a folder", "a share"])
def test_where_no_house_can_lie(
    filled: Desk, older: Path, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "there"
    if what == "a folder":
        target.mkdir()
    else:
        monkeypatch.setattr(place, "on_network_share", lambda _file: True)
    with pytest.raises(StorageTrouble, match="folder"):
        upkeep.restore(target, older, filled.clock)
    assert target.is_dir() == (what == "a folder")


def test_a_backup_that_is_not_there(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    for source in (tmp_path / "none", tmp_path):
        with pytest.raises(NoDatabase, match="no backup at"):
            upkeep.restore(file_house, source, clock)


def test_a_file_with_our_mark_and_nothing_in_it(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    source = tmp_path / "marked.db"
    with closing(dbapi2.connect(str(source))) as raw:
        raw.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
        raw.execute("CREATE TABLE alembic_version (version_num TEXT)")
    with pytest.raises(NotADatabase):
        upkeep.restore(file_house, source, clock)
