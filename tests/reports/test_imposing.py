"""Cards on their sheets: folded, the picture is in front and the text where one opens it."""

from itertools import pairwise

import pytest

from frontdesk.reports.card import Card, Picture, card
from frontdesk.reports.imposing import Fold, Mark, impose
from frontdesk.reports.paper import Box, Paper

PLAIN = card(Picture.PLAIN, house="Riverside Gym")
WRITTEN = card(Picture.BIRTHDAY, greeting="Onnea!", inside="Hei Aino", house="Riverside Gym")


@pytest.mark.parametrize(
    ("fold", "paper", "size"),
    [
        (Fold.LARGE, Paper.A4, (297, 210)),
        (Fold.SMALL, Paper.A4, (210, 148)),
        (Fold.PAIR, Paper.A4, (210, 297)),
        (Fold.LARGE, Paper.LETTER, (279.4, 215.9)),
        (Fold.SMALL, Paper.LETTER, (215.9, 139.7)),
        (Fold.PAIR, Paper.LETTER, (215.9, 279.4)),
    ],
)
def test_the_sheet_is_the_one_that_is_folded(fold: Fold, paper: Paper, size: tuple[float, float]) -> None:
    sheets = impose([PLAIN], fold, paper)
    assert sheets.size == size
    assert len(sheets.sides) == 1


def test_the_front_is_the_right_half_of_the_outside_and_the_back_the_left() -> None:
    [side] = impose([PLAIN], Fold.SMALL, Paper.A4).sides
    front, back = side.faces
    assert front.picture == Box(117, 12, 81, 124)
    assert back.picture is None
    assert back.words.room == Box(12, 12, 81, 124)
    assert back.words.paragraphs == ("Riverside Gym",)


def test_a_greeting_stands_under_the_picture() -> None:
    front = impose([WRITTEN], Fold.SMALL, Paper.A4).sides[0].faces[0]
    assert front.words.paragraphs == ("Onnea!",)
    assert front.picture is not None
    assert front.picture.top + front.picture.height == pytest.approx(front.words.room.top)
    assert front.words.room.top + front.words.room.height == pytest.approx(136)


def test_a_text_is_inside_on_the_right_on_a_side_of_its_own() -> None:
    outside, inside = impose([WRITTEN], Fold.LARGE, Paper.A4).sides
    [face] = inside.faces
    assert face.words.paragraphs == ("Hei Aino",)
    assert face.words.room.left > 297 / 2
    assert "Hei Aino" not in {text for one in outside.faces for text in one.words.paragraphs}
    assert inside.marks == ()


@pytest.mark.parametrize("fold", Fold)
@pytest.mark.parametrize("paper", Paper)
def test_turned_over_like_a_page_the_inside_lies_behind_the_back(fold: Fold, paper: Paper) -> None:
    sheets = impose([WRITTEN, WRITTEN], fold, paper)
    outside, inside = sheets.sides[:2]
    for back, text in zip(outside.faces[1::2], inside.faces, strict=True):
        turned = sheets.size[0] - text.words.room.left - text.words.room.width
        assert turned == pytest.approx(back.words.room.left)
        assert text.words.room.top == back.words.room.top
    assert sheets.long_edge == (fold is Fold.PAIR)


def test_two_small_cards_share_a_sheet() -> None:
    cards = [Card(picture) for picture in (Picture.BIRTHDAY, Picture.WELCOME, Picture.PLAIN)]
    first, second = impose(cards, Fold.PAIR, Paper.A4).sides
    tops = [(face.card.picture, face.picture.top) for face in first.faces if face.picture]
    assert tops == [(Picture.BIRTHDAY, 12), (Picture.WELCOME, 160.5)]
    assert [face.card.picture for face in second.faces] == [Picture.PLAIN] * 2


def test_a_stack_stays_in_step_when_one_card_has_a_text() -> None:
    sheets = impose([PLAIN, WRITTEN, PLAIN], Fold.LARGE, Paper.A4)
    assert [len(side.faces) for side in sheets.sides] == [2, 1, 2, 1, 2, 1]
    assert sheets.both_sides


def test_marks_say_where_to_fold_and_where_to_cut() -> None:
    assert impose([PLAIN], Fold.LARGE, Paper.A4).sides[0].marks == (
        Mark(148.5, 0, 148.5, 7),
        Mark(148.5, 203, 148.5, 210),
    )
    assert impose([PLAIN], Fold.PAIR, Paper.A4).sides[0].marks == (
        Mark(105, 0, 105, 7),
        Mark(105, 141.5, 105, 148.5),
        Mark(0, 148.5, 7, 148.5),
        Mark(203, 148.5, 210, 148.5),
    )


def test_letters_grow_with_the_card() -> None:
    small, large = (
        impose([WRITTEN], fold, Paper.A4).sides[0].faces[0].words for fold in (Fold.SMALL, Fold.LARGE)
    )
    assert large.sizes[0] / small.sizes[0] == pytest.approx(2**0.5, rel=0.001)
    assert all(one > other for one, other in pairwise(small.sizes))


def test_no_card_is_no_sheet() -> None:
    assert impose([], Fold.PAIR, Paper.A4).sides == ()
