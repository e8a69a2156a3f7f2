"""What somebody asked for, and what we said, on the card."""

from collections.abc import Iterator

from frontdesk.domain.house import House
from frontdesk.domain.relative import ago
from frontdesk.domain.requests import Answer, Request
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr
from frontdesk.services.customers import Card
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.desk.words.saying import dotted, moment

CLOSED_SHOWN = 3


def asked_rows(card: Card, house: House) -> tuple[Row, ...]:
    """A row for each open request, and for the last few that are closed."""
    waiting = [one for one in card.requests if one.open]
    closed = [one for one in card.requests if not one.open][:CLOSED_SHOWN]
    return tuple(_row(one, card, house) for one in waiting + closed)


def last_yes_words(card: Card, house: House) -> str:
    """“Last time we said yes: 2 weeks ago, locker 12”; with the warning that it made no rule."""
    said = card.last_yes
    if said is None:
        return ""
    day = ago(venue_day(said.answered_at or said.asked_at, house.zone), card.today)
    words = tr("Last time we said yes: {day}, {what}").format(day=day, what=said.draft.asked)
    return dotted(words, tr("an exception, not a new rule") if said.draft.exception else "")


def _row(request: Request, card: Card, house: House) -> Row:
    badge, level = _badge(request, card, house)
    return Row(
        key=request.id,
        title=request.draft.asked,
        detail=dotted(*_details(request, card, house)),
        badge=badge,
        level=level,
        big=False,
    )


def _badge(request: Request, card: Card, house: House) -> tuple[str, Level]:
    """When it is due while it is open; afterwards what we had answered."""
    if not request.open:
        return _answer(request, card, house)
    promised, due = request.draft.promised, request.draft.due
    if promised and promised < card.now:
        return tr("late: we said {when}").format(when=moment(promised, card.now, house)), Level.RED
    if due and due < card.now:
        return tr("late: ours was {when}").format(when=moment(due, card.now, house)), Level.RED
    if promised:
        return tr("we said by {when}").format(when=moment(promised, card.now, house)), Level.AMBER
    if due:
        return tr("ours: {when}").format(when=moment(due, card.now, house)), Level.AMBER
    return _answer(request, card, house)


def _answer(request: Request, card: Card, house: House) -> tuple[str, Level]:
    answer = request.draft.answer
    if answer is None:
        return (tr("not answered yet"), Level.AMBER) if request.open else (tr("done with"), Level.NEUTRAL)
    said = request.answered_at or request.asked_at
    day = ago(venue_day(said, house.zone), card.today)
    words = {
        Answer.YES: (tr("yes, {day}"), Level.GREEN),
        Answer.INSTEAD: (tr("something else, {day}"), Level.BRAND),
        Answer.NO: (tr("no, {day}"), Level.NEUTRAL),
    }
    text, level = words[answer]
    return text.format(day=day), level


def _details(request: Request, card: Card, house: House) -> Iterator[str]:
    draft = request.draft
    if request.open:
        yield request.owner_name
    if request.open and (draft.due or draft.promised) and draft.answer is not None:
        yield _answer(request, card, house)[0]
    if draft.answer is Answer.INSTEAD:
        yield tr("instead: {what}").format(what=draft.instead)
    if draft.exception:
        yield tr("an exception, not a new rule")
    if request.open:
        yield from _other_time(request, card, house)
    elif draft.outcome:
        yield draft.outcome


def _other_time(request: Request, card: Card, house: House) -> Iterator[str]:
    """Of the two times the one that the badge does not name."""
    promised, due = request.draft.promised, request.draft.due
    if promised is None or due is None:
        return
    if due < card.now <= promised:
        yield tr("we said by {when}").format(when=moment(promised, card.now, house))
    else:
        yield tr("ours: {when}").format(when=moment(due, card.now, house))
