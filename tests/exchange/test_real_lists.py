"""The two real lists all the way into a house, in again, and out."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from frontdesk.domain.ids import CustomerId
from frontdesk.exchange.customers import read_customers
from frontdesk.exchange.incoming import Reading
from frontdesk.exchange.visits import read_visits
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, imports, upkeep
from frontdesk.services.desk import Desk
from tests.exchange.files import real

PEOPLE = Reading(("1=name", "2=second_spelling"))
SALES = Reading(("1=card", "3=date", "5=amount"), ("%Y%m%d",))


@pytest.fixture
def desk(sqlite_url: str, clock: FixedClock) -> Iterator[Desk]:
    with closing(Desk.open(sqlite_url, create=True, clock=clock)) as desk:
        desk.fill_index()
        yield desk


def test_two_thousand_people_come_in_once(desk: Desk) -> None:
    people = read_customers(real("names_hindi_latin.tsv"), desk.today(), PEOPLE)
    report = imports.bring_in_customers(desk, people)
    assert (report.new, report.bad, report.conflicts) == (2000, (), ())
    assert imports.bring_in_customers(desk, people).same == 2000
    assert desk.index.search("padmapriya")[0].entry.name == "पद्मप्रिया"
    assert upkeep.check(desk).people == 2000


def test_6919_visits_of_2357_people_come_in_once_and_go_again(desk: Desk) -> None:
    sales = read_visits(real("cdnow_sample.txt"), desk.today(), SALES)
    nobody = imports.bring_in_visits(desk, sales)
    assert (nobody.new, len(nobody.bad), nobody.bad[0].reason) == (0, 6919, "nobody has card 00004")
    report = imports.bring_in_visits(desk, sales, add_people=True)
    assert (report.new, report.people_added, report.bad) == (6919, 2357, ())
    assert imports.bring_in_visits(desk, sales).same == 6919
    found = upkeep.check(desk)
    assert (found.people, found.visits, found.problems) == (2357, 6919, ())
    first = customers.get(desk, CustomerId(desk.index.search("00004")[0].entry.id))
    assert (first.draft.name, first.visit_count, first.last_visit) == ("00004", 4, date(1997, 12, 12))
    assert report.import_id is not None
    assert imports.undo_import(desk, report.import_id).removed == 6919 + 2357
    assert (upkeep.check(desk).people, upkeep.check(desk).visits) == (0, 0)
