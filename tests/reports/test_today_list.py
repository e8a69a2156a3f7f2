"""The list as values: who stands on it, what is said of them, and what a short one keeps to itself."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Facts, Rule
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.foundation import words
from frontdesk.reports.eliding import LINE, NAME
from frontdesk.reports.today_ahead import NAMES, ListDay
from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import ListPage, today_list
from frontdesk.reports.today_rows import ListRow
from frontdesk.reports.today_text import as_text
from tests.support.morning import (
    BOLD,
    DAY,
    EEVA,
    LOCKER,
    NITYA,
    NOW,
    RAMAN,
    SRINIVASA,
    a_long_morning,
    a_morning,
    a_reminder,
    a_today,
)
from tests.support.people import a_house


def row_of(person: Facts, rule: Rule = Rule.BIRTHDAY, *, short: bool = False, **changed: Any) -> ListRow:
    """The one row of a list with one reminder today."""
    page = today_list(a_today(due_today=(a_reminder(person, rule, **changed),)), short=short)
    return page.sections[0].rows[0]


def test_a_morning_has_its_parts_in_order() -> None:
    page = today_list(a_morning())
    assert [(part.heading, len(part.rows)) for part in page.sections] == [
        ("Today", 3),
        ("Promised", 1),
        ("Renewals to talk about", 2),
    ]
    assert page.ahead_heading == "Next seven days"
    assert page.quiet == ""


def test_the_head_says_day_house_people_and_who_is_on_duty() -> None:
    page = today_list(a_morning())
    assert page.title == "Sunday, 22 November 2026"
    assert page.subtitle == "Riverside Gym · 5 people to think of today · Anna"
    assert page.day == DAY


def test_a_birthday_has_all_that_a_card_needs() -> None:
    assert row_of(RAMAN) == ListRow(
        name="ராமன் கிருஷ்ணமூர்த்தி",
        second="Raman Krishnamurthy, RAA-mun",
        why="Turns 40 today.",
        facts=(
            "Likes: green tea, window seat.",
            "Last visit 3 days ago.",
            "Last note: Asked about the pool hours.",
        ),
        must_know="Nut allergy.",
        action="card to write",
        phone="040 555 0101",
        lines=2,
    )


def test_a_short_list_says_who_and_why_and_no_more() -> None:
    assert row_of(RAMAN, short=True) == ListRow(
        name="ராமன் கிருஷ்ணமூர்த்தி",
        second="Raman Krishnamurthy, RAA-mun",
        why="Turns 40 today.",
        action="card to write",
    )


@pytest.mark.parametrize(
    ("rule", "number", "action"),
    [
        (Rule.BIRTHDAY, 40, "card to write"),
        (Rule.OCCASION, 10, "card to write"),
        (Rule.MILESTONE, 100, "say it"),
        (Rule.RENEWAL, 7, "talk"),
        (Rule.RENEWAL, 0, "talk"),
        (Rule.RENEWAL, -1, "call"),
    ],
)
def test_what_to_do_stands_at_the_edge(rule: Rule, number: int, action: str) -> None:
    assert row_of(BOLD, rule, number=number).action == action


@pytest.mark.parametrize("rule", [Rule.RENEWAL, Rule.MILESTONE])
def test_only_cards_have_lines_to_write_on(rule: Rule) -> None:
    assert row_of(BOLD, rule).lines == 0


def test_what_was_left_over_carries_its_age() -> None:
    row = today_list(a_morning()).sections[2].rows[0]
    assert row.why == "Membership “Gold” ended 3 days ago. Waiting for 2 days."


def test_a_promise_names_what_for_whom_and_by_when() -> None:
    [row] = today_list(a_morning()).sections[1].rows
    assert row == ListRow(
        name="Locker 12 for ராமன் கிருஷ்ணமூர்த்தி",
        second="Raman Krishnamurthy, RAA-mun",
        why="Promised by 20.00, our own time 18.00. Anna.",
        must_know="Nut allergy.",
        action="by 18.00",
        phone="040 555 0101",
    )


def test_a_late_promise_says_so() -> None:
    yesterday = replace(LOCKER, draft=RequestDraft(RAMAN.id, "Locker 12", due=NOW - timedelta(days=1)))
    hour_ago = replace(LOCKER, draft=RequestDraft(RAMAN.id, "Towels", due=NOW - timedelta(hours=1)))
    rows = today_list(a_today(requests=(hour_ago, yesterday))).sections[0].rows
    assert [row.action for row in rows] == ["was due Sat, 21 Nov", "was due 6.41"]


def test_what_was_offered_instead_is_what_we_owe() -> None:
    draft = replace(LOCKER.draft, answer=Answer.INSTEAD, instead="locker 14", promised=None)
    [row] = today_list(a_today(requests=(replace(LOCKER, draft=draft),))).sections[0].rows
    assert row.why == "Instead: locker 14. Anna."


def test_one_person_with_two_reasons_is_one_person() -> None:
    twice = (a_reminder(RAMAN), a_reminder(RAMAN, Rule.MILESTONE))
    page = today_list(a_today(due_today=twice, requests=(LOCKER,)))
    assert "1 person to think of today" in page.subtitle


def test_a_day_without_anything_says_so() -> None:
    page = today_list(a_today())
    assert page.sections == ()
    assert page.ahead == ()
    assert page.quiet == "Nobody is waiting for a word today."
    assert page.subtitle == "Riverside Gym · Anna", "and it is said once"


def test_a_demo_is_marked_as_one() -> None:
    assert "demo: invented people" in today_list(a_today(house=a_house(demo=True))).subtitle


def test_the_coming_days_in_a_few_words() -> None:
    assert today_list(a_morning()).ahead == (
        ListDay("Mon, 23 Nov", ("Asked for: Towel for శ్రీనివాసరావు (Srinivasa Rao, by 10.00)",)),
        ListDay("Thu, 26 Nov", ("Wedding day: Mary O'Brien (10 years)",)),
        ListDay("Sat, 28 Nov", ("Birthday: Болд Ганзориг 50", "Membership talk: Eeva-Liisa Väänänen")),
    )


def test_a_request_of_a_coming_day_says_what_was_asked_and_by_when() -> None:
    later: dict[str, Any] = {"starts": DAY + timedelta(days=2), "number": None}
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)
    towel = a_reminder(BOLD, Rule.REQUEST, 2, text="Towel", at=at, **later)
    locker = a_reminder(NITYA, Rule.REQUEST, 2, text="Locker 12", at=at + timedelta(hours=5), **later)
    [day] = today_list(a_today(ahead=(towel, locker))).ahead
    said = "Towel for Болд Ганзориг (by 10.00), Locker 12 for नित्या शर्मा (Nitya Sharma, by 15.00)"
    assert day == ListDay("Tue, 24 Nov", (f"Asked for: {said}",))


@pytest.mark.parametrize("short", [False, True])
def test_a_name_of_the_coming_days_has_its_other_spelling(short: bool) -> None:
    talk = a_reminder(SRINIVASA, Rule.RENEWAL, 6, number=30)
    years = a_reminder(RAMAN, Rule.MILESTONE, 6, number=10)
    [day] = today_list(a_today(ahead=(a_reminder(NITYA, days=6), talk, years)), short=short).ahead
    assert day.entries == (
        "Birthday: नित्या शर्मा (Nitya Sharma) 40",
        "Membership talk: శ్రీనివాసరావు (Srinivasa Rao)",
        "Years with us: ராமன் கிருஷ்ணமூர்த்தி (Raman Krishnamurthy, 10 years)",
    )


def test_people_of_one_name_are_told_apart_and_at_a_counter_without_their_phones() -> None:
    namesake = EEVA._replace(id=CustomerId(99), phone="+358 50 777 8899 (work)")
    other = EEVA._replace(id=CustomerId(98), second_spelling="Ева-Лийса")
    talks = (a_reminder(EEVA, days=4), a_reminder(namesake, Rule.RENEWAL, 6), a_reminder(other, days=6))
    whole = a_today(ahead=talks)
    assert [day.entries for day in today_list(whole).ahead] == [
        ("Birthday: Eeva-Liisa Väänänen (phone ends 4471) 40",),
        (
            "Birthday: Eeva-Liisa Väänänen (Ева-Лийса) 40",
            "Membership talk: Eeva-Liisa Väänänen (phone ends 8899)",
        ),
    ]
    assert "phone" not in as_text(today_list(whole, short=True))


def test_a_person_with_two_reasons_is_not_their_own_namesake() -> None:
    twice = (a_reminder(EEVA, days=4), a_reminder(EEVA, Rule.MILESTONE, 4, number=5))
    [day] = today_list(a_today(ahead=twice)).ahead
    assert day.entries == (
        "Birthday: Eeva-Liisa Väänänen 40",
        "Years with us: Eeva-Liisa Väänänen (5 years)",
    )


def test_many_on_one_day_are_counted() -> None:
    people = [BOLD._replace(id=CustomerId(n), name=f"Bold {n}") for n in range(100, 120)]
    later: dict[str, Any] = {"days": 3, "starts": DAY + timedelta(days=1)}
    birthdays = [a_reminder(one, **later) for one in people]
    talks = [a_reminder(one, Rule.RENEWAL, **later) for one in people]
    [day] = today_list(a_today(ahead=(*birthdays, *talks))).ahead
    assert day.entries[0].count("Bold") == NAMES
    assert day.entries[0].endswith("and 8 more")
    assert day.entries[1] == "20 membership talks"


def test_a_membership_on_the_list_is_not_named_again_for_the_coming_days() -> None:
    talk = a_reminder(EEVA, Rule.RENEWAL)
    week, day_before = (a_reminder(EEVA, Rule.RENEWAL, n, stage=f"renewal-{7 - n}") for n in (3, 6))
    assert today_list(a_today(due_today=(talk,), ahead=(week, day_before))).ahead == ()
    [coming] = today_list(a_today(ahead=(week, day_before))).ahead
    assert coming == ListDay("Wed, 25 Nov", ("Membership talk: Eeva-Liisa Väänänen",))


def test_a_list_of_another_day_says_when_it_was_printed() -> None:
    page = today_list(a_morning(), printed=datetime(2026, 11, 20, 16, 5, tzinfo=UTC))
    assert page.footer == "Printed 20/11/2026, 18.05 · personal, shred after use"
    assert "5 people to think of ·" in page.subtitle


def test_days_and_hours_are_written_as_the_country_writes_them() -> None:
    british = today_list(a_morning(house=a_house(region="GB")))
    american = today_list(a_morning(house=a_house(region="US")))
    nowhere = today_list(a_morning(house=a_house(region="")))
    assert british.sections[1].rows[0].action == nowhere.sections[1].rows[0].action == "by 18:00"
    assert american.title == "Sunday, November 22, 2026"


def test_a_finnish_heading_names_the_day_and_not_on_it() -> None:
    words.speak("fi")
    page = today_list(a_morning())
    assert page.title == "Sunnuntai 22. marraskuuta 2026"
    assert page.language == "fi"


def test_a_language_from_the_right_is_marked() -> None:
    words.speak("ar")
    assert today_list(a_today()).direction == "rtl"


@pytest.mark.parametrize("letter", ["W", "கௌ", "శ్రీ", "é"])
def test_ten_thousand_letters_are_cut_between_letters(letter: str) -> None:
    row = row_of(RAMAN._replace(name=letter * 10_000, likes=letter * 10_000))
    assert row.name == letter * NAME + "…"
    assert row.facts[0].casefold() == f"likes: {letter * LINE}…".casefold()


def test_what_cannot_be_seen_does_not_reach_the_paper() -> None:
    row = row_of(RAMAN._replace(name="Aino\x1b[31m\x00\u202e\nVirtanen\ud800", phone="\t040\x07 1"))
    assert row.name == "Aino[31m Virtanen"
    assert row.phone == "040 1"


def test_joiners_that_indic_scripts_write_with_stay() -> None:
    assert row_of(RAMAN._replace(name="क्\u200dष")).name == "क्\u200dष"


SECRET = "漢字秘密電話番号好物注意"
secrets = st.text(alphabet=SECRET, min_size=1, max_size=40)


def every_string(value: object) -> list[str]:
    """All text in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in every_string(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in every_string(getattr(value, field.name))]
    return []


@given(
    likes=secrets,
    note=secrets,
    must_know=secrets,
    phone=secrets,
    rule=st.sampled_from(list(Rule)),
    days=st.integers(-40, 40),
)
def test_a_short_list_never_tells_what_a_stranger_may_not_read(
    likes: str, note: str, must_know: str, phone: str, rule: Rule, days: int
) -> None:
    person = EEVA._replace(likes=likes, last_note=note, must_know=must_know, phone=phone)
    one = a_reminder(person, rule, days, label="letter")
    asked = replace(LOCKER, draft=replace(LOCKER.draft, customer=person.id))
    whole = a_today(left_over=(one,), due_today=(one,), ahead=(one,), requests=(asked,), askers=(person,))
    short = today_list(whole, short=True)
    said = "".join([*every_string(short), as_html(short), as_text(short)])
    assert not set(said) & set(SECRET)
    told = "".join(every_string(today_list(whole)))
    assert all(secret in told for secret in (likes, note, must_know, phone))


def test_every_reminder_has_its_row_in_both_lists() -> None:
    def names(page: ListPage) -> list[str]:
        return [row.name for part in page.sections for row in part.rows]

    whole = a_long_morning(200)
    wanted = sorted(one.person.name for one in whole.due_today)
    assert names(today_list(whole)) == names(today_list(whole, short=True))
    assert sorted(names(today_list(whole))) == wanted


@pytest.mark.parametrize("rule", [Rule.OVERDUE, Rule.SECOND_VISIT])
def test_who_is_missed_is_called_and_stands_with_the_others_who_are(rule: Rule) -> None:
    one = a_reminder(EEVA, rule, text="usually here every 7 days, last here 20 days ago")
    page = today_list(a_today(left_over=(one,)))
    assert [part.heading for part in page.sections] == ["Missed"]
    [row] = page.sections[0].rows
    assert row.action == "call"
    assert not any("Last visit" in fact for fact in row.facts)
