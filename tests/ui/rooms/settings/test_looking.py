"""A first look at a file: its columns, their fields, and how its days may be meant."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.foundation.errors import DeskError
from frontdesk.ui.rooms.settings.looking import Column, Plan, first_look

Write = Callable[..., Path]
TODAY = date(2026, 11, 22)


def look(path: Path, kind: ImportKind = ImportKind.CUSTOMERS) -> Plan:
    return first_look(Plan(path, kind), TODAY)


def days(*cells: str) -> Column:
    return Column(1, "Day", cells)


def test_headings_name_the_fields(table: Write) -> None:
    plan = look(table("Full name;DOB;Favourite;Phone", "Aino;1990-02-01;tea;040 123", "Ville;;;050 456"))
    assert plan.header
    assert [(one.number, one.heading, one.field) for one in plan.columns] == [
        (1, "Full name", "name"),
        (2, "DOB", "birthday"),
        (3, "Favourite", ""),
        (4, "Phone", "phone"),
    ]
    assert plan.columns[3].samples == ("040 123", "050 456")
    assert plan.missing() == ""


def test_a_second_column_of_one_field_is_left_to_choose(table: Write) -> None:
    plan = look(table("name,customer", "Aino,Aino Virtanen"))
    assert [one.field for one in plan.columns] == ["name", ""]


def test_a_file_without_headings_has_only_numbers(table: Write) -> None:
    plan = look(table("पद्मप्रिया\tPadmapriya", "राम\tRam", name="names.tsv"))
    assert not plan.header
    assert [one.field for one in plan.columns] == ["", ""]
    assert plan.columns[1].samples == ("Padmapriya", "Ram")
    assert plan.missing() == "Choose the column that holds one of: name, given, surname."


def test_what_is_no_table_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read"):
        look(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["1990-02-01"], "%Y-%m-%d"),
        (["01.02.1990", ""], "%d.%m.%Y"),
        (["01/02/1990", "25/02/1990"], "%d/%m/%Y"),
        (["01/02/1990", "02/25/1990"], "%m/%d/%Y"),
        (["01/02/1990", "03/04/1985"], ""),  # nobody can know
        (["19900201"], "%Y%m%d"),
        (["01.02.1990", "31.02.1990", "05.02.1990"], "%d.%m.%Y"),  # one day that cannot be
        (["soon", "later"], ""),
        ([], ""),
    ],
)
def test_how_days_are_written_is_proposed_where_only_one_way_fits(cells: list[str], form: str) -> None:
    assert days(*cells).proposal("birthday", TODAY) == form


def test_what_may_be_meant_is_shown_by_a_cell_that_tells_the_ways_apart() -> None:
    found = dict(days("05/05/1990", "01/02/1990").meanings("birthday", TODAY))
    assert found == {
        "%d/%m/%Y": "01/02/1990 is 1 February 1990",
        "%m/%d/%Y": "01/02/1990 is 2 January 1990",
    }


def test_a_birthday_may_have_no_year_but_a_visit_must(table: Write) -> None:
    assert days("24.12.").meanings("birthday", TODAY) == [("%d.%m.", "24.12. is 24 December")]
    assert days("24.12.").meanings("date", TODAY) == []


def test_a_visit_cannot_lie_in_the_future() -> None:
    assert days("12/11/2026").proposal("date", TODAY) == "%d/%m/%Y"  # 11 December is still to come


def test_a_column_of_days_asks_how_they_are_written(table: Write) -> None:
    plan = look(table("name,birthday", "Aino,01/02/1990"))
    assert plan.missing() == "Say how days are written in the column for “birthday”."


def test_two_columns_cannot_fill_one_field(table: Write) -> None:
    plan = look(table("1,2", "Aino,Virtanen"))
    columns = tuple(Column(n, "", (), "name") for n in (1, 2))
    twice = Plan(plan.path, plan.kind, columns)
    assert twice.missing() == "Two columns are given for “name”. Leave one out."
    phones = tuple(Column(n, "", (), field) for n, field in enumerate(("name", "phone", "phone"), start=1))
    assert Plan(plan.path, plan.kind, phones).missing() == ""


def test_visits_need_somebody_and_a_day(table: Write) -> None:
    file = table("x,date", "1,2026-11-01")
    assert (
        look(file, ImportKind.VISITS).missing() == "Choose the column that holds one of: card, phone, email."
    )


def test_the_columns_are_told_so_that_the_reader_sees_the_headings() -> None:
    columns = (
        Column(1, "Guest", (), "name"),
        Column(2, "2020", (), ""),
        Column(3, "Born", (), "birthday", "%d.%m.%Y"),
    )
    plan = Plan(Path("x.csv"), ImportKind.CUSTOMERS, columns, header=True)
    assert plan.maps() == ("Guest=name", "2=", "3=birthday")
    assert plan.forms() == ("birthday=%d.%m.%Y",)
    bare = Plan(Path("x.csv"), ImportKind.CUSTOMERS, columns)
    assert bare.maps() == ("1=name", "3=birthday")
