"""Who was picked for what was typed: the last pick counts, and it goes with the person."""

from datetime import timedelta
from uuid import uuid4

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.domain.imports import CustomerRow
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, imports
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import history, picks
from tests.support.houses import aino


def pick(desk: Desk, typed: str, whom: int) -> None:
    with desk.store.write(desk.now()) as work:
        picks.remember(work.connection, typed, CustomerId(whom), desk.now())
        assert work.changes().kinds == set()


def picked(desk: Desk, limit: int = picks.MOST) -> dict[str, CustomerId]:
    with desk.store.read() as connection:
        return picks.everything(connection, limit)


def test_the_last_pick_counts(desk: Desk, clock: FixedClock) -> None:
    whom, other = aino(desk), aino(desk, name="Eino")
    pick(desk, "virt", whom)
    clock.instant += timedelta(minutes=1)
    pick(desk, "ei", other)
    assert list(picked(desk).items()) == [("ei", other), ("virt", whom)]
    clock.instant += timedelta(minutes=1)
    pick(desk, "virt", other)
    assert list(picked(desk).items()) == [("virt", other), ("ei", other)]
    assert picked(desk, 1) == {"virt": other}


def test_capitals_and_composition_do_not_matter(desk: Desk) -> None:
    whom = aino(desk)
    pick(desk, "  HA\u0308MA\u0308 ", whom)
    assert picked(desk) == {"hämä": whom} == {picks.key("hämä"): whom}


@pytest.mark.parametrize(
    "typed", ["", "  ", "\x00", "\ud800", "x" * 101, "x" * 10_000, "\N{LATIN SMALL LIGATURE FFI}" * 40]
)
def test_what_nobody_types_a_second_time_is_not_kept(desk: Desk, typed: str) -> None:
    pick(desk, typed, aino(desk))
    assert picks.key(typed) == ""
    assert picked(desk) == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("x" * 100, "x" * 100),
        ("முரு", "முரு"),
        ("'; DROP TABLE picks --", "'; drop table picks --"),
        ("a\x00b", "ab"),
        ("a\ud800b", "ab"),
        ("🙂" * 100, "🙂" * 100),
    ],
)
def test_whatever_else_is_typed_is_kept(desk: Desk, typed: str, kept: str) -> None:
    whom = aino(desk)
    pick(desk, typed, whom)
    assert picked(desk) == {kept: whom}


def test_only_the_newest_are_kept(desk: Desk, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picks, "MOST", 3)
    whom = aino(desk)
    for typed in "abcde":
        clock.instant += timedelta(minutes=1)
        pick(desk, typed, whom)
    assert list(picked(desk)) == ["e", "d", "c"]


def test_it_goes_with_the_person(desk: Desk) -> None:
    added = customers.add(desk, CustomerDraft("Eino"))
    pick(desk, "ei", added.row)
    undo(desk, ChangeId(added.id))
    assert picked(desk) == {}
    pick(desk, "ei", added.row)
    assert picked(desk) == {}


def test_it_goes_with_an_import_and_does_not_hold_it_back(desk: Desk) -> None:
    report = imports.bring_in_customers(desk, [CustomerRow(2, str(uuid4()), CustomerDraft("Bo"))])
    assert report.import_id is not None
    with desk.store.read() as connection:
        (bo,) = history.people_of_imports(connection, [report.import_id])
    pick(desk, "bo", bo)
    assert imports.undo_import(desk, report.import_id).removed == 1
    assert picked(desk) == {}


def test_nobody_reads_anything_anew_for_it(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    other_desk.fill_index()
    pick(desk, "ai", whom)
    assert other_desk.catch_up() is None
    assert customers.get(desk, whom).version == 1
