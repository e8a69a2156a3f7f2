"""Bringing in files: what is new, the same, in conflict or bad; all or nothing; and back out again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from frontdesk.domain.calls import CallDraft
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, ImportId
from frontdesk.domain.imports import BadRow, CustomerRow, ImportKind, ImportReport, VisitRow
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.notes import NoteDraft, NoteKind
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import Visit
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.services import (
    calls,
    customers,
    imports,
    memberships,
    notes,
    photos,
    requests,
    settings,
    staff,
    undo,
    upkeep,
    visits,
)
from frontdesk.services.desk import Desk
from tests.support.houses import picture

DAY = date(2026, 11, 20)
_tokens = count(1)


@pytest.fixture
def desk(house_url: str, clock: FixedClock) -> Iterator[Desk]:
    desk = Desk.open(house_url, clock=clock)
    settings.change_house(desk, zone="Europe/Helsinki", region="FI")
    yield desk
    assert upkeep.check(desk).problems == ()
    desk.close()


def token() -> str:
    return str(UUID(int=next(_tokens)))


def person(name: str, line: int = 2, **fields: Any) -> CustomerRow:
    return CustomerRow(line, token(), CustomerDraft(name=name, **fields))


def visit(line: int = 2, day: date = DAY, **fields: Any) -> VisitRow:
    return VisitRow(line, token(), day, **fields)


def people_in(desk: Desk, *rows: CustomerRow | BadRow, **options: Any) -> ImportReport:
    return imports.bring_in_customers(desk, rows, **options)


def visits_in(desk: Desk, *rows: VisitRow | BadRow, **options: Any) -> ImportReport:
    return imports.bring_in_visits(desk, rows, **options)


def everybody(desk: Desk) -> list[str]:
    return [customers.get(desk, key).draft.name for key in keys(desk)]


def keys(desk: Desk) -> list[CustomerId]:
    with desk.store.read() as connection:
        return [
            CustomerId(row.id) for row in connection.exec_driver_sql("select id from customers order by id")
        ]


def visits_of(desk: Desk, key: CustomerId) -> tuple[Visit, ...]:
    return customers.card(desk, key).visits


def counted(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.same, report.conflict, len(report.bad)


def batch_of(report: ImportReport) -> ImportId:
    assert report.import_id is not None
    return report.import_id


@dataclass
class Watcher:
    """Watches an import; stops it at its ``stop_at``-th look."""

    stop_at: int = 0
    looks: int = 0
    heard: list[float] = field(default_factory=list)

    def report(self, fraction: float, text: str = "") -> None:
        self.heard.append(fraction)

    def check(self) -> None:
        self.looks += 1
        if self.looks == self.stop_at:
            raise DeskError("stopped")


def test_new_people_come_in_whole_and_can_be_found(desk: Desk) -> None:
    draft = CustomerDraft(
        name="முருகன்", second_spelling="Murugan", phones=("040 123 4567",), emails=("m@example.com",),
        card="00042", tags=("sauna",), first_seen=date(2020, 1, 1),
    )  # fmt: skip
    desk.fill_index()
    report = people_in(desk, CustomerRow(2, token(), draft), person("Suman", 3), file_name="people.csv")
    assert counted(report) == (2, 0, 0, 0)
    assert customers.get(desk, keys(desk)[0]).draft == draft
    assert [hit.entry.name for hit in desk.index.search("murugan")] == ["முருகன்"]
    (written,) = imports.recent(desk)
    assert (written.kind, written.file_name, written.rows) == (ImportKind.CUSTOMERS, "people.csv", 2)


def test_the_same_file_again_brings_in_nobody(desk: Desk) -> None:
    rows = person("Suman"), person("Suman", 3), person("Raj", 4, card="1")
    people_in(desk, *rows)
    assert counted(people_in(desk, *rows)) == (0, 3, 0, 0)
    assert everybody(desk) == ["Suman", "Suman", "Raj"]
    assert len(imports.recent(desk)) == 1


def test_people_of_one_name_are_not_one_person(desk: Desk) -> None:
    people_in(desk, person("Anna Oja", card="1", phones=("040 1234567",)))
    report = people_in(desk, person("Anna Oja", card="2", phones=("050 7654321",)), person("Anna Oja", 3))
    assert counted(report) == (2, 0, 0, 0)


@pytest.mark.parametrize(
    "known_by",
    [{"card": "00042"}, {"phones": ("+358 40 1234567",)}, {"emails": ("ANNA@example.com", "x@example.com")}],
)
def test_the_same_sign_and_the_same_name_is_the_same_person(desk: Desk, known_by: dict[str, Any]) -> None:
    people_in(desk, person("Anna Oja", card="00042", phones=("040 123 4567",), emails=("anna@example.com",)))
    report = people_in(desk, person("ANNA  oja", **known_by, likes="tea"))
    assert counted(report) == (0, 1, 0, 0)
    assert len(keys(desk)) == 1


@pytest.mark.parametrize(
    ("known_by", "reason"),
    [
        ({"card": "00042"}, "card 00042 belongs to Anna Oja"),
        ({"phones": ("050 1", "0401234567")}, "phone 358401234567 belongs to Anna Oja"),
        ({"emails": ("Anna@Example.com",)}, "e-mail anna@example.com belongs to Anna Oja"),
    ],
)
def test_a_sign_of_somebody_of_another_name_is_a_conflict(
    desk: Desk, known_by: dict[str, Any], reason: str
) -> None:
    people_in(desk, person("Anna Oja", card="00042", phones=("040 123 4567",), emails=("anna@example.com",)))
    report = people_in(desk, person("Pekka Oja", 7, **known_by))
    assert counted(report) == (0, 0, 1, 0)
    assert report.conflicts == (BadRow(7, reason),)
    assert everybody(desk) == ["Anna Oja"]


def test_a_family_in_one_file_may_share_a_phone_and_an_address(desk: Desk) -> None:
    both: dict[str, Any] = {"phones": ("09 123456",), "emails": ("oja@example.com",)}
    report = people_in(desk, person("Anna Oja", **both), person("Pekka Oja", 3, **both))
    assert counted(report) == (2, 0, 0, 0)
    # Somebody new on the number of people who were here before may be one of them, spelt otherwise.
    assert counted(people_in(desk, person("Ana Oya", **both))) == (0, 0, 1, 0)


def test_father_and_son_of_one_name_and_phone_have_their_own_cards(desk: Desk) -> None:
    people_in(desk, person("Matti Oja", card="1", phones=("040 123 4567",)))
    assert counted(people_in(desk, person("Matti Oja", card="2", phones=("040 123 4567",)))) == (0, 0, 1, 0)
    assert counted(people_in(desk, person("Matti Oja", phones=("040 123 4567",)))) == (0, 1, 0, 0)


def test_rows_of_one_file_are_held_against_each_other(desk: Desk) -> None:
    rows = [
        person("Anna Oja", 2, card="1"),
        person("Anna Oja", 3, card="1"),
        person("Pekka Oja", 4, card="1"),
    ]
    between = [person(f"Somebody {n}", 10 + n) for n in range(imports.CHUNK)]
    again = [replace(row, line=row.line + 1000, token=token()) for row in rows]
    report = people_in(desk, *rows, *between, *again)
    assert counted(report) == (1 + imports.CHUNK, 3, 2, 0)
    assert [row.line for row in report.conflicts] == [4, 1004]


def test_bad_rows_are_reported_in_order_and_the_others_come_in(desk: Desk) -> None:
    report = people_in(desk, BadRow(2, "there is no name"), person("Anna", 3), BadRow(4, "no such day"))
    assert counted(report) == (1, 0, 0, 2)
    assert report.bad == (BadRow(2, "there is no name"), BadRow(4, "no such day"))


def test_a_dry_run_counts_the_same_and_keeps_nothing(desk: Desk) -> None:
    rung: list[object] = []
    people_in(desk, person("Anna", card="1"))
    desk.listen(rung.append)
    rows = person("Pekka", card="2"), person("Liisa", card="1"), person("Anna", card="1"), BadRow(5, "bad")
    rehearsed = people_in(desk, *rows, dry_run=True)
    assert counted(rehearsed) == (1, 1, 1, 1)
    assert (rehearsed.dry_run, rehearsed.import_id, rehearsed.changes) == (True, None, None)
    assert everybody(desk) == ["Anna"]
    assert rung == []
    assert counted(people_in(desk, *rows)) == counted(rehearsed)


def test_an_import_rings_the_bell_once(desk: Desk) -> None:
    rung: list[Any] = []
    desk.listen(rung.append)
    report = people_in(desk, person("Anna"))
    assert rung == [report.changes]
    assert rung[0].everybody


def test_an_import_that_is_stopped_brings_in_nothing(desk: Desk) -> None:
    rows = [person(f"Person {n}", n + 2) for n in range(imports.CHUNK * 3)]
    for watcher in (Watcher(stop_at=3), Watcher(stop_at=4)):
        with pytest.raises(DeskError, match="stopped"):
            people_in(desk, *rows, job=watcher, lines=len(rows))
    assert everybody(desk) == []
    assert imports.recent(desk) == ()


def test_an_import_that_fails_midway_brings_in_nothing(desk: Desk) -> None:
    def rows() -> Iterator[CustomerRow]:
        yield from (person(f"Person {n}", n + 2) for n in range(imports.CHUNK + 1))
        raise DeskError("the file went away")

    with pytest.raises(DeskError, match="went away"):
        imports.bring_in_customers(desk, rows())
    assert everybody(desk) == []


def test_progress_goes_from_nothing_to_all(desk: Desk) -> None:
    watcher = Watcher()
    rows = [person(f"Person {n}", n + 2) for n in range(imports.CHUNK * 2)]
    people_in(desk, *rows, job=watcher, lines=len(rows) + 1)
    assert watcher.heard == sorted(watcher.heard)
    assert (len(watcher.heard), watcher.heard[0] < 0.01, watcher.heard[-1]) == (3, True, 1.0)


@pytest.mark.parametrize(
    "named_by", [{"card": "00042"}, {"phone": "0401234567"}, {"email": "Anna@example.com"}]
)
def test_a_visit_finds_its_person(desk: Desk, named_by: dict[str, Any]) -> None:
    people_in(desk, person("Anna", card="00042", phones=("+358 40 123 4567",), emails=("anna@example.com",)))
    staff.add(desk, "Joonas")
    row = visit(at=time(18, 5), purpose="swim", note="first", amount=1250, staff="joonas", **named_by)
    assert counted(visits_in(desk, row)) == (1, 0, 0, 0)
    (found,) = visits_of(desk, keys(desk)[0])
    assert (found.draft.day, found.draft.arrived) == (DAY, datetime(2026, 11, 20, 16, 5, tzinfo=UTC))
    assert (found.draft.purpose, found.draft.note, found.draft.amount, found.staff_name) == (
        "swim", "first", 1250, "Joonas",
    )  # fmt: skip


def test_visits_are_counted_and_the_last_one_is_known(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1", first_seen=date(2020, 1, 1)), person("Pekka", card="2"))
    visits.log_now(desk, keys(desk)[0])
    days = date(2026, 3, 1), date(2026, 11, 1), date(2026, 1, 1)
    visits_in(desk, *(visit(day=day, card="1") for day in days), visit(day=days[0], card="2"))
    anna, pekka = (customers.get(desk, key) for key in keys(desk))
    assert (anna.visit_count, anna.last_visit, anna.draft.first_seen) == (4, desk.today(), date(2020, 1, 1))
    assert (pekka.visit_count, pekka.last_visit) == (1, days[0])


def test_the_same_visits_again_are_the_same(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1"))
    rows = visit(card="1"), visit(3, card="1")
    assert counted(visits_in(desk, *rows)) == (2, 0, 0, 0)
    assert counted(visits_in(desk, *rows, visit(4, card="1"))) == (1, 2, 0, 0)
    assert customers.get(desk, keys(desk)[0]).visit_count == 3


def test_a_visit_of_nobody_known_says_so(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1", phones=("040 1234567",)))
    report = visits_in(
        desk,
        visit(2, card="9"),
        visit(3, phone="050 1"),
        visit(4, email="x@example.com"),
        visit(5, card="Anna"),
    )
    assert counted(report) == (0, 0, 0, 4)
    assert [(row.line, row.reason) for row in report.bad] == [
        (2, "nobody has card 9"),
        (3, "nobody has phone 050 1"),
        (4, "nobody has e-mail x@example.com"),
        (5, "nobody has card Anna"),
    ]


def test_a_visit_by_a_phone_that_several_have_is_nobodys_unless_the_card_decides(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1", phones=("09 123456",)))
    customers.add(desk, CustomerDraft(name="Pekka", phones=("09 123456",), emails=("p@example.com",)))
    report = visits_in(
        desk,
        visit(2, phone="09 123456"),
        visit(3, phone="09 123456", card="1"),
        visit(4, phone="09 123456", email="p@example.com"),
    )
    assert report.bad == (BadRow(2, "2 people have this phone or e-mail"),)
    assert [len(visits_of(desk, key)) for key in keys(desk)] == [1, 1]


def test_visits_that_cannot_be_say_why(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1"))
    today = desk.today()
    report = visits_in(
        desk,
        visit(2, card="1", staff="Nobody"),
        visit(3, today, card="1", at=time(14, 1)),
        visit(4, today, card="1", at=time(14, 0)),
        BadRow(5, "no date"),
    )
    assert report.bad == (
        BadRow(2, "staff: nobody called “Nobody” works here"),
        BadRow(3, "time: “14:01” is still to come"),
        BadRow(5, "no date"),
    )
    assert report.new == 1


def test_unknown_cards_become_people_named_by_them_when_asked(desk: Desk) -> None:
    desk.fill_index()
    people_in(desk, person("Anna", card="1"))
    rows = visit(2, date(2026, 5, 1), card="9"), visit(3, date(2026, 2, 1), card="9"), visit(4, card="1")
    more = visit(5, phone="050 1"), visit(6, card="8", staff="Nobody")
    report = visits_in(desk, *rows, *more, add_people=True)
    assert (counted(report), report.people_added) == ((3, 0, 0, 2), 1)
    assert everybody(desk) == ["Anna", "9"]
    nine = customers.get(desk, keys(desk)[1])
    assert (nine.draft.card, nine.visit_count, nine.draft.first_seen) == ("9", 2, date(2026, 2, 1))
    assert [hit.entry.name for hit in desk.index.search("9")] == ["9"]


def test_undo_takes_people_and_visits_away(desk: Desk) -> None:
    desk.fill_index()
    people_in(desk, person("Anna", card="1", phones=("040 1234567",)))
    visits.log_now(desk, keys(desk)[0])
    report = visits_in(desk, visit(card="1"), visit(3, card="9"), add_people=True)
    undone = imports.undo_import(desk, batch_of(report))
    assert (undone.removed, undone.kept) == (3, ())
    assert everybody(desk) == ["Anna"]
    anna = customers.get(desk, keys(desk)[0])
    assert (anna.visit_count, anna.last_visit, anna.draft.phones) == (1, desk.today(), ("040 1234567",))
    assert not desk.index.search("9")
    (newest, _) = imports.recent(desk)
    assert newest.undone_at == desk.now()


def test_what_is_undone_is_undone_once_and_can_be_brought_in_again(desk: Desk) -> None:
    rows = person("Anna", card="1", phones=("040 1234567",)), person("Pekka", 3)
    report = people_in(desk, *rows)
    imports.undo_import(desk, batch_of(report))
    for batch in (batch_of(report), ImportId(99)):
        with pytest.raises(Refused, match="undone already"):
            imports.undo_import(desk, batch)
    assert counted(people_in(desk, *rows)) == (2, 0, 0, 0)


def test_undo_keeps_whoever_has_changed_or_got_something_since(desk: Desk) -> None:
    names = ["Changed", "Came", "Asked", "Joined", "Photographed", "To ring", "Written to", "Untouched"]
    report = people_in(desk, *(person(name, n) for n, name in enumerate(names)))
    changed, came, asked, joined, photographed, to_ring, written_to, _ = keys(desk)
    customers.change(desk, changed, 1, likes="tea")
    visits.log_now(desk, came)
    requests.add(desk, RequestDraft(asked, "a towel"))
    memberships.add(desk, MembershipDraft(joined, "Gold", DAY))
    photos.put(desk, photographed, picture())
    calls.add(desk, CallDraft(to_ring, "the lost watch"))
    notes.begin(desk, NoteDraft(written_to, NoteKind.THANK_YOU))
    undone = imports.undo_import(desk, batch_of(report))
    assert undone.removed == 1
    assert list(undone.kept) == names[:-1]
    assert everybody(desk) == names[:-1]


def test_undo_keeps_a_visit_that_was_changed_since_and_its_person(desk: Desk) -> None:
    report = visits_in(desk, visit(card="9"), visit(3, card="9"), add_people=True)
    (nine,) = keys(desk)
    kept = visits_of(desk, nine)[0]
    visits.change(desk, kept.id, 1, note="forgot a scarf")
    undone = imports.undo_import(desk, batch_of(report))
    assert (undone.removed, undone.kept) == (1, ("9",))
    assert [found.id for found in visits_of(desk, nine)] == [kept.id]
    assert customers.get(desk, nine).visit_count == 1


def test_undo_names_whom_a_changed_visit_belongs_to(desk: Desk) -> None:
    people_in(desk, person("Anna", card="1"))
    report = visits_in(desk, visit(card="1"))
    visits.change(desk, visits_of(desk, keys(desk)[0])[0].id, 1, note="forgot a scarf")
    assert imports.undo_import(desk, batch_of(report)).kept == ("Anna",)


def test_undo_of_people_leaves_those_whom_a_later_import_visited(desk: Desk) -> None:
    people = people_in(desk, person("Anna", card="1"), person("Pekka", 3, card="2"))
    later = visits_in(desk, visit(card="1"))
    assert imports.undo_import(desk, batch_of(people)).kept == ("Anna",)
    assert imports.undo_import(desk, batch_of(later)).removed == 1
    assert everybody(desk) == ["Anna"]


def test_undo_of_one_change_knows_nothing_of_imports(desk: Desk) -> None:
    report = people_in(desk, person("Anna"))
    assert report.changes is not None
    with pytest.raises(Refused):
        undo.undo(desk, report.changes.id)
    assert everybody(desk) == ["Anna"]
