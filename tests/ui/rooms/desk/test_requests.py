"""What somebody asks for: written down in the card, answered, promised, closed."""

from datetime import UTC, datetime

from frontdesk.domain.ids import RequestId
from frontdesk.domain.requests import Answer, Request, RequestDraft
from frontdesk.services import requests
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.desk.forms.request import RequestForm
from frontdesk.ui.rooms.desk.person import OpenPerson
from tests.ui.rooms.desk.conftest import FrontDesk

EIGHTEEN = datetime(2026, 11, 22, 16, tzinfo=UTC)
"""Six in the evening in Helsinki."""


def opens_panel(person: OpenPerson, request: int | None = None) -> RequestForm:
    """Presses Ctrl+R, or opens a request that is there."""
    person.ask(request)
    assert isinstance(person.panel, RequestForm)
    return person.panel


def written(front: FrontDesk, person: OpenPerson) -> Request:
    [request] = requests.of(front.desk, person.id)
    return request


def test_a_request_is_written_down_with_owner_promise_and_answer(front: FrontDesk) -> None:
    anna = front.works_here("Anna")
    person = front.opens(front.knows("Aino Virtanen"))
    form = opens_panel(person)
    form.leave("asked", "Locker 12")
    form.leave("owner", anna)
    form.leave("promised", "today 18:00")
    form.leave("due", "17:30")
    form.leave("answer", Answer.YES)
    form.leave("exception", True)
    form.save()
    draft = written(front, person).draft
    assert (draft.asked, draft.owner, draft.promised) == ("Locker 12", anna, EIGHTEEN)
    assert draft.due == datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
    assert (draft.answer, draft.exception) == (Answer.YES, True)
    assert person.panel is None
    assert front.around.undos[-1][0] == "Request written down: Locker 12"
    assert person.words.asked[0].title == "Locker 12"


def test_whoever_is_on_duty_owns_it_unless_somebody_says_otherwise(front: FrontDesk) -> None:
    anna = front.works_here("Anna", on_duty=True)
    assert opens_panel(front.opens(front.knows("Aino"))).typed["owner"] == anna


def test_nothing_asked_for_is_said_beside_the_field(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    form = opens_panel(person)
    form.save()
    assert form.errors == {"asked": "Write what was asked for."}
    assert person.panel is form


def test_our_own_time_must_not_be_later_than_the_promise(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    form = opens_panel(person)
    form.leave("asked", "Locker 12")
    form.leave("promised", "today 18:00")
    form.leave("due", "today 19:00")
    form.save()
    assert form.errors == {"due": "Our own time must not be later than the time promised to the customer."}
    assert requests.of(front.desk, person.id) == ()


def test_a_promise_for_a_time_gone_by_is_a_slip(front: FrontDesk) -> None:
    form = opens_panel(front.opens(front.knows("Aino")))
    form.leave("asked", "Locker 12")
    form.leave("promised", "22.11. 9:00")
    form.save()
    assert form.errors == {"promised": "This time has gone by already."}


def test_a_time_that_cannot_be_read_keeps_all_that_was_typed(front: FrontDesk) -> None:
    form = opens_panel(front.opens(front.knows("Aino")))
    form.leave("asked", "Locker 12")
    form.leave("promised", "soonish")
    form.save()
    assert form.errors["promised"].startswith("“soonish” is no day that can be read.")
    assert (form.typed["asked"], form.typed["promised"]) == ("Locker 12", "soonish")


def test_likely_promises_take_one_press(front: FrontDesk) -> None:
    form = opens_panel(front.opens(front.knows("Aino")))
    quick = form.specs["promised"].quick
    assert [one.words for one in quick] == [
        "today 18.00",
        "tomorrow 10.00",
        "tomorrow 18.00",
        "Sun 29 Nov 18.00",
    ]
    form.leave("promised", quick[0].typed)
    assert form.errors == {}
    assert form.typed["promised"] == "22 November 18:00"


def test_in_the_evening_this_evening_is_later(front: FrontDesk) -> None:
    front.clock.instant = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    form = opens_panel(front.opens(front.knows("Aino")))
    assert form.specs["promised"].quick[0].words == "today 21.00"


def test_what_was_offered_instead_is_asked_only_where_something_was(front: FrontDesk) -> None:
    form = opens_panel(front.opens(front.knows("Aino")))
    assert form.hidden == {"instead", "exception"}
    form.leave("answer", Answer.INSTEAD)
    assert form.hidden == {"exception"}
    form.leave("asked", "Locker 12")
    form.save()
    assert form.errors == {"instead": "Write what was offered instead."}


def test_an_exception_does_not_outlive_the_yes(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    form = opens_panel(person)
    form.leave("asked", "Locker 12")
    form.leave("answer", Answer.YES)
    form.leave("exception", True)
    form.leave("answer", Answer.NO)
    form.save()
    assert not written(front, person).draft.exception


def test_a_request_is_answered_later(front: FrontDesk) -> None:
    aino = front.knows("Aino")
    asked = requests.add(front.desk, RequestDraft(aino, "Locker 12"))
    person = front.opens(aino)
    form = opens_panel(person, asked.row)
    form.leave("answer", Answer.INSTEAD)
    form.leave("instead", "Locker 14")
    form.save()
    draft = written(front, person).draft
    assert (draft.answer, draft.instead) == (Answer.INSTEAD, "Locker 14")
    assert front.around.undos[-1][0] == "Request changed: Locker 12"


def test_a_late_request_can_still_be_answered(front: FrontDesk) -> None:
    aino = front.knows("Aino")
    gone = datetime(2026, 11, 20, 16, tzinfo=UTC)
    asked = requests.add(front.desk, RequestDraft(aino, "Locker 12", promised=gone))
    person = front.opens(aino)
    form = opens_panel(person, asked.row)
    form.leave("answer", Answer.NO)
    form.save()
    assert written(front, person).draft.answer is Answer.NO
    assert written(front, person).draft.promised == gone


def test_a_request_is_closed_with_what_became_of_it(front: FrontDesk) -> None:
    aino = front.knows("Aino")
    asked = requests.add(front.desk, RequestDraft(aino, "Locker 12"))
    person = front.opens(aino)
    form = opens_panel(person, asked.row)
    form.leave("outcome", "Got it")
    [step] = form.steps
    assert step.words == "Done with"
    step.run()
    request = written(front, person)
    assert not request.open
    assert request.draft.outcome == "Got it"
    assert front.around.undos[-1][0] == "Request closed: Locker 12"
    front.undoes()
    assert written(front, person).open


def test_cancel_gives_up_what_was_typed(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    form = opens_panel(person)
    form.leave("asked", "Locker 12")
    form.cancel()
    assert person.panel is None
    assert requests.of(front.desk, person.id) == ()


def test_what_was_being_written_waits_while_somebody_else_is_served(front: FrontDesk) -> None:
    aino, ville = front.knows("Aino"), front.knows("Ville")
    form = opens_panel(front.opens(aino))
    form.leave("asked", "Locker 12")
    front.opens(ville)
    assert front.person.panel is None
    assert front.opens(aino).panel is form


def test_what_another_desk_changed_meanwhile_is_shown_before_ours_goes_over_it(
    front: FrontDesk, other_desk: Desk
) -> None:
    aino = front.knows("Aino")
    asked = RequestId(requests.add(front.desk, RequestDraft(aino, "Locker 12")).row)
    person = front.opens(aino)
    form = opens_panel(person, asked)
    requests.change(other_desk, asked, 1, answer=Answer.NO)
    form.leave("answer", Answer.YES)
    form.save()
    assert written(front, person).draft.answer is Answer.NO
    assert "Pekka, today 14.00: What did we say?: “no”" in form.trouble
    assert (form.typed["answer"], form.save_words) == (Answer.YES, "Save mine")


def test_after_both_were_seen_ours_can_be_saved(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino")
    asked = RequestId(requests.add(front.desk, RequestDraft(aino, "Locker 12")).row)
    person = front.opens(aino)
    form = opens_panel(person, asked)
    requests.change(other_desk, asked, 1, answer=Answer.NO)
    form.leave("answer", Answer.YES)
    form.save()
    form.save()
    assert written(front, person).draft.answer is Answer.YES
    assert person.panel is None


def test_a_lost_answer_and_a_second_press_write_one_request(front: FrontDesk) -> None:
    person = front.opens(front.knows("Aino"))
    form = opens_panel(person)
    form.leave("asked", "Locker 12")
    front.around.worker.lost = 1
    form.save()
    assert form.trouble == "The server does not answer. What you wrote is still here."
    form.save()
    assert len(requests.of(front.desk, person.id)) == 1
