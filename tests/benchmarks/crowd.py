"""A house as large as a busy one gets: thousands of people with their visits, made anew for a run."""

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.visits import VisitDraft
from frontdesk.services.demo_people import texts
from frontdesk.services.desk import Desk
from frontdesk.storage import demo

TODAY = date(2026, 11, 22)
_LATIN = {"en", "fi"}


def fill(place: Path, people: int, visits_each: int = 5) -> None:
    """Make a house with so many people at ``place``; the same people every time."""
    rng = Random(people)
    desk = Desk.open(place, create=True)
    with desk.write() as work:
        ids = demo.add_people(work, [_person(rng, n) for n in range(people)])
        demo.add_visits(work, [_visit(rng, one) for one in ids for _ in range(visits_each)])
    desk.close()


def _person(rng: Random, number: int) -> CustomerDraft:
    """Somebody with a name, a phone, a card and as a rule a birthday."""
    names = texts("names")
    language = rng.choices(list(names), [one["people"] for one in names.values()])[0]
    given, surname = rng.choice(names[language]["given"]), _surname(rng, language, names)
    name = f"{given['name']} {surname['name']}"
    latin = f"{given.get('latin', given['name'])} {surname.get('latin', surname['name'])}"
    born = TODAY - timedelta(days=rng.randrange(16 * 365, 82 * 365))
    return CustomerDraft(
        name=name,
        given=given["name"],
        surname=surname["name"],
        second_spelling=latin if latin != name else "",
        phones=(f"040 {number // 10_000:03} {number % 10_000:04}",),
        card=f"{100_000 + number}",
        birthday=PartialDate(born.month, born.day, born.year) if rng.random() < 0.8 else None,
        first_seen=TODAY - timedelta(days=rng.randrange(900)),
    )


def _surname(rng: Random, language: str, names: dict[str, Any]) -> dict[str, str]:
    """A family name; in Latin letters the halves of two, since a town has thousands of them."""
    family: list[dict[str, str]] = names[language]["family"]
    if language not in _LATIN:
        return rng.choice(family)
    first, last = rng.choice(list(product(family, repeat=2)))
    return {"name": first["name"][: len(first["name"]) // 2 + 1] + last["name"][len(last["name"]) // 2 :]}


def _visit(rng: Random, person: CustomerId) -> VisitDraft:
    return VisitDraft(person, TODAY - timedelta(days=rng.randrange(1, 700)), purpose="Gym")
