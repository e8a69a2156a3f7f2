"""What a list keeps of its laid out rows, and when it lets go of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.row_layout import RowLayouts
from frontdesk.ui.kit.spans import marked
from frontdesk.ui.kit.theme import Mode, Theme

pytestmark = pytest.mark.usefixtures("theme")
RAMAN = Row(1, "ராமன் கிருஷ்ணமூர்த்தி", marked([(0, 2)]), detail="Raman · yesterday", monogram="ரா")
WIDTH = 430


def laid_out(*rows: Row, room: Callable[[], int] = lambda: WIDTH) -> RowLayouts:
    layouts = RowLayouts(room)
    layouts.show(rows)
    for place in range(len(rows)):
        layouts.at(place)
    return layouts


def test_while_somebody_types_on_only_the_marked_name_is_laid_out_anew() -> None:
    layouts = laid_out(RAMAN)
    before = layouts.at(0)
    layouts.show([replace(RAMAN, title_spans=marked([(0, 5)]))])
    assert layouts.at(0).detail is before.detail
    assert layouts.at(0).title.marks != before.title.marks


def test_somebody_who_comes_up_at_another_place_is_not_laid_out_anew() -> None:
    layouts = laid_out(RAMAN, replace(RAMAN, key=2, title="Anna"))
    before = layouts.at(0)
    layouts.show([replace(RAMAN, key=2, title="Anna"), RAMAN])
    assert layouts.at(1).title is before.title
    assert layouts.at(0).title is not before.title


def test_whoever_is_in_the_list_no_more_is_let_go() -> None:
    layouts = laid_out(RAMAN)
    before = layouts.at(0)
    for _ in range(2):
        layouts.show([replace(RAMAN, title="Anna", detail="today")])
        layouts.at(0)
    layouts.show([RAMAN])
    assert layouts.at(0).title is not before.title


def test_nothing_is_laid_out_again_while_all_looks_the_same() -> None:
    layouts = laid_out(RAMAN)
    before = layouts.at(0)
    layouts.look()
    assert layouts.at(0) is before


@pytest.mark.parametrize("change", ["colours", "text", "width"])
def test_another_look_lays_all_out_anew(theme: Theme, change: str) -> None:
    room = [WIDTH]
    layouts = laid_out(RAMAN, room=lambda: room[0])
    before = layouts.at(0)
    if change == "colours":
        theme.choose(Mode.DARK)
    elif change == "text":
        theme.set_scale(2.0)
    else:
        room[0] = WIDTH + 1
    layouts.look()
    assert layouts.at(0).detail is not before.detail
    assert layouts.at(0).title is not before.title


def test_in_a_hurry_a_row_that_nobody_has_looked_at_is_taken_to_be_like_most() -> None:
    long = replace(RAMAN, key=2, detail="and so on " * 40)
    layouts = RowLayouts(lambda: WIDTH)
    layouts.show([RAMAN, long], hurry=True)
    usual = layouts.height(1)
    assert usual == layouts.looks.usual_height
    assert layouts.at(1).height > usual
    assert layouts.height(1) == layouts.at(1).height, "once somebody has looked it is known"
    assert layouts.end_hurry()
    assert layouts.height(0) == layouts.at(0).height
    assert not layouts.end_hurry(), "there is none left"


def test_a_heading_above_a_row_takes_room_of_its_own() -> None:
    plain, headed = laid_out(RAMAN).at(0), laid_out(replace(RAMAN, above="Yesterday")).at(0)
    assert headed.heading is not None
    assert headed.heading.layout.text() == "Yesterday"
    assert headed.height == plain.height + headed.top
    assert headed.top > headed.heading.size.height()
    assert plain.top == 0
