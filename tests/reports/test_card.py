"""A card as values, and its pictures."""

from xml.etree import ElementTree as ET

import pytest

from frontdesk.foundation.paths import resources
from frontdesk.reports.card import Card, Picture, Tint, card, left_out_hint


def test_texts_are_cleaned_and_an_empty_line_stays() -> None:
    made = card(
        Picture.BIRTHDAY, greeting=" Kiitos\n!", inside="Hei Aino,\r\n\r\nonnea!\n", house="Riverside\tGym"
    )
    assert made == Card(Picture.BIRTHDAY, "Kiitos !", ("Hei Aino,", "", "onnea!"), "Riverside Gym")


def test_a_card_to_be_written_by_hand_has_nothing_inside() -> None:
    assert card(Picture.PLAIN, inside=" \n ").inside == ()


def test_there_is_one_drawing_for_each_picture() -> None:
    assert {file.name for file in resources("cards").iterdir()} == {f"{one.value}.svg" for one in Picture}


@pytest.mark.parametrize("picture", Picture)
def test_a_drawing_is_black_on_white_with_one_colour_to_fill_in(picture: Picture) -> None:
    drawing = ET.parse(resources("cards", f"{picture.value}.svg")).getroot()
    assert drawing.attrib["color"] == Tint.NONE.value
    assert drawing.attrib["viewBox"] == "0 0 120 140"
    parts = list(drawing.iter())
    inks = {part.attrib[ink] for part in parts for ink in ("fill", "stroke") if ink in part.attrib}
    assert "currentColor" in inks
    assert inks <= {"none", "currentColor", "#000000", "#ffffff"}
    assert not any(
        "href" in name and not value.startswith("#") for part in parts for name, value in part.items()
    )


def test_every_picture_and_colour_has_a_name_of_its_own() -> None:
    for kind in (Picture, Tint):
        assert len({one.title for one in kind}) == len(kind)


def test_what_is_left_out_is_named_by_its_first_words() -> None:
    assert left_out_hint(()) == ""
    hint = left_out_hint(("Dear Aino, this is a very long letter about nothing",))
    assert hint == (
        "Too long for the card and left out: “Dear Aino, this is a very long…”. "
        "Shorten it, or take a larger card."
    )
