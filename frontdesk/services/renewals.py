"""Renewals: whose membership ends, how much is at risk, and all that a talk about it needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from frontdesk.domain import risk
from frontdesk.domain.changes import Gone
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy, Membership, awaiting_renewal
from frontdesk.domain.plans import Plan, PlanDraft, named, yearly
from frontdesk.domain.reminders import Facts
from frontdesk.domain.requests import Request
from frontdesk.domain.rhythm import Away, absence, away_since, limits, usual_gap
from frontdesk.domain.risk import Coming, Sign
from frontdesk.domain.talks import Said, Talk
from frontdesk.domain.terms import running_end
from frontdesk.domain.visits import Visit
from frontdesk.services.desk import Desk
from frontdesk.storage import plans, renewals, requests, talks, visits
from frontdesk.storage import reminders as sources
from frontdesk.storage.store import Reading

YEAR = timedelta(days=365)
_VISITS = 3
_DAYS = 400
"""Visit days that are read for the rhythm of two years."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A membership whose last day ``ends`` is near, or over with nothing said.

    ``since`` is the first day of the person with the house, ``years`` how long ago that is; None where nobody
    knows. ``yearly`` is what
    the membership is worth in a year, in hundredths: by its plan's price, or what was spent in the last
    year. ``at_risk`` is the part of it that may be lost, by the ``signs``.
    """

    person: Facts
    membership: Membership
    ends: date
    since: date | None
    years: int | None
    yearly: float
    coming: Coming
    signs: tuple[Sign, ...]

    @property
    def at_risk(self) -> float:
        """In hundredths of the house's currency, for one year."""
        return risk.at_risk(self.yearly, self.signs)


@dataclass(frozen=True, slots=True)
class TalkSheet:
    """All that a talk about one membership needs.

    ``renewals`` is how often it was renewed before. ``gap`` is the usual number of days between visits
    within the last year, ``gap_before`` that of the year before. ``talks`` are all with this person, the
    newest first; ``visits`` the last ones.
    """

    ending: Ending
    house: House
    today: date
    now: datetime
    renewals: int
    gap: float | None
    gap_before: float | None
    requests: tuple[Request, ...]
    talks: tuple[Talk, ...]
    visits: tuple[Visit, ...]
    plans: tuple[Plan, ...]

    @property
    def plan(self) -> PlanDraft | None:
        """The plan that the membership is on, where the house has written it down."""
        return named(self.plans, self.ending.membership.draft.plan)


def ending(desk: Desk, days: int) -> tuple[Ending, ...]:
    """Every membership that ends within so many days or is over with nothing said, the most at risk first.

    Where as much is at risk, whoever has been with the house for longer comes first.
    """
    desk.read_house()
    with desk.store.read() as reading:
        found = _endings(desk, reading, days, None)
    return tuple(sorted(found, key=lambda one: (-one.at_risk, -(one.years or 0), one.ends, one.person.name)))


def sheet(desk: Desk, membership: MembershipId, customer: CustomerId) -> TalkSheet:
    """What a talk about a membership needs; raises Gone where there is nothing to talk about any more."""
    with desk.store.read() as reading:
        found = _endings(desk, reading, None, customer)
        one = next((each for each in found if each.membership.id == membership), None)
        if one is None:
            raise Gone
        asked = requests.of(reading, customer)
        held = talks.of(reading, customer)
        came = visits.days_of(reading, customer, _DAYS)
        last = visits.of(reading, customer, _VISITS)
        every_plan = plans.everything(reading)
    today = desk.today()
    return TalkSheet(
        ending=one,
        house=desk.house,
        today=today,
        now=desk.now(),
        renewals=sum(each.draft.ended_why is EndedWhy.RENEWED for each in one.person.memberships),
        gap=usual_gap(day for day in came if day > today - YEAR),
        gap_before=usual_gap(day for day in came if today - 2 * YEAR < day <= today - YEAR),
        requests=tuple(each for each in asked if each.open),
        talks=held,
        visits=last,
        plans=every_plan,
    )


def _endings(desk: Desk, reading: Reading, days: int | None, customer: CustomerId | None) -> list[Ending]:
    today = desk.today()
    until = None if days is None else today + timedelta(days=days)
    whom = renewals.holders(reading, today, until) if until is not None else {customer} if customer else set()
    here = (one for one in sources.facts_of(reading, whom) if not (one.deceased or one.archived))
    people = {one.id: one for one in here}
    this_year = renewals.came(reading, people, today - YEAR + timedelta(days=1), today)
    before = renewals.came(reading, people, today - 2 * YEAR + timedelta(days=1), today - YEAR)
    every_plan = plans.everything(reading)
    nobody = renewals.Came(0, 0)
    return [
        _ending(
            one,
            person,
            ends,
            Known(
                Coming(this_year.get(key, nobody).days, before.get(key, nobody).days),
                this_year.get(key, nobody).spent,
                named(every_plan, one.draft.plan),
                desk.now(),
                today,
                desk.house,
            ),
        )
        for key, person in people.items()
        for one, ends in _near(person, today, until)
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside a person and a membership."""

    coming: Coming
    spent: int
    plan: PlanDraft | None
    now: datetime
    today: date
    house: House


def _near(person: Facts, today: date, until: date | None) -> Iterable[tuple[Membership, date]]:
    """The memberships that end by a day, each with its last day: that of the term that runs."""
    for one in awaiting_renewal(person.memberships):
        ends = running_end(one.draft, today)
        if ends is not None and (until is None or ends <= until):
            yield one, ends


def _ending(one: Membership, person: Facts, ends: date, known: Known) -> Ending:
    price, first = yearly(known.plan) if known.plan else None, _since(person)
    return Ending(
        person=person,
        membership=one,
        ends=ends,
        since=first,
        years=None if first is None else _years(first, known.today),
        yearly=price if price is not None else float(known.spent),
        coming=known.coming,
        signs=tuple(_signs(one, person, ends, known)),
    )


def _since(person: Facts) -> date | None:
    """The day on which somebody was seen first, or their first membership began."""
    began = [one.draft.starts for one in person.memberships]
    return min([*([person.first_seen] if person.first_seen else []), *began], default=None)


def _years(first: date, today: date) -> int:
    return max(0, today.year - first.year - ((today.month, today.day) < (first.month, first.day)))


def _signs(one: Membership, person: Facts, ends: date, known: Known) -> Iterable[Sign]:
    if ends < known.today:
        yield Sign.ENDED
    if person.last_visit and person.usual_gap is not None:
        since = away_since(person.last_visit, person.memberships, known.today)
        away = absence(since, person.usual_gap, known.today, limits(known.house))
        if away is not None:
            yield _AWAY[away.stage]
    if known.coming.seldomer:
        yield Sign.SELDOMER
    if one.talk and one.talk.draft.said in _TALKED:
        yield _TALKED[one.talk.draft.said]
    if any(asked.deadline and asked.deadline < known.now for asked in person.requests):
        yield Sign.LATE_REQUEST


_AWAY = {Away.OVERDUE: Sign.OVERDUE, Away.SLEEPING: Sign.SLEEPING, Away.LOST: Sign.LOST}
_TALKED = {Said.THINKING: Sign.THINKING, Said.NOT_REACHED: Sign.NOT_REACHED}
