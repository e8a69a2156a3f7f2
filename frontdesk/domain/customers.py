"""A customer: the person, as the desk knows them."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.text import LINE, LONG, check_length, clean, has_letters
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr


class Channel(StrEnum):
    """How a customer likes to be reached."""

    PHONE = "phone"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in person"


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What can be written on a customer's card; only ``name`` is required.

    ``name`` is the whole name as its owner writes it, in the owner's script; a single word is a whole
    name. The parts are optional detail for letters and sorting. ``phones`` and ``emails`` keep the
    owner's order, the first is the main one. ``call_when`` is when it suits them to be rung, ``address`` what
    stands on a letter below the name, a line each. ``owner`` is who of the staff looks after them, and
    ``left_alone`` that they have asked not to be written to or rung.
    """

    name: str = ""
    title: str = ""
    given: str = ""
    given2: str = ""
    surname: str = ""
    generation: str = ""
    credentials: str = ""
    second_spelling: str = ""
    nickname: str = ""
    say_it: str = ""
    address_as: str = ""
    language: str = ""
    birthday: PartialDate | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    channel: Channel | None = None
    call_when: str = ""
    address: str = ""
    memory_hook: str = ""
    likes: str = ""
    must_know: str = ""
    card: str = ""
    tags: tuple[str, ...] = ()
    first_seen: date | None = None
    left_alone: bool = False
    deceased: bool = False
    archived: bool = False
    owner: StaffId | None = None


DRAFT_FIELDS = tuple(f.name for f in fields(CustomerDraft))
LONG_FIELDS = frozenset({"address", "memory_hook", "likes", "must_know"})
NAME_LONGEST = 500
_LONGEST = {
    f.name: NAME_LONGEST if f.name == "name" else LONG if f.name in LONG_FIELDS else LINE
    for f in fields(CustomerDraft)
    if isinstance(f.default, str | tuple)
}
"""How many characters each text, or each text of a list, may have."""


def cleaned(draft: CustomerDraft) -> CustomerDraft:
    """``draft`` with every text as :func:`~frontdesk.domain.text.clean` leaves it, and empty ones gone."""
    changed: dict[str, object] = {}
    for name in DRAFT_FIELDS:
        value = getattr(draft, name)
        if isinstance(value, tuple):
            changed[name] = tuple(text for text in map(clean, value) if text)
        elif type(value) is str:
            changed[name] = clean(value, lines=name in LONG_FIELDS)
    return replace(draft, **changed)  # type: ignore[arg-type]  # each value keeps its field's type


def check_draft(draft: CustomerDraft) -> None:
    """Raise :class:`Refused` for a card that cannot be kept whole: no name, or too long a text."""
    if not has_letters(draft.name):
        raise Refused(tr("Write a name: one word is enough."), "name")
    for name, longest in _LONGEST.items():
        value = getattr(draft, name)
        for text in (value,) if isinstance(value, str) else value:
            check_length(text, longest, name)


def check_days(draft: CustomerDraft, today: date) -> None:
    """Raise :class:`Refused` for a birth or a first visit that is still to come on the venue's ``today``."""
    born = draft.birthday
    if born and born.year and date(born.year, born.month, born.day) > today:
        raise Refused(_still_to_come(), "birthday")
    if draft.first_seen and draft.first_seen > today:
        raise Refused(_still_to_come(), "first_seen")


def _still_to_come() -> str:
    return tr("This day is still to come. Check the year.")


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as stored: the written card, and what the house has counted."""

    id: CustomerId
    token: str
    version: int
    draft: CustomerDraft
    visit_count: int = 0
    last_visit: date | None = None
    photo: bytes | None = field(default=None, repr=False)
