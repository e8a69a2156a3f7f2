"""Who is to be rung, and what somebody at the desk writes down about the call: no toolkit."""

from collections.abc import Hashable, Mapping
from datetime import timedelta

import pytest

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import AttemptDraft, Came
from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import call_list, calls, customers, undo
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.rooms.calls.outcomes import Outcome
from frontdesk.ui.rooms.calls.presenter import CallsPresenter, Listed, Ways
from frontdesk.ui.rooms.calls.wording import Person, link
from tests.support.around_room import AroundRoom
from tests.ui.rooms.calls.conftest import member, to_ring


class Caller:
    """Somebody at the desk, with the list, a person and the form in front of them."""

    def __init__(self, around: AroundRoom) -> None:
        self.around = around
        self.listed = Listed()
        self.chosen: Hashable | None = None
        self.person: Person | None = None
        self.form: Outcome | None = None
        self.refused: list[tuple[str, str]] = []
        self.written: Mapping[str, str] = {}
        self.cards: list[CustomerId] = []
        self.talks: list[int] = []
        self.presenter = CallsPresenter(
            around.desk,
            around.worker,
            self,
            around.offer_undo,
            around.tell,
            Ways(self.cards.append, self.talks.append),
        )
        around.desk.listen(self.presenter.refresh)

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        self.listed, self.chosen = listed, chosen

    def show_person(self, person: Person | None) -> None:
        self.person = person

    def show_outcome(self, outcome: Outcome | None) -> None:
        self.form = outcome

    def refuse(self, name: str, sentence: str) -> None:
        self.refused.append((name, sentence))

    def typed(self) -> Mapping[str, str]:
        return self.written

    def names(self) -> list[str]:
        return [row.title for row in self.listed.rows]

    def name(self) -> str:
        return self.person.name if self.person else ""

    def is_writing(self) -> bool:
        return self.form is not None

    def fact(self, label: str) -> tuple[str, ...]:
        assert self.person
        return dict(self.person.facts).get(label, ())

    def says(self, came: Came, **typed: str) -> None:
        """Choose how the call ended, fill in the form and keep it."""
        self.presenter.begin(came)
        assert self.form
        self.presenter.keep({**self.form.typed, **typed})

    def undoes(self) -> str:
        sentence, change = self.around.undos[-1]
        undo.undo(self.around.desk, ChangeId(change))
        return sentence


@pytest.fixture
def caller(around: AroundRoom) -> Caller:
    return Caller(around)


def test_who_is_listed_and_who_is_shown(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "By hand", call_when="12-14", likes="the window seat")
    to_ring(desk, "Soon", minutes=10)
    to_ring(desk, "Later", minutes=24 * 60)
    member(desk, "Ends", 7)
    caller.presenter.load()
    assert caller.names() == ["Soon", "By hand", "Ends", "Later"]
    assert [(row.badge, row.level) for row in caller.listed.rows] == [
        ("ring now, 12:10", Level.AMBER),
        ("good time now", Level.GREEN),
        ("renewal", Level.NEUTRAL),
        ("tomorrow 12:00", Level.AMBER),
    ]
    assert caller.listed.summary == "4 calls to make · 2 promised"
    caller.presenter.choose(caller.listed.rows[0].key)
    assert caller.name() == "Soon"
    caller.presenter.choose(caller.listed.rows[1].key)
    assert caller.listed.rows[1].detail == "040 1 · the invoice · 12-14"
    assert (caller.name(), caller.fact("Best time")) == ("By hand", ("12-14",))
    assert (caller.fact("Likes"), caller.fact("About")) == (("the window seat",), ("the invoice",))


def test_who_is_late_is_red(caller: Caller, desk: Desk, clock: FixedClock) -> None:
    to_ring(desk, "Late", minutes=1, must_know="nuts")
    (one,) = call_list.listed(desk)
    version = customers.get(desk, one.person.id).version
    customers.change(desk, one.person.id, version, left_alone=True)
    clock.instant += timedelta(minutes=6)
    caller.presenter.load()
    assert caller.person
    assert caller.person.badges == (
        ("promised: 5 min late", Level.RED),
        ("Asked us not to write or ring", Level.RED),
        ("must know: nuts", Level.RED),
    )


def test_nobody_has_to_be_rung(caller: Caller) -> None:
    caller.presenter.load()
    assert (caller.names(), caller.person, caller.listed.summary) == ([], None, "")
    caller.presenter.begin(Came.REACHED)
    caller.presenter.open_card()
    assert (caller.form, caller.cards) == (None, [])


def test_an_errand_shows_the_call(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "First", minutes=5)
    second = to_ring(desk, "Second")
    caller.presenter.load(second)
    assert caller.name() == "Second"
    caller.presenter.load()
    assert caller.name() == "Second"


def test_reached_and_taken_back(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    to_ring(desk, "Eino")
    caller.presenter.load()
    caller.says(Came.REACHED, words="comes on Friday")
    assert (caller.names(), caller.name()) == (["Eino"], "Eino")
    assert not caller.is_writing()
    assert caller.undoes() == "Reached: Aino"
    assert (caller.names(), caller.name()) == (["Aino", "Eino"], "Aino")
    assert caller.talks == []


def test_reached_about_a_renewal_leads_to_its_sheet(caller: Caller, desk: Desk) -> None:
    membership = member(desk, "Aino", 7)
    caller.presenter.load()
    caller.says(Came.REACHED)
    assert caller.talks == [membership]


def test_no_answer_is_counted(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    caller.presenter.load()
    caller.says(Came.NO_ANSWER, words="voice mail", number="040 2")
    assert caller.listed.rows[0].detail == "040 1 · tried once · the invoice"
    assert caller.fact("So far") == ("today 12:00: no answer, 040 2. voice mail (Anna)",)
    caller.presenter.begin(Came.NO_ANSWER)
    assert caller.form
    assert caller.form.heading == "No answer, attempt 2"


def test_call_back_asks_when_and_who(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    caller.presenter.load()
    caller.presenter.begin(Came.CALL_BACK)
    assert caller.form
    when, who, *_ = caller.form.fields
    assert [words for _, words in when.quick] == [
        "in an hour",
        "today 17:00",
        "tomorrow 10:00",
        "tomorrow 17:00",
    ]
    assert [words for _, words in who.choices] == ["choose…", "Anna", "Pekka"]
    assert caller.form.typed["owner"] == "1"
    for typed, owner in (("", "1"), ("yesterday 10:00", "1"), ("whenever", "1"), ("17:00", "")):
        caller.says(Came.CALL_BACK, back_at=typed, owner=owner)
    assert [name for name, _ in caller.refused] == ["back_at", "back_at", "back_at", "owner"]
    assert caller.around.undos == []
    caller.says(Came.CALL_BACK, back_at=when.quick[1][0], owner="2")
    assert caller.listed.rows[0].badge == "today 17:00"
    assert caller.fact("Who rings") == ("Pekka",)
    assert caller.undoes() == "To be rung back: Aino"


def test_a_wrong_number_leads_to_the_card(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    caller.presenter.load()
    assert caller.presenter.number == "040 1"
    caller.says(Came.WRONG_NUMBER)
    assert caller.person
    assert caller.person.numbers == (("040 2", ""), ("040 1", "wrong number, today"))
    assert caller.presenter.number == "040 2"
    assert len(caller.cards) == 1


def test_somebody_without_a_number_has_none_to_ring(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino", phones=())
    caller.presenter.load()
    assert caller.presenter.number == ""
    assert caller.listed.rows[0].detail.startswith("no number")
    caller.presenter.begin(Came.NO_ANSWER)
    assert caller.form
    assert [field.name for field in caller.form.fields] == ["words"]


def test_what_was_being_written_is_there_again(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    to_ring(desk, "Eino")
    caller.presenter.load()
    first, second = (row.key for row in caller.listed.rows)
    caller.presenter.begin(Came.REACHED)
    caller.written = {"words": "comes on", "number": "040 2"}
    caller.presenter.choose(second)
    assert not caller.is_writing()
    caller.presenter.choose(first)
    caller.presenter.begin(Came.REACHED)
    assert caller.form
    assert caller.form.typed == {"words": "comes on", "number": "040 2"}


def test_what_another_desk_has_settled_is_said_in_the_form(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    caller.presenter.load()
    [one] = _listed(desk)
    desk.listeners.clear()
    caller.presenter.begin(Came.NO_ANSWER)
    calls.tried(desk, one, AttemptDraft(Came.REACHED))
    assert caller.form
    caller.presenter.keep(caller.form.typed)
    [(field, sentence)] = caller.refused
    assert (field, "Nothing was changed" in sentence) == ("", True)
    caller.presenter.load()
    assert (caller.names(), caller.is_writing()) == ([], True)
    caller.presenter.give_up()
    assert not caller.is_writing()


def _listed(desk: Desk) -> tuple[ToRing, ...]:
    return call_list.listed(desk)


def test_what_changes_on_the_card_stands_here_at_once(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "Aino")
    caller.presenter.load()
    customers.change(desk, CustomerId(1), 1, phones=("050 9",))
    assert caller.presenter.number == "050 9"


def test_a_number_is_handed_to_the_telephone_by_its_digits() -> None:
    assert link("+358 (0)40 123-4567") == "tel:+358401234567"
    assert link("040 123/4567") == "tel:0401234567"


def test_a_form_is_about_whom_it_was_opened_for_wherever_somebody_is_sent(caller: Caller, desk: Desk) -> None:
    first, second = to_ring(desk, "First"), to_ring(desk, "Second")
    caller.presenter.load(first)
    caller.presenter.begin(Came.NO_ANSWER)
    caller.written = {"number": "040 1", "words": "a voice mail"}
    caller.presenter.load(second)  # the bell has sent somebody here
    assert (caller.name(), caller.is_writing()) == ("Second", False)
    assert caller.presenter.is_begun()
    caller.presenter.load(first)
    caller.presenter.begin(Came.NO_ANSWER)
    assert caller.form
    assert caller.form.typed == {"number": "040 1", "words": "a voice mail"}


def test_an_undo_does_not_move_the_form_of_somebody_else(caller: Caller, desk: Desk) -> None:
    first, second = to_ring(desk, "First"), to_ring(desk, "Second")
    caller.presenter.load(first)
    caller.says(Came.REACHED)
    caller.presenter.load(second)
    caller.presenter.begin(Came.REACHED)
    caller.undoes()
    assert (caller.name(), caller.is_writing()) == ("Second", True)


def test_what_was_begun_of_one_way_is_there_again_after_another(caller: Caller, desk: Desk) -> None:
    to_ring(desk, "First", phones=("040 1",))
    caller.presenter.load()
    caller.presenter.begin(Came.REACHED)
    caller.written = {"words": "comes on Monday"}
    caller.presenter.begin(Came.NO_ANSWER)
    caller.written = {"words": ""}
    caller.presenter.begin(Came.REACHED)
    assert caller.form
    assert caller.form.typed == {"words": "comes on Monday"}
