"""Somebody who is not here yet: a name is enough, and nobody is merged."""

from frontdesk.domain.dates import PartialDate
from frontdesk.services import visits
from frontdesk.ui.rooms.desk.forms.adding import AddingForm
from frontdesk.ui.rooms.desk.presenter import Mode
from tests.ui.rooms.desk.conftest import FrontDesk


def begins(front: FrontDesk, text: str = "") -> AddingForm:
    """Types a name, finds nobody, presses Ctrl+N."""
    if text:
        front.presenter.type(text)
    front.presenter.new_person()
    assert front.presenter.adding is not None
    return front.presenter.adding


def test_the_name_that_was_typed_is_in_the_form_already(front: FrontDesk) -> None:
    assert begins(front, " raman k ").typed["name"] == "raman k"


def test_a_number_that_was_typed_is_taken_for_a_phone(front: FrontDesk) -> None:
    form = begins(front, "040 123 4471")
    assert form.typed["name"] == ""
    assert form.typed["phones"] == ("040 123 4471",)


def test_only_a_name_is_needed_and_one_word_is_a_whole_name(front: FrontDesk) -> None:
    begins(front, "Aino").add()
    assert front.mode() is Mode.CARD
    assert front.person.words.face.name == "Aino"
    assert front.around.undos[-1][0] == "Aino added"


def test_without_a_name_nobody_is_added_and_the_field_says_so(front: FrontDesk) -> None:
    form = begins(front)
    form.add()
    assert form.errors == {"name": "Write a name: one word is enough."}
    assert front.mode() is Mode.ADD


def test_all_that_was_written_is_on_the_card(front: FrontDesk) -> None:
    form = begins(front, "Aino Virtanen")
    form.leave("phones", ("040 123 4471",))
    form.leave("birthday", "14.3.1985")
    form.leave("must_know", "allergic to nuts")
    assert form.typed["birthday"] == "14 March 1985"
    form.add()
    draft = front.person.card.customer.draft
    assert (draft.phones, draft.must_know) == (("040 123 4471",), "allergic to nuts")
    assert draft.birthday == PartialDate(3, 14, 1985)


def test_a_day_that_cannot_be_is_said_beside_its_field_and_nobody_is_added(front: FrontDesk) -> None:
    form = begins(front, "Aino")
    form.leave("birthday", "30.2.")
    assert form.errors == {"birthday": "“30.2.”: there is no such day."}
    form.add()
    assert form.typed["birthday"] == "30.2."
    assert len(front.desk.index) == 0


def test_people_like_this_are_shown_while_the_name_is_typed(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    form = begins(front)
    assert form.doubles_words == ""
    form.type("name", "Aino Virtanen")
    assert form.doubles_words == "1 person like this already"
    assert [row.title for row in form.doubles] == ["Aino Virtanen"]


def test_somebody_found_twice_is_opened_instead_and_what_was_typed_is_put_aside(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = begins(front, "Aino Virtanen")
    form.leave("language", "Finnish")
    front.presenter.open(aino)
    assert front.mode() is Mode.CARD
    front.presenter.new_person()
    assert front.presenter.adding is form


def test_a_namesake_is_added_by_the_second_press_only(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    form = begins(front, "Aino Virtanen")
    form.add()
    assert (form.doubted, len(front.desk.index)) == (True, 1)
    form.add()
    assert len(front.desk.index) == 2


def test_whoever_is_pressed_in_before_they_were_seen_is_looked_for_first(front: FrontDesk) -> None:
    form = begins(front, "Aino Virtanen")
    front.knows("Aino Virtanen")
    form.add()
    assert [row.title for row in form.doubles] == ["Aino Virtanen"]
    assert len(front.desk.index) == 1


def test_another_name_is_another_question(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.knows("Ville Mäki")
    form = begins(front, "Aino Virtanen")
    form.add()
    form.type("name", "Ville Mäki")
    assert not form.doubted
    form.add()
    assert (form.doubted, len(front.desk.index)) == (True, 2)


def test_a_first_visit_of_somebody_like_others_waits_for_the_second_press_too(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    begins(front, "Aino Virtanen")
    front.presenter.log_visit()
    assert visits.arrivals(front.desk) == ()
    front.presenter.log_visit()
    assert len(visits.arrivals(front.desk)) == 1


def test_two_presses_add_one_person(front: FrontDesk) -> None:
    form = begins(front, "Aino")
    front.around.worker.held = True
    form.add()
    form.add()
    front.around.worker.go()
    assert len(front.desk.index) == 1


def test_a_lost_answer_and_a_second_try_add_one_person(front: FrontDesk) -> None:
    form = begins(front, "Aino")
    front.around.worker.lost = 1
    form.add()
    assert front.around.told == ["The server does not answer. What you wrote is still here."]
    form.add()
    assert len(front.desk.index) == 1


def test_ctrl_enter_adds_and_logs_the_first_visit(front: FrontDesk) -> None:
    begins(front, "Aino")
    front.presenter.log_visit()
    [arrival] = visits.arrivals(front.desk)
    assert arrival.name == "Aino"
    assert front.person.words.face.name == "Aino"


def test_a_card_number_that_is_taken_says_whose_it_is(front: FrontDesk) -> None:
    front.knows("Ville Mäki", card="10023")
    form = begins(front, "Aino")
    form.leave("card", "10023")
    form.add()
    assert form.errors == {"card": "Card 10023 already belongs to Ville Mäki."}
    assert form.typed["name"] == "Aino"


def test_a_pasted_name_of_ten_thousand_letters_gets_a_kind_sentence(front: FrontDesk) -> None:
    form = begins(front, "a" * 10_000)
    form.add()
    assert form.errors == {"name": "This has 10000 characters; 500 is the most that is kept. Shorten it."}
    assert len(front.desk.index) == 0


def test_control_characters_are_cleaned_and_markup_is_kept_as_written(front: FrontDesk) -> None:
    form = begins(front)
    form.leave("name", "Ai\x00no\x07 <b>V</b>")
    form.add()
    assert front.person.words.face.name == "Aino <b>V</b>"


def test_esc_keeps_what_was_typed_for_later_but_not_an_empty_form(front: FrontDesk) -> None:
    form = begins(front, "Aino")
    form.leave("card", "77")
    front.presenter.stop_adding()
    assert front.mode() is Mode.NOTHING
    front.presenter.type("")
    assert begins(front) is form
    front.presenter.stop_adding()
    begins(front, "Ville").add()
    assert front.person.words.face.name == "Ville"


def test_two_people_begun_one_after_the_other_both_wait(front: FrontDesk) -> None:
    first = begins(front, "Aino")
    first.leave("card", "77")
    second = begins(front, "Ville")
    second.leave("card", "78")
    assert begins(front, "Aino") is first
    assert begins(front, "Ville") is second


def test_what_was_begun_can_be_thrown_away(front: FrontDesk) -> None:
    begins(front, "Aino").leave("card", "77")
    front.presenter.discard()
    front.presenter.type("")
    assert begins(front).empty


def test_who_searches_on_before_the_answer_is_not_called_back(front: FrontDesk) -> None:
    ville = front.knows("Ville Mäki")
    form = begins(front, "Aino")
    form.leave("card", "77")
    front.around.worker.held = True
    form.add()
    front.presenter.type("ville")
    front.around.worker.go()
    assert front.around.undos[-1][0] == "Aino added"
    assert front.mode() is Mode.NOTHING
    assert front.presenter.target == ville
    assert begins(front, "Aino") is not form


def test_typing_a_search_puts_the_form_aside_so_that_the_keys_mean_the_hit(front: FrontDesk) -> None:
    ville = front.knows("Ville Mäki")
    begins(front, "Aino").leave("card", "77")
    front.presenter.type("ville")
    front.presenter.log_visit()
    assert [one.visit.draft.customer for one in visits.arrivals(front.desk)] == [ville]
    assert len(front.desk.index) == 1


def test_undo_takes_the_new_person_away_again(front: FrontDesk) -> None:
    begins(front, "Aino").add()
    front.undoes()
    assert front.mode() is Mode.NOTHING
    assert len(front.desk.index) == 0


def test_who_searches_on_before_the_question_is_told_of_it(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    form = begins(front, "Aino Virtanen")
    front.around.worker.held = True
    form.add()
    front.presenter.type("ville")
    front.around.worker.go()
    assert front.around.said == ["Aino Virtanen was not added: somebody like this is here already."]


def test_the_keys_mean_the_namesake_who_was_just_added(front: FrontDesk) -> None:
    old = front.knows("Aino Virtanen")
    begins(front, "Aino Virtanen")
    front.presenter.log_visit()
    assert front.presenter.finder.column.chosen == old
    front.presenter.log_visit()
    assert front.presenter.target == front.person.id != old


def test_an_answer_on_its_way_does_not_bring_back_who_was_chosen_before(front: FrontDesk) -> None:
    old, new = front.knows("Aino Virtanen"), front.knows("Aino Virtanen", card="2")
    front.presenter.type("aino")
    finder = front.presenter.finder
    finder.choose(old)
    front.around.worker.held = True
    finder.look_again()
    finder.choose(new)
    front.around.worker.go()
    assert finder.column.chosen == new
