"""Address labels as values: which goes where, on which sheet, and which cannot."""

from itertools import combinations

import pytest

from frontdesk.foundation import words
from frontdesk.foundation.errors import Refused
from frontdesk.reports.labels import (
    LINES,
    Address,
    Label,
    Labels,
    Placed,
    left_out_hint,
    order,
    place,
)
from frontdesk.reports.paper import Box
from tests.support.written import AINO


def all_placed(count: int, start: int, sheet: Labels = Labels.EDGE_TO_EDGE) -> list[tuple[int, float, float]]:
    """Page, left and top of so many labels, where each of them fits."""
    placed, _ = place(order([AINO] * count, sheet, start), lambda _: True)
    return [(one.page, round(one.box.left, 2), round(one.box.top, 2)) for one in placed]


def test_a_label_lies_where_the_sheet_has_it() -> None:
    [one], left_out = place(order([AINO], start=5), lambda _: True)
    assert one == Placed(1, Box(70, 37.5, 70, 37), Label(AINO, AINO.lines))
    assert left_out == ()


@pytest.mark.parametrize("start", [1, 24])
def test_labels_begin_where_the_sheet_has_one_left(start: int) -> None:
    assert all_placed(1, start) == [(1, 0, 0.5) if start == 1 else (1, 140, 259.5)]


@pytest.mark.parametrize("start", [0, 25, -1])
def test_a_label_that_is_not_on_the_sheet_is_refused(start: int) -> None:
    with pytest.raises(Refused, match="A sheet has labels 1 to 24") as refused:
        order([AINO], start=start)
    assert refused.value.field == "start"


def test_a_sheet_of_thirty_has_a_thirtieth() -> None:
    assert all_placed(1, 30, Labels.LETTER) == [(1, 144.46, 241.3)]
    with pytest.raises(Refused, match="1 to 30"):
        order([AINO], Labels.LETTER, 31)


def test_after_the_last_label_comes_the_next_sheet() -> None:
    assert all_placed(3, 23) == [(1, 70, 259.5), (1, 140, 259.5), (2, 0, 0.5)]
    assert all_placed(60, 1)[-1] == (3, 140, 111.5)


@pytest.mark.parametrize("sheet", Labels)
def test_all_labels_of_a_sheet_lie_on_the_paper_and_not_on_each_other(sheet: Labels) -> None:
    size = sheet.value.paper.size
    boxes = [sheet.value.box(number) for number in range(1, sheet.value.count + 1)]
    for box in boxes:
        assert 0 <= box.left < box.left + box.width <= size[0]
        assert 0 <= box.top < box.top + box.height <= size[1]
    for one, other in combinations(boxes, 2):
        aside, below = abs(one.left - other.left), abs(one.top - other.top)
        assert aside > one.width - 0.001 or below > one.height - 0.001


def test_one_that_does_not_fit_takes_no_label() -> None:
    wide = Address(("Very Wide",))
    placed, left_out = place(order([AINO, wide, AINO]), lambda label: label.address is AINO)
    assert [one.box.left for one in placed] == [0, 70]
    assert left_out == (wide,)


def test_a_seventh_line_does_not_fit() -> None:
    six, seven = (Address(tuple(map(str, range(n)))) for n in (LINES, LINES + 1))
    placed, left_out = place(order([six, seven]), lambda _: True)
    assert [one.label.address for one in placed] == [six]
    assert left_out == (seven,)


def test_lines_are_cleaned_and_empty_ones_left_out() -> None:
    pasted = Address(("  Aino\tVirtanen ", "", "c/o Oy\r\nRantatie 1", "\u200b"))
    wanted = order([pasted, Address(("", " ")), Address(())], sender=" Riverside\nGym ")
    assert [label.lines for label in wanted.labels] == [("Aino Virtanen", "c/o Oy", "Rantatie 1")]
    assert wanted.labels[0].sender == "Riverside Gym"


def test_who_is_left_out_is_said() -> None:
    assert left_out_hint(()) == ""
    assert left_out_hint((AINO,)) == (
        "1 address does not fit on a label and is left out: Aino Virtanen. Shorten it, or write it by hand."
    )
    many = tuple(Address((f"N{n}",)) for n in range(7))
    assert left_out_hint(many) == (
        "7 addresses do not fit on a label and are left out: N0, N1, N2, N3, N4 and 2 more. "
        "Shorten them, or write them by hand."
    )


def test_a_name_with_braces_is_only_a_name() -> None:
    assert "{n} {names}" in left_out_hint((Address(("{n} {names}",)),))


def test_sheets_are_called_by_their_measures() -> None:
    assert [sheet.title for sheet in Labels] == [
        "A4, 24 labels of 70 × 37 mm",
        "A4, 24 labels of 63.5 × 33.9 mm",
        "Letter, 30 labels of 66.7 × 25.4 mm",
    ]
    words.speak("fi")
    assert Labels.WITH_MARGINS.title == "A4, 24 labels of 63,5 × 33,9 mm"
