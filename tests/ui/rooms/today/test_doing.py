"""What is done in the Today room: done, later, skipped, kept; once, and with a way back."""

from datetime import timedelta

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import memberships, requests
from frontdesk.ui.kit.colours import Level
from tests.ui.rooms.today.conftest import Morning


def birthday(morning: Morning) -> CustomerId:
    """Raman turns forty today."""
    return morning.knows("Raman", birthday="1986-11-22")


def test_done_is_gone_and_can_be_taken_back(morning: Morning) -> None:
    birthday(morning)
    morning.looks()
    morning.presenter.done(morning.row("Raman").key)
    assert morning.titles() == []
    assert morning.around.undos[-1][0] == "Done: Raman"
    morning.undoes()
    assert morning.titles() == ["Raman turns 40 today"]
    assert morning.shown.summary == "1 to do"


def test_skipped_is_gone_for_good(morning: Morning) -> None:
    birthday(morning)
    morning.looks()
    morning.presenter.skip(morning.row("Raman").key)
    assert morning.around.undos[-1][0] == "Skipped: Raman"
    morning.later(days=1)
    assert morning.looks().quiet


def test_later_comes_back_on_its_day_and_not_before(morning: Morning) -> None:
    birthday(morning)
    morning.looks()
    morning.presenter.snooze(morning.row("Raman").key, 3)
    assert morning.around.undos[-1][0] == "Later: Raman"
    found = []
    for _ in range(4):
        found.append([row.title for row in (*morning.looks().left_over, *morning.shown.today)])
        morning.later(days=1)
    assert found == [[], [], [], ["Raman turned 40, 3 days ago"]]


def test_the_days_of_later_are_said_in_words(morning: Morning) -> None:
    birthday(morning)
    morning.looks()
    assert morning.presenter.snoozes(morning.row("Raman").key) == [
        (1, "tomorrow"),
        (3, "in 3 days (Wednesday)"),
        (7, "in 7 days (29 November)"),
    ]


def test_nothing_is_put_off_until_it_would_be_too_late(morning: Morning) -> None:
    birthday(morning)
    for left in ([1, 3], [1, 3], [1, 3], [1, 3], [1], [1], []):
        morning.later(days=1)
        morning.looks()
        days = [days for days, _ in morning.presenter.snoozes(morning.row("Raman").key)]
        assert days == left, morning.desk.today()


def test_a_promise_that_is_kept_closes_the_request(morning: Morning) -> None:
    raman = morning.knows("Raman")
    morning.asked(raman, "Locker 12", hours=4)
    morning.looks()
    morning.presenter.done(morning.row("Locker").key)
    [request] = requests.of(morning.desk, raman)
    assert request.draft.closed == morning.clock.now()
    assert (morning.titles(), morning.shown.summary) == ([], "1 done")
    assert morning.around.undos[-1][0] == "Kept for Raman"
    morning.undoes()
    assert morning.titles() == ["Locker 12 for Raman"]


def test_a_promise_cannot_be_put_off_or_skipped(morning: Morning) -> None:
    morning.asked(morning.knows("Raman"), "Locker 12", hours=4)
    morning.looks()
    key = morning.row("Locker").key
    assert not morning.presenter.can_wait(key)
    morning.presenter.skip(key)
    morning.presenter.snooze(key, 1)
    assert morning.titles() == ["Locker 12 for Raman"]
    assert morning.around.undos == []


def test_an_impatient_finger_does_it_once(morning: Morning) -> None:
    birthday(morning)
    morning.looks()
    key = morning.row("Raman").key
    morning.desk.listeners.clear()  # the second press comes before the page has been read again
    morning.presenter.done(key)
    morning.presenter.done(key)
    assert len(morning.around.undos) == 1


def test_what_another_desk_has_closed_is_told_and_nothing_is_overwritten(morning: Morning) -> None:
    raman = morning.knows("Raman")
    request = morning.asked(raman, "Locker 12", hours=4)
    morning.looks()
    key = morning.row("Locker").key
    morning.desk.listeners.clear()
    requests.close(morning.desk, request, 1, "given to him at the door")
    morning.later(minutes=5)
    morning.presenter.done(key)
    assert morning.around.told == [
        "Somebody changed this at another desk meanwhile. Nothing was overwritten."
    ]
    assert morning.titles() == []
    [kept] = requests.of(morning.desk, raman)
    assert kept.draft.outcome == "given to him at the door"
    assert kept.draft.closed == morning.clock.now() - timedelta(minutes=5)


def test_every_row_leads_to_the_card_of_its_person(morning: Morning) -> None:
    raman, aino, ville = birthday(morning), morning.knows("Aino"), morning.knows("Ville")
    morning.asked(aino, "Locker 12", hours=4)
    morning.came(ville)
    morning.looks()
    for row in (*morning.to_do(), *morning.shown.here):
        morning.presenter.open(row.key)
    assert morning.opened == [raman, aino, ville]


def test_a_row_that_has_gone_meanwhile_does_nothing(morning: Morning) -> None:
    morning.looks()
    for key in (("request", 99), 99, "nothing"):
        morning.presenter.done(key)
        morning.presenter.open(key)
    assert morning.opened == []
    assert morning.around.undos == []


def test_a_talk_about_a_membership_is_written_down_on_its_sheet(morning: Morning) -> None:
    aino = morning.knows("Aino")
    ends = morning.desk.today() - timedelta(days=40)
    draft = MembershipDraft(aino, "Gold", ends - timedelta(days=364), ends)
    membership = memberships.add(morning.desk, draft).row
    morning.looks()
    key = morning.row("Aino").key
    assert morning.presenter.seeing_to(key) == "Talk about it…"
    assert not morning.presenter.can_skip(key)
    morning.presenter.done(key)
    assert morning.talked == [membership]
    assert morning.around.undos == []


def test_a_promised_call_is_rung_and_what_came_of_it_is_said_elsewhere(
    morning: Morning, clock: FixedClock
) -> None:
    aino = morning.knows("Aino", phones=("040 1",))
    late = morning.knows("Eino")
    call = morning.promised_call(aino, "the invoice", minutes=16)
    morning.promised_call(late, "the locker", minutes=1)
    morning.looks()
    assert [row.title for row in morning.shown.to_ring] == ["Eino: to be rung back: the locker"]
    assert morning.shown.to_ring[0].badge.startswith("ring now, ")
    assert morning.row("Aino: to be rung back: the invoice").badge == "in 16 min"
    clock.instant += timedelta(minutes=3)
    morning.looks()
    assert [(row.badge[:8], row.level) for row in morning.shown.to_ring] == [
        ("2 min la", Level.RED),
        ("ring now", Level.AMBER),
    ]
    row = morning.row("Aino")
    assert row.detail.startswith("040 1")
    assert morning.presenter.seeing_to(row.key) == "Ring…"
    assert morning.presenter.snoozes(row.key) == []
    assert not morning.presenter.can_wait(row.key)
    assert not morning.presenter.can_skip(row.key)
    morning.presenter.done(row.key)
    assert morning.rung == [call]
    assert morning.around.undos == []


def test_those_who_have_not_come_stand_in_a_part_of_their_own(morning: Morning) -> None:
    aino = morning.knows("Aino")
    for days in (20, 27, 34, 41):
        morning.came(aino, days_ago=days)
    morning.looks()
    [row] = morning.shown.missed
    assert row.title == "Aino: usually here every 7 days, last here 2 weeks ago"
    assert row.badge == "5 days"
    morning.presenter.done(row.key)
    assert morning.shown.missed == ()
    morning.undoes()
    assert len(morning.shown.missed) == 1


def test_a_note_is_a_way_to_see_to_a_birthday_and_not_to_a_promise(morning: Morning) -> None:
    raman = birthday(morning)
    morning.asked(raman, "Locker 12", hours=2)
    morning.looks()
    key, promise = morning.row("Raman turns").key, morning.row("Locker").key
    assert (morning.presenter.can_write(key), morning.presenter.can_write(promise)) == (True, False)
    morning.presenter.write(key)
    morning.presenter.write(promise)
    assert morning.written_to == [(raman, key)]
