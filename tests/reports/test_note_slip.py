"""The slip beside the blank card, as values and as HTML."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.requests import Answer
from frontdesk.reports.note_slip import NEWEST, Asked, NoteSlip, SentNote, SlipFact, SlipPerson, note_slips
from frontdesk.reports.note_slip_html import as_html
from tests.support.golden import agrees
from tests.support.morning import NOW
from tests.support.people import a_house
from tests.support.written import EEVA, RAMAN


def slip_of(person: SlipPerson, *, short: bool = False) -> NoteSlip:
    """The one slip of a page for one person."""
    [slip] = note_slips([person], a_house(), NOW, short=short).slips
    return slip


def test_a_slip_has_what_the_writer_needs() -> None:
    assert slip_of(RAMAN) == NoteSlip(
        name="ராமன் கிருஷ்ணமூர்த்தி",
        second="Raman Krishnamurthy, RAA-mun",
        occasion="Turns 40 on 27 November.",
        must_know="Nut allergy.",
        who=(
            SlipFact("Begin with", ("Dear Mr Krishnamurthy,",)),
            SlipFact("Likes", ("green tea, window seat, the early class on Tuesdays",)),
            SlipFact("Remember", ("Daughter Meena started school in August; he repairs old radios",)),
        ),
        what=(
            SlipFact(
                "Last visits",
                ("3 days ago · swam, stayed for tea", "2 weeks ago · early class", "14 September"),
            ),
            SlipFact(
                "Asked for",
                (
                    "Locker 12 – yes",
                    "Sauna on Sundays – instead: Saturday evening until nine",
                    "A towel rail in the shower – not answered yet",
                ),
            ),
            SlipFact(
                "We wrote",
                (
                    "14 March · thank-you card · “Thank you for bringing Meena along to the open day! The…”",
                    "27 November 2025 · birthday card",
                ),
            ),
        ),
    )


def test_what_is_not_known_has_no_heading() -> None:
    slip = slip_of(EEVA)
    assert [fact.heading for fact in slip.who] == ["Begin with"]
    assert slip.what == ()
    assert slip_of(SlipPerson("Bold")) == NoteSlip("Bold")


def test_a_no_is_told_as_one() -> None:
    slip = slip_of(replace(EEVA, requests=(Asked("A dog inside", Answer.NO),)))
    assert slip.what == (SlipFact("Asked for", ("A dog inside – no",)),)


def test_only_the_newest_are_told() -> None:
    many = replace(RAMAN, requests=RAMAN.requests * 3, notes=RAMAN.notes * 3)
    assert [len(fact.lines) for fact in slip_of(many).what] == [NEWEST] * 3


def test_a_short_slip_says_who_why_and_how_to_begin() -> None:
    assert slip_of(RAMAN, short=True) == NoteSlip(
        name=RAMAN.name,
        second="Raman Krishnamurthy, RAA-mun",
        occasion="Turns 40 on 27 November.",
        who=(SlipFact("Begin with", ("Dear Mr Krishnamurthy,",)),),
    )


def test_the_day_is_the_houses() -> None:
    just_before_midnight = NOW.replace(hour=22, minute=30)  # it is half past midnight in Helsinki
    page = note_slips([RAMAN], a_house(), just_before_midnight)
    assert page.slips[0].what[0].lines[0] == "4 days ago · swam, stayed for tea"
    assert page.footer == "Printed 23/11/2026, 0.30 · personal, shred after use"


@pytest.mark.parametrize("text", ["<b>bold</b>", '<img src="/etc/passwd">'])
def test_markup_in_a_persons_text_stays_text(text: str) -> None:
    page = note_slips([replace(RAMAN, name=text, likes=text, hook=text)], a_house(), NOW)
    html = as_html(page)
    assert text not in html
    assert html.count(text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")) == 3


def test_the_html_is_as_somebody_last_saw_it() -> None:
    agrees("slips.html", as_html(note_slips([RAMAN, EEVA], a_house(), NOW)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Happy birthday", "“Happy birthday”"),
        ("Onnea, " * 20, "“" + "Onnea, " * 7 + "Onnea…”"),
        ("ம்" * 100, "“" + "ம்" * 60 + "…”"),
    ],
)
def test_a_note_is_known_by_its_first_words(text: str, told: str) -> None:
    slip = slip_of(replace(EEVA, notes=(SentNote(date(2026, 11, 21), "card", text),)))
    assert slip.what == (SlipFact("We wrote", (f"yesterday · card · {told}",)),)
