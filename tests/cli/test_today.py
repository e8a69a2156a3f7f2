"""``frontdesk today``: the day's list in five forms."""

import stat
import sys
from pathlib import Path

import pytest
import vobject

from tests.cli.conftest import Answer, House, Terminal


def test_the_list_as_text(any_house: House, terminal: Terminal) -> None:
    answer = terminal("today", "--database", any_house.place)
    assert answer.code == 0
    assert answer.lines[0] == "Sunday, 22 November 2026"
    assert "Riverside Gym" in answer.lines[1]
    assert "ராமன் கிருஷ்ணமூர்த்தி (Raman Krishnamurthy)" in answer.out
    assert "!! Nut allergy." in answer.out
    assert "040 555 0101" in answer.out


def test_the_json_of_the_day(any_house: House, terminal: Terminal) -> None:
    found = terminal("today", "--format", "json", "--database", any_house.place).json
    assert [(one["kind"], one["due"], one["person"]["name"], one["text"]) for one in found] == [
        ("birthday", "2026-11-22", "ராமன் கிருஷ்ணமூர்த்தி", "turns 40 today"),
        (
            "renewal",
            "2026-11-22",
            "Eeva-Liisa <b>Väänänen</b>",
            "membership “Gold” ends in 7 days (29 November)",
        ),
        ("request", "2026-11-22", "ராமன் கிருஷ்ணமூர்த்தி", "Locker 12"),
        ("renewal", "2026-11-28", "Eeva-Liisa <b>Väänänen</b>", found[3]["text"]),
        ("renewal", "2026-11-29", "Eeva-Liisa <b>Väänänen</b>", found[4]["text"]),
    ]
    assert all(set(one) == {"kind", "due", "person", "text", "facts"} for one in found)
    assert all(set(one["person"]) == {"id", "name"} for one in found)
    assert found[0]["facts"]["must_know"] == "Nut allergy"


def test_another_day_and_more_days_ahead(house: House, terminal: Terminal) -> None:
    other = terminal(
        "today", "--date", "2026-11-28", "--days", "0", "--format", "json", "--database", house.place
    )
    assert [one["text"] for one in other.json if one["kind"] == "renewal"] == [
        "membership “Gold” ends tomorrow"
    ]
    house.has("Aino Virtanen", birthday="1990-12-02")
    assert "Next" not in terminal("today", "--days", "9", "--database", house.place).out
    assert "Next 14 days" in terminal("today", "--days", "14", "--database", house.place).out


def test_the_list_as_a_web_page_shows_markup_literally(house: House, terminal: Terminal) -> None:
    page = terminal("today", "--format", "html", "--database", house.place).out
    assert page.startswith("<!DOCTYPE html>")
    assert "Eeva-Liisa &lt;b&gt;Väänänen&lt;/b&gt;" in page


def test_the_short_list_tells_nothing_to_a_stranger(house: House, terminal: Terminal) -> None:
    for form in ("text", "html"):
        said = terminal("today", "--short", "--format", form, "--database", house.place).out
        assert "turns 40 today" in said.lower()
        assert not any(secret in said for secret in ("040 555", "green tea", "pool", "Nut"))


@pytest.mark.usefixtures("qapp")  # a PDF makes an application without windows, and Qt keeps only one
@pytest.mark.parametrize("form", ["text", "html", "json", "pdf", "ics"])
def test_a_list_goes_into_a_file_only_its_owner_can_read(
    house: House, terminal: Terminal, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "list"
    answer = terminal("today", "--format", form, "--output", file, "--database", house.place)
    assert (answer.code, answer.raw) == (0, b"")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    beginnings = {
        "text": b"Sunday",
        "html": b"<!DOCTYPE",
        "json": b"[",
        "pdf": b"%PDF",
        "ics": b"BEGIN:VCALENDAR\r\n",
    }
    assert file.read_bytes().startswith(beginnings[form])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_a_pdf_is_on_the_paper_asked_for(
    house: House, terminal: Terminal, tmp_path: Path, paper: str, points: tuple[int, int]
) -> None:
    from pypdf import PdfReader

    file = tmp_path / "list.pdf"
    terminal("today", "--format", "pdf", "--paper", paper, "--output", file, "--database", house.place)
    box = PdfReader(file).pages[0].mediabox
    assert (round(box.width), round(box.height)) == points


@pytest.mark.usefixtures("qapp")
def test_a_pdf_can_go_down_a_pipe(house: House, terminal: Terminal) -> None:
    assert terminal("today", "--format", "pdf", "--database", house.place).raw.startswith(b"%PDF")
    assert terminal("today", "--format", "pdf", "--output", "-", "--database", house.place).raw.startswith(
        b"%PDF"
    )


def test_a_pdf_does_not_go_onto_a_screen(house: House, on_a_screen: Terminal) -> None:
    answer = on_a_screen("today", "--format", "pdf", "--database", house.place)
    assert (answer.code, answer.raw) == (2, b"")
    assert "a PDF needs a file: --output FILE" in answer.err


def test_where_qt_cannot_be_loaded_only_the_pdf_cannot_be_made(
    house: House, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "frontdesk.reports.printing.today", None)  # what a failing import leaves
    monkeypatch.delattr("frontdesk.reports.printing.today", raising=False)
    answer = terminal("today", "--format", "pdf", "--database", house.place)
    assert (answer.code, answer.raw) == (1, b"")
    assert len(answer.err.splitlines()) == 1
    assert terminal("today", "--format", "html", "--database", house.place).code == 0


def test_json_has_no_short_form(house: House, terminal: Terminal) -> None:
    answer = terminal("today", "--short", "--format", "json", "--database", house.place)
    assert (answer.code, answer.raw) == (2, b"")
    assert "--short is not for JSON" in answer.err


def entries(answer: Answer) -> list[tuple[str, str]]:
    """The day or instant and the first words of each entry of a calendar."""
    calendar = vobject.readOne(answer.out)
    return [(str(one.dtstart.value), one.summary.value) for one in calendar.vevent_list]


def test_the_day_as_a_calendar(any_house: House, terminal: Terminal) -> None:
    answer = terminal("today", "--format", "ics", "--database", any_house.place)
    assert answer.code == 0
    assert entries(answer) == [
        ("2026-11-22", "ராமன் கிருஷ்ணமூர்த்தி: turns 40"),
        ("2026-11-22", "Eeva-Liisa <b>Väänänen</b>: membership “Gold” ends 29 November"),
        ("2026-11-22 16:00:00+00:00", "ராமன் கிருஷ்ணமூர்த்தி: Locker 12"),
        ("2026-11-28", "Eeva-Liisa <b>Väänänen</b>: membership “Gold” ends 29 November"),
        ("2026-11-29", "Eeva-Liisa <b>Väänänen</b>: membership “Gold” ends 29 November"),
    ]
    again = terminal("today", "--format", "ics", "--database", any_house.place)
    assert again.raw == answer.raw


def test_a_calendar_of_another_day_and_a_whole_year(house: House, terminal: Terminal) -> None:
    asked = ("today", "--format", "ics", "--database", house.place)
    year = entries(terminal(*asked, "--days", "366"))
    assert [day for day, words in year if "turns" in words] == ["2026-11-22", "2027-11-22"]
    other = entries(terminal(*asked, "--date", "2027-11-20", "--days", "0"))
    assert ("2027-11-22", "ராமன் கிருஷ்ணமூர்த்தி: turns 41") in other


def test_a_calendar_may_go_onto_a_screen(house: House, on_a_screen: Terminal) -> None:
    answer = on_a_screen("today", "--format", "ics", "--database", house.place)
    assert (answer.code, len(entries(answer))) == (0, 5)


def test_a_calendar_has_no_short_form(house: House, terminal: Terminal) -> None:
    answer = terminal("today", "--short", "--format", "ics", "--database", house.place)
    assert (answer.code, answer.raw) == (2, b"")
    assert "--short is not for a calendar" in answer.err


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--date", "22.11.2026", "write the day as 2026-11-22"),
        ("--date", "2026-02-30", "write the day as 2026-11-22"),
        ("--date", "0001-01-01", "between the years"),
        ("--date", "9999-12-31", "between the years"),
        ("--days", "-1", "between 0 and 366 days"),
        ("--days", "१२", "between 0 and 366 days"),
        ("--days", "1000", "between 0 and 366 days"),
        ("--format", "docx", "invalid choice"),
        ("--paper", "A3", "invalid choice"),
    ],
)
def test_what_cannot_be_is_a_usage_error(
    house: House, terminal: Terminal, option: str, value: str, words: str
) -> None:
    answer = terminal("today", f"{option}={value}", "--database", house.place)
    assert (answer.code, answer.raw) == (2, b"")
    assert words in answer.err


def test_the_last_day_of_the_years_that_may_be_asked_for(house: House, terminal: Terminal) -> None:
    for day in ("1900-01-01", "2200-12-31"):
        assert terminal("today", "--date", day, "--days", "366", "--database", house.place).code == 0


def test_a_file_that_cannot_be_written_is_a_sentence(
    house: House, terminal: Terminal, tmp_path: Path
) -> None:
    answer = terminal("today", "--output", tmp_path / "no" / "list", "--database", house.place)
    assert answer.code == 1
    assert answer.err.startswith("frontdesk: There is no folder ")
    assert len(answer.err.splitlines()) == 1
