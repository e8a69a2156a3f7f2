"""A new house begins with what the machine knows; one that is there keeps what it says of itself."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel import localtime

from frontdesk.foundation.clock import FixedClock
from frontdesk.services import founding, settings
from frontdesk.services.desk import Desk

VARIABLES = ("LC_ALL", "LC_MONETARY", "LANG")


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine on which nobody has chosen a language."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_new_house_has_the_machines_zone_country_money_and_paper(
    database_url: str, clock: FixedClock, speaks: pytest.MonkeyPatch
) -> None:
    speaks.setenv("TZ", "America/Toronto")
    speaks.setenv("LANG", "en_CA.UTF-8")
    with closing(founding.found(database_url, clock)) as desk:
        house = desk.house
    assert (house.zone, house.region, house.currency, house.paper) == (
        "America/Toronto",
        "CA",
        "CAD",
        "Letter",
    )
    assert house.since is not None


def test_a_house_that_is_there_is_opened_as_it_is(
    sqlite_url: str, clock: FixedClock, speaks: pytest.MonkeyPatch
) -> None:
    speaks.setenv("TZ", "America/Toronto")
    with closing(Desk.open(sqlite_url, create=True, clock=clock)) as desk:
        settings.change_house(desk, name="Riverside Gym")
    with closing(founding.found(sqlite_url, clock)) as desk:
        assert desk.house.zone == "UTC"


def test_an_old_house_that_never_chose_a_zone_keeps_none(
    sqlite_url: str, clock: FixedClock, speaks: pytest.MonkeyPatch
) -> None:
    speaks.setenv("TZ", "America/Toronto")
    Desk.open(sqlite_url, create=True, clock=clock).close()
    clock.instant += timedelta(days=1)
    with closing(founding.found(sqlite_url, clock)) as desk:
        assert desk.house.zone == "UTC"


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Helsinki", "Europe/Helsinki"),
        (":Asia/Ulaanbaatar", "Asia/Ulaanbaatar"),
        ("Middle/Earth", "UTC"),
        ("Etc/UTC", "UTC"),
        ("EET-2EEST,M3.5.0/3,M10.5.0/4", "UTC"),
    ],
)
def test_the_machines_zone(said: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", said)
    assert founding.system_zone() == zone


@pytest.mark.parametrize("kind", [ZoneInfo, pytest.importorskip("pytz").timezone])
def test_the_machines_zone_whichever_library_tells_it(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(localtime, "get_localzone", lambda: kind("Asia/Kolkata"))
    assert founding.system_zone() == "Asia/Kolkata"


@pytest.mark.parametrize(
    ("variables", "region"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "FI"),
        ({"LANG": "en_US", "LC_MONETARY": "hi_IN"}, "IN"),
        ({"LC_ALL": "mn_MN.UTF-8", "LANG": "fi_FI"}, "MN"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "fi"}, ""),
        ({}, ""),
    ],
)
def test_the_machines_country(variables: dict[str, str], region: str) -> None:
    assert founding.system_region(variables) == region


def test_a_machine_that_knows_no_country_leaves_the_rest_as_it_is(speaks: pytest.MonkeyPatch) -> None:
    speaks.setenv("TZ", "Europe/Helsinki")
    speaks.setenv("LANG", "C")
    assert founding.surroundings() == {"zone": "Europe/Helsinki"}


def test_a_folder_that_cannot_be_written_to_leaves_nothing(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "letter").write_text("not a folder")
    with pytest.raises(Exception, match="cannot be written"):
        founding.found(tmp_path / "letter" / "house.db", clock)
