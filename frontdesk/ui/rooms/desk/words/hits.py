"""What a row of results says: who it is, why they came up, and what tells them from their namesakes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from frontdesk.domain.dates import LeapRule, PartialDate
from frontdesk.domain.relative import ago, day_of_year
from frontdesk.domain.text import fold
from frontdesk.domain.visits import Arrival
from frontdesk.foundation.words import tr
from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.spans import marked
from frontdesk.ui.rooms.desk.words.saying import dotted

Photos = Mapping[int, bytes | None]

_END = 4
_FACTS = 2
"""How many facts a row shows of somebody who shares the name with nobody else in the list."""

_SHOWN = 300
"""Letters of a very long text that a row can show at all."""


def hit_rows(hits: Sequence[Hit], today: date, leap: LeapRule, photos: Photos) -> list[Row]:
    """A row for each hit; people who share a name get the facts that part them."""
    named = Counter(fold(hit.entry.name) for hit in hits)
    return [_row(hit, today, leap, photos, shared=named[fold(hit.entry.name)] > 1) for hit in hits]


def _row(hit: Hit, today: date, leap: LeapRule, photos: Photos, *, shared: bool) -> Row:
    entry = hit.entry
    badge, level = _badge(entry, today, leap)
    return Row(
        key=entry.id,
        title=entry.name,
        title_spans=marked(hit.marks),
        detail=_detail(hit, today, shared=shared),
        badge=badge,
        level=level,
        monogram=_monogram(entry.name),
        colour=colour_index(entry.id),
        photo=photos.get(entry.id),
    )


@lru_cache(maxsize=512)
def _monogram(name: str) -> str:
    """The same people come up again with every letter."""
    return monogram(name)


def _detail(hit: Hit, today: date, *, shared: bool) -> str:
    entry = hit.entry
    parting, facts = [*_born(entry), *_phone_end(entry, hit.why)], [*_facts(entry, today)]
    telling = [*parting, *facts] if shared else [*facts, *parting][:_FACTS]
    return dotted(*(fact[:_SHOWN] for fact in (entry.second_spelling, _why(hit), *telling)))


def _why(hit: Hit) -> str:
    """Why somebody came up, where the name does not show it."""
    if hit.why is Why.NAME and not hit.detail:
        return ""
    words = {
        Why.NAME: tr("found by “{part}”"),  # a title or middle name, which is not shown
        Why.SECOND_SPELLING: tr("found by second spelling"),
        Why.NICKNAME: tr("found by nickname “{part}”"),
        Why.PHONE: tr("phone {part}"),  # what was typed may stand anywhere in it
        Why.CARD: tr("card {part}"),
        Why.SPELLING: tr("similar spelling"),
        Why.WITHOUT: tr("found without “{part}”"),
    }[hit.why]
    return words.format(part=hit.detail)


def _facts(entry: Entry, today: date) -> Iterator[str]:
    if entry.last_visit:
        yield ago(entry.last_visit, today)
    if entry.usual:
        yield tr("asks for {what}").format(what=entry.usual)


def _born(entry: Entry) -> Iterator[str]:
    if entry.birthday:
        born = PartialDate.parse(entry.birthday)
        if born.year is not None:
            yield tr("born in {year}").format(year=born.year)
        else:
            yield tr("birthday {day}").format(day=day_of_year(born.month, born.day))


def _phone_end(entry: Entry, why: Why) -> Iterator[str]:
    if entry.phones and why is not Why.PHONE:
        yield tr("phone ends {digits}").format(digits=_last_digits(entry.phones[0]))


def _last_digits(number: str) -> str:
    return "".join(c for c in number if c.isdigit())[-_END:]


def _badge(entry: Entry, today: date, leap: LeapRule) -> tuple[str, Level]:
    if entry.deceased:
        return tr("has died"), Level.RED
    if entry.archived:
        return tr("in the archive"), Level.AMBER
    if entry.birthday and PartialDate.parse(entry.birthday).in_year(today.year, leap) == today:
        return tr("birthday today"), Level.AMBER
    return "", Level.NEUTRAL


def arrival_rows(arrivals: Sequence[Arrival], hours: Mapping[int, str], photos: Photos) -> list[Row]:
    """Who is here, each person once; ``hours`` are the words for each visit's time, by its key."""
    found: dict[int, Row] = {}
    for one in arrivals:
        person = one.visit.draft.customer
        if person not in found:
            detail = dotted(one.second_spelling, hours.get(one.visit.id, ""), one.visit.draft.purpose)
            found[person] = Row(
                key=person,
                title=one.name,
                detail=detail[:_SHOWN],
                monogram=monogram(one.name),
                colour=colour_index(person),
                photo=photos.get(person),
            )
    return list(found.values())
