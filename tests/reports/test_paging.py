"""Where pages end: no row cut, no heading alone, nothing lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.reports.paging import Block, break_pages, cuts_between

HEIGHT = 100.0


Part = float | tuple[float, bool]


def strip(*parts: Part) -> list[Block]:
    """Blocks one under the other, of these heights; a pair says whether it is a heading."""
    blocks: list[Block] = []
    top = 0.0
    for part in parts:
        height, heading = part if isinstance(part, tuple) else (part, False)
        blocks.append(Block(top, top + height, heading))
        top += height
    return blocks


def test_what_fits_is_one_page() -> None:
    assert break_pages(strip(40, 60), HEIGHT) == [(0, 100)]


def test_a_row_that_does_not_fit_goes_to_the_next_page() -> None:
    assert break_pages(strip(40, 40, 40), HEIGHT) == [(0, 80), (80, 120)]


def test_a_heading_goes_along_with_its_first_row() -> None:
    assert break_pages(strip(80, (10, True), 30, 30), HEIGHT) == [(0, 80), (80, 150)]


def test_two_headings_go_along_too() -> None:
    assert break_pages(strip(80, (5, True), (5, True), 30), HEIGHT) == [(0, 80), (80, 120)]


def test_a_row_taller_than_a_page_is_cut_between_its_lines() -> None:
    tall = Block(0, 250, cuts=(30, 60, 90, 120, 180, 240))
    assert break_pages([tall], HEIGHT) == [(0, 90), (90, 180), (180, 250)]


def test_a_picture_taller_than_a_page_is_cut_where_the_page_ends() -> None:
    assert break_pages([Block(0, 250)], HEIGHT) == [(0, 100), (100, 200), (200, 250)]


def test_no_rows_no_pages() -> None:
    assert break_pages([], HEIGHT) == []


def test_lines_side_by_side_are_cut_where_both_end() -> None:
    assert cuts_between([(0, 10), (10, 20), (0, 15), (15, 30), (20, 30)]) == (30, 30)
    assert cuts_between([(0, 10), (10, 20), (0, 20)]) == (20, 20)


sections = st.lists(st.tuples(st.floats(1, 25), st.lists(st.floats(1, 70), min_size=1)), min_size=1)


@given(sections)
def test_every_row_is_on_one_page_and_no_heading_is_alone(parts: list[tuple[float, list[float]]]) -> None:
    flat: list[Part] = []
    for heading, rows in parts:
        flat += [(heading, True), *rows]
    blocks = strip(*flat)
    pages = break_pages(blocks, HEIGHT)
    assert (pages[0][0], pages[-1][1]) == (0, blocks[-1].bottom)
    assert all(before[1] == after[0] for before, after in pairwise(pages))
    assert all(bottom - top <= HEIGHT for top, bottom in pages)
    for block in blocks:
        assert sum(top <= block.top and block.bottom <= bottom for top, bottom in pages) == 1
    ends = {bottom for _, bottom in pages}
    assert not any(block.bottom in ends for block in blocks if block.heading)


def test_every_page_but_the_first_leaves_room_for_its_head() -> None:
    assert break_pages(strip(40, 60, 50, 40, 10), HEIGHT, 5) == [(0, 100), (100, 190), (190, 200)]
    assert break_pages([Block(0, 250, cuts=(90, 180, 185))], HEIGHT, 5) == [(0, 90), (90, 185), (185, 250)]
