"""A customer: the person, as the desk knows them."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId


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
    owner's order, the first is the main one.
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
    memory_hook: str = ""
    likes: str = ""
    must_know: str = ""
    card: str = ""
    tags: tuple[str, ...] = ()
    first_seen: date | None = None
    deceased: bool = False
    archived: bool = False


DRAFT_FIELDS = tuple(f.name for f in fields(CustomerDraft))


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


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row changed by somebody: for the journal and for two desks meeting on one card."""

    field: str
    old: object
    new: object
    at: datetime
    by: str
