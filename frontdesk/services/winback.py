"""Winning somebody back: who has left, the steps to them, what came of each, and why people leave."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.customers import Channel
from frontdesk.domain.deriving import reminders
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import Membership
from frontdesk.domain.reminders import Facts, Fate, Key, Outcome, Reminder
from frontdesk.domain.text import clean
from frontdesk.domain.winback import Came, Departure, Due, Step, Told, check, departure, steps
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import customers, ledger, memberships, outcomes, winbacks
from frontdesk.storage import reminders as sources
from frontdesk.storage.entities import CUSTOMERS, MEMBERSHIPS
from frontdesk.storage.store import Reading
from frontdesk.storage.unit_of_work import UnitOfWork

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who has left: the membership they left, the steps to them, and what came of those so far.

    ``next`` is the first step that nobody has done and whose time has not passed; None where there is none.
    """

    person: Facts
    membership: Membership
    since: date
    steps: tuple[Due, ...]
    told: tuple[Told, ...]
    next: Due | None

    @property
    def owner(self) -> str:
        """Who looks after them: by their card, or who had the last talk with them."""
        talk = self.membership.talk
        return self.person.owner_name or (talk.by if talk else "")


@dataclass(frozen=True, slots=True)
class Leavers:
    """Everybody who is to be won back, whoever is due first first; and why people left in a year."""

    people: tuple[Leaver, ...]
    reasons: Counter[str]
    before: Counter[str]
    today: date
    house: House


def leavers(desk: Desk) -> Leavers:
    """Who has left and may be asked back, and why memberships were given up in the last year and before."""
    desk.read_house()
    today = desk.today()
    with desk.store.read() as reading:
        whom = winbacks.leavers(reading, today, desk.house)
        found = _leavers(desk, reading, whom)
        this_year = winbacks.reasons(reading, today - _YEAR + timedelta(days=1), today)
        before = winbacks.reasons(reading, today - 2 * _YEAR + timedelta(days=1), today - _YEAR)
    waiting = [one for one in found if one.next is not None]
    order = sorted(waiting, key=lambda one: (one.next.day if one.next else date.max, one.person.name))
    return Leavers(tuple(order), this_year, before, today, desk.house)


def leaver(desk: Desk, customer: CustomerId) -> Leaver | None:
    """Somebody who has left and may be asked back; None for anybody else."""
    desk.read_house()
    with desk.store.read() as reading:
        return next(iter(_leavers(desk, reading, {customer})), None)


def _leavers(desk: Desk, reading: Reading, whom: set[CustomerId]) -> list[Leaver]:
    people = [one for one in sources.facts_of(reading, whom) if not _out_of_reach(one)]
    told, said = winbacks.of(reading, whom), outcomes.of(reading, whom)
    found = []
    for person in people:
        gone = departure(person.memberships, person.last_visit, desk.today())
        if gone is not None:
            found.append(_leaver(desk, person, gone, told.get(person.id, ()), said))
    return found


def _out_of_reach(person: Facts) -> bool:
    return person.deceased or person.archived or person.left_alone


def _key(gone: Departure, step: Step) -> Key:
    return (step.value, int(gone.membership), gone.since)


def _is_settled(said: Mapping[Key, Outcome], key: Key) -> bool:
    return key in said and said[key].fate in {Fate.DONE, Fate.SKIPPED}


def _leaver(
    desk: Desk, person: Facts, gone: Departure, told: tuple[Told, ...], said: Mapping[Key, Outcome]
) -> Leaver:
    due = tuple(steps(gone, desk.house.winback_days, person.birthday, desk.house.leap))
    waiting = (
        one for one in due if one.until >= desk.today() and not _is_settled(said, _key(gone, one.step))
    )
    return Leaver(
        person=person,
        membership=next(one for one in person.memberships if one.id == gone.membership),
        since=gone.since,
        steps=due,
        told=tuple(one for one in told if one.membership == gone.membership),
        next=next(waiting, None),
    )


def tell(desk: Desk, told: Told) -> Changes:
    """Write down what came of a step, which is done with it; by whoever is on duty.

    Why they left is written beside the membership too, where nobody had said. Whoever asks for it is left
    alone from now on. Raises Refused where they are back or the step is done already, and Gone.
    """
    with desk.write() as work:
        write(desk, work, told)
    return work.changes()


def told(step: Reminder, came: Came, words: str) -> Told:
    """What came of a step of which there is a reminder, over the channel that it names."""
    return Told(
        customer=step.person.id,
        membership=MembershipId(step.subject),
        since=step.key[-1],
        step=Step(step.stage),
        came=came,
        channel=Channel(step.label),
        words=words,
    )


def write(desk: Desk, work: UnitOfWork, told: Told) -> None:
    """:func:`tell` as a part of something else."""
    tidy = replace(told, reason=clean(told.reason), words=clean(told.words, lines=True), day=desk.today())
    check(tidy)
    held = work.read(MEMBERSHIPS, told.membership)  # two desks do this one after the other
    _check_standing(desk, work, tidy)
    winbacks.add(work, tidy)
    if tidy.reason and not held["reason"]:
        memberships.change(work, told.membership, held["version"], {"reason": tidy.reason})
    if tidy.came is Came.COMES_BACK:
        _let_rest(work, tidy)
    if tidy.came is Came.LEAVE_ALONE:
        card = work.read(CUSTOMERS, told.customer)
        customers.change(work, told.customer, card["version"], {"left_alone": True})


def _let_rest(work: UnitOfWork, told: Told) -> None:
    """Whoever wants to come back is left in peace until the last word, should they not come."""
    said = outcomes.of(work.connection, [told.customer])
    for step in Step:
        if step not in {told.step, Step.LAST_WORD}:
            key = _key(Departure(told.membership, told.since), step)
            if key not in said:
                outcomes.mark(work, key, told.customer, Fate.SKIPPED)


def _check_standing(desk: Desk, work: UnitOfWork, told: Told) -> None:
    """See that the step still stands, and mark it done."""
    person = next(iter(sources.facts_of(work.connection, [told.customer])), None)
    if person is None:
        raise Gone
    gone = departure(person.memberships, person.last_visit, desk.today())
    if gone is None or gone != Departure(told.membership, told.since) or _out_of_reach(person):
        raise Refused(tr("They are back, or are not to be asked any more. Nothing was saved."))
    key = _key(gone, told.step)
    if _is_settled(outcomes.of(work.connection, [told.customer]), key):
        raise Refused(tr("Somebody has done this step meanwhile. Nothing was saved."))
    ledger.enter(work, [one for one in reminders(person, desk.now(), desk.house, 0) if one.key == key])
    outcomes.mark(work, key, told.customer, Fate.DONE)
