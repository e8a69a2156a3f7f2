"""Customers: a name is enough, each field is kept as written, and nobody's card is given away."""

from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.customers import DRAFT_FIELDS, NAME_LONGEST, Channel, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.text import LINE, LONG
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, lookup, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from tests.support.houses import aino, content

FIELDS: dict[str, Any] = {
    "name": "Aino-Maria Virtanen",
    "title": "Dr",
    "given": "Aino",
    "given2": "Maria",
    "surname": "Virtanen",
    "generation": "III",
    "credentials": "MD",
    "second_spelling": "Айно Виртанен",
    "nickname": "Aikku",
    "say_it": "EYE-no",
    "address_as": "Mrs Virtanen",
    "language": "Finnish, English",
    "birthday": PartialDate(2, 29),
    "phones": ("040 123 4567", "+358 9 1234567"),
    "emails": ("Aino@Example.fi", "work@example.fi"),
    "channel": Channel.LETTER,
    "call_when": "after 16",
    "address": "Satamakatu 3 A 12\n33200 Tampere",
    "memory_hook": "tall\nblue helmet",
    "likes": "green tea\nwindow seat",
    "must_know": "nuts\nand milk",
    "card": "00042",
    "tags": ("sauna", "mornings"),
    "first_seen": date(2016, 3, 14),
    "left_alone": True,
    "deceased": True,
    "archived": True,
    "owner": StaffId(1),
}
NAMES = [
    "Li",
    "முருகன்",
    "क्‍षमा शर्मा",  # a joiner keeps the two letters apart
    "శ్రీనివాసరావు",
    "Болд Ганзориг",
    "O'Brien-d’Arcy, J. R.",
    "Zoë Cafe\u0301",  # a composed letter and one of two parts
    "<b>Bo</b> & %s {x} ' ; --",
    "3",
    "👩🏽‍🦰",
]


def add(desk: Desk, **fields: Any) -> CustomerId:
    return CustomerId(customers.add(desk, CustomerDraft(**fields)).row)


def change(desk: Desk, whom: CustomerId, **fields: Any) -> None:
    customers.change(desk, whom, customers.get(desk, whom).version, **fields)


def draft_of(desk: Desk, whom: CustomerId) -> CustomerDraft:
    return customers.get(desk, whom).draft


# --- Adding.


def test_a_name_is_enough(desk: Desk) -> None:
    changes = customers.add(desk, CustomerDraft(name="Aino Virtanen"))
    found = customers.get(desk, CustomerId(changes.row))
    assert found.draft == CustomerDraft(name="Aino Virtanen", first_seen=desk.today())
    assert (found.version, found.visit_count, found.last_visit, found.photo) == (1, 0, None, None)
    assert (set(changes.kinds), set(changes.customers)) == ({Kind.CUSTOMERS}, {found.id})


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_exactly_as_its_owner_writes_it(desk: Desk, name: str) -> None:
    whom = add(desk, name=name)
    assert draft_of(desk, whom).name == name
    assert customers.card(desk, whom).customer.draft.name == name
    change(desk, whom, name="Aino", second_spelling=name)
    assert draft_of(desk, whom).second_spelling == name


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u200d", "\u202e\u200b", "\x00"])
def test_somebody_without_a_name_is_not_added(desk: Desk, name: str) -> None:
    with pytest.raises(Refused, match="one word is enough") as refused:
        add(desk, name=name)
    assert refused.value.field == "name"
    assert not content(desk)["customers"]


def test_what_cannot_be_seen_is_left_out(desk: Desk) -> None:
    whom = add(
        desk,
        name=" Aino\t\tVirt\x00anen\u202e \r\n",
        likes="tea\x07\r\nmilk",
        phones=("", " 040\x1f 1 "),
        tags=(" ",),
    )
    found = draft_of(desk, whom)
    assert (found.name, found.likes) == ("Aino Virtanen", "tea\nmilk")
    assert (found.phones, found.tags) == (("040 1",), ())


# --- Every field by itself.


def test_there_is_an_example_of_every_field() -> None:
    assert tuple(FIELDS) == DRAFT_FIELDS


def test_a_whole_card_is_added_at_once(desk: Desk) -> None:
    staff.add(desk, "Anna")
    assert draft_of(desk, add(desk, **FIELDS)) == CustomerDraft(**FIELDS)


def test_every_field_is_saved_alone_and_emptied_again(desk: Desk) -> None:
    staff.add(desk, "Anna")
    whom, other = aino(desk), aino(desk, name="Eino Virtanen")
    before = draft_of(desk, whom)
    for field, value in FIELDS.items():
        change(desk, whom, **{field: value})
        changed = {one for one in DRAFT_FIELDS if getattr(draft_of(desk, whom), one) != getattr(before, one)}
        assert changed == {field}
        assert getattr(draft_of(desk, whom), field) == value
        change(desk, whom, **{field: getattr(before, field)})
        assert draft_of(desk, whom) == before
    assert draft_of(desk, other).name == "Eino Virtanen"
    assert customers.get(desk, other).version == 1


def test_a_field_that_there_is_not_is_a_fault_of_ours(desk: Desk) -> None:
    whom = aino(desk)
    with pytest.raises((TypeError, ValueError)):
        change(desk, whom, shoe_size=42)


def longest(field: str) -> int:
    if field == "name":
        return NAME_LONGEST
    return LONG if field in {"address", "memory_hook", "likes", "must_know"} else LINE


TEXTS = [field for field, value in FIELDS.items() if type(value) is str or isinstance(value, tuple)]


def test_too_long_a_text_is_refused_beside_its_field(desk: Desk) -> None:
    whom = aino(desk)
    for field in TEXTS:
        for more in (0, 1):
            text: Any = "x" * (longest(field) + more)
            value = ("short", text) if isinstance(FIELDS[field], tuple) else text
            if not more:
                change(desk, whom, **{field: value})
                continue
            before = customers.get(desk, whom)
            with pytest.raises(Refused, match=str(longest(field))) as refused:
                change(desk, whom, **{field: value})
            with pytest.raises(Refused) as new:
                add(desk, **{"name": "Bo", field: value})
            assert (refused.value.field, new.value.field) == (field, field)
            assert customers.get(desk, whom) == before
    assert len(content(desk)["customers"]) == 1


@pytest.mark.parametrize("field", ["birthday", "first_seen"])
def test_a_day_that_is_still_to_come_is_refused_beside_its_field(desk: Desk, field: str) -> None:
    whom, tomorrow = aino(desk), desk.today() + timedelta(1)
    before = customers.get(desk, whom)

    def value(day: date) -> object:
        return PartialDate.of(day) if field == "birthday" else day

    with pytest.raises(Refused, match="still to come") as refused:
        change(desk, whom, **{field: value(tomorrow)})
    with pytest.raises(Refused) as new:
        add(desk, name="Bo", **{field: value(tomorrow)})
    assert (refused.value.field, new.value.field) == (field, field)
    assert customers.get(desk, whom) == before
    change(desk, whom, **{field: value(desk.today())})
    change(desk, whom, birthday=PartialDate(tomorrow.month, tomorrow.day))


def test_a_slip_of_the_clock_stands_in_nobodys_way(desk: Desk, clock: FixedClock) -> None:
    clock.instant += timedelta(days=400)
    whom = add(desk, name="Aino")
    clock.instant -= timedelta(days=400)
    change(desk, whom, birthday=PartialDate(3, 14, 1990))
    assert draft_of(desk, whom).birthday == PartialDate(3, 14, 1990)


# --- Card numbers, and people who are here already.


def test_a_card_belongs_to_one_person(desk: Desk, other_desk: Desk) -> None:
    aino(desk, card="1001")
    eino = aino(other_desk, name="Eino", card="1002")
    with pytest.raises(Refused, match="Card 1001 already belongs to Aino Virtanen") as new:
        add(other_desk, name="Bo", card=" 1001 ")
    with pytest.raises(Refused, match="Aino Virtanen") as changed:
        change(other_desk, eino, card="1001")
    assert (new.value.field, changed.value.field) == ("card", "card")
    assert draft_of(desk, eino).card == "1002"
    change(desk, eino, card="1002", likes="tea")  # one's own is no obstacle
    change(desk, eino, card="")
    assert draft_of(desk, add(desk, name="Bo", card="1002")).card == "1002"


def test_many_people_have_no_card(desk: Desk) -> None:
    assert add(desk, name="Bo", card="") != add(desk, name="Bo", card=" ")


def test_somebody_who_is_here_already_is_shown_and_never_merged(desk: Desk) -> None:
    lookup.fill(desk)
    first = aino(desk, phones=("040 123 4567",))
    again = CustomerDraft(name="Aino Virtanen", phones=("+358 40 1234567",))
    assert [hit.entry.id for hit in lookup.doubles(desk, again)] == [first]
    second = CustomerId(customers.add(desk, again).row)
    assert second != first
    assert draft_of(desk, first).phones == ("040 123 4567",)


# --- Two desks, and people who are gone.


def test_the_second_to_save_is_shown_what_the_first_has_changed(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk, likes="tea", tags=("sauna",), birthday=PartialDate(3, 14))
    read = customers.get(desk, whom)
    customers.change(other_desk, whom, read.version, likes="coffee", birthday=PartialDate(3, 15), tags=())
    with pytest.raises(ChangedMeanwhile) as caught:
        customers.change(desk, whom, read.version, nickname="Aikku")
    told = {(one.field, one.old, one.new) for one in caught.value.changes}
    assert told == {
        ("likes", "tea", "coffee"),
        ("birthday", PartialDate(3, 14), PartialDate(3, 15)),
        ("tags", ("sauna",), ()),
    }
    assert draft_of(desk, whom).nickname == ""
    customers.change(desk, whom, caught.value.version, nickname="Aikku")
    assert draft_of(desk, whom).likes == "coffee"


def test_nobody_of_a_key_is_said_to_be_gone(desk: Desk) -> None:
    nobody = CustomerId(4711)
    for act in (
        lambda: customers.get(desk, nobody),
        lambda: customers.card(desk, nobody),
        lambda: customers.change(desk, nobody, 1, likes="tea"),
        lambda: customers.archive(desk, nobody, 1),
    ):
        with pytest.raises(Gone):
            act()


def test_who_is_archived_is_left_in_peace_until_they_are_brought_back(desk: Desk) -> None:
    lookup.fill(desk)
    day = desk.today()
    whom = aino(desk, birthday=PartialDate(day.month, day.day))
    assert [one.person.id for one in today(desk).due_today] == [whom]
    customers.archive(desk, whom, 1)
    assert customers.get(desk, whom).draft.archived
    assert not today(desk).due_today
    assert not customers.card(desk, whom).reminders
    assert [(hit.entry.id, hit.entry.archived) for hit in lookup.search(desk, "aino")] == [(whom, True)]
    customers.bring_back(desk, whom, 2)
    assert draft_of(desk, whom) == CustomerDraft(
        name="Aino Virtanen", first_seen=date(2024, 3, 1), birthday=PartialDate(day.month, day.day)
    )
    assert [one.person.id for one in today(desk).due_today] == [whom]


def test_the_deceased_are_said_to_be_and_nobody_is_reminded_of_them(desk: Desk) -> None:
    day = desk.today()
    whom = aino(desk, birthday=PartialDate(day.month, day.day), must_know="nuts")
    change(desk, whom, deceased=True)
    card = customers.card(desk, whom)
    assert [one.text for one in card.alerts][:2] == ["Has died", "Must know: nuts"]
    assert not card.reminders
    assert not today(desk).due_today


# --- The card.


def test_the_card_shows_the_last_twenty_visits_and_how_often_somebody_comes(desk: Desk) -> None:
    whom = aino(desk)
    days = [desk.today() - timedelta(7 * n) for n in range(23)]
    for day in sorted(days):
        visits.log(desk, VisitDraft(whom, day, note=f"came on {day}"))
    card = customers.card(desk, whom)
    assert [one.draft.day for one in card.visits] == days[:20]
    assert (card.customer.visit_count, card.customer.last_visit, card.rhythm_days) == (23, days[0], 7)


def test_the_card_stands_at_the_venues_hour_and_day(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk)
    clock.instant += timedelta(days=2, hours=3)
    card = customers.card(desk, whom)
    assert (card.now, card.today) == (clock.instant, clock.instant.date())
