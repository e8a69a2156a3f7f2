"""Visits from files: what becomes of each row."""

from datetime import date, time
from pathlib import Path

import pytest

from frontdesk.domain.imports import BadRow, VisitRow
from frontdesk.exchange.incoming import Reading
from frontdesk.exchange.visits import FIELDS, read_visits
from frontdesk.foundation.errors import Refused
from tests.exchange.files import a_file, real

TODAY = date(2026, 11, 22)


def read(path: Path, *maps: str, form: str = "%Y-%m-%d") -> list[VisitRow | BadRow]:
    return list(read_visits(path, TODAY, Reading(maps, (form,))))


def good(path: Path, *maps: str, form: str = "%Y-%m-%d") -> list[VisitRow]:
    return [row for row in read(path, *maps, form=form) if isinstance(row, VisitRow)]


def test_every_field_can_be_brought_in(tmp_path: Path) -> None:
    cells = {
        "card": "00042", "phone": "040 123", "email": "a@example.com", "date": "2026-11-20", "time": "18:05",
        "purpose": "swim", "note": "first\nlesson", "amount": "12,50", "staff": "Joonas",
    }  # fmt: skip
    assert set(cells) == set(FIELDS.headings)
    quoted = [f'"{cell}"' for cell in cells.values()]
    (row,) = good(a_file(tmp_path, ";".join(cells) + "\n" + ";".join(quoted)))
    assert row == VisitRow(
        2, row.token, date(2026, 11, 20), card="00042", phone="040 123", email="a@example.com",
        at=time(18, 5), purpose="swim", note="first\nlesson", amount=1250, staff="Joonas",
    )  # fmt: skip


def test_the_time_may_stand_in_the_date_but_its_own_column_is_believed(tmp_path: Path) -> None:
    file = a_file(tmp_path, "card,date,time\n1,2026-11-20T09:00,\n1,2026-11-20T09:00,10:30\n1,2026-11-20,\n")
    assert [row.at for row in good(file)] == [time(9), time(10, 30), None]


def test_a_row_that_cannot_be_brought_in_says_why(tmp_path: Path) -> None:
    file = a_file(
        tmp_path,
        "card,phone,date,amount,purpose\n"
        ",,2026-11-20,1.00,\n"
        "1,,,1.00,\n"
        "1,,2026-11-23,1.00,\n"
        "1,,2026-11-20,1.234,\n"
        f"1,,2026-11-20,,{'x' * 1001}\n"
        "1,no,2026-11-20,,\n"
        ",;,2026-11-20,,\n"
        ",040 123,2026-11-20,,\n",
    )
    assert {row.line: row.reason for row in read(file) if isinstance(row, BadRow)} == {
        2: "it says nobody's card, phone or e-mail",
        3: "there is no date",
        4: "date: “2026-11-23” is still to come",
        5: "amount: “1.234” can be read as two different amounts; write it like 1234.00",
        6: "purpose: 1001 characters; 1000 is the most that is kept",
        7: "phone: “no” is no phone number",
        8: "it says nobody's card, phone or e-mail",
    }
    assert [row.line for row in good(file)] == [9]


def test_a_visit_needs_its_year() -> None:
    with pytest.raises(Refused, match="needs a year"):
        read(real("cdnow_sample.txt"), "1=card", "3=date", form="%m%d")


def test_somebody_may_come_twice_on_a_day_and_the_same_file_is_still_the_same(tmp_path: Path) -> None:
    text = "card,date,amount\n1,2026-11-20,5.00\n1,2026-11-20,5.00\n2,2026-11-20,5.00\n"
    found = [row.token for row in good(a_file(tmp_path, text))]
    assert len(set(found)) == 3
    assert found == [row.token for row in good(a_file(tmp_path, text, "again.csv"))]


def test_6919_visits_of_2357_people_come_in() -> None:
    found = good(real("cdnow_sample.txt"), "1=card", "3=date", "5=amount", form="%Y%m%d")
    assert len(found) == len({row.token for row in found}) == 6919
    assert len({row.card for row in found}) == 2357
    assert (found[0].card, found[0].day, found[0].amount) == ("00004", date(1997, 1, 1), 2933)
    assert sum(row.amount or 0 for row in found) == sum(
        round(float(line.split()[4]) * 100) for line in real("cdnow_sample.txt").read_text().splitlines()
    )
