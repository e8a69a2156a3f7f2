"""What the bench's paper says of somebody, out of what the house knows."""

from datetime import date

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import NoteId
from frontdesk.domain.notes import NoteDraft, NoteKind
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.reports.note_facts import address, no_address_hint, slip_person, so_far
from frontdesk.reports.note_slip import Asked, PastVisit, SentNote
from frontdesk.services import bench, customers, notes, requests, visits
from frontdesk.services.desk import Desk
from tests.support.houses import aino


def test_all_that_is_known_is_told(desk: Desk) -> None:
    whom = aino(desk, nickname="Aikku", likes="tea", memory_hook="blue cap", must_know="nuts")
    visits.log(desk, VisitDraft(whom, date(2026, 11, 20), purpose="gym", note="knee"))
    requests.add(desk, RequestDraft(whom, "Locker 12"))
    old = notes.begin(desk, NoteDraft(whom, NoteKind.WELCOME, words="Welcome!"))
    notes.send(desk, NoteId(old.row), 1)
    new = notes.begin(desk, NoteDraft(whom, NoteKind.APOLOGY, why="cold showers"))
    told = slip_person(bench.sheet(desk, whom, NoteId(new.row)))
    assert (told.name, told.address, told.occasion) == ("Aino Virtanen", "Aikku", "cold showers")
    assert told.visits == (PastVisit(date(2026, 11, 20), "gym, knee"),)
    assert told.requests == (Asked("Locker 12"),)
    assert told.notes == (SentNote(date(2026, 11, 22), "welcome card", "Welcome!"),)


@pytest.mark.parametrize(
    ("birthday", "words"),
    [
        (PartialDate(11, 22, 1986), "40 years old, with us since 1 March 2024"),
        (PartialDate(11, 23, 1986), "39 years old, with us since 1 March 2024"),
        (PartialDate(11, 23), "with us since 1 March 2024"),
        (None, "with us since 1 March 2024"),
    ],
)
def test_an_age_only_where_the_year_is_known(
    desk: Desk, clock: FixedClock, birthday: PartialDate | None, words: str
) -> None:
    whom = aino(desk, birthday=birthday)
    assert so_far(bench.sheet(desk, whom)) == words
    visits.log_now(desk, whom)
    assert so_far(bench.sheet(desk, whom)) == f"{words}, 1 visit"


def test_a_label_has_the_name_above_the_lines_of_the_card(desk: Desk) -> None:
    known = address(CustomerDraft("Aino", address="Katu 1\n00100 Helsinki"))
    assert known
    assert known.lines == ("Aino", "Katu 1", "00100 Helsinki")
    assert address(customers.get(desk, aino(desk)).draft) is None


def test_those_without_an_address_are_named_and_the_rest_counted() -> None:
    assert no_address_hint([]) == ""
    assert no_address_hint(["Aino", "Eino"]) == "No address on the card yet, so no label: Aino, Eino."
    assert no_address_hint(list("ABCDEFG")).endswith("A, B, C, D, E and 2 more.")
