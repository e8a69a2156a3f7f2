"""Who has left: listed beside those whose membership ends, each with the steps to them."""

from datetime import timedelta

import pytest

from frontdesk.domain.ids import CustomerId, MembershipId, StaffId
from frontdesk.domain.talks import Said
from frontdesk.domain.winback import Came
from frontdesk.services import customers, memberships, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.renewals.presenter import HAVE_LEFT
from tests.support.around_room import AroundRoom
from tests.ui.rooms.renewals.conftest import held, member
from tests.ui.rooms.renewals.test_talking import Talker

DAY = timedelta(days=1)


def leaver(desk: Desk, name: str, days: int = 3, reason: str = "") -> MembershipId:
    """Somebody whose membership ended so many days ago, given up."""
    key = member(desk, name, -days)
    memberships.end(desk, key, 1, reason=reason)
    return key


@pytest.fixture
def talker(around: AroundRoom) -> Talker:
    return Talker(around)


def lines(talker: Talker, label: str) -> tuple[str, ...]:
    assert talker.page
    return next((fact.lines for fact in talker.page.facts if fact.label == label), ())


def test_whoever_is_due_comes_first_and_why_they_left_is_counted(talker: Talker, desk: Desk) -> None:
    leaver(desk, "Later", 1, "Health")
    leaver(desk, "Now", 3, "Health")
    member(desk, "Near", 9)
    talker.presenter.look_ahead(HAVE_LEFT)
    assert [(row.title, row.badge) for row in talker.listed.rows] == [("Now", "now"), ("Later", "tomorrow")]
    assert talker.listed.summary == "Why they left in a year: Health 2"
    assert talker.page
    assert (talker.page.name, talker.page.ends) == ("Now", "“Gold” ended 3 days ago")
    assert lines(talker, "Why") == ("Health",)
    talker.presenter.look_ahead(30)
    assert talker.names() == ["Near"]


def test_what_came_of_a_step_is_written_down_and_undone(talker: Talker, desk: Desk) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Marta").row)
    key = leaver(desk, "Aino")
    talker.presenter.look_ahead(HAVE_LEFT)
    assert lines(talker, "Steps")[0] == "yesterday: thank them and ask why, by letter – now"
    talker.says(Came.ANSWERED, reason="No time", words="two small children")
    assert held(desk, key).reason == "No time"
    assert lines(talker, "Steps")[0] == "yesterday: thank them and ask why, by letter – answered"
    assert lines(talker, "Said before") == ("22 November: answered. two small children (Marta)",)
    assert not talker.is_writing()
    assert talker.presenter.can_end(Came.COMES_BACK)  # they may ring before the next step is due
    assert talker.undoes() == "Written down: Aino"
    assert lines(talker, "Steps")[0].endswith("– now")


def test_why_is_asked_only_where_nobody_has_said(talker: Talker, desk: Desk) -> None:
    leaver(desk, "Aino", reason="Health")
    talker.presenter.look_ahead(HAVE_LEFT)
    assert set(talker.begins(Came.ANSWERED)) == {"channel", "words"}
    assert set(talker.begins(Came.NO_ANSWER)) == {"channel", "words"}


def test_left_alone_they_are_on_no_list_any_more(talker: Talker, desk: Desk) -> None:
    key = leaver(desk, "Aino")
    talker.presenter.look_ahead(HAVE_LEFT)
    talker.says(Came.LEAVE_ALONE)
    assert (talker.names(), talker.page) == ([], None)
    assert customers.get(desk, CustomerId(held(desk, key).customer)).draft.left_alone


def test_an_errand_finds_whoever_it_is_about_in_either_list(talker: Talker, desk: Desk) -> None:
    near, gone = member(desk, "Near", 9), leaver(desk, "Gone")
    talker.presenter.load(gone)
    assert (talker.names(), talker.span) == (["Gone"], HAVE_LEFT)
    talker.presenter.load(near)
    assert (talker.names(), talker.span) == (["Near"], 30)
    assert talker.presenter.can_end(Said.RENEWED)


def test_what_was_being_written_of_one_list_is_there_again(talker: Talker, desk: Desk) -> None:
    member(desk, "Near", 9)
    leaver(desk, "Gone")
    talker.presenter.load()
    talker.presenter.begin(Said.LEAVING)
    talker.written = {"reason": "Health", "words": "the knee"}
    talker.presenter.look_ahead(HAVE_LEFT)
    assert not talker.is_writing()
    talker.presenter.look_ahead(30)
    assert talker.begins(Said.LEAVING) == {"reason": "Health", "words": "the knee"}


def test_somebody_who_comes_back_leaves_the_list(talker: Talker, desk: Desk) -> None:
    key = leaver(desk, "Aino")
    talker.presenter.look_ahead(HAVE_LEFT)
    assert talker.names() == ["Aino"]
    visits.log_now(desk, held(desk, key).customer)
    assert (talker.names(), talker.page) == ([], None)


def test_a_form_is_about_whom_it_was_opened_for_wherever_somebody_is_sent(talker: Talker, desk: Desk) -> None:
    first, second = member(desk, "First", 5), member(desk, "Second", 9)
    talker.presenter.load(first)
    talker.presenter.begin(Said.LEAVING)
    talker.written = {"reason": "Health", "words": "the knee"}
    talker.presenter.load(second)
    assert talker.page
    assert (talker.page.name, talker.is_writing()) == ("Second", False)
    assert talker.presenter.is_begun()
    assert held(desk, first).ended_why is None
    talker.presenter.load(first)
    assert talker.begins(Said.LEAVING) == {"reason": "Health", "words": "the knee"}


def test_an_undo_does_not_move_the_form_of_somebody_else(talker: Talker, desk: Desk) -> None:
    first, second = member(desk, "First", 5), member(desk, "Second", 9)
    talker.presenter.load(first)
    talker.says(Said.RENEWED)
    talker.presenter.load(second)
    talker.presenter.begin(Said.LEAVING)
    talker.undoes()
    assert talker.page
    assert (talker.page.name, talker.is_writing()) == ("Second", True)
