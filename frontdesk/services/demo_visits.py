"""Two years of visits for the demo, each person in a rhythm of their own, ending this minute."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.milestones import next_milestone
from frontdesk.domain.visits import VisitDraft
from frontdesk.services.demo_people import CAME_ONCE, texts

LONGEST = timedelta(days=730)
LAPSED = 0.12
"""The share of people who have stopped coming."""

ONE_AHEAD = (9, 24, 49, 99, 24, 9)
"""Visits of those who are one visit before a milestone."""

HERE_NOW = 8
"""How many have come today, at least."""

_RHYTHMS = ((2, 3, 2), (3, 4), (7, 7, 7, 6, 8), (14, 13, 15), (27, 31, 35))
_HOW_MANY = (8, 14, 30, 20, 28)
_HOURS = ((6, 22),) * 5 + ((8, 20), (10, 18))
"""Opening hours from Monday to Sunday."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, and the venue's day and zone."""

    now: datetime
    today: date
    zone: ZoneInfo

    def at(self, day: date, minutes: int) -> datetime:
        """An instant (UTC) on a venue's day, so many minutes after midnight."""
        return (datetime.combine(day, time(0), self.zone) + timedelta(minutes=minutes)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Guest:
    """A person of the demo with their key."""

    id: CustomerId
    draft: CustomerDraft

    @property
    def gone(self) -> bool:
        """Whether they do not come any more for good."""
        return self.draft.archived or self.draft.deceased


def visits(
    rng: Random, guests: Sequence[Guest], staff: Sequence[StaffId], moment: Moment
) -> list[VisitDraft]:
    """Everybody's visits, oldest first."""
    of_each = [list(_visits_of(rng, guest, staff, moment)) for guest in guests]
    once = moment.today - timedelta(days=CAME_ONCE)
    of_each = [own[:1] if own and own[0].day == once else own for own in of_each]
    _stop_before_milestones(rng.sample(of_each, len(of_each)), moment.today)
    found = [visit for own in of_each for visit in own]
    found += _latecomers(rng, found, staff, moment)
    return sorted(found, key=lambda visit: (visit.day, visit.arrived or moment.now))


def _visits_of(rng: Random, guest: Guest, staff: Sequence[StaffId], moment: Moment) -> Iterator[VisitDraft]:
    gaps = rng.choices(_RHYTHMS, _HOW_MANY)[0]
    hour = rng.choices((7, 9, 12, 17, 18, 19), (4, 2, 3, 5, 5, 3))[0]
    favourites = rng.sample(list(texts("life")["visits"]), 2)
    first = max(guest.draft.first_seen or moment.today, moment.today - LONGEST)
    last = moment.today - timedelta(days=rng.randint(45, 300) if guest.gone or rng.random() < LAPSED else 0)
    day = first if first > moment.today - LONGEST else first + timedelta(days=rng.randrange(gaps[0]))
    while day <= max(first, last):
        arrived = _arrival(rng, day, hour, moment)
        if arrived <= moment.now:
            yield _visit(
                rng, VisitDraft(guest.id, day, arrived, rng.choice(favourites), staff=rng.choice(staff))
            )
        away = rng.randint(14, 40) if rng.random() < 0.02 else 0
        day += timedelta(days=rng.choice(gaps) + away)


def _arrival(rng: Random, day: date, hour: int, moment: Moment) -> datetime:
    """About the person's own hour, while the house is open."""
    opens, closes = _HOURS[day.weekday()]
    minutes = hour * 60 + rng.randint(-35, 50)
    return moment.at(day, min(max(minutes, opens * 60 + rng.randint(0, 40)), closes * 60 - 45))


def _visit(rng: Random, plain: VisitDraft) -> VisitDraft:
    """Now and then somebody pays for something, or says something worth a note."""
    if rng.random() < 0.12:
        plain = replace(plain, amount=rng.choice((250, 390, 450, 590, 1400, 2490)))
    if rng.random() < 0.05:
        plain = replace(plain, note=rng.choice(texts("life")["visits"][plain.purpose]))
    return plain


def _stop_before_milestones(of_each: list[list[VisitDraft]], today: date) -> None:
    """Leave out old visits of a few people who came lately, so that their next one is a milestone."""
    left = list(ONE_AHEAD)
    for own in of_each:
        if not left:
            return
        if len(own) >= left[0] and (today - own[-1].day).days < 14:
            del own[: len(own) - left.pop(0)]


def _latecomers(
    rng: Random, found: Sequence[VisitDraft], staff: Sequence[StaffId], moment: Moment
) -> list[VisitDraft]:
    """Whoever is needed so that the house is not empty, also when the demo is opened before the doors are."""
    last = {visit.customer: visit.day for visit in sorted(found, key=lambda visit: visit.day)}
    here = [customer for customer, day in last.items() if day == moment.today]
    count = Counter(visit.customer for visit in found)
    others = [
        customer
        for customer, day in last.items()
        if 1 < (moment.today - day).days < 40 and not next_milestone(count[customer])
    ]
    missing = rng.sample(others, max(0, HERE_NOW - len(here)))
    opened = max(moment.at(moment.today, 0), moment.now - timedelta(hours=2))
    spread = (moment.now - opened) / (len(missing) + 1)
    purposes = list(texts("life")["visits"])
    return [
        VisitDraft(customer, moment.today, opened + spread * n, rng.choice(purposes), staff=rng.choice(staff))
        for n, customer in enumerate(missing, start=1)
    ]
