"""How often people come, as it is kept beside their visits: always what the rule says of them."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from frontdesk.domain.ids import VisitId
from frontdesk.domain.imports import VisitRow
from frontdesk.domain.returning import Waits
from frontdesk.domain.rhythm import usual_gap
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import customers, imports, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import returning, tables
from tests.support.houses import aino

DAY = timedelta(days=1)


def kept(desk: Desk) -> dict[int, float | None]:
    """The gap that is kept for everybody."""
    with desk.store.read() as connection:
        return {
            row.id: row.usual_gap
            for row in connection.execute(select(tables.customers.c.id, tables.customers.c.usual_gap))
        }


def by_the_rule(desk: Desk) -> dict[int, float | None]:
    """The gap that the rule gives for everybody's visits."""
    days: dict[int, list[date]] = {one: [] for one in kept(desk)}
    with desk.store.read() as connection:
        for whom, day in connection.execute(select(tables.visits.c.customer_id, tables.visits.c.day)):
            days[whom].append(day)
    return {whom: usual_gap(own) for whom, own in days.items()}


def test_after_every_visit_the_rhythm_is_right(desk: Desk) -> None:
    rng, whom, other = Random(5), aino(desk), aino(desk, name="Eino Laine")
    changes = []
    for _ in range(30):
        day = desk.today() - rng.randrange(200) * DAY
        changes.append(visits.log(desk, VisitDraft(rng.choice((whom, other)), day)))
        assert kept(desk) == by_the_rule(desk)
    for one in rng.sample(changes, 8):
        undo(desk, one.id)
        assert kept(desk) == by_the_rule(desk)


def test_a_visit_given_to_another_changes_both_rhythms(desk: Desk) -> None:
    whom, other = aino(desk), aino(desk, name="Eino Laine")
    added = [
        visits.log(desk, VisitDraft(owner, desk.today() - back * DAY)).row
        for owner in (whom, other)
        for back in (0, 5, 9, 30)
    ]
    visits.change(desk, VisitId(added[-1]), 1, customer=whom, day=desk.today() - 2 * DAY)
    assert kept(desk) == by_the_rule(desk) == {whom: 3.5, other: 4.5}


def test_visits_brought_in_and_taken_back_leave_the_rhythm_right(desk: Desk) -> None:
    whom = aino(desk, card="77")
    for back in (1, 8, 15):
        visits.log(desk, VisitDraft(whom, desk.today() - back * DAY))
    rng = Random(7)
    rows = [
        VisitRow(n, f"5e7c0de0-0000-4000-8000-{n:012}", desk.today() - rng.randrange(90) * DAY, card="77")
        for n in range(3, 30)
    ]
    brought = imports.bring_in_visits(desk, rows)
    assert kept(desk) == by_the_rule(desk)
    assert kept(desk)[whom] != 7
    assert brought.import_id
    imports.undo_import(desk, brought.import_id)
    assert kept(desk) == by_the_rule(desk) == {whom: 7}


def test_the_waits_for_a_second_visit_are_counted_from_all_visits(desk: Desk) -> None:
    today = desk.today()
    came = [(50, 40), (30, 20, 3), (30, 30, 20), (9,), (9, 9), (0,), ()]
    people = [aino(desk, name=f"Guest {n}", first_seen=None) for n in range(len(came))]
    for whom, back in zip(people, came, strict=True):
        for days in back:
            visits.log(desk, VisitDraft(whom, today - days * DAY))
    customers.change(desk, people[0], customers.get(desk, people[0]).version, deceased=True)
    with desk.store.read() as connection:
        found = returning.waits(connection, today)
    assert sorted(found, key=lambda one: (one.days, one.returned)) == [
        Waits(0, returned=False, people=1),
        Waits(9, returned=False, people=2),
        Waits(10, returned=True, people=2),
    ]
