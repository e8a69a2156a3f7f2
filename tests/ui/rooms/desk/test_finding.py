"""Who is this? What the left column shows after each letter."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.requests import RequestDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, photos, requests, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.colours import Level
from tests.support.houses import picture
from tests.ui.rooms.desk.conftest import EVERYTHING, FrontDesk


@pytest.fixture
def unread(house_file: Path, clock: FixedClock) -> Iterator[FrontDesk]:
    """A desk that has just been opened, where nobody's name has been read yet."""
    with closing(Desk.open(house_file, clock=clock)) as desk:
        yield FrontDesk(desk, clock)


def test_an_empty_house_says_how_to_begin_once_all_names_are_read(unread: FrontDesk) -> None:
    front = unread
    front.presenter.start()
    assert front.presenter.finder.column.hint == ""
    front.desk.fill_index()
    front.presenter.refresh(EVERYTHING)
    assert front.presenter.finder.column.hint == "Nobody is here yet. Type a name to add the first person."


def test_nobody_is_said_to_be_unknown_before_all_names_are_read(unread: FrontDesk) -> None:
    front = unread
    front.knows("Aino Virtanen")
    front.presenter.type("virt")
    assert front.sees() == ["Aino Virtanen"]  # by the beginning of a word
    front.presenter.type("virtamen")
    assert front.presenter.finder.column.hint == "The names are still being read."
    front.desk.fill_index()
    front.presenter.refresh(EVERYTHING)
    assert front.sees() == ["Aino Virtanen"]
    front.presenter.type("zebulonia")
    assert front.presenter.finder.column.hint == "Nobody found."


def test_with_nothing_typed_the_desk_sees_who_is_here_today(front: FrontDesk) -> None:
    aino, ville = front.knows("Aino Virtanen"), front.knows("Ville Korhonen")
    visits.log_now(front.desk, aino)
    front.clock.instant += timedelta(hours=1)
    visits.log_now(front.desk, ville, purpose="Swim")
    front.presenter.start()
    column = front.presenter.finder.column
    assert column.heading == "Here today · 2 people"
    assert [(row.title, row.detail) for row in column.rows] == [
        ("Ville Korhonen", "15.00 · Swim"),
        ("Aino Virtanen", "14.00"),
    ]
    assert column.chosen is None


def test_who_came_twice_stands_once(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    visits.log_now(front.desk, aino)
    visits.log_now(front.desk, aino)
    front.presenter.start()
    assert front.sees() == ["Aino Virtanen"]


def test_on_a_quiet_morning_the_desk_sees_the_last_day_with_visits(front: FrontDesk) -> None:
    front.came(front.knows("Aino Virtanen"), "2026-11-20")
    front.presenter.start()
    assert front.presenter.finder.column.heading == "Last here · 2 days ago"


def test_typing_three_letters_finds_the_person_and_counts(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.knows("Pekka Korhonen")
    front.presenter.type("vir")
    assert front.sees() == ["Aino Virtanen"]
    assert front.presenter.finder.column.count.startswith("1 person · ")
    assert front.presenter.finder.column.count.endswith(" ms")


def test_the_part_that_was_typed_is_marked(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.presenter.type("vir")
    [row] = front.presenter.finder.column.rows
    assert [row.title[span.start : span.end] for span in row.title_spans] == ["Vir"]


def test_a_name_in_its_own_script_is_found_by_its_second_spelling_and_says_so(front: FrontDesk) -> None:
    front.knows("रमण कौशिक", second_spelling="Raman Kaushik")
    front.presenter.type("raman kaushik")
    [row] = front.presenter.finder.column.rows
    assert row.title == "रमण कौशिक"
    assert row.detail.startswith("Raman Kaushik")


def test_a_nickname_says_that_it_was_one(front: FrontDesk) -> None:
    front.knows("Robert Smith", nickname="Bobby")
    front.presenter.type("bobby")
    assert "found by nickname “Bobby”" in front.presenter.finder.column.rows[0].detail


def test_a_title_that_the_name_leaves_out_says_that_it_was_it(front: FrontDesk) -> None:
    front.knows("Robert Smith", title="Dr")
    front.presenter.type("dr")
    assert front.presenter.finder.column.rows[0].detail.startswith("found by “Dr”")


@pytest.mark.parametrize("typed", ["4471", "0 123", "0401"])
def test_a_phone_number_says_so(front: FrontDesk, typed: str) -> None:
    front.knows("Aino Virtanen", phones=("040 123 4471",))
    front.presenter.type(typed)
    assert "phone 040 123 4471" in front.presenter.finder.column.rows[0].detail


def test_a_card_number_says_so(front: FrontDesk) -> None:
    front.knows("Aino Virtanen", card="10023")
    front.presenter.type("10023")
    assert "card 10023" in front.presenter.finder.column.rows[0].detail


def test_namesakes_are_told_apart_by_visit_wish_birthday_and_phone(front: FrontDesk) -> None:
    one = front.knows("Raman Kumar", birthday=PartialDate(3, 14, 1984), phones=("040 555 4471",))
    front.knows("Raman Kumar", birthday=PartialDate(6, 1))
    front.came(one, "2026-11-21")
    for _ in range(2):
        requests.add(front.desk, RequestDraft(one, "locker 12"))
    front.presenter.type("raman")
    details = {row.key: row.detail for row in front.presenter.finder.column.rows}
    assert details[one] == "born in 1984 · phone ends 4471 · yesterday · asks for locker 12"
    assert [d for key, d in details.items() if key != one] == ["birthday 1 June"]


def test_a_birthday_today_is_a_badge_and_so_is_the_archive(front: FrontDesk) -> None:
    front.knows("Aino Virtanen", birthday=PartialDate(11, 22))
    gone = front.knows("Aino Vanha")
    customers.archive(front.desk, gone, 1)
    front.presenter.type("aino")
    badges = {row.title: (row.badge, row.level) for row in front.presenter.finder.column.rows}
    assert badges["Aino Virtanen"] == ("birthday today", Level.AMBER)
    assert badges["Aino Vanha"] == ("in the archive", Level.AMBER)


def test_whoever_is_not_here_can_be_added(front: FrontDesk) -> None:
    front.presenter.refresh(EVERYTHING)
    front.presenter.type("raman k")
    column = front.presenter.finder.column
    assert column.offer == "raman k"
    assert column.hint == "Nobody found."


def test_a_late_answer_to_fewer_letters_is_dropped(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.knows("Ville Korhonen")
    lines = front.around.worker
    lines.held = True
    front.presenter.type("v")
    late = lines.begin(0)
    front.presenter.type("ville")
    lines.go()
    late()
    assert front.sees() == ["Ville Korhonen"]


def test_a_new_face_comes_after_the_row_and_moves_nothing(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    photos.put(front.desk, aino, picture())
    lines = front.around.worker
    lines.held = True
    front.presenter.type("aino")
    lines.begin(0)()
    before = front.presenter.finder.column.rows
    assert before[0].photo is None
    lines.go()
    after = front.presenter.finder.column.rows
    assert after[0].photo is not None
    assert [(row.key, row.title, row.detail, row.badge) for row in before] == [
        (row.key, row.title, row.detail, row.badge) for row in after
    ]


def test_the_first_hit_is_chosen_and_enter_opens_it(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.presenter.type("aino")
    front.presenter.open_chosen()
    assert front.person.words.face.name == "Aino Virtanen"


def test_a_change_elsewhere_keeps_the_chosen_row(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    second = front.knows("Aino Korhonen")
    front.presenter.type("aino")
    front.presenter.finder.choose(second)
    customers.change(front.desk, second, 1, likes="Tea")
    assert front.presenter.finder.column.chosen == second


def test_a_change_elsewhere_before_the_answer_leaves_the_first_hit_chosen(front: FrontDesk) -> None:
    aino = front.knows("Aino Virtanen")
    front.around.worker.held = True
    front.presenter.type("aino")
    front.presenter.refresh(EVERYTHING)
    front.around.worker.go()
    assert front.presenter.finder.column.chosen == aino


def test_markup_in_a_name_stays_as_it_was_written(front: FrontDesk) -> None:
    front.knows("<b>Aino</b> & co")
    front.presenter.type("aino")
    assert front.sees() == ["<b>Aino</b> & co"]


def test_a_house_without_visits_lately_says_what_can_be_typed(front: FrontDesk) -> None:
    front.knows("Aino Virtanen")
    front.presenter.start()
    assert front.presenter.finder.column.hint == (
        "Nobody has come in lately. Type a name, a phone number or a card."
    )


def test_somebody_with_nothing_else_to_tell_shows_birthday_and_phone(front: FrontDesk) -> None:
    front.knows("Aino Virtanen", birthday=PartialDate(3, 14), phones=("040 123 4471",))
    front.presenter.type("aino")
    assert front.presenter.finder.column.rows[0].detail == "birthday 14 March · phone ends 4471"


def test_a_list_cut_at_twenty_says_so(front: FrontDesk) -> None:
    for number in range(21):
        front.knows(f"Aino {number}")
    front.presenter.type("aino")
    assert front.presenter.finder.column.count.startswith("the first 20 · ")


def test_a_pasted_name_of_ten_thousand_letters_is_cut_on_the_button(front: FrontDesk) -> None:
    front.presenter.type("x" * 10_000)
    assert len(front.presenter.finder.column.offer) < 100
