"""The coming days in a few words each: whose birthday, how many memberships."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from frontdesk.domain.house import House
from frontdesk.domain.reminders import Facts, Reminder, Rule
from frontdesk.foundation.words import tr, trn
from frontdesk.reports import days
from frontdesk.reports.eliding import NAME, one_line
from frontdesk.services.today import Today

NAMES = 12
"""So many are named on one day; the others are counted."""

TALKS = 3
"""So many membership talks are named on one day; more are only counted."""

PHONE_END = 4
"""So many last figures of a number tell people of one name apart."""

_Called = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ListDay:
    """A coming day and what falls on it, one phrase for each kind."""

    day: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the words on one person depend on besides them: the house's clock, and what several are called."""

    house: House
    alike: frozenset[_Called]


def by_day(today: Today, *, short: bool = False) -> tuple[ListDay, ...]:
    """The days that have something, in order; in a ``short`` list no figure of a phone number stands."""
    in_order = list(_once(today))
    telling = _Telling(today.house, frozenset() if short else _alike(one.person for one in in_order))
    return tuple(
        ListDay(days.short_day(day, today.house.region), _entries(list(found), telling))
        for day, found in groupby(in_order, key=lambda one: one.due)
    )


def _alike(people: Iterable[Facts]) -> frozenset[_Called]:
    """What more than one of these people are called."""
    called = Counter({person.id: _called(person) for person in people}.values())
    return frozenset(name for name, times in called.items() if times > 1)


def _called(person: Facts) -> _Called:
    return one_line(person.name, NAME).casefold(), one_line(person.second_spelling, NAME).casefold()


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


def _entries(found: Sequence[Reminder], telling: _Telling) -> tuple[str, ...]:
    kinds: dict[str, list[Reminder]] = {}
    for rule in Rule:
        for one in found:
            if one.rule is rule:
                kinds.setdefault(_kind(one), []).append(one)
    return tuple(_phrase(kind, some, telling) for kind, some in kinds.items())


def _kind(reminder: Reminder) -> str:
    """What the people of one phrase have in common."""
    if reminder.rule is Rule.OCCASION:
        return _label(reminder)
    return {
        Rule.BIRTHDAY: tr("Birthday"),
        Rule.RENEWAL: tr("Membership talk"),
        Rule.WINBACK: tr("To win back"),
        Rule.OVERDUE: tr("Missed"),
        Rule.SECOND_VISIT: tr("Came once"),
        Rule.MILESTONE: tr("Years with us"),
        Rule.REQUEST: tr("Asked for"),
    }[reminder.rule]


def _label(reminder: Reminder) -> str:
    labels = (one.draft.label for one in reminder.person.occasions if one.id == reminder.subject)
    label = one_line(next(labels, ""), NAME) or tr("Occasion")
    return label[0].upper() + label[1:]


def _phrase(kind: str, found: Sequence[Reminder], telling: _Telling) -> str:
    if found[0].rule is Rule.RENEWAL and len(found) > TALKS:
        return trn("{n} membership talk", "{n} membership talks", len(found))
    names = ", ".join(_named(one, telling) for one in found[:NAMES])
    rest = len(found) - NAMES
    if rest > 0:
        names = tr("{names} and {n} more").format(names=names, n=rest)
    return tr("{kind}: {names}").format(kind=kind, names=names)


def _named(reminder: Reminder, telling: _Telling) -> str:
    """The name and what tells whose it is, the age or the years where they are known; what was asked for."""
    name = one_line(reminder.person.name, NAME)
    beside = ", ".join(_beside(reminder, telling))
    if beside:
        name = tr("{name} ({beside})").format(name=name, beside=beside)
    if reminder.rule is Rule.REQUEST:
        return tr("{asked} for {name}").format(asked=one_line(reminder.text, NAME), name=name)
    if reminder.rule is Rule.BIRTHDAY and reminder.number:
        return f"{name} {reminder.number}"
    return name


def _beside(reminder: Reminder, telling: _Telling) -> Iterator[str]:
    """What stands in brackets after a name: its other spelling, the phone's end, the years or the hour."""
    person, house = reminder.person, telling.house
    figures = "".join(letter for letter in person.phone if letter.isdecimal())
    if second := one_line(person.second_spelling, NAME):
        yield second
    if figures and _called(person) in telling.alike:
        yield tr("phone ends {digits}").format(digits=figures[-PHONE_END:])
    if reminder.number and reminder.rule in (Rule.MILESTONE, Rule.OCCASION):
        yield trn("{n} year", "{n} years", reminder.number)
    if reminder.at and reminder.rule is Rule.REQUEST:
        yield tr("by {when}").format(when=days.hour(reminder.at, house.zone, house.region))
