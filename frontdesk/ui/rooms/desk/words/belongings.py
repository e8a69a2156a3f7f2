"""Memberships, days and news on the card."""

from collections.abc import Sequence
from datetime import date

from frontdesk.domain.memberships import EndedWhy, Membership, awaiting_renewal
from frontdesk.domain.occasions import Occasion
from frontdesk.domain.reading import write_birthday
from frontdesk.domain.relative import in_days, when, written
from frontdesk.domain.terms import running_end, term_of
from frontdesk.foundation.words import tr, trn
from frontdesk.reports.eliding import one_line
from frontdesk.services.customers import Card
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.desk.words.saying import dotted

SOON = 30
"""Days before its end from which a membership says so in a badge."""

ENDED_SHOWN = 2
_FOR_GOOD = (EndedWhy.LAPSED, EndedWhy.CANCELLED)
"""A renewed one lives on in its successor."""


def next_to_renew(held: Sequence[Membership], today: date) -> Membership | None:
    """The membership to talk about first: the one that ends soonest."""
    return min(
        awaiting_renewal(held), key=lambda one: running_end(one.draft, today) or date.max, default=None
    )


def membership_rows(card: Card) -> tuple[Row, ...]:
    """Those that run, the one that ends soonest first, and the last that came to an end for good.

    One that was renewed before its end runs until then.
    """
    running = sorted((one for one in card.memberships if _runs(one, card.today)), key=_end)
    over = sorted(
        (one for one in card.memberships if one.draft.ended_why in _FOR_GOOD), key=_end, reverse=True
    )
    return tuple(_membership(one, card) for one in running + over[:ENDED_SHOWN])


def _runs(one: Membership, today: date) -> bool:
    draft = one.draft
    if draft.ended_why is EndedWhy.RENEWED:
        return draft.ends is not None and draft.ends >= today
    return draft.ended_why is None


def _end(one: Membership) -> str:
    return one.draft.ends.isoformat() if one.draft.ends else "9"


def _membership(one: Membership, card: Card) -> Row:
    badge, level = _end_badge(one, card)
    draft = one.draft
    span = tr("from {day}").format(day=written(draft.starts, card.today))
    if draft.ends:
        # Both with their year, or neither: “27 January to 26 January 2027” ends before it begins.
        reference = card.today if draft.starts.year == draft.ends.year else date.min
        days = {"starts": written(draft.starts, reference), "ends": written(draft.ends, reference)}
        span = tr("{starts} to {ends}").format(**days)
    until = draft.paused_until if not draft.ended_why else None
    rests = until is not None and until >= card.today
    resting = tr("rests until {day}").format(day=written(until, card.today)) if until and rests else ""
    why = one_line(draft.reason) if draft.ended_why else ""
    detail = dotted(tr("renews itself") if draft.renews_itself else "", resting, why)
    return Row(key=one.id, title=dotted(draft.plan, span), detail=detail, badge=badge, level=level, big=False)


def _end_badge(one: Membership, card: Card) -> tuple[str, Level]:
    draft = one.draft
    if draft.ended_why is EndedWhy.RENEWED:
        return tr("renewed"), Level.NEUTRAL
    if draft.ended_why:
        lapsed = draft.ended_why == EndedWhy.LAPSED
        return tr("lapsed") if lapsed else tr("given up"), Level.NEUTRAL
    if draft.ends is None:
        return "", Level.NEUTRAL
    ends = term_of(draft).end(term_of(draft).running(card.today)) if draft.renews_itself else draft.ends
    days = (ends - card.today).days
    if days < 0:
        return tr("ended {when}").format(when=when(ends, card.today)), Level.RED
    if days > SOON:
        return "", Level.NEUTRAL
    return (trn("{n} day", "{n} days", days) if days > 1 else in_days(ends, card.today)), Level.AMBER


def occasion_rows(card: Card) -> tuple[Row, ...]:
    """Each yearly day with its date."""
    return tuple(_occasion(one, card) for one in card.occasions)


def _occasion(one: Occasion, card: Card) -> Row:
    day = write_birthday(one.draft.day, card.today)
    return Row(key=one.id, title=dotted(one.draft.label, day), big=False)
