"""The demo: a house full of invented people, so that nobody's first look is at an empty screen."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from random import Random
from zoneinfo import ZoneInfo

from frontdesk.domain.deriving import reminders_for
from frontdesk.domain.house import House
from frontdesk.domain.ids import StaffId
from frontdesk.domain.reminders import PROMISES, Fate, Key, Reminder, Rule, Section, section
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import language, tr
from frontdesk.services import demo_life, demo_notes, demo_visits
from frontdesk.services.demo_people import people, texts
from frontdesk.services.demo_visits import LONGEST, Guest, Moment
from frontdesk.services.desk import Desk
from frontdesk.storage import counts, ledger, settings, staff
from frontdesk.storage import demo as storage
from frontdesk.storage import reminders as sources
from frontdesk.storage.unit_of_work import UnitOfWork

ZONE, REGION = "Europe/Helsinki", "FI"

LEFT_OVER, TODAY = 5, 9
"""How many reminders nobody has seen to, of earlier days and of today; the others are done."""

DONE_TODAY = 3
LEDGER_DAYS = 30
_SEEN_TO = 0.85
_AHEAD = 7


def furnish(desk: Desk) -> None:
    """Fill an empty house with 240 people and two years of visits that end now; the same on the same day.

    Raises :class:`Refused` where somebody is there already.
    """
    now = desk.now()
    moment = Moment(now, venue_day(now, ZONE), ZoneInfo(ZONE))
    rng = Random(moment.today.toordinal())  # noqa: S311  # an invented house is no secret
    with desk.write() as work:
        if counts.totals(work.connection)[0]:
            raise Refused(tr("There are people here already. Nothing was changed."))
        house = _house(moment)
        work.region = REGION
        settings.set_house(work, {name: getattr(house, name) for name in _SET})
        members = [staff.add(work, name) for name in texts("life")["staff"]]
        _move_in(work, rng, members, moment)
        _see_to_most(work, rng, members, house, moment)
    desk.on_duty = members[0]


_SET = ("name", "desk", "zone", "region", "language", "since", "demo")


def _house(moment: Moment) -> House:
    about = texts("life")["house"]
    return House(
        name=about["name"],
        desk=about["desk"],
        zone=ZONE,
        region=REGION,
        language=language(),
        since=moment.today - LONGEST,
        demo=True,
    )


def _move_in(work: UnitOfWork, rng: Random, members: Sequence[StaffId], moment: Moment) -> None:
    """Everybody and all that is known of them."""
    drafts = people(moment.today)
    guests = [Guest(key, draft) for key, draft in zip(storage.add_people(work, drafts), drafts, strict=True)]
    came = demo_visits.visits(rng, guests, members, moment)
    storage.add_visits(work, came)
    asked = demo_life.requests(rng, guests, members, moment)
    storage.add_requests(work, [(one.draft, one.asked_at, one.answered_at) for one in asked])
    storage.add_plans(work, demo_life.plans())
    last_visits = {one.customer: one.day for one in came}  # the oldest come first
    held = list(demo_life.memberships(rng, guests, last_visits, moment.today))
    keys = storage.add_memberships(work, held)
    talks = demo_life.talks(rng, list(zip(keys, held, strict=True)), members, moment)
    storage.add_talks(work, list(talks))
    storage.add_occasions(work, list(demo_life.occasions(rng, guests, moment.today)))
    storage.add_calls(work, list(demo_life.calls(rng, guests, members, moment)))
    storage.add_notes(work, list(demo_notes.notes(guests, members, moment)))


def _see_to_most(
    work: UnitOfWork, rng: Random, members: Sequence[StaffId], house: House, moment: Moment
) -> None:
    """Leave a handful of reminders to do; somebody has seen to the others when they came up."""
    facts = sources.facts_for(work.connection, moment.today, house, _AHEAD)
    found = [one for one in reminders_for(facts, moment.now, house, _AHEAD) if one.rule not in PROMISES]
    parts = {part: [one for one in found if section(one, moment.today) is part] for part in Section}
    over = _mixed(parts[Section.LEFT_OVER])[LEFT_OVER:]
    today = _mixed(parts[Section.TODAY])[TODAY:]
    lately = [one for n, one in enumerate(today) if n < DONE_TODAY or one.starts == moment.today]
    earlier = [(one, _when(one, moment)) for one in over + today if one not in lately]
    seen_to = earlier + list(zip(lately, _times_today(moment, len(lately)), strict=True))
    fates = [Fate.DONE] * 7 + [Fate.SKIPPED]
    settled = [storage.Settled(one, rng.choice(fates), at, rng.choice(members)) for one, at in seen_to]
    _keep_ledger(work, rng, members, house, moment, settled, {one.key for one in found})


def _keep_ledger(
    work: UnitOfWork,
    rng: Random,
    members: Sequence[StaffId],
    house: House,
    moment: Moment,
    settled: list[storage.Settled],
    told: set[Key],
) -> None:
    """Keep the ledger of the last weeks, as if the program had been on each day; most was seen to."""
    everybody = sources.facts_of(work.connection, storage.everybody(work))
    before: set[Key] = set()
    for back in range(LEDGER_DAYS, 0, -1):
        day = moment.today - timedelta(days=back)
        found = reminders_for(everybody, moment.at(day, 12 * 60), house, 0)
        now = {one.key: one for one in found}
        ledger.leave(work, before - now.keys(), day)
        ledger.enter(work, [one for key, one in now.items() if key not in before and one.due <= day])
        ledger.keep_day(work, day, seen=True)
        for key, one in now.items():
            if one.due == day and key not in told and rng.random() < _SEEN_TO and not one.needs_talk:
                told.add(key)
                settled.append(storage.Settled(one, Fate.DONE, moment.at(day, 16 * 60), rng.choice(members)))
        before = {key for key, one in now.items() if one.due <= day}
    storage.add_outcomes(work, [one for one in settled if one.reminder.rule not in PROMISES])


def _mixed(found: Iterable[Reminder]) -> list[Reminder]:
    """Reminders so that each rule has its turn: birthdays first, then a renewal, a milestone, an occasion."""
    by_rule: dict[Rule, list[Reminder]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    turns = zip_longest(*(by_rule[rule] for rule in Rule if rule in by_rule))
    return [one for turn in turns for one in turn if one is not None]


def _times_today(moment: Moment, number: int) -> list[datetime]:
    """As many times in the last hours, but after midnight."""
    since_midnight = moment.now - moment.at(moment.today, 0)
    apart = min(timedelta(minutes=25), since_midnight / (number + 1))
    return [moment.now - apart * turn for turn in range(1, number + 1)]


def _when(one: Reminder, moment: Moment) -> datetime:
    """When somebody saw to a reminder: in the afternoon of its day, or of yesterday."""
    day = min(one.due, moment.today - timedelta(days=1))
    return moment.at(day, 15 * 60 + one.subject % 120)
