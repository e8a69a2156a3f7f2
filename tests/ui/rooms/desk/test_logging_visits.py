"""Somebody has come: Ctrl+Enter and what follows."""

from datetime import timedelta

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.services import customers, undo, visits
from frontdesk.ui.rooms.desk.presenter import Mode
from tests.ui.rooms.desk.conftest import FrontDesk


def test_the_visit_of_the_first_hit_is_logged_and_the_card_opens(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.presenter.type("aino")
    front.presenter.log_visit()
    [arrival] = visits.arrivals(front.desk)
    assert arrival.visit.draft.customer == aino
    assert front.person.words.face.name == "Aino Virtanen"
    assert front.around.undos[-1][0] == "Visit logged for Aino Virtanen."


def test_the_visit_is_logged_by_whoever_is_on_duty(front: FrontDesk) -> None:
    front.works_here("Anna", on_duty=True)
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    assert front.person.visits[0].staff == "Anna"


def test_a_round_visit_is_said(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.came(aino, *(f"2026-11-0{n}" for n in range(1, 10)))
    front.opens(aino)
    front.presenter.log_visit()
    assert front.around.undos[-1][0] == "Visit logged for Aino Virtanen. That was visit number 10."


def test_undo_takes_the_visit_away_and_the_card_shows_it(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    assert [one.when for one in front.person.visits] == ["Today 14.00"]
    front.undoes()
    assert not front.person.visits
    assert front.person.visit is None


def test_pressed_twice_it_is_logged_once(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    front.presenter.log_visit()
    assert len(visits.arrivals(front.desk)) == 1
    assert front.around.said == ["This visit is logged already."]


def test_a_held_down_key_logs_once_while_the_first_is_on_its_way(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.around.worker.held = True
    front.presenter.log_visit()
    front.presenter.log_visit()
    front.around.worker.go()
    assert len(visits.arrivals(front.desk)) == 1


def test_after_undo_the_visit_can_be_logged_at_once_again(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    front.undoes()
    front.presenter.log_visit()
    assert len(visits.arrivals(front.desk)) == 1
    assert front.around.said == []


def test_who_comes_back_later_is_logged_again(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    front.clock.instant += timedelta(hours=3)
    front.presenter.log_visit()
    assert len(visits.arrivals(front.desk)) == 2


def test_how_it_went_is_written_after_the_visit_is_logged(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    form = front.person.visit
    assert form is not None
    assert front.person.just_logged
    form.leave("note", "Asked about lockers.")
    form.leave("purpose", "Swim")
    form.leave("amount", "12,50")
    draft = visits.arrivals(front.desk)[0].visit.draft
    assert (draft.note, draft.purpose, draft.amount) == ("Asked about lockers.", "Swim", 1250)
    assert form.typed["amount"] == "12.50"
    assert front.person.visits[0].what == "Swim · Asked about lockers."


def test_an_amount_that_is_none_gets_a_sentence_beside_it_and_stays(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.presenter.log_visit()
    form = front.person.visit
    assert form is not None
    form.leave("amount", "twelve")
    assert form.errors == {"amount": "“twelve” is no amount."}
    assert form.typed["amount"] == "twelve"
    form.leave("amount", "12")
    assert form.errors == {}


def test_an_older_visit_can_be_written_about_on_its_row(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.came(aino, "2026-11-10")
    person = front.opens(aino)
    person.write_visit(person.visits[0].id)
    assert person.visit is not None
    assert not person.just_logged
    person.visit.leave("note", "Swam")
    assert person.visits[0].what == "Swam"
    person.leave_visit()
    assert person.visit is None


def test_keys_mean_the_row_that_is_chosen_and_the_card_knows_when_that_is_somebody_else(
    front: FrontDesk,
) -> None:
    aino = front.knows("Aino Virtanen")
    ville = front.knows("Ville Mäki")
    front.opens(aino)
    assert front.presenter.target == aino
    front.presenter.type("ville")
    assert front.presenter.target == ville
    assert not front.presenter.target_is_open
    front.presenter.log_visit()
    assert [one.name for one in visits.arrivals(front.desk)] == ["Ville Mäki"]
    assert front.person.id == ville


def test_the_button_on_the_card_means_the_card(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.knows("Ville Mäki")
    front.opens(aino)
    front.presenter.type("ville")
    front.presenter.log_visit(aino)
    assert [one.name for one in visits.arrivals(front.desk)] == ["Aino Virtanen"]


def test_somebody_opened_from_another_room_is_meant_and_not_the_old_hit(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.knows("Ville Mäki")
    front.presenter.type("ville")
    front.opens(aino)
    assert front.presenter.target == aino
    customers.change(front.desk, aino, 1, likes="Tea")
    assert front.presenter.target == aino


def test_typed_and_logged_in_one_go_means_whom_was_typed(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.knows("Ville Mäki")
    front.presenter.type("aino")
    front.around.worker.held = True
    front.presenter.type("ville")
    front.presenter.log_visit()
    front.around.worker.go()
    assert [one.name for one in visits.arrivals(front.desk)] == ["Ville Mäki"]


def test_typed_and_opened_in_one_go_means_whom_was_typed(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    ville = front.knows("Ville Mäki")
    front.presenter.type("aino")
    front.around.worker.held = True
    front.presenter.type("ville")
    front.presenter.open_chosen()
    front.around.worker.go()
    assert front.person.id == ville


def test_a_visit_logged_late_leaves_the_next_search_its_first_hit(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    ville = front.knows("Ville Mäki")
    front.presenter.type("aino")
    front.around.worker.held = True
    front.presenter.log_visit()
    logged = front.around.worker.begin(0)
    front.presenter.type("ville")
    front.around.worker.go()
    logged()
    assert front.presenter.target == ville


def test_letters_after_the_key_take_it_back(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.around.worker.held = True
    front.presenter.type("ai")
    front.presenter.log_visit()
    front.presenter.type("aino")
    front.around.worker.go()
    assert visits.arrivals(front.desk) == ()


def test_nobody_is_logged_when_nobody_is_meant(front: FrontDesk) -> None:
    front.presenter.start()
    front.presenter.log_visit()
    assert visits.arrivals(front.desk) == ()


def test_the_visit_of_somebody_who_has_died_is_not_logged(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen", deceased=True)
    assert not front.opens(aino).words.can_visit
    front.presenter.log_visit()
    assert front.around.told == ["Aino Virtanen has died. No visit was logged."]
    assert visits.arrivals(front.desk) == ()


def test_when_the_first_try_fails_the_second_cannot_double_it(front: FrontDesk) -> None:
    front.opens(front.knows("Aino Virtanen"))
    front.around.worker.lost = 1
    front.presenter.log_visit()
    assert front.around.told == ["The server does not answer."]
    front.presenter.log_visit()
    assert len(visits.arrivals(front.desk)) == 1


def test_undo_of_an_addition_closes_the_card(front: FrontDesk) -> None:
    change = customers.add(front.desk, CustomerDraft("Aino"))
    front.opens(CustomerId(change.row))
    undo.undo(front.desk, ChangeId(change.id))
    assert front.mode() is Mode.NOTHING
    assert front.around.told == []
