"""Typing a part of a name and seeing who it is."""

import pytest

from frontdesk.names.entries import Why
from tests.names.houses import found, house, person


def test_results_come_after_each_letter_of_the_name() -> None:
    index = house("Matti Virtanen", "Aino Korhonen", "ராமன் கிருஷ்ணமூர்த்தி")
    for name in ("Matti Virtanen", "Aino Korhonen", "ராமன் கிருஷ்ணமூர்த்தி"):
        for end in range(1, len(name) + 1):
            assert found(index, name[:end])[0] == name, name[:end]


@pytest.mark.parametrize(
    "typed", ["matti", "virtanen", "MATTI", "matti virtanen", "virtanen matti", " virtanen,  matti "]
)
def test_words_in_any_order_and_case(typed: str) -> None:
    assert found(house("Matti Virtanen", "Aino Korhonen"), typed) == ["Matti Virtanen"]


def test_every_typed_word_must_be_accounted_for_by_one_person() -> None:
    index = house("Matti Virtanen", "Aino Korhonen")
    assert found(index, "matti korhonen") == []
    assert found(index, "aino k") == ["Aino Korhonen"]


def test_each_typed_word_needs_a_word_of_its_own() -> None:
    index = house("Kari Virtanen", "Kari Kallio", "Anna Anna")
    assert found(index, "kari k") == ["Kari Kallio"]
    assert found(index, "anna anna") == ["Anna Anna"]


def test_words_are_given_out_so_that_all_have_one() -> None:
    assert found(house("Ram Raman"), "ra ram") == ["Ram Raman"]
    assert found(house("Ram Raman"), "ram ra") == ["Ram Raman"]


def test_a_part_inside_a_word() -> None:
    assert found(house("Hämäläinen Päivi"), "äläi") == ["Hämäläinen Päivi"]
    assert found(house("Hämäläinen Päivi"), "alai") == ["Hämäläinen Päivi"]
    assert found(house("John O'Brien"), "brien") == ["John O'Brien"]


def test_a_part_that_is_nowhere_hides_none_that_is_somewhere() -> None:
    index = house("Sankari Ojala")
    assert [found(index, typed) for typed in ("zqx", "nka", "nkazqx", "kar")] == [
        [], ["Sankari Ojala"], [], ["Sankari Ojala"]
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["hamalainen", "Hämäläinen", "hämälainen", "haemaelaeinen", "hama pai"])
def test_diacritics_are_optional(typed: str) -> None:
    assert found(house("Päivi Hämäläinen", "Aino Korhonen"), typed) == ["Päivi Hämäläinen"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Krishnamurthy", "krishnamoorthi"),
        ("Geetha", "gita"),
        ("Lakshmi", "laxmi"),
        ("Chaudhary", "chowdhari"),
        ("Matti", "mati"),
        ("Leena", "lena"),
    ],
)
def test_spelling_by_ear_is_forgiven(name: str, typed: str) -> None:
    assert found(house(name, "Aino Korhonen"), typed)[0] == name


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("ராமன்", "raman"),
        ("Мөнхцэцэг", "munkhtsetseg"),
        ("Мөнхцэцэг", "monkhtsetseg"),
        ("कौशिक", "kaushik"),
        ("సందీప్ రావు", "sandeep rao"),
        ("Hämäläinen", "хамалайнен"),
        ("Raman", "ராமன்"),
        ("रमण", "ராமன்"),
        ("Андрей", "andrei"),
        ("राठौर", "rathore"),
    ],
)
def test_typed_in_one_script_stored_in_another(name: str, typed: str) -> None:
    assert found(house(name, "Aino Korhonen", "Ганбаатар", "முருகன்"), typed)[0] == name


@pytest.mark.parametrize("name", ["கௌரி", "ரேணுகா", "कौशिक", "శ్రీనివాస్", "Мөнхцэцэг"])
def test_typing_in_the_script_works_letter_by_letter_with_its_signs(name: str) -> None:
    for end in range(1, len(name) + 1):
        assert found(house(name, "Aino"), name[:end]) == [name], name[:end]


def test_a_half_typed_vowel_sign_still_matches() -> None:
    """ொ is typed as ெ and then ா on many keyboards."""
    assert found(house("கொடி"), "க\u0bc6") == ["கொடி"]


@pytest.mark.parametrize("typed", ["शर्मा", "शर्\u200dमा", "शर्\u200cमा"])
def test_joiners_do_not_matter(typed: str) -> None:
    assert found(house("शर्\u200dमा"), typed) == ["शर्\u200dमा"]


@pytest.mark.parametrize("typed", ["mattivirtanen", "virtanenmatti", "mattivir", "rkrishnan"])
def test_two_words_typed_as_one(typed: str) -> None:
    index = house("Matti Virtanen", "Raman Krishnan", "Aino Korhonen")
    assert found(index, typed)[0] == ("Raman Krishnan" if typed == "rkrishnan" else "Matti Virtanen")


@pytest.mark.parametrize("typed", ["virta nen", "matti virta nen", "mat ti virtanen"])
def test_one_word_typed_as_two(typed: str) -> None:
    assert found(house("Matti Virtanen", "Aino Korhonen"), typed)[0] == "Matti Virtanen"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Raman Krishnan", "r krishnan"), ("R. Krishnan", "raman krishnan"), ("R. Krishnan", "r k")],
)
def test_initials(name: str, typed: str) -> None:
    assert found(house(name, "Aino Korhonen"), typed) == [name]


def test_a_bare_initial_alone_answers_to_no_longer_word() -> None:
    assert found(house("R. Krishnan"), "raman") == []


def test_nickname_second_spelling_and_parts() -> None:
    index = house(
        person(1, "ராமன் கி", second_spelling="Raman Krishnamurthy"),
        person(2, "Matti Virtanen", nickname="Masa", parts=("Matti", "Juhani", "Virtanen")),
    )
    assert found(index, "krishnamurthy") == ["ராமன் கி"]
    assert (
        found(index, "masa") == found(index, "juhani") == found(index, "masa virtanen") == ["Matti Virtanen"]
    )


def test_a_title_does_not_crowd_out_names_that_begin_like_it() -> None:
    misters = [person(id, f"Xen {id}", parts=("Mr",), visit_count=99) for id in range(1, 200)]
    index = house(*misters, person(900, "Mary Hill"))
    assert found(index, "m")[0] == "Mary Hill"
    assert found(index, "mr 7")[0] == "Xen 7"


def test_a_name_may_be_a_number_or_a_sign() -> None:
    index = house("00023", "🙂", "Room 12 34")
    assert found(index, "00023") == found(index, "23") == ["00023"]
    assert found(index, "🙂") == ["🙂"]
    assert found(index, "room 12 34")[0] == "Room 12 34"


def test_nobody_is_found_twice() -> None:
    index = house(person(1, "Anna Annala", nickname="Anna", second_spelling="Anna Annala"))
    assert len(index.search("an")) == 1


def test_as_many_as_asked_for() -> None:
    index = house(*(f"Anna {number}" for number in range(150)))
    assert len(index.search("anna")) == 20
    assert len(index.search("anna", 3)) == 3
    assert len(index.search("anna", 150)) == 150
    assert index.search("anna", 0) == []


def test_the_reason_is_said() -> None:
    index = house(
        person(
            1, "Matti Virtanen", nickname="Masa", phones=("040 123 4471",), card="AB-17", parts=("Juhani",)
        ),
        person(2, "ராமன்", second_spelling="Raamun"),
    )
    reasons = {
        "matti": (Why.NAME, ""),
        "juhani": (Why.NAME, "Juhani"),
        "masa": (Why.NICKNAME, "Masa"),
        "ma": (Why.NAME, ""),
        "4471": (Why.PHONE, "040 123 4471"),
        "matti 4471": (Why.PHONE, "040 123 4471"),
        "ab17": (Why.CARD, "AB-17"),
        "raamun": (Why.SECOND_SPELLING, "Raamun"),
        "raman": (Why.NAME, ""),
        "virtamen": (Why.SPELLING, ""),
    }
    for typed, reason in reasons.items():
        hit = index.search(typed)[0]
        assert (hit.why, hit.detail) == reason, typed


def test_guesses_fill_a_list_up_to_eight_and_no_further() -> None:
    guessed = [person(id, "Matilda Korhonen") for id in range(1, 21)]
    assert len(house(*guessed).search("matolda")) == 8
    hits = house(*guessed, person(21, "Matolda Salo"), person(22, "Matolda Oja")).search("matolda")
    assert [hit.why for hit in hits] == [Why.NAME] * 2 + [Why.SPELLING] * 6


@pytest.mark.parametrize(
    ("people", "typed"),
    [
        (("Suresh Mäki", "Suresh M Mäki"), "sure sh mäki"),
        (("Priya Smith", "Anna P Smithson"), "priy a smith"),
        (("Kumar Koski", "Kumar M Korhonen"), "k um ko"),
        (("Matti Virtanen", "Mitta Virta", "Matilda Wirtanen"), "matit wirtaen"),
    ],
)
def test_the_answer_does_not_hang_on_what_was_typed_before(people: tuple[str, ...], typed: str) -> None:
    answer = house(*people).search(typed)
    index = house(*people)
    for count in range(len(typed) + 1):
        index.search(typed[:count])
    assert index.search(typed) == index.search(typed) == answer
