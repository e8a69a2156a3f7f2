"""Today: who deserves a word, who is here, what is due; and what nobody dealt with."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, MembershipId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Fate, Reminder, days_over
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import (
    customers,
    memberships,
    occasions,
    reminders,
    requests,
    settings,
    staff,
    talks,
    upkeep,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import FARTHEST, Today, today
from frontdesk.services.undo import undo
from frontdesk.storage import outcomes
from tests.support.houses import aino

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def born(desk: Desk, days: int, name: str = "Aino Virtanen") -> CustomerId:
    """Somebody whose birthday is in so many days, and who is not known for long."""
    day = desk.today() + days * DAY
    return aino(desk, name=name, birthday=PartialDate(day.month, day.day), first_seen=desk.today())


def texts(found: tuple[Reminder, ...]) -> list[str]:
    return [one.text for one in found]


def sections(day: Today) -> tuple[list[str], list[str], list[str]]:
    return texts(day.left_over), texts(day.due_today), texts(day.ahead)


def test_an_empty_house_has_an_empty_day(desk: Desk) -> None:
    found = today(desk)
    assert found == Today(
        day=desk.today(),
        now=desk.now(),
        house=desk.house,
        left_over=(),
        due_today=(),
        ahead=(),
        arrivals=(),
        requests=(),
        done=0,
        token=found.token,
    )


def test_a_house_has_one_token_for_all_its_desks_and_for_good(
    desk: Desk, other_desk: Desk, clock: FixedClock, tmp_path: Path
) -> None:
    token = today(desk).token
    assert token
    backup = upkeep.back_up(desk, tmp_path / "mine")
    named = settings.change_house(desk, name="Riverside Gym")
    undo(desk, named.id)
    clock.instant += 400 * DAY
    assert today(desk).token == today(other_desk).token == token
    upkeep.restore(desk.store.engine.url.render_as_string(hide_password=False), backup, clock)
    assert today(desk).token == token


def test_no_two_houses_have_the_same_token(database_url: str, tmp_path: Path, clock: FixedClock) -> None:
    tokens = set()
    for place in (database_url, tmp_path / "other.db"):
        with closing(Desk.open(place, create=True, clock=clock)) as desk:
            tokens.add(today(desk).token)
    assert len(tokens) == 2


def test_each_reminder_stands_in_one_list(desk: Desk) -> None:
    for days in (-7, 0, 3, 4, 7):
        born(desk, days, name=f"in {days}")
    born(desk, -8)
    born(desk, 8)
    day = today(desk)
    names = [[one.person.name for one in part] for part in (day.left_over, day.due_today, day.ahead)]
    assert names == [["in -7"], ["in 0", "in 3"], ["in 4", "in 7"]]


def test_there_is_something_of_every_rule(desk: Desk) -> None:
    now, day = desk.now(), desk.today()
    whom = aino(desk, birthday=PartialDate(11, 22, 1986), first_seen=date(2023, 11, 22), likes="tea")
    for back in range(9):
        visits.log(desk, VisitDraft(whom, day - back * DAY, note=f"note {9 - back}"))
    memberships.add(desk, MembershipDraft(whom, "Gold", date(2026, 1, 1), day + 7 * DAY))
    occasions.add(desk, OccasionDraft(whom, "wedding day", PartialDate(11, 22, 2016)))
    requests.add(desk, RequestDraft(whom, "Locker 12", due=now + 48 * HOUR))
    found = today(desk)
    assert texts(found.due_today) == [
        "turns 40 today",
        "membership “Gold” ends in 7 days (29 November)",
        "next visit is the 10th",
        "3 years with us today",
        "wedding day today, 10 years",
    ]
    assert [one.number for one in found.due_today] == [40, 7, 10, 3, 10]
    assert texts(found.ahead)[0] == "Locker 12"
    for one in (*found.due_today, *found.ahead):
        person = one.person
        assert (person.likes, person.last_note, person.last_visit) == ("tea", "note 9", day)


def test_short_lists_look_less_far(desk: Desk) -> None:
    for days in (3, 4, 5, 300):
        born(desk, days, name=f"in {days}")
    assert [len(today(desk, ahead=ahead).ahead) for ahead in (0, 4, 5, 300)] == [0, 1, 2, 3]
    assert len(today(desk, ahead=0).due_today) == 1


@pytest.mark.parametrize(
    ("day", "ahead", "field"),
    [
        (date(1899, 12, 31), 7, "day"),
        (date(3000, 1, 1), 7, "day"),
        (None, -1, "ahead"),
        (None, FARTHEST + 1, "ahead"),
    ],
)
def test_a_day_too_far_off_is_refused_with_a_sentence(
    desk: Desk, day: date | None, ahead: int, field: str
) -> None:
    with pytest.raises(Refused, match="Choose") as refused:
        today(desk, day, ahead)
    assert refused.value.field == field
    for fine in (date(1900, 1, 1), date(2999, 12, 31)):
        assert today(desk, fine, FARTHEST).day == fine


def test_another_day_is_seen_from_its_noon(desk: Desk) -> None:
    settings.change_house(desk, zone="Asia/Kolkata")
    born(desk, 10)
    other = desk.today() + 10 * DAY
    requests.add(desk, RequestDraft(aino(desk), "Locker 12", due=datetime(2026, 12, 2, 6, 29, tzinfo=UTC)))
    day = today(desk, other)
    assert day.now.astimezone(UTC) == datetime(2026, 12, 2, 6, 30, tzinfo=UTC)
    assert texts(day.due_today) == ["birthday today"]
    assert [one.draft.asked for one in day.requests] == ["Locker 12"]
    assert texts(today(desk).due_today) == []  # and back again


# --- Who is here.


def test_arrivals_are_those_of_the_venues_day(desk: Desk, clock: FixedClock) -> None:
    settings.change_house(desk, zone="Pacific/Kiritimati")  # 14 hours before UTC
    whom = aino(desk)
    for hours in (-3, 0, 9, 10):
        clock.instant = datetime(2026, 11, 22, 0, 30, tzinfo=UTC) + hours * HOUR
        visits.log_now(desk, whom, note=f"at {hours}")
    arrived = [one.visit.draft.note for one in today(desk).arrivals]
    assert (today(desk).day, arrived) == (date(2026, 11, 23), ["at 10"])
    assert len(today(desk, date(2026, 11, 22)).arrivals) == 3


def test_the_day_turns_over_at_the_venues_midnight(desk: Desk, clock: FixedClock) -> None:
    settings.change_house(desk, zone="Europe/Helsinki")
    clock.instant = datetime(2026, 11, 22, 21, 59, tzinfo=UTC)
    whom = born(desk, 1)
    visits.log_now(desk, whom)
    reminders.mark(desk, today(desk).due_today[0], Fate.DONE)
    born(desk, 0, name="Eino")
    before = today(desk)
    assert (len(before.arrivals), before.done, texts(before.due_today)) == (1, 1, ["birthday today"])
    clock.instant += timedelta(minutes=1)
    after = today(desk)
    assert (after.day, len(after.arrivals), after.done) == (date(2026, 11, 23), 0, 0)
    assert sections(after) == (["birthday yesterday"], [], [])


# --- What becomes of a reminder.


@pytest.mark.parametrize("fate", [Fate.DONE, Fate.SKIPPED])
def test_what_was_seen_to_is_gone_and_counted_with_who_and_when(
    desk: Desk, other_desk: Desk, clock: FixedClock, fate: Fate
) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    born(desk, 0)
    one = today(desk).due_today[0]
    marked = reminders.mark(desk, one, fate)
    assert sections(today(other_desk)) == ([], [], [])
    assert today(other_desk).done == 1
    with desk.store.read() as connection:
        (said,) = outcomes.of(connection, [one.person.id]).values()
    assert (said.key, said.fate, said.by, said.at, said.until) == (one.key, fate, "Anna", clock.instant, None)
    undo(desk, marked.id)
    assert texts(today(other_desk).due_today) == ["birthday today"]
    assert today(other_desk).done == 0


def test_what_is_put_off_comes_back_on_its_day(desk: Desk, clock: FixedClock) -> None:
    born(desk, 0)
    reminders.mark(desk, today(desk).due_today[0], Fate.SNOOZED, desk.today() + 2 * DAY)
    assert (sections(today(desk)), today(desk).done) == (([], [], []), 0)
    clock.instant += DAY
    assert sections(today(desk)) == ([], [], [])
    clock.instant += DAY
    assert sections(today(desk)) == (["birthday 2 days ago"], [], [])


@pytest.mark.parametrize("days", [None, -1, 0])
def test_it_is_put_off_to_a_later_day(desk: Desk, days: int | None) -> None:
    born(desk, 0)
    until = None if days is None else desk.today() + days * DAY
    with pytest.raises(Refused, match="later day") as refused:
        reminders.mark(desk, today(desk).due_today[0], Fate.SNOOZED, until)
    assert refused.value.field == "until"
    assert len(today(desk).due_today) == 1


def test_a_later_word_replaces_an_earlier_one(desk: Desk, other_desk: Desk) -> None:
    born(desk, 0)
    one = today(desk).due_today[0]
    reminders.mark(desk, one, Fate.SNOOZED, desk.today() + DAY)
    reminders.mark(other_desk, one, Fate.DONE, desk.today() + DAY)
    with desk.store.read() as connection:
        (said,) = outcomes.of(connection, [one.person.id]).values()
    assert (said.fate, said.until) == (Fate.DONE, None)
    assert today(desk).done == 1


def test_a_birthday_is_caught_up_with_for_a_week(desk: Desk, clock: FixedClock) -> None:
    born(desk, 0)
    left = []
    for _ in range(9):
        day = today(desk)
        left.append([days_over(one, day.day) for one in day.left_over])
        clock.instant += DAY
    assert left == [[], [1], [2], [3], [4], [5], [6], [7], []]


def test_what_nobody_dealt_with_stays_with_its_age_until_somebody_does(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk, first_seen=desk.today())
    memberships.add(desk, MembershipDraft(whom, "Gold", date(2026, 1, 1), desk.today() - 30 * DAY))
    clock.instant += 100 * DAY
    (one,) = today(desk).left_over
    assert (one.stage, days_over(one, desk.today())) == ("renewal+30", 100)
    with pytest.raises(Refused, match="Say what came of the talk"):
        reminders.mark(desk, one, Fate.SKIPPED)
    talks.leaving(desk, MembershipId(one.subject), 1, reason="Moved away")
    assert sections(today(desk)) == ([], [], ["left today: thank them and ask why, by letter"])
    clock.instant += 300 * DAY
    assert sections(today(desk)) == ([], [], [])


def test_a_milestone_put_off_for_long_is_not_forgotten_nor_said_twice(desk: Desk, clock: FixedClock) -> None:
    settings.change_house(desk, milestone_days=60, overdue_days=60)
    whom = aino(desk)
    for back in range(9):
        visits.log(desk, VisitDraft(whom, desk.today() - back * DAY))
    clock.instant += 45 * DAY  # longer than outcomes are looked for by day
    (one,) = today(desk).due_today
    reminders.mark(desk, one, Fate.DONE)
    assert sections(today(desk)) == ([], [], [])


# --- The rest of the day.


def test_closed_requests_are_counted_as_done(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk, must_know="nuts", phones=("040 1",))
    for what in ("Locker 12", "Window seat"):
        requests.add(desk, RequestDraft(whom, what, due=desk.now()))
    day = today(desk)
    assert [(person.must_know, person.phone) for person in day.askers] == [("nuts", "040 1")]
    requests.close(desk, day.requests[0].id, 1, "done")
    assert ([one.draft.asked for one in today(desk).requests], today(desk).done) == (["Window seat"], 1)
    clock.instant += DAY
    assert today(desk).done == 0


def test_whoever_is_on_duty_is_named(desk: Desk) -> None:
    assert today(desk).staff_name == ""
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    assert today(desk).staff_name == "Anna"


def test_a_new_house_is_not_reminded_of_long_ago(desk: Desk) -> None:
    since = desk.house.since
    assert since == desk.today()
    for days in (60, 61):  # the last talk is 30 days after the end
        memberships.add(
            desk, MembershipDraft(aino(desk, name=f"{days}"), "Gold", date(2026, 1, 1), since - days * DAY)
        )
    assert [one.person.name for one in today(desk).left_over] == ["60"]


def test_another_desks_writing_is_seen_at_the_next_look(desk: Desk, other_desk: Desk) -> None:
    whom = born(desk, 0)
    assert len(today(other_desk).due_today) == 1
    customers.change(desk, whom, 1, likes="tea", deceased=False)
    assert today(other_desk).due_today[0].person.likes == "tea"
    customers.change(desk, whom, 2, deceased=True)
    assert sections(today(other_desk)) == ([], [], [])


# --- News, and milestones of the house's own.


def test_news_stands_on_the_list_for_a_month(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk, first_seen=None)
    day = PartialDate.of(desk.today() - 3 * DAY)
    occasions.add(desk, OccasionDraft(whom, "in the newspaper", day, once=True))
    assert sections(today(desk))[0] == ["in the newspaper 3 days ago"]
    clock.instant += 27 * DAY
    assert sections(today(desk))[0] == ["in the newspaper 19 November"]
    clock.instant += DAY
    assert sections(today(desk)) == ([], [], [])


def test_news_needs_its_year(desk: Desk) -> None:
    with pytest.raises(Refused, match="the year too"):
        occasions.add(desk, OccasionDraft(aino(desk), "a baby", PartialDate(6, 11), once=True))


def test_the_house_counts_what_it_likes(desk: Desk) -> None:
    settings.change_house(desk, count_milestones=("3 Yoga_flow", "2 sauna"))
    whom, other = aino(desk, first_seen=None), aino(desk, name="Eino", first_seen=None)
    for back, purpose in ((9, "yoga_FLOW"), (6, "yogaXflow"), (3, "Yoga_flow")):
        visits.log(desk, VisitDraft(whom, desk.today() - back * DAY, purpose=purpose))
    visits.log(desk, VisitDraft(other, desk.today() - DAY, purpose="yoga_flow"))
    assert sections(today(desk))[1] == ["next Yoga_flow is number 3"]
    visits.log(desk, VisitDraft(whom, desk.today(), purpose="yoga_flow"))
    assert sections(today(desk))[1] == []
