"""Who is here today, each person once, with what there is to say to them now."""

from collections.abc import Iterable, Mapping

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.milestones import is_milestone
from frontdesk.domain.visits import Arrival
from frontdesk.domain.wording import visit_milestone
from frontdesk.foundation.words import tr
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports import days
from frontdesk.reports.eliding import one_line
from frontdesk.services.today import Today
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.today.wording import Part, line


def newest(arrivals: Iterable[Arrival]) -> list[Arrival]:
    """The newest visit of each person who came; arrivals are given newest first."""
    found: dict[CustomerId, Arrival] = {}
    for one in arrivals:
        found.setdefault(one.visit.draft.customer, one)
    return list(found.values())


def hours(today: Today) -> dict[CustomerId, str]:
    """When each of those who are here came, where the hour is known."""
    house = today.house
    return {
        one.visit.draft.customer: days.hour(one.visit.draft.arrived, house.zone, house.region)
        for one in newest(today.arrivals)
        if one.visit.draft.arrived
    }


def rows(today: Today, photos: Mapping[int, bytes]) -> tuple[Row, ...]:
    """A row for each person who is here, newest first."""
    waiting, came = _waiting(today), hours(today)
    return tuple(
        _row(one, waiting.get(one.visit.draft.customer, ()), came, photos) for one in newest(today.arrivals)
    )


def _waiting(today: Today) -> dict[CustomerId, tuple[str, ...]]:
    """What there is to say to whom."""
    found: dict[CustomerId, tuple[str, ...]] = {}
    asked = [(one.draft.customer, _asked(one.draft.asked)) for one in today.requests]
    said = [(one.person.id, one.text) for one in today.due_today + today.left_over]
    for person, text in asked + said:
        found[person] = (*found.get(person, ()), one_line(text))
    return found


def _asked(what: str) -> str:
    return tr("asked for {what}").format(what=what)


def _row(
    one: Arrival, waiting: tuple[str, ...], came: Mapping[CustomerId, str], photos: Mapping[int, bytes]
) -> Row:
    person = one.visit.draft.customer
    parts: list[Part] = [(text, True) for text in waiting]
    if is_milestone(one.visit_count):
        parts.append((visit_milestone(one.visit_count), True))
    parts += [(one_line(one.second_spelling), False), (one_line(one.visit.draft.purpose), False)]
    if one.likes:
        parts.append((tr("likes: {likes}").format(likes=one_line(one.likes)), False))
    detail, spans = line(parts)
    return Row(
        key=one.visit.id,
        title=one.name,
        detail=detail,
        detail_spans=spans,
        badge=came.get(person, ""),
        monogram=monogram(one.name),
        colour=colour_index(person),
        photo=photos.get(person),
    )
