"""The note bench's paper on its way to the printer: read and worded away from the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frontdesk.domain.changes import Gone
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.notes import NoteKind
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.reports import card as folded
from frontdesk.reports.card import Picture, Tint
from frontdesk.reports.imposing import Fold
from frontdesk.reports.labels import Labels, check_start, order
from frontdesk.reports.note_facts import address, no_address_hint, slip_person
from frontdesk.reports.note_slip import SlipPerson, note_slips
from frontdesk.services import customers
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.notes.held import Held

if TYPE_CHECKING:
    from frontdesk.ui.kit.preview import Printable


@dataclass(frozen=True, slots=True)
class Paper:
    """What to show before it is printed: on which paper, whether it has a short form, and what to say."""

    what: "Printable"
    size: str
    has_short: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class CardWish:
    """How a folded card shall be: what stands on its front, and whether the words are printed inside."""

    fold: Fold
    picture: Picture
    tint: Tint
    greeting: str = ""
    inside: str = ""


PICTURES = {
    NoteKind.BIRTHDAY: Picture.BIRTHDAY,
    NoteKind.NAME_DAY: Picture.BIRTHDAY,
    NoteKind.ANNIVERSARY: Picture.CONGRATULATION,
    NoteKind.THANK_YOU: Picture.THANK_YOU,
    NoteKind.CONGRATULATION: Picture.CONGRATULATION,
    NoteKind.GET_WELL: Picture.GET_WELL,
    NoteKind.SYMPATHY: Picture.SYMPATHY,
    NoteKind.WE_MISS_YOU: Picture.WE_MISS_YOU,
    NoteKind.WELCOME: Picture.WELCOME,
}
"""The picture that suits a kind; plain for the others."""


def slips(desk: Desk, whose: Sequence[Held]) -> Paper:
    """The facts of each, as they stand now; raises Gone where nobody is left."""
    from frontdesk.reports.printing.slips import SlipPrint

    _load_preview()
    people = [person for held in whose if (person := _told(desk, held)) is not None]
    if not people:
        raise Gone
    full, short = (note_slips(people, desk.house, desk.now(), short=short) for short in (False, True))
    return Paper(SlipPrint(full, short), desk.house.paper, has_short=True)


def labels(desk: Desk, whom: Sequence[CustomerId], sheet: Labels, start: str) -> Paper:
    """A label for each, from label ``start`` on; raises Refused where nobody has an address."""
    from frontdesk.reports.printing.labels import LabelPrint

    _load_preview()
    first = int(start) if start.isdecimal() else 0
    check_start(first, sheet)
    drafts = [customers.get(desk, one).draft for one in dict.fromkeys(whom)]
    known = [one for draft in drafts if (one := address(draft)) is not None]
    missing = no_address_hint([draft.name for draft in drafts if address(draft) is None])
    if not known:
        raise Refused(missing or tr("Nobody is written to by hand now."))
    return Paper(
        LabelPrint(order(known, sheet, first, desk.house.name)), sheet.value.paper.value, said=missing
    )


def card(desk: Desk, wish: CardWish) -> Paper:
    """The folded card."""
    from frontdesk.reports.printing.card import CardPrint

    _load_preview()
    made = folded.card(
        wish.picture, greeting=wish.greeting, inside=wish.inside, house=desk.house.name, tint=wish.tint
    )
    return Paper(CardPrint((made,), wish.fold), desk.house.paper)


def _told(desk: Desk, held: Held) -> SlipPerson | None:
    try:
        return slip_person(held.read(desk))
    except Gone:
        return None


def _load_preview() -> None:
    """What printing needs is loaded when somebody prints, beside the window; the room shows it."""
    from frontdesk.ui.kit import preview  # noqa: F401 loaded here, shown by the room
