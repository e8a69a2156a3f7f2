"""Namesakes born on one day: a file does not bring in again, without a word, who is here already."""

from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.imports import BadRow, CustomerRow, ImportReport
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, imports
from frontdesk.services.desk import Desk

_tokens = count(1)


@pytest.fixture
def desk(house_url: str, clock: FixedClock) -> Iterator[Desk]:
    desk = Desk.open(house_url, clock=clock)
    yield desk
    desk.close()


def person(name: str, born: str = "1990-11-26", line: int = 2, **fields: Any) -> CustomerRow:
    birthday = PartialDate.parse(born) if born else None
    return CustomerRow(line, str(UUID(int=next(_tokens))), CustomerDraft(name, birthday=birthday, **fields))


def bring_in(desk: Desk, *rows: CustomerRow) -> ImportReport:
    return imports.bring_in_customers(desk, rows)


def everybody(desk: Desk) -> list[str]:
    with desk.store.read() as connection:
        return [row.name for row in connection.exec_driver_sql("select name from customers order by id")]


def test_somebody_of_the_same_name_and_birthday_is_not_brought_in_again(desk: Desk) -> None:
    customers.add(desk, CustomerDraft("Linda Berg", birthday=PartialDate(11, 26, 1990)))
    report = bring_in(desk, person("Linda Berg", line=7, phones=("040 1234567",)), person("Aino", line=8))
    assert report.conflicts == (BadRow(7, "Linda Berg, born 26 November 1990, is here already"),)
    assert everybody(desk) == ["Linda Berg", "Aino"]


@pytest.mark.parametrize(
    ("here", "name"),
    [
        (CustomerDraft("Linda Berg"), "LINDA  berg"),
        (CustomerDraft("Linda Berg"), "Berg, Linda"),
        (CustomerDraft("Jürgen Müller"), "Juergen Mueller"),
        (CustomerDraft("Padmapriya"), "पद्मप्रिया"),
        (CustomerDraft("முருகன்", second_spelling="Murugan K"), "Murugan K"),
    ],
)
def test_the_same_name_may_be_written_otherwise(desk: Desk, here: CustomerDraft, name: str) -> None:
    bring_in(desk, person(here.name, second_spelling=here.second_spelling))
    assert bring_in(desk, person(name)).conflict == 1


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Linda Berg", ""),
        ("Linda Berg", "--11-26"),
        ("Linda Berg", "1991-11-26"),
        ("Linda Berg", "1990-11-27"),
        ("Linde Berg", "1990-11-26"),  # her twin
        ("Linda Maria Berg", "1990-11-26"),
        ("Linda Linda", "1990-11-26"),
        ("Linda", "1990-11-26"),
    ],
)
def test_a_name_alone_or_a_birthday_alone_is_nobody_known(desk: Desk, name: str, born: str) -> None:
    bring_in(desk, person("Linda Berg"))
    assert bring_in(desk, person(name, born)).new == 1


def test_a_birthday_without_its_year_is_shared_by_many(desk: Desk) -> None:
    bring_in(desk, person("Linda Berg", "--11-26"))
    assert bring_in(desk, person("Linda Berg", "--11-26"), person("Linda Berg")).new == 2


def test_rows_of_one_file_are_held_against_each_other(desk: Desk) -> None:
    between = [person(f"Somebody {n}", "", 10 + n) for n in range(imports.CHUNK)]
    rows = person("Linda Berg"), person("Berg Linda", line=3), *between, person("Linda Berg", line=1000)
    report = bring_in(desk, *rows)
    why = "Linda Berg, born 26 November 1990, is in this file already"
    assert report.conflicts == (BadRow(3, why), BadRow(1000, why))
    assert report.new == 1 + imports.CHUNK


def test_the_same_file_again_brings_in_nobody(desk: Desk) -> None:
    rows = person("Linda Berg"), person("Aino Oja", line=3)
    bring_in(desk, *rows)
    again = bring_in(desk, *rows)
    assert (again.new, again.same, again.conflict) == (0, 2, 0)


def test_a_shared_phone_says_more_than_a_birthday(desk: Desk) -> None:
    bring_in(desk, person("Linda Berg", phones=("040 1234567",)))
    assert bring_in(desk, person("Linda Berg", phones=("040 1234567",), likes="tea")).same == 1
