"""How days are written, found out only where a file leaves no doubt."""

from datetime import date
from pathlib import Path

import pytest

from frontdesk.domain.imports import BadRow, CustomerRow
from frontdesk.exchange.customers import read_customers
from frontdesk.exchange.incoming import Incoming, Reading
from frontdesk.exchange.visits import read_visits
from tests.exchange.files import a_file

TODAY = date(2026, 11, 22)


def people(folder: Path, *birthdays: str, said: str = "") -> Incoming[CustomerRow]:
    rows = [f"Aino {n},{cell}" for n, cell in enumerate(birthdays)]
    file = a_file(folder, "\n".join(["name,birthday", *rows]))
    return read_customers(file, TODAY, Reading(date_formats=(said,) if said else ()))


def birthdays(found: Incoming[CustomerRow]) -> list[str]:
    return ["bad" if isinstance(row, BadRow) else str(row.draft.birthday) for row in found]


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["14.03.1985", "", "1.2.1990"], ["1985-03-14", "None", "1990-02-01"]),
        (["01/02/1990", "25/02/1990"], ["1990-02-01", "1990-02-25"]),
        (["01/02/1990", "02/25/1990"], ["1990-01-02", "1990-02-25"]),
        (["14.03.", "--12-24"], ["--03-14", "--12-24"]),
        (["19850314"], ["1985-03-14"]),
        (["1985-03-14"], ["1985-03-14"]),
        (["", ""], ["None", "None"]),
        (["--12-24"], ["--12-24"]),
    ],
)
def test_the_one_way_that_makes_sense_of_every_cell_is_taken(
    tmp_path: Path, cells: list[str], days: list[str]
) -> None:
    found = people(tmp_path, *cells)
    assert birthdays(found) == days
    assert found.unclear == ()


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (["01/02/1990", "03/04/1985"], ["bad", "bad"]),
        (["14.03.1985", "unknown"], ["bad", "bad"]),
        (["14.03.1985", "03/14/1985"], ["bad", "bad"]),
        (["1985-03-14", "14.03.1985"], ["1985-03-14", "bad"]),
    ],
)
def test_where_there_is_a_doubt_days_are_read_as_iso_and_that_is_told(
    tmp_path: Path, cells: list[str], days: list[str]
) -> None:
    found = people(tmp_path, *cells)
    assert birthdays(found) == days
    assert found.unclear == ("birthday",)


def test_what_was_said_is_not_doubted(tmp_path: Path) -> None:
    found = people(tmp_path, "14.03.1985", "unknown", said="DD/MM/YYYY")
    assert birthdays(found) == ["bad", "bad"]
    assert found.unclear == ()


def test_a_line_that_is_no_row_says_nothing_of_days(tmp_path: Path) -> None:
    file = a_file(tmp_path, "name,birthday\nAino,14.03.1985\nVille,x,y,z\n")
    assert birthdays(read_customers(file, TODAY)) == ["1985-03-14", "bad"]


def test_a_visit_has_a_year_and_has_been(tmp_path: Path) -> None:
    to_come = a_file(tmp_path, "card,date\n1,12/11/2026\n", "visits.csv")  # 11 December is still to come
    assert [getattr(row, "day", None) for row in read_visits(to_come, TODAY)] == [date(2026, 11, 12)]
    without = a_file(tmp_path, "card,date\n1,12.11.\n", "visits.csv")
    assert read_visits(without, TODAY).unclear == ("date",)
