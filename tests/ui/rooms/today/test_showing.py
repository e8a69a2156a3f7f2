"""What the Today room shows: who deserves a word, what was promised, who is here."""

from datetime import date, timedelta

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import ChangeId
from frontdesk.domain.requests import Answer
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from tests.ui.rooms.today.conftest import TODAY, Morning


def standing_out(row: Row) -> list[str]:
    """The parts of a row's second line that stand out."""
    return [row.detail[span.start : span.end] for span in row.detail_spans]


def test_an_empty_house_has_a_quiet_day(morning: Morning) -> None:
    shown = morning.looks()
    assert shown.quiet
    assert shown.summary == ""
    assert shown.here == ()


def test_a_birthday_says_who_and_why_and_what_to_know(morning: Morning) -> None:
    raman = morning.knows(
        "ராமன் கிருஷ்ணமூர்த்தி",
        second_spelling="Raman Krishnamurthy",
        birthday="1986-11-22",
        likes="green tea",
        must_know="Nut allergy",
    )
    morning.came(raman, days_ago=2, note="Asked about\nthe pool")
    morning.looks()
    [row] = morning.shown.today
    assert row.title == "ராமன் கிருஷ்ணமூர்த்தி turns 40 today"
    assert row.title[row.title_spans[0].start : row.title_spans[0].end] == "ராமன் கிருஷ்ணமூர்த்தி"
    assert row.detail == (
        "Raman Krishnamurthy · must know: Nut allergy · likes: green tea · last note: Asked about the pool"
        " · last here 2 days ago"
    )
    assert standing_out(row) == ["must know: Nut allergy"]
    assert (row.badge, row.level, row.tick) == ("birthday", Level.BRAND, False)


def test_a_birthday_without_a_year_names_no_age(morning: Morning) -> None:
    morning.knows("Aino Virtanen", birthday="--11-22")
    assert morning.looks().today[0].title == "Aino Virtanen: birthday today"


def test_what_nobody_did_is_left_over_with_its_age(morning: Morning) -> None:
    morning.knows("Aino Virtanen", birthday="1990-11-20")
    [row] = morning.looks().left_over
    assert row.title == "Aino Virtanen turned 36, 2 days ago"
    assert (row.badge, row.level) == ("2 days", Level.AMBER)


def test_a_membership_that_has_ended_is_red_and_one_about_to_end_amber(morning: Morning) -> None:
    eeva, bold = morning.knows("Eeva-Liisa Väänänen"), morning.knows("Болд Ганзориг")
    morning.joined(eeva, ends=TODAY - timedelta(days=1))
    morning.joined(bold, ends=TODAY + timedelta(days=7))
    morning.looks()
    assert (morning.row("Eeva").level, morning.row("Eeva").badge) == (Level.RED, "renewal")
    assert morning.row("Болд").level is Level.AMBER


def test_a_membership_stands_once_on_the_page(morning: Morning) -> None:
    eeva = morning.knows("Eeva-Liisa Väänänen")
    morning.joined(eeva, ends=TODAY - timedelta(days=13))
    shown = morning.looks()
    assert [row.title for row in shown.left_over] == [
        "Eeva-Liisa Väänänen: membership “Gold” ended 13 days ago"
    ]
    assert shown.ahead == ()


def test_the_coming_days_are_told_by_day(morning: Morning) -> None:
    morning.knows("Aino Virtanen", birthday="1990-11-28")
    [day] = morning.looks().ahead
    assert (day.day, day.entries) == ("Sat, 28 Nov", ("Birthday: Aino Virtanen 36",))


def test_a_promise_says_what_for_whom_by_when_and_how_long_there_is(morning: Morning) -> None:
    raman = morning.knows("Raman", must_know="Uses a wheelchair")
    promised = morning.clock.now() + timedelta(hours=6)
    morning.asked(raman, "Locker 12", hours=4, promised=promised, answer=Answer.YES)
    [row] = morning.looks().promised
    assert row.title == "Locker 12 for Raman"
    assert row.detail == "promised by 20.00 · our own time 18.00 · must know: Uses a wheelchair"
    assert standing_out(row) == ["must know: Uses a wheelchair"]
    assert (row.badge, row.level) == ("in 4 h", Level.AMBER)


def test_a_promise_becomes_late_and_stands_before_everything_else(morning: Morning) -> None:
    morning.knows("Aino Virtanen", birthday="1990-11-20")
    morning.asked(morning.knows("Raman"), "Locker 12", hours=0.5)
    assert morning.looks().promised[0].badge == "in 30 min"
    badges = []
    for minutes in (50, 100, 24 * 60):
        morning.later(minutes=minutes)
        row = morning.looks().left_over[0]
        badges.append((row.title, row.badge, row.level, morning.shown.promised))
    assert badges == [
        ("Locker 12 for Raman", "20 min late", Level.RED, ()),
        ("Locker 12 for Raman", "2 h late", Level.RED, ()),
        ("Locker 12 for Raman", "1 day late", Level.RED, ()),
    ]


def test_an_exception_is_named_as_one(morning: Morning) -> None:
    morning.asked(morning.knows("Raman"), "Late entry", hours=2, exception=True)
    assert "an exception, not a new rule" in morning.looks().promised[0].detail


def test_who_is_here_can_be_told_at_once(morning: Morning) -> None:
    raman = morning.knows("Raman", birthday="1986-11-22", likes="green tea")
    morning.came(raman, purpose="Swim")
    morning.looks()
    assert "here since 14.00" in standing_out(morning.row("Raman"))
    [here] = morning.shown.here
    assert (here.title, here.badge) == ("Raman", "14.00")
    assert here.detail == "turns 40 today · Swim · likes: green tea"
    assert standing_out(here) == ["turns 40 today"]


def test_a_promise_to_somebody_who_is_here_stands_beside_their_name(morning: Morning) -> None:
    raman = morning.knows("Raman")
    morning.asked(raman, "Locker 12", hours=4)
    morning.came(raman)
    assert standing_out(morning.looks().here[0]) == ["asked for Locker 12"]


def test_the_newest_arrival_stands_first_and_nobody_twice(morning: Morning) -> None:
    raman, aino = morning.knows("Raman"), morning.knows("Aino")
    for person in (raman, aino, raman):
        morning.came(person)
        morning.later(minutes=10)
    assert [(row.title, row.badge) for row in morning.looks().here] == [("Raman", "14.20"), ("Aino", "14.10")]


def test_the_tenth_visit_is_said_of_whoever_has_just_made_it(morning: Morning) -> None:
    aino = morning.knows("Aino", first_seen=date(2026, 11, 2))
    for day in range(1, 10):
        morning.came(aino, days_ago=day)
    morning.looks()
    assert morning.row("Aino").title == "Aino: next visit is the 10th"
    morning.came(aino)
    assert standing_out(morning.shown.here[0]) == ["10th visit"]
    assert morning.titles() == []


def test_what_waits_for_a_visit_stands_after_what_has_its_day(morning: Morning) -> None:
    bold = morning.knows("Болд", first_seen=date(2026, 11, 2))
    for day in range(1, 10):
        morning.came(bold, days_ago=day)
    morning.knows("Aino", birthday="--11-24")
    morning.knows("Raman", birthday="--11-22")
    morning.looks()
    assert [title.split(":")[0] for title in morning.titles()] == ["Raman", "Aino", "Болд"]


def test_a_name_of_hundreds_of_letters_leaves_room_for_the_reason(morning: Morning) -> None:
    morning.knows("கௌ" * 200, birthday="1990-11-22", likes="x" * 9000)
    [row] = morning.looks().today
    assert row.title == "கௌ" * 48 + "… turns 36 today"
    assert len(row.detail) < 400


def test_markup_and_braces_in_names_are_literal(morning: Morning) -> None:
    morning.knows("<b>{reason}</b>", birthday="1990-11-22")
    assert morning.looks().today[0].title == "<b>{reason}</b> turns 36 today"


def test_the_summary_counts_what_is_to_do_and_what_is_done(morning: Morning) -> None:
    raman = morning.knows("Raman", birthday="1986-11-22")
    morning.knows("Aino", birthday="1990-11-21")
    morning.asked(raman, "Locker 12", hours=4)
    assert morning.looks().summary == "3 to do"
    for row in morning.to_do():
        morning.presenter.done(row.key)
    assert morning.shown.summary == "3 done"
    assert morning.shown.quiet


def test_what_does_not_concern_the_day_does_not_make_it_look_again(morning: Morning) -> None:
    morning.looks()
    morning.presenter.refresh(Changes(ChangeId("x"), frozenset({Kind.IMPORTS})))
    assert morning.times_shown == 1
    morning.presenter.refresh(Changes(ChangeId("x"), frozenset({Kind.MEMBERSHIPS})))
    assert morning.times_shown == 2
