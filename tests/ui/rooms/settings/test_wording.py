"""The sentences of the Settings room."""

from datetime import UTC, date, datetime

from frontdesk.domain.ids import ImportId
from frontdesk.domain.imports import Import, ImportKind
from frontdesk.insights.visiting import Visiting
from frontdesk.ui.rooms.settings import wording

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_an_import_in_a_line() -> None:
    one = Import(
        ImportId(1), ImportKind.VISITS, "purchases.txt", datetime(2026, 11, 21, 9, tzinfo=UTC), 6919, "Anna"
    )
    assert wording.brought_in(one, "Europe/Helsinki", NOW) == "visits · 6919 rows · yesterday · Anna"
    gone = Import(ImportId(1), ImportKind.CUSTOMERS, "", NOW, 1, "", NOW)
    assert wording.brought_in(gone, "Europe/Helsinki", NOW) == "customers · 1 row · today · taken back"


def test_the_age_of_the_backup() -> None:
    assert wording.backup(None, "UTC", "", NOW) == "No backup yet."
    made = datetime(2026, 11, 21, 23, 5, tzinfo=UTC)
    assert wording.backup(made, "Europe/Helsinki", "FI", NOW) == "Last backup: today, 1.05."


def test_the_house_in_figures() -> None:
    found = Visiting(57, 400, date(2024, 1, 1), date(2026, 11, 1), 12, 3.5, 1)
    assert wording.figures(found) == (
        "400 visits · by 57 people · 12 came once · usually 3.5 days between visits · most come on Tuesday"
    )
    assert wording.figures(Visiting()) == "Nobody has come yet."
    assert wording.figures(Visiting(people=1, visits=1, came_once=1)) == "1 visit · by 1 person · 1 came once"
