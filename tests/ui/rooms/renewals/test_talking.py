"""Whose membership ends, and what somebody at the desk writes down about the talk: no toolkit."""

from collections.abc import Hashable, Mapping

import pytest

from frontdesk.domain.ids import ChangeId
from frontdesk.domain.memberships import EndedWhy
from frontdesk.domain.talks import Said
from frontdesk.foundation.clock import FixedClock
from frontdesk.reports.talk_sheet import TalkPage
from frontdesk.services import memberships, settings, talks, undo
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.renewals.books import Listed, Sheet
from frontdesk.ui.rooms.renewals.outcomes import Outcome
from frontdesk.ui.rooms.renewals.presenter import RenewalsPresenter
from tests.support.around_room import AroundRoom
from tests.ui.rooms.renewals.conftest import DAY, held, member


class Talker:
    """Somebody at the desk, with the list, the sheet and the form in front of them."""

    def __init__(self, around: AroundRoom) -> None:
        self.around = around
        self.listed = Listed()
        self.chosen: Hashable | None = None
        self.page: TalkPage | None = None
        self.span = 0
        self.form: Outcome | None = None
        self.refused: list[tuple[str, str]] = []
        self.written: Mapping[str, str] = {}
        self.presenter = RenewalsPresenter(around.desk, around.worker, self, around.offer_undo, around.tell)
        around.desk.listen(self.presenter.refresh)

    def show_list(self, listed: Listed, chosen: Hashable | None, span: int) -> None:
        self.listed, self.chosen, self.span = listed, chosen, span

    def show_sheet(self, sheet: Sheet | None) -> None:
        self.page = sheet.page if sheet else None

    def show_outcome(self, outcome: Outcome | None) -> None:
        self.form = outcome

    def refuse(self, name: str, sentence: str) -> None:
        self.refused.append((name, sentence))

    def typed(self) -> Mapping[str, str]:
        return self.written

    def names(self) -> list[str]:
        return [row.title for row in self.listed.rows]

    def says(self, said: Hashable, **typed: str) -> None:
        """Choose how the talk ended, fill in the form and keep it."""
        self.presenter.begin(said)
        assert self.form
        self.presenter.keep({**self.form.typed, **typed})

    def is_writing(self) -> bool:
        return self.form is not None

    def begins(self, said: Hashable) -> Mapping[str, str]:
        """Open a form; what stands in it."""
        self.presenter.begin(said)
        assert self.form
        return self.form.typed

    def undoes(self) -> str:
        sentence, change = self.around.undos[-1]
        undo.undo(self.around.desk, ChangeId(change))
        return sentence


@pytest.fixture
def talker(around: AroundRoom) -> Talker:
    return Talker(around)


def test_who_is_listed_and_whose_sheet_is_shown(talker: Talker, desk: Desk) -> None:
    member(desk, "Near", 9)
    over = member(desk, "Over", -3)
    member(desk, "Far", 50)
    talker.presenter.load()
    talker.presenter.choose(over)
    assert talker.names() == ["Over", "Near"]
    assert [row.badge for row in talker.listed.rows] == ["ended 3 days ago", "9 days"]
    assert talker.listed.summary == "2 memberships, most at risk first · about €216 a year at risk"
    assert talker.page
    assert (talker.page.name, talker.page.ends) == ("Over", "“Gold” ended 3 days ago")
    talker.presenter.look_ahead(60)
    assert talker.names() == ["Over", "Near", "Far"]


def test_an_errand_shows_the_membership_however_far_its_end_lies(talker: Talker, desk: Desk) -> None:
    member(desk, "Near", 9)
    far = member(desk, "Far", 200)
    member(desk, "As far", 190)
    talker.presenter.load(far)
    assert talker.page
    assert talker.page.name == "Far"
    assert talker.names() == ["Near", "Far"]


def test_nobody_to_talk_to(talker: Talker) -> None:
    talker.presenter.load()
    assert (talker.names(), talker.page, talker.listed.summary) == ([], None, "")
    talker.presenter.begin(Said.RENEWED)
    assert talker.form is None


def test_renewed_on_the_same_plan_from_its_end(talker: Talker, desk: Desk) -> None:
    key = member(desk, "Aino", 9)
    talker.presenter.load()
    talker.presenter.begin(Said.RENEWED)
    assert talker.form
    assert talker.form.typed["until"] == "1 December 2027"
    assert [choice for choice, _ in talker.form.fields[0].choices] == ["Gold", "Mornings"]
    assert talker.form.adjust({"plan": "Mornings", "starts": "today"}) == {"until": "21 May 2027"}
    talker.says(Said.RENEWED, words="likes the mornings")
    assert held(desk, key).ended_why is EndedWhy.RENEWED
    assert talker.names() == []
    assert not talker.is_writing()
    assert talker.undoes() == "Renewed: Aino"
    assert talker.names() == ["Aino"]
    assert held(desk, key).ended_why is None


def test_a_plan_that_is_not_sold_can_still_be_renewed(talker: Talker, desk: Desk) -> None:
    member(desk, "Aino", 9, plan="Old terms")
    talker.presenter.load()
    talker.presenter.begin(Said.RENEWED)
    assert talker.form
    assert [choice for choice, _ in talker.form.fields[0].choices] == ["Old terms", "Gold", "Mornings"]
    assert talker.form.typed["until"] == "1 December 2027"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write the new last day."),
        ("1 January 2026", "The last day cannot be before the first."),
        ("31 February", "“31 February”: there is no such day."),
    ],
)
def test_a_last_day_that_cannot_be_is_refused_beside_its_field(
    talker: Talker, desk: Desk, typed: str, sentence: str
) -> None:
    member(desk, "Aino", 9)
    talker.presenter.load()
    talker.says(Said.RENEWED, until=typed)
    assert talker.refused == [("until", sentence)]
    assert talker.form is not None
    assert talker.around.undos == []


def test_who_wants_to_think_is_put_aside_until_then(talker: Talker, desk: Desk) -> None:
    member(desk, "Aino", 9)
    talker.presenter.load()
    talker.says(Said.THINKING, until="25 November", words="asks at home")
    assert talker.page
    assert talker.page.signs == ("wants to think",)
    assert talker.page.facts[-1].lines == ("22 November: wants to think. asks at home",)
    talker.says(Said.THINKING, until="")
    assert talker.refused == [("until", "Choose the day on which to ask again, after today.")]


def test_who_leaves_is_asked_why(talker: Talker, desk: Desk) -> None:
    key = member(desk, "Aino", 9)
    talker.presenter.load()
    talker.says(Said.LEAVING)
    assert talker.refused == [("reason", "Choose why; “Other” if nothing fits.")]
    assert held(desk, key).ended_why is None
    talker.says(Said.LEAVING, reason="Health", words="the knee")
    assert (held(desk, key).reason, held(desk, key).reason_words) == ("Health", "the knee")


def test_the_house_has_its_own_reasons(talker: Talker, desk: Desk) -> None:
    settings.change_house(desk, reasons=("The pool is cold", "Something else"))
    member(desk, "Aino", 9)
    talker.presenter.load()
    talker.presenter.begin(Said.LEAVING)
    assert talker.form
    choices = [words for _, words in talker.form.fields[0].choices]
    assert choices == ["choose…", "The pool is cold", "Something else"]


def test_attempts_are_counted_and_after_three_it_is_time_for_a_letter(
    talker: Talker, desk: Desk, clock: FixedClock
) -> None:
    member(desk, "Aino", -3)
    headings = []
    for _ in range(4):
        talker.presenter.load()
        talker.presenter.begin(Said.NOT_REACHED)
        assert talker.form
        headings.append(talker.form.heading)
        talker.presenter.keep(talker.form.typed)
        clock.instant += 3 * DAY
    assert headings == [
        "Not reached, attempt 1",
        "Not reached, attempt 2",
        "Not reached, attempt 3",
        "Not reached, attempt 4: time for a letter?",
    ]


def test_what_was_begun_for_somebody_is_there_again_when_one_comes_back(talker: Talker, desk: Desk) -> None:
    aino, eino = member(desk, "Aino", 9), member(desk, "Eino", 5)
    talker.presenter.load(aino)
    talker.presenter.begin(Said.LEAVING)
    talker.written = {"reason": "Health", "words": "the knee"}
    talker.presenter.choose(eino)
    assert not talker.is_writing()
    assert talker.begins(Said.LEAVING)["reason"] == ""
    talker.presenter.choose(aino)
    assert talker.begins(Said.LEAVING) == {"reason": "Health", "words": "the knee"}


def test_taken_back_it_is_that_person_again_who_is_shown(talker: Talker, desk: Desk) -> None:
    aino = member(desk, "Aino", 9)
    member(desk, "Eino", 5)
    talker.presenter.load(aino)
    talker.says(Said.RENEWED)
    assert talker.page
    assert talker.page.name == "Eino"
    talker.undoes()
    assert talker.page.name == "Aino"
    assert talker.chosen == aino


def test_what_is_being_written_is_not_taken_away_by_another_desk(talker: Talker, desk: Desk) -> None:
    key = member(desk, "Aino", 9)
    talker.presenter.load()
    talker.presenter.begin(Said.LEAVING)
    talks.not_reached(desk, key)  # somebody else, at another desk
    assert talker.form is not None
    memberships.change(desk, key, 1, plan="Gold plus")
    talker.presenter.keep({"reason": "Health", "words": ""})
    assert talker.refused
    assert "still here" in talker.refused[0][1]
    assert talker.form is not None


def test_what_another_desk_has_settled_leaves_the_list(talker: Talker, desk: Desk) -> None:
    key = member(desk, "Aino", 9)
    talker.presenter.load()
    memberships.end(desk, key, 1, reason="Health")
    assert (talker.names(), talker.page) == ([], None)
