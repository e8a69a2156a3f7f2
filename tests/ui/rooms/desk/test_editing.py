"""Every field of a card is saved when it is left; nothing of another desk is ever written over."""

from pathlib import Path

from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.services import customers
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.desk.forms.kept import KeptForm
from frontdesk.ui.rooms.desk.presenter import Mode
from tests.support.houses import picture
from tests.ui.rooms.desk.conftest import FrontDesk


def edits(front: FrontDesk, person: CustomerId) -> KeptForm:
    """Opens somebody and presses Ctrl+E."""
    front.opens(person).edit()
    assert front.mode() is Mode.EDIT
    return front.editing


def stored(front: FrontDesk, person: CustomerId) -> CustomerDraft:
    return customers.get(front.desk, person).draft


def test_a_field_is_saved_when_it_is_left_and_can_be_undone(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.leave("likes", "Green tea")
    assert stored(front, aino).likes == "Green tea"
    assert front.around.undos[-1][0] == "Likes: saved for Aino Virtanen"
    front.undoes()
    assert stored(front, aino).likes == ""
    assert form.typed["likes"] == ""


def test_a_field_left_as_it_was_saves_nothing(front: FrontDesk) -> None:
    form = edits(front, front.knows("Aino Virtanen", likes="Tea"))
    form.leave("likes", "Tea")
    assert front.around.undos == []


def test_every_kind_of_field_can_be_written(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.leave("phones", ("040 1", "050 2"))
    form.leave("channel", Channel.MESSAGE)
    form.leave("birthday", "14 March")
    form.leave("first_seen", "12.3.2016")
    form.leave("deceased", True)
    form.leave("given", "Aino")
    draft = stored(front, aino)
    assert (draft.phones, draft.channel, draft.deceased) == (("040 1", "050 2"), Channel.MESSAGE, True)
    assert draft.birthday == PartialDate(3, 14)
    assert draft.first_seen is not None
    assert draft.first_seen.isoformat() == "2016-03-12"
    assert draft.given == "Aino"


def test_languages_brought_in_as_codes_stand_by_name_in_their_field(front: FrontDesk) -> None:
    raman = front.knows("Raman", language="ta, en")
    form = edits(front, raman)
    assert form.typed["language"] == "Tamil, English"
    form.leave("language", "Tamil, English, Finnish")
    assert stored(front, raman).language == "Tamil, English, Finnish"


def test_one_field_after_the_other_is_saved_without_waiting(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    front.around.worker.held = True
    form.leave("likes", "Tea")
    form.leave("memory_hook", "Tall")
    form.leave("likes", "Coffee")
    front.around.worker.go()
    draft = stored(front, aino)
    assert (draft.likes, draft.memory_hook) == ("Coffee", "Tall")
    assert form.conflicts == {}
    assert form.notices == []


def test_what_is_put_back_before_it_was_saved_ends_as_it_was(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen", likes="Tea")
    form = edits(front, aino)
    front.around.worker.held = True
    form.leave("likes", "Coffee")
    form.leave("likes", "Tea")
    front.around.worker.go()
    assert stored(front, aino).likes == "Tea"


def test_a_day_that_cannot_be_stays_with_a_sentence_beside_it(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.leave("birthday", "31.4.")
    assert form.errors == {"birthday": "“31.4.”: there is no such day."}
    assert form.typed["birthday"] == "31.4."
    assert stored(front, aino).birthday is None


def test_a_day_is_written_back_as_it_was_understood(front: FrontDesk) -> None:
    form = edits(front, front.knows("Aino Virtanen"))
    form.leave("birthday", "31.4.")
    form.leave("birthday", "30.4.")
    assert form.errors == {}
    assert form.typed["birthday"] == "30 April"


def test_a_name_cannot_be_emptied(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.leave("name", "")
    assert form.errors == {"name": "Write a name: one word is enough."}
    assert stored(front, aino).name == "Aino Virtanen"


def test_a_card_number_that_is_taken_says_whose_it_is(front: FrontDesk) -> None:
    front.knows("Ville Mäki", card="10023")
    form = edits(front, front.knows("Aino Virtanen"))
    form.leave("card", "10023")
    assert form.errors == {"card": "Card 10023 already belongs to Ville Mäki."}


def test_done_goes_back_to_the_card_but_not_over_a_mistake(front: FrontDesk) -> None:
    form = edits(front, front.knows("Aino Virtanen"))
    form.leave("birthday", "31.4.")
    front.person.stop_editing()
    assert front.mode() is Mode.EDIT
    form.leave("birthday", "")
    front.person.stop_editing()
    assert front.mode() is Mode.CARD


def test_what_could_not_be_saved_is_tried_again_when_the_form_is_left(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    front.around.worker.lost = 1
    form.leave("likes", "Tea")
    assert form.errors == {"likes": "The server does not answer."}
    assert form.typed["likes"] == "Tea"
    front.person.stop_editing()
    assert front.mode() is Mode.CARD
    assert stored(front, aino).likes == "Tea"


def test_another_field_changed_at_another_desk_is_told_and_ours_goes_on_top(
    front: FrontDesk, other_desk: Desk
) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, phones=("050 999",))
    form.leave("likes", "Tea")
    draft = stored(front, aino)
    assert (draft.likes, draft.phones) == ("Tea", ("050 999",))
    assert form.notices == ["Phone numbers: At another desk, Pekka wrote this (today 14.00): “050 999”"]
    assert form.typed["phones"] == ("050 999",)


def test_the_same_field_written_at_two_desks_keeps_both_texts_until_somebody_chooses(
    front: FrontDesk, other_desk: Desk
) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("likes", "Tea")
    assert stored(front, aino).likes == "Coffee"
    assert form.typed["likes"] == "Tea"
    assert form.about(form.conflicts["likes"]) == (
        "At another desk, Pekka wrote this (today 14.00): “Coffee”"
    )


def test_theirs_can_be_kept(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("likes", "Tea")
    form.keep_theirs("likes")
    assert (form.typed["likes"], form.conflicts) == ("Coffee", {})
    assert stored(front, aino).likes == "Coffee"


def test_ours_can_be_saved_over_theirs_once_both_were_seen(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("likes", "Tea")
    form.save_mine("likes")
    assert stored(front, aino).likes == "Tea"
    assert form.conflicts == {}


def test_typing_on_in_a_disputed_field_does_not_decide(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("likes", "Tea")
    form.leave("likes", "Green tea")
    assert stored(front, aino).likes == "Coffee"
    form.save_mine("likes")
    assert stored(front, aino).likes == "Green tea"


def test_a_dispute_with_an_emptied_field_says_so(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen", channel=Channel.PHONE)
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, channel=None)
    form.leave("channel", Channel.MESSAGE)
    assert "no matter how" in form.about(form.conflicts["channel"])


def test_both_desks_writing_the_same_is_no_dispute(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Tea")
    form.leave("likes", "Tea")
    assert form.conflicts == {}


def test_what_another_desk_took_back_is_no_dispute(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen", likes="Milk")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    customers.change(other_desk, aino, 2, likes="Milk")
    form.leave("likes", "Tea")
    assert form.conflicts == {}
    assert stored(front, aino).likes == "Tea"


def test_a_refresh_leaves_what_is_being_typed_and_still_notices_the_other_desk(
    front: FrontDesk, other_desk: Desk
) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.being_typed = lambda: {"likes"}
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("memory_hook", "Tall")  # saved, and the card is read again with it
    assert form.typed["likes"] == ""
    form.leave("likes", "Tea")
    assert form.conflicts["likes"].theirs == "Coffee"
    assert stored(front, aino).likes == "Coffee"


def test_our_own_savings_are_never_told_as_another_desks(front: FrontDesk, other_desk: Desk) -> None:
    aino = front.knows("Aino Virtanen")
    form = edits(front, aino)
    form.being_typed = lambda: {"nickname"}
    customers.change(other_desk, aino, 1, phones=("050 999",))
    form.leave("likes", "Tea")
    form.leave("nickname", "Ansku")
    assert stored(front, aino).nickname == "Ansku"
    assert [notice for notice in form.notices if "Likes" in notice] == []


def test_opening_somebody_else_keeps_a_field_in_dispute_for_later(front: FrontDesk, other_desk: Desk) -> None:
    aino, ville = front.knows("Aino Virtanen"), front.knows("Ville Mäki")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    form.leave("likes", "Tea")
    front.opens(ville)
    assert front.mode() is Mode.CARD
    front.opens(aino)
    assert front.editing is form
    assert form.typed["likes"] == "Tea"


def test_a_dispute_that_comes_when_somebody_else_is_open_is_told_to_the_desk(
    front: FrontDesk, other_desk: Desk
) -> None:
    aino, ville = front.knows("Aino Virtanen"), front.knows("Ville Mäki")
    form = edits(front, aino)
    customers.change(other_desk, aino, 1, likes="Coffee")
    front.opens(ville)
    form.leave("likes", "Tea")
    assert front.around.told == ["Likes: At another desk, Pekka wrote this (today 14.00): “Coffee”"]


def test_archiving_is_undone_or_taken_back_and_deletes_nothing(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    edits(front, aino)
    front.person.archive()
    assert stored(front, aino).archived
    assert front.around.undos[-1][0] == "Aino Virtanen is in the archive"
    front.person.archive()
    assert not stored(front, aino).archived


def test_a_photo_is_kept_and_taken_away(front: FrontDesk, tmp_path: Path) -> None:
    aino = front.knows("Aino Virtanen")
    edits(front, aino)
    (tmp_path / "aino.png").write_bytes(picture())
    front.person.put_photo(tmp_path / "aino.png")
    assert front.person.words.face.photo is not None
    front.person.take_photo_away()
    assert front.person.words.face.photo is None


def test_a_file_that_is_no_picture_says_so_and_changes_nothing(front: FrontDesk, tmp_path: Path) -> None:
    edits(front, front.knows("Aino Virtanen"))
    (tmp_path / "list.png").write_text("no picture", encoding="utf-8")
    front.person.put_photo(tmp_path / "list.png")
    assert front.person.photo_trouble.startswith("This is not a picture that can be used.")
    front.person.put_photo(tmp_path / "nowhere.png")
    assert front.person.photo_trouble == "This file cannot be read. Nothing was changed."
