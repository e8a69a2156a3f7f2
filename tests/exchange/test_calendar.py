"""The calendar file, read with the eyes of another program's library."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from frontdesk.domain.calls import AttemptDraft, CallDraft, Came
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import LeapRule, PartialDate
from frontdesk.domain.ids import CustomerId, RequestId, StaffId, VisitId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Fate
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.exchange.calendar import as_calendar
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import (
    call_list,
    calls,
    customers,
    memberships,
    occasions,
    reminders,
    requests,
    settings,
    staff,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import today

DAY = timedelta(days=1)
HELSINKI = ZoneInfo("Europe/Helsinki")

NAMES = (
    "Mary O'Brien",
    "ராமன் கிருஷ்ணமூர்த்தி",
    "శ్రీనివాసరావు",
    "नित्या शर्मा",
    "ᠭᠠᠨᠵᠣᠷᠢᠭ ᠪᠣᠯᠳ",
    "Болд Ганзориг",
    "Zoë 👩‍👩‍👧 Ångström",
    'Smith, Jr; Ann: "the" 100% {name}',
    r"back\slash \n \, \; end",
    "BEGIN:VEVENT",
)


class AnotherCalendar:
    """A calendar program: what it reads replaces what it has under the same UID, and it forgets nothing."""

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}

    def reads(self, content: bytes) -> "AnotherCalendar":
        found = list(entries(content))
        assert len({one.uid.value for one in found}) == len(found)
        self.entries |= {one.uid.value: one for one in found}
        return self

    def says(self) -> list[tuple[date, str]]:
        """The day or instant and the summary of each entry."""
        found = [(one.dtstart.value, one.summary.value) for one in self.entries.values()]
        return sorted(found, key=lambda one: (str(one[0]), one[1]))


def entries(content: bytes) -> Iterator[Any]:
    calendar = vobject.readOne(content.decode())
    assert calendar.name == "VCALENDAR"
    yield from calendar.contents.get("vevent", [])


def only(content: bytes) -> Any:
    [found] = entries(content)
    return found


class House:
    """A house whose reminders go into a file."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock

    def knows(self, name: str = "Aino Virtanen", **fields: Any) -> CustomerId:
        if "birthday" in fields:
            fields["birthday"] = PartialDate.parse(fields["birthday"])
        return CustomerId(customers.add(self.desk, CustomerDraft(name, **fields)).row)

    def is_asked(self, person: CustomerId, what: str, due: datetime, **fields: Any) -> RequestId:
        return RequestId(requests.add(self.desk, RequestDraft(person, what, due=due, **fields)).row)

    def file(self, ahead: int = 7, day: date | None = None) -> bytes:
        return as_calendar(today(self.desk, day, ahead))


@pytest.fixture
def house(file_house: str, clock: FixedClock) -> Iterator[House]:
    """A house in Helsinki on a Sunday in November, two in the afternoon."""
    with closing(Desk.open(file_house, clock=clock)) as desk:
        settings.change_house(desk, name="Riverside Gym", zone="Europe/Helsinki", region="FI")
        yield House(desk, clock)


@pytest.fixture
def busy(house: House) -> House:
    """There is something of every kind, left over, today and ahead."""
    now, day = house.clock.now(), house.desk.today()
    raman = house.knows(NAMES[1], birthday="1986-11-22", first_seen=date(2023, 11, 27))
    house.knows("Left", birthday="--11-19")
    house.knows("Coming", birthday="1990-11-28")
    for back in range(9):
        visits.log(house.desk, VisitDraft(raman, day - (back + 1) * DAY))
    memberships.add(house.desk, MembershipDraft(raman, "Gold", date(2026, 1, 1), day + 7 * DAY))
    memberships.add(house.desk, MembershipDraft(raman, "Swim", date(2026, 1, 1), day - 3 * DAY))
    for kept in ("2016-11-25", "--11-26"):
        occasions.add(house.desk, OccasionDraft(raman, "wedding day", PartialDate.parse(kept)))
    for hours in (-30, 2, 48):
        house.is_asked(raman, f"Locker {hours}", now + timedelta(hours=hours))
    return house


def test_every_reminder_stands_on_its_day_in_words_that_stay_right(busy: House) -> None:
    raman = NAMES[1]
    assert AnotherCalendar().reads(busy.file()).says() == [
        (date(2026, 11, 19), "Left: birthday"),
        (date(2026, 11, 20), f"{raman}: membership “Swim” ended 19 November"),
        (datetime(2026, 11, 21, 6, tzinfo=UTC), f"{raman}: Locker -30"),
        (date(2026, 11, 22), f"{raman}: membership “Gold” ends 29 November"),
        (date(2026, 11, 22), f"{raman}: next visit is the 10th"),
        (date(2026, 11, 22), f"{raman}: turns 40"),
        (datetime(2026, 11, 22, 14, tzinfo=UTC), f"{raman}: Locker 2"),
        (datetime(2026, 11, 24, 12, tzinfo=UTC), f"{raman}: Locker 48"),
        (date(2026, 11, 25), f"{raman}: wedding day, 10 years"),
        (date(2026, 11, 26), f"{raman}: wedding day"),
        (date(2026, 11, 27), f"{raman}: 3 years with us"),
        (date(2026, 11, 28), "Coming: turns 36"),
        (date(2026, 11, 28), f"{raman}: membership “Gold” ends 29 November"),
        (date(2026, 11, 29), f"{raman}: membership “Gold” ends 29 November"),
    ]


def test_every_entry_is_private_and_makes_nobody_busy(busy: House) -> None:
    found = list(entries(busy.file()))
    assert {one.contents["class"][0].value for one in found} == {"PRIVATE"}
    assert {one.transp.value for one in found} == {"TRANSPARENT"}
    kinds = {one.categories.value[0] for one in found}
    assert kinds == {"birthday", "renewal", "milestone", "occasion", "request"}


def test_whole_days_have_no_hour_and_nothing_repeats_itself(busy: House) -> None:
    content = busy.file()
    assert b"DTSTART;VALUE=DATE:20261122\r\n" in content
    assert b"DTSTART:20261122T140000Z\r\n" in content
    assert b"RRULE" not in content


def test_nothing_but_the_entries_tells_about_the_house_or_its_people(busy: House) -> None:
    content = busy.file().decode()
    head = content.partition("BEGIN:VEVENT")[0]
    assert head.splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//frontdesk//frontdesk//EN",
        "X-WR-CALNAME:Reminders from the desk",
    ]
    assert "Riverside" not in content
    token = today(busy.desk).token
    assert token
    assert token not in content
    uids = re.findall(r"^UID:(.*)\r$", content, re.MULTILINE)
    assert len(uids) == 14
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid) for uid in uids)


def test_a_quiet_day_is_a_calendar_without_entries(house: House) -> None:
    assert list(entries(house.file())) == []


# --- What is said of people.


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_through_as_its_owner_writes_it(house: House, name: str) -> None:
    house.knows(name, birthday="1986-11-22", second_spelling=name, likes=name, must_know=name)
    found = only(house.file())
    assert found.summary.value == f"{name}: turns 40"
    assert found.description.value == f"{name}\nLikes: {name}"


def test_what_to_know_before_the_word_is_beside_it(house: House) -> None:
    house.knows(
        NAMES[1],
        birthday="--11-22",
        second_spelling="Raman Krishnamurthy",
        phones=("040 555 0101", "050 1"),
        must_know="nuts;\r\nlatex,  penicillin",
        likes="green tea",
    )
    assert only(house.file()).description.value.splitlines() == [
        "Raman Krishnamurthy",
        "Likes: green tea",
        "Phone: 040 555 0101",
    ]


def test_nothing_is_said_of_somebody_of_whom_nothing_is_known(house: House) -> None:
    house.knows(birthday="--11-22")
    assert "description" not in only(house.file()).contents


def test_of_who_asked_for_something_the_same_is_said(house: House) -> None:
    person = house.knows(NAMES[2], second_spelling="Srinivasa Rao", must_know="nuts")
    for hours in (1, 48):
        house.is_asked(person, "Towel", house.clock.now() + timedelta(hours=hours))
    said = {one.description.value for one in entries(house.file())}
    assert said == {"Srinivasa Rao"}


def test_what_was_asked_for_is_one_line_with_our_answer(house: House) -> None:
    person, soon = house.knows("Aino"), house.clock.now() + timedelta(hours=1)
    house.is_asked(person, "Locker 12,\nthe lower one", soon, answer=Answer.INSTEAD, instead="14; left")
    assert only(house.file()).summary.value == "Aino: Locker 12, the lower one (instead: 14; left)"


@pytest.mark.parametrize("letter", ["a", "ä", "க்", "👩‍👩‍👧", ",", "\\"])
def test_long_lines_are_folded_by_octets_and_never_inside_a_letter_of_utf_8(
    house: House, letter: str
) -> None:
    name = (letter * 499)[:499] + "."
    house.knows(name, birthday="--11-22", likes=name)
    content = house.file()
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert len(lines) > 2 * 500 / 75
    for line in lines:
        assert b"\n" not in line
        line.decode()
    assert only(content).summary.value == f"{name}: birthday"
    assert only(content).description.value == f"Likes: {name}"


# --- Read again.


def test_the_same_file_read_twice_doubles_nothing(busy: House) -> None:
    calendar = AnotherCalendar().reads(busy.file())
    before = calendar.says()
    assert calendar.reads(busy.file()).says() == before
    assert len(before) == 14


def test_the_next_days_files_say_the_same_of_the_same(busy: House) -> None:
    """Only what waits for the next visit moves, from one today to the next."""
    requests_alone = {"Locker -30", "Locker 2", "Locker 48"}
    calendar = AnotherCalendar()
    seen: dict[str, set[tuple[date, str]]] = {}
    for _ in range(6):
        for one in entries(busy.file()):
            seen.setdefault(one.uid.value, set()).add((one.dtstart.value, one.summary.value))
        calendar.reads(busy.file())
        busy.clock.instant += DAY
    moved = [one for one in seen.values() if len(one) > 1]
    [next_visit] = moved
    days = sorted(day for day, _ in next_visit)
    assert days == [date(2026, 11, 22) + n * DAY for n in range(6)]
    assert {words for _, words in next_visit} == {f"{NAMES[1]}: next visit is the 10th"}
    said = [words.rpartition(": ")[2] for _, words in calendar.says()]
    assert said.count("next visit is the 10th") == 1
    assert [said.count(asked) for asked in requests_alone] == [1, 1, 1]


def test_a_promise_keeps_its_name_when_its_day_comes(house: House) -> None:
    """It stands ahead first, then among what was promised for today."""
    house.is_asked(house.knows(), "Towel", house.clock.now() + 2 * DAY)
    before = only(house.file())
    house.clock.instant += 2 * DAY
    after = only(house.file())
    assert (before.uid.value, before.dtstart.value) == (after.uid.value, after.dtstart.value)


def test_a_promise_that_is_put_off_moves(house: House) -> None:
    due = house.clock.now() + timedelta(hours=1)
    towel = house.is_asked(house.knows("Aino"), "Towel", due)
    calendar = AnotherCalendar().reads(house.file())
    requests.change(house.desk, towel, 1, due=due + 3 * DAY)
    assert calendar.reads(house.file()).says() == [(due + 3 * DAY, "Aino: Towel")]


def test_a_birthday_that_was_written_down_wrongly_moves(house: House) -> None:
    aino = house.knows("Aino", birthday="1990-11-23")
    calendar = AnotherCalendar().reads(house.file())
    customers.change(house.desk, aino, 1, birthday=PartialDate(11, 25, 1991))
    assert calendar.reads(house.file()).says() == [(date(2026, 11, 25), "Aino: turns 35")]


def test_a_milestone_stays_single_whenever_the_last_visit_was(house: House) -> None:
    aino, day = house.knows("Aino", first_seen=date(2026, 11, 1)), house.desk.today()
    logged = [visits.log(house.desk, VisitDraft(aino, day - (12 - n) * DAY)).row for n in range(9)]
    calendar = AnotherCalendar().reads(house.file())
    house.clock.instant += DAY
    visits.change(house.desk, VisitId(logged[-1]), 1, day=day)
    assert calendar.reads(house.file()).says() == [(day + DAY, "Aino: next visit is the 10th")]


def test_each_term_of_a_membership_has_entries_of_its_own(house: House) -> None:
    draft = MembershipDraft(house.knows("Aino"), "Month", date(2026, 11, 1), date(2026, 11, 30))
    memberships.add(house.desk, MembershipDraft(draft.customer, "M", draft.starts, draft.ends, True))
    settings.change_house(house.desk, renewal_before=(1,))
    assert [day for day, _ in AnotherCalendar().reads(house.file(60)).says()] == [
        date(2026, 11, 29),
        date(2026, 11, 30),
        date(2026, 12, 30),
        date(2026, 12, 31),
    ]


def test_the_file_is_as_of_the_instant_it_was_asked_for(house: House) -> None:
    house.knows(birthday="--11-22")
    found = only(house.file())
    assert found.dtstamp.value == found.last_modified.value == house.clock.now()
    other = only(house.file(day=date(2026, 11, 20)))
    assert other.dtstamp.value == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert other.uid.value == found.uid.value


def test_two_houses_do_not_take_each_others_place(tmp_path: Path, clock: FixedClock) -> None:
    calendar = AnotherCalendar()
    for place in ("one.db", "two.db"):
        with closing(Desk.open(tmp_path / place, create=True, clock=clock)) as desk:
            house = House(desk, clock)
            house.is_asked(house.knows(birthday="--11-22"), "Towel", clock.now())
            calendar.reads(house.file())
    assert [words for _, words in calendar.says()] == [
        *["Aino Virtanen: birthday"] * 2,
        *["Aino Virtanen: Towel"] * 2,
    ]


def test_what_somebody_has_seen_to_is_not_in_it(busy: House) -> None:
    for fate in (Fate.DONE, Fate.SKIPPED):
        one = next(one for one in today(busy.desk).due_today if not one.standing)
        reminders.mark(busy.desk, one, fate)
    towel = requests.due(busy.desk, busy.clock.now() + DAY)[0]
    requests.close(busy.desk, towel.id, towel.version)
    said = [words.rpartition(": ")[2] for _, words in AnotherCalendar().reads(busy.file()).says()]
    assert len(said) == 14 - 3
    assert not {"turns 40", "Locker -30"} & set(said)


@pytest.mark.parametrize("gone", ["deceased", "archived"])
def test_nobody_is_reminded_of_who_has_gone(house: House, gone: str) -> None:
    aino = house.knows(birthday="--11-22")
    house.is_asked(aino, "Towel", house.clock.now())
    house.is_asked(aino, "Towel", house.clock.now() + 2 * DAY)
    customers.change(house.desk, aino, 1, **{gone: True})
    assert list(entries(house.file())) == []


# --- Days and hours.


@pytest.mark.parametrize(("rule", "common"), [(LeapRule.FEBRUARY_28, (2, 28)), (LeapRule.MARCH_1, (3, 1))])
def test_a_leap_day_is_kept_each_year_by_the_houses_rule(
    house: House, rule: LeapRule, common: tuple[int, int]
) -> None:
    settings.change_house(house.desk, leap=rule)
    house.knows("Leap", birthday="2000-02-29")
    calendar = AnotherCalendar()
    for year in range(2027, 2034):
        house.clock.instant = datetime(year, 2, 1, 12, tzinfo=UTC)
        calendar.reads(house.file(30))
        house.clock.instant += 20 * DAY
        calendar.reads(house.file(30))
    assert calendar.says() == [
        (date(year, *((2, 29) if year in (2028, 2032) else common)), f"Leap: turns {year - 2000}")
        for year in range(2027, 2034)
    ]


def test_a_house_that_changes_its_rule_moves_the_day(house: House) -> None:
    house.knows("Leap", birthday="--02-29")
    calendar = AnotherCalendar()
    for rule in LeapRule:
        settings.change_house(house.desk, leap=rule)
        calendar.reads(house.file(150))
    assert calendar.says() == [(date(2027, 3, 1), "Leap: birthday")]


def test_a_year_ahead_has_each_birthday_once(house: House) -> None:
    house.knows("Yesterday", birthday="2000-11-21")
    house.knows("Leap", birthday="2000-02-29")
    said = AnotherCalendar().reads(house.file(366)).says()
    assert [one for one in said if "turns" in one[1]] == [
        (date(2026, 11, 21), "Yesterday: turns 26"),
        (date(2027, 2, 28), "Leap: turns 27"),
        (date(2027, 11, 21), "Yesterday: turns 27"),
    ]


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        (datetime(2026, 10, 24, 18, tzinfo=HELSINKI), "20261024T150000Z"),
        (datetime(2026, 10, 25, 3, 30, tzinfo=HELSINKI), "20261025T003000Z"),
        (datetime(2026, 10, 25, 3, 30, tzinfo=HELSINKI, fold=1), "20261025T013000Z"),
        (datetime(2026, 10, 25, 18, tzinfo=HELSINKI), "20261025T160000Z"),
    ],
)
def test_a_promises_hour_is_right_on_either_side_of_a_clock_change(
    house: House, local: datetime, utc: str
) -> None:
    house.clock.instant = datetime(2026, 10, 23, 9, tzinfo=UTC)
    house.is_asked(house.knows(), "Towel", local.astimezone(UTC))
    content = house.file()
    assert f"DTSTART:{utc}\r\n".encode() in content
    read = only(content).dtstart.value.astimezone(HELSINKI)
    assert (read, read.fold) == (local, local.fold)


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Kiritimati", date(2026, 11, 23)), ("Pacific/Pago_Pago", date(2026, 11, 21))]
)
def test_the_day_is_the_venues_far_from_utc(house: House, zone: str, day: date) -> None:
    settings.change_house(house.desk, zone=zone)
    house.clock.instant = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    aino = house.knows("Aino", birthday=f"--{day:%m-%d}")
    house.is_asked(aino, "Towel", house.clock.now() + timedelta(minutes=5))
    assert AnotherCalendar().reads(house.file(0)).says() == sorted(
        [(day, "Aino: birthday"), (datetime(2026, 11, 22, 10, 35, tzinfo=UTC), "Aino: Towel")],
        key=lambda one: str(one[0]),
    )


def test_a_promised_call_stands_at_its_hour_and_moves_with_it(house: House) -> None:
    whom, due = house.knows("Aino"), house.clock.now() + timedelta(hours=2)
    anna = StaffId(staff.add(house.desk, "Anna").row)
    calls.add(house.desk, CallDraft(whom, "the invoice", owner=anna, due=due))
    calendar = AnotherCalendar().reads(house.file())
    assert calendar.says() == [(due, "Aino: to be rung back: the invoice")]
    [one] = call_list.listed(house.desk)
    later = AttemptDraft(Came.CALL_BACK, back_at=due + DAY, owner=anna)
    calls.tried(house.desk, one, later)
    assert calendar.reads(house.file()).says() == [(due + DAY, "Aino: to be rung back: the invoice")]
