"""Small slips of the fingers are forgiven."""

import pytest

from frontdesk.names.entries import Why
from tests.names.houses import YESTERDAY, found, house, person

OTHERS = ("Aino Korhonen", "Timo Nieminen", "Sanna Laaksonen", "Erkki Salo")


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("virtamen", "a letter wrong"),
        ("virtaneen", "a letter too many"),
        ("virtnen", "a letter missing"),
        ("virtaenn", "neighbours swapped"),
        ("birtanen", "the first letter wrong"),
        ("irtanen", "the first letter missing"),
        ("ivrtanen", "the first two swapped"),
        ("xvirtanen", "a letter before the first"),
        ("vurta", "half-typed"),
        ("vrit", "half-typed and swapped"),
    ],
)
def test_one_slip(typed: str, slip: str) -> None:
    assert found(house("Matti Virtanen", *OTHERS), typed)[0] == "Matti Virtanen", slip


@pytest.mark.parametrize("typed", ["virtnnaen", "vortamen", "virtnanee", "vritamen", "bortanen"])
def test_two_slips_in_a_long_word(typed: str) -> None:
    assert found(house("Matti Virtanen", *OTHERS), typed)[0] == "Matti Virtanen"


@pytest.mark.parametrize(
    "typed", ["mtati virtanen", "matti virtamen", "mtati virtamen", "virtamen mat", "mtati v"]
)
def test_a_slip_in_each_of_several_words(typed: str) -> None:
    assert found(house("Matti Virtanen", *OTHERS), typed)[0] == "Matti Virtanen"


@pytest.mark.parametrize("typed", ["x krishnan", "rx krishnan", "krishnan x"])
def test_a_slip_in_an_initial(typed: str) -> None:
    assert found(house("R. Krishnan", "K. Murugan", *OTHERS), typed)[0] == "R. Krishnan"


def test_the_rest_of_the_name_says_more_than_an_initial() -> None:
    index = house("E. Bayarmandal", "S. Enkhnomin")
    assert found(index, "b enkhnomin")[0] == "S. Enkhnomin"


@pytest.mark.parametrize("typed", ["avye fox", "aleve fox", "fox lavye"])
def test_two_slips_in_a_short_word_beside_another(typed: str) -> None:
    assert found(house("Alvey Fox", *OTHERS), typed)[0] == "Alvey Fox"


def test_the_initial_as_typed_stands_before_one_of_the_same_sound() -> None:
    index = house(person(1, "Ш. Баярмаа", last_visit=YESTERDAY), "С. Баярмаа")
    assert found(index, "с баярмаа") == ["С. Баярмаа", "Ш. Баярмаа"]


@pytest.mark.parametrize("typed", ["mattixvirtanen", "matt ivirtanen", "mattiv irtanen"])
def test_a_slip_at_the_space(typed: str) -> None:
    assert found(house("Matti Virtanen", *OTHERS), typed)[0] == "Matti Virtanen"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("கமலஹாசன்", "kamal haasan"),
        ("Matti Jaakkoniemi", "jaakko nimi"),
    ],
)
def test_a_word_torn_in_two_with_a_slip(name: str, typed: str) -> None:
    assert found(house(name, *OTHERS), typed)[0] == name


@pytest.mark.parametrize(
    ("name", "typed"), [("ராமன்", "rmaan"), ("Мөнхцэцэг", "munkhtsetesg"), ("सुशांत", "sushnat")]
)
def test_a_slip_in_latin_letters_finds_a_name_in_another_script(name: str, typed: str) -> None:
    assert found(house(name, *OTHERS), typed)[0] == name


@pytest.mark.parametrize(
    ("name", "typed"), [("Мөнхцэцэг", "мөнхцэцгэ"), ("முருகன்", "முரகன்"), ("कौशिक", "कौशीक")]
)
def test_a_slip_in_the_script_itself(name: str, typed: str) -> None:
    assert found(house(name, *OTHERS), typed)[0] == name


def test_a_slip_is_said_to_be_one() -> None:
    index = house("Matti Virtanen", *OTHERS)
    assert index.search("virtamen")[0].why is Why.SPELLING
    assert index.search("virtane")[0].why is Why.NAME


def test_figures_are_taken_at_their_word() -> None:
    assert found(house("Room 1234"), "1235") == []


def test_what_is_spelt_right_stands_before_any_guess() -> None:
    index = house("Marit Salo", "Mari Salo", "Maritta Salo")
    assert found(index, "marita") == ["Maritta Salo", *found(index, "marita")[1:]]
    assert found(index, "marit")[0] == "Marit Salo"


def test_something_else_altogether_finds_nobody() -> None:
    assert found(house("Matti Virtanen", *OTHERS), "qqqqqq") == []
    assert found(house("Matti Virtanen", *OTHERS), "zebulonia") == []


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("anneli 9999", "9999"),
        ("9999 anneli", "9999"),
        ("anneli salo 99", "99"),
        ("anneli 045 9999", "0459999"),
    ],
)
def test_a_name_with_a_wrong_number_still_says_who_it_may_be(typed: str, wrong: str) -> None:
    index = house(person(1, "Anneli Salo", phones=("040 123 4471",)), person(2, "Kari Oja", phones=("12",)))
    hit = index.search(typed)[0]
    assert hit.entry.name == "Anneli Salo"
    assert (hit.why, hit.detail) == (Why.WITHOUT, wrong)


def test_a_wrong_number_alone_says_nothing() -> None:
    assert found(house(person(1, "Anneli Salo", phones=("040 123 4471",))), "040 9999") == []


def test_single_letters_are_not_taken_for_slips_of_other_initials() -> None:
    assert found(house("R. K. Narayan"), "x y") == []
