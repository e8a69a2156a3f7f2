"""Visits on the card, a line each."""

from dataclasses import dataclass

from frontdesk.domain.house import House
from frontdesk.domain.ids import VisitId
from frontdesk.domain.visits import Visit
from frontdesk.foundation.words import tr
from frontdesk.services.customers import Card
from frontdesk.ui.rooms.desk.words import saying


@dataclass(frozen=True, slots=True)
class VisitWords:
    """One visit in words; ``aloud`` is the whole line for a screen reader."""

    id: VisitId
    when: str
    what: str
    amount: str
    staff: str
    aloud: str


def visit_words(card: Card, house: House) -> tuple[VisitWords, ...]:
    """The visits of a card, newest first."""
    return tuple(_words(one, card, house) for one in card.visits)


def _words(visit: Visit, card: Card, house: House) -> VisitWords:
    draft = visit.draft
    hour = saying.hour(draft.arrived, house) if draft.arrived else ""
    when = f"{saying.day(draft.day, card.today)} {hour}".strip()
    what = saying.dotted(draft.purpose, draft.note)
    from frontdesk.reports import money  # slow to load

    amount = money.amount(draft.amount, house)
    said = tr("Visit: {facts}").format(facts=", ".join(filter(None, (when, what, amount, visit.staff_name))))
    return VisitWords(visit.id, when, what, amount, visit.staff_name, said)
