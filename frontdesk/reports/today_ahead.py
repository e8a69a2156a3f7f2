"""The coming days in a few words each: whose birthday, how many memberships."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from frontdesk.domain.reminders import Reminder, Rule
from frontdesk.foundation.words import tr, trn
from frontdesk.reports import days
from frontdesk.reports.eliding import NAME, one_line
from frontdesk.services.today import Today

NAMES = 12
"""So many are named on one day; the others are counted."""

TALKS = 3
"""So many membership talks are named on one day; more are only counted."""


@dataclass(frozen=True, slots=True)
class ListDay:
    """A coming day and what falls on it, one phrase for each kind."""

    day: str
    entries: tuple[str, ...]


def by_day(today: Today) -> tuple[ListDay, ...]:
    """The days that have something, in order."""
    in_order = _once(today)
    return tuple(
        ListDay(days.short_day(day, today.house.region), _entries(list(found)))
        for day, found in groupby(in_order, key=lambda one: one.due)
    )


def _once(today: Today) -> Iterator[Reminder]:
    """The coming reminders by day; a membership that stands on the list already is not named again."""
    near = today.left_over + today.due_today
    talked_of = {one.subject for one in near if one.rule is Rule.RENEWAL}
    for one in sorted(today.ahead, key=lambda one: one.due):
        if one.rule is Rule.RENEWAL:
            if one.subject in talked_of:
                continue
            talked_of.add(one.subject)
        yield one


def _entries(found: Sequence[Reminder]) -> tuple[str, ...]:
    kinds: dict[str, list[Reminder]] = {}
    for rule in Rule:
        for one in found:
            if one.rule is rule:
                kinds.setdefault(_kind(one), []).append(one)
    return tuple(_phrase(kind, some) for kind, some in kinds.items())


def _kind(reminder: Reminder) -> str:
    """What the people of one phrase have in common."""
    match reminder.rule:
        case Rule.BIRTHDAY:
            return tr("Birthday")
        case Rule.RENEWAL:
            return tr("Membership talk")
        case Rule.MILESTONE:
            return tr("Years with us")
        case Rule.OCCASION:
            return _label(reminder)
        case Rule.REQUEST:
            return tr("Asked for")


def _label(reminder: Reminder) -> str:
    labels = (one.draft.label for one in reminder.person.occasions if one.id == reminder.subject)
    label = one_line(next(labels, ""), NAME) or tr("Occasion")
    return label[0].upper() + label[1:]


def _phrase(kind: str, found: Sequence[Reminder]) -> str:
    if found[0].rule is Rule.RENEWAL and len(found) > TALKS:
        return trn("{n} membership talk", "{n} membership talks", len(found))
    names = ", ".join(_named(one) for one in found[:NAMES])
    rest = len(found) - NAMES
    if rest > 0:
        names = tr("{names} and {n} more").format(names=names, n=rest)
    return tr("{kind}: {names}").format(kind=kind, names=names)


def _named(reminder: Reminder) -> str:
    """The name, with the age or the years where they are known; what a promise was."""
    name = one_line(reminder.person.name, NAME)
    if reminder.rule is Rule.REQUEST:
        return tr("{asked} for {name}").format(asked=one_line(reminder.text, NAME), name=name)
    if not reminder.number or reminder.rule is Rule.RENEWAL:
        return name
    if reminder.rule is Rule.BIRTHDAY:
        return f"{name} {reminder.number}"
    years = trn("{n} year", "{n} years", reminder.number)
    return tr("{name} ({years})").format(name=name, years=years)
