"""What is no house, or cannot be used as one, is told in a sentence and left as it is, byte for byte."""

from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import NotADatabase, ReadOnly
from frontdesk.services import customers, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.storage.engine import file_of, parse
from frontdesk.storage.store import Store
from tests.support.houses import aino
from tests.support.ordinary import ordinary
from tests.support.unfit import PAGE, UNFIT, everything_in, flip


@pytest.fixture
def file(file_house: str) -> Path:
    """The file of a house that nobody has open."""
    found = file_of(parse(file_house))
    assert found is not None
    return found


@pytest.mark.parametrize("what", UNFIT)
def test_what_cannot_be_opened(file: Path, what: str) -> None:
    unfit = UNFIT[what]
    unfit.make(file)
    before = everything_in(file.parent)
    with pytest.raises(unfit.error, match=unfit.words), ordinary():
        Store.open(file)
    assert everything_in(file.parent) == before


@pytest.mark.parametrize("page", [16, 32])
def test_a_torn_page_is_found_by_a_check(file: Path, page: int) -> None:
    assert file.stat().st_size > page * PAGE
    flip(file, page)
    before = file.read_bytes()
    with closing(Desk.open(file)) as desk:
        try:
            problems = upkeep.check(desk).problems
        except NotADatabase as error:
            problems = (str(error),)
    assert problems
    assert file.read_bytes() == before


def test_a_house_that_is_read_only_can_be_read(file: Path, clock: FixedClock) -> None:
    with closing(Desk.open(file, clock=clock)) as desk:
        whom = aino(desk)
    before = file.read_bytes()
    file.chmod(0o400)
    with ordinary(), closing(Desk.open(file, clock=clock)) as desk:
        assert customers.get(desk, whom).draft.name == "Aino Virtanen"
        with pytest.raises(ReadOnly, match="Nothing was saved"):
            visits.log(desk, VisitDraft(whom, desk.today()))
    assert file.read_bytes() == before
    file.chmod(0o600)
    with ordinary(), closing(Desk.open(file, clock=clock)) as desk:
        visits.log(desk, VisitDraft(whom, desk.today()))
        assert customers.get(desk, whom).visit_count == 1


def test_links_that_lead_in_a_circle_are_no_house(tmp_path: Path) -> None:
    (tmp_path / "house.db").symlink_to(tmp_path / "house.db")
    with pytest.raises(ReadOnly):
        Store.open(tmp_path / "house.db", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_device_is_no_house(create: bool) -> None:
    with pytest.raises(NotADatabase):
        Store.open("/dev/null", create=create)
    assert not Path("/dev/null-wal").exists()
