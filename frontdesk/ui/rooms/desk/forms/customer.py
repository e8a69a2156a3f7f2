"""What can be written on a customer's card, in the order in which it is asked."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from frontdesk.domain.customers import DRAFT_FIELDS, Channel, Customer
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.reading import read_birthday, read_day, write_birthday, write_day
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.text import has_letters
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import customers
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import WHOLE, FieldSpec, Group, Kind
from frontdesk.ui.rooms.desk.forms.kept import KeptForm, Telling
from frontdesk.ui.rooms.desk.words import saying


def groups(today: date, staff: Sequence[StaffMember] = ()) -> tuple[Group, ...]:
    """Every field of a card; days are read as said on ``today``, one of the ``staff`` looks after them."""
    return (
        Group(tr("Name"), _naming()),
        Group(tr("To reach them"), _reaching(staff)),
        Group(tr("To remember"), _remembering()),
        Group(tr("Days and card"), _days(today)),
        Group(tr("Parts of the name"), _parts()),
        Group(tr("If it has come to that"), (FieldSpec("deceased", tr("Has died"), Kind.CHECK),)),
    )


def first_groups(today: date) -> tuple[Group, ...]:
    """What is asked about somebody new: the name, and what is likely to be said at once."""
    known = {spec.name: spec for group in groups(today) for spec in group.fields}
    naming = ("name", "second_spelling", "say_it")
    rest = ("phones", "emails", "birthday", "card", "language", "must_know")
    return (
        Group(tr("Name"), tuple(known[name] for name in naming)),
        Group(tr("If you know it"), tuple(known[name] for name in rest)),
    )


def values_of(customer: Customer) -> dict[str, object]:
    """The values of a card by the names of its fields."""
    draft = customer.draft
    return {name: getattr(draft, name) for name in DRAFT_FIELDS}


def customer_form(
    around: Surroundings, customer: Customer, staff: Sequence[StaffMember], changed: Callable[[], None]
) -> KeptForm:
    """The form of somebody who is in the house already."""
    desk, name = around.desk, customer.draft.name
    fields = [spec for group in groups(desk.today(), staff) for spec in group.fields]
    telling = Telling(
        undo=lambda spec: tr("{field}: saved for {name}").format(field=spec.label, name=name),
        hour=lambda change: saying.moment(change.at, desk.now(), desk.house),
        changed=changed,
    )
    return KeptForm(
        around,
        fields,
        values_of(customer),
        customer.version,
        lambda version, field, value: customers.change(desk, customer.id, version, **{field: value}),
        telling,
    )


def _naming() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", tr("Name"), hint=tr("As its owner writes it"), span=WHOLE, read=_read_name),
        FieldSpec("second_spelling", tr("Second spelling"), hint=tr("In other letters")),
        FieldSpec("say_it", tr("How to say it"), hint=tr("RAA-mun")),
        FieldSpec("nickname", tr("Nickname")),
        FieldSpec("address_as", tr("How to address them"), hint=tr("Mrs Virtanen")),
        FieldSpec(
            "language",
            tr("Speaks"),
            hint=tr("Tamil, English"),
            write=lambda kept: saying.languages(str(kept)),
        ),
    )


def _reaching(staff: Sequence[StaffMember]) -> tuple[FieldSpec, ...]:
    nobody: tuple[object, str] = (None, tr("nobody in particular"))
    return (
        FieldSpec("phones", tr("Phone numbers"), Kind.LIST),
        FieldSpec("emails", tr("E-mail addresses"), Kind.LIST),
        FieldSpec("channel", tr("Likes to be reached"), Kind.CHOICE, choices=channels()),
        FieldSpec("call_when", tr("Best time to ring"), hint=tr("after 16, not on Fridays")),
        FieldSpec("address", tr("Address"), Kind.LONG, hint=tr("Street, town, each on a line of its own")),
        FieldSpec(
            "owner",
            tr("Looked after by"),
            Kind.CHOICE,
            choices=(nobody, *((one.id, one.name) for one in staff)),
        ),
        FieldSpec("left_alone", tr("Asked us not to write or ring"), Kind.CHECK),
    )


def _remembering() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("must_know", tr("Must know"), Kind.LONG, hint=tr("An allergy, a condition"), span=WHOLE),
        FieldSpec("memory_hook", tr("To recognise them by"), Kind.LONG, hint=tr("Tall, a blue helmet")),
        FieldSpec("likes", tr("Likes"), Kind.LONG, hint=tr("Green tea, window seat")),
        FieldSpec("tags", tr("Tags"), Kind.LIST),
    )


def _days(today: date) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            "birthday",
            tr("Birthday"),
            hint=tr("14 March, with the year or without"),
            read=lambda typed: read_birthday(str(typed), today),
            write=lambda day: write_birthday(cast("PartialDate | None", day), today),
        ),
        FieldSpec(
            "first_seen",
            tr("With us since"),
            hint=tr("14.3.2016"),
            read=lambda typed: _read_past(str(typed), today),
            write=lambda day: write_day(cast("date | None", day), today, past=True),
        ),
        FieldSpec("card", tr("Card number")),
    )


def _parts() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("title", tr("Title")),
        FieldSpec("given", tr("Given name")),
        FieldSpec("given2", tr("Second given name")),
        FieldSpec("surname", tr("Surname")),
        FieldSpec("generation", tr("Jr, Sr, III")),
        FieldSpec("credentials", tr("Letters after the name")),
    )


def channels() -> tuple[tuple[object, str], ...]:
    """Ways to reach somebody, in words."""
    return (
        (None, tr("no matter how")),
        (Channel.PHONE, tr("by phone")),
        (Channel.MESSAGE, tr("by message")),
        (Channel.EMAIL, tr("by e-mail")),
        (Channel.LETTER, tr("by letter")),
        (Channel.IN_PERSON, tr("in person")),
    )


def _read_name(typed: object) -> str:
    if not has_letters(str(typed)):
        raise Refused(tr("Write a name: one word is enough."), "name")
    return str(typed)


def _read_past(typed: str, today: date) -> date | None:
    day = read_day(typed, today, past=True)
    if day and day > today:
        raise Refused(tr("This day is still to come. Check the year."), "first_seen")
    return day
