"""``frontdesk import``: all of a file or nothing, and nothing at all on trial."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, imports
from tests.cli.conftest import House, Terminal

Write = Callable[..., Path]

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Real lists of names and purchases, beside the project; they are no part of it."""


def real(name: str) -> Path:
    file = DATA / name
    if not file.is_file():
        pytest.skip(f"{file} is not here: it comes with the work on the project, not with the project")
    return file


@pytest.fixture
def people(table: Write) -> Path:
    return table("name;birthday;phone", "Aino Virtanen;1990-11-22;040 1234567", "முருகன்;;")


def test_people_come_in_and_make_the_house_that_was_not_there(
    terminal: Terminal, database_url: str, people: Path, clock: FixedClock
) -> None:
    answer = terminal("import", "customers", people, "--database", database_url)
    assert (answer.code, answer.out, answer.err) == (0, "2 new\n", "")
    assert House(database_url, clock).people() == ["Aino Virtanen", "முருகன்"]


def test_the_same_file_again_brings_nobody(terminal: Terminal, sqlite_url: str, people: Path) -> None:
    terminal("import", "customers", people, "--database", sqlite_url)
    answer = terminal("import", "customers", people, "--database", sqlite_url)
    assert (answer.code, answer.out) == (0, "0 new · 2 here already\n")


def test_a_new_house_stands_where_the_machine_stands(
    terminal: Terminal, sqlite_url: str, people: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    terminal("import", "customers", people, "--database", sqlite_url)
    with House(sqlite_url, clock).opened() as desk:
        house = desk.house
    assert (house.zone, house.region, house.currency) == ("Asia/Kolkata", "FI", "EUR")


def test_a_trial_says_what_would_come_in_and_leaves_nothing_behind(
    terminal: Terminal, tmp_path: Path, people: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    answer = terminal("import", "customers", people, "--dry-run", "--database", tmp_path / "new" / "house.db")
    assert (answer.code, answer.lines) == (0, ["2 new", "This was a trial: nothing has been brought in."])
    assert sorted(tmp_path.rglob("*")) == before


def test_a_trial_in_a_house_that_is_there_knows_who_is_here(
    terminal: Terminal, any_house: House, table: Write
) -> None:
    file = table("name,card", "ராமன் கிருஷ்ணமூர்த்தி,C-17", "Somebody else,C-17", "Aino,C-18", ",C-19")
    before = any_house.people()
    answer = terminal("import", "customers", file, "--dry-run", "--json", "--database", any_house.place)
    assert answer.code == 1
    assert answer.json == {
        "dry_run": True,
        "new": 1,
        "same": 1,
        "conflict": 1,
        "bad": 1,
        "people_added": 0,
        "conflicts": [{"line": 3, "reason": answer.json["conflicts"][0]["reason"]}],
        "bad_rows": [{"line": 5, "reason": "there is no name"}],
        "import_id": None,
        "hint": "",
    }
    assert "C-17" in answer.json["conflicts"][0]["reason"]
    assert any_house.people() == before


def test_good_rows_come_in_and_every_bad_one_is_named(
    terminal: Terminal, sqlite_url: str, table: Write, clock: FixedClock
) -> None:
    bad = [f"Nobody {n},2026-13-{n:02d}" for n in range(1, 31)]
    answer = terminal(
        "import", "customers", table("name,birthday", "Aino,1990-11-22", *bad), "--database", sqlite_url
    )
    assert answer.code == 1
    assert answer.lines[0] == "1 new · 30 bad"
    assert [line.split(":")[0] for line in answer.lines[-30:]] == [f"Line {n}" for n in range(3, 33)]
    assert House(sqlite_url, clock).people() == ["Aino"]


@pytest.mark.parametrize(
    ("lines", "options", "words", "code"),
    [
        (["Aino;1"], [], "Which column is the name?", 2),
        (["name", "Aino"], ["--map", "name"], "should be COLUMN=FIELD", 2),
        (["name", "Aino"], ["--map", "9=name"], "There is no column 9", 2),
        (["name", "Aino"], ["--map", "1=shoe"], "There is no field “shoe”", 2),
        (["name", "Aino"], ["--date-format", "soon"], "is no way to write a date", 2),
        (["name", "Aino"], ["--encoding", "klingon"], "is not an encoding I know", 2),
        (["name", "Äinö"], ["--encoding", "ascii"], "isn't ascii text", 1),
        ([""], [], "Which column is the name?", 2),
    ],
)
def test_a_file_or_an_option_that_makes_no_sense_leaves_no_house_behind(
    terminal: Terminal,
    table: Write,
    tmp_path: Path,
    lines: list[str],
    options: list[str],
    words: str,
    code: int,
) -> None:
    place = tmp_path / "house.db"
    answer = terminal("import", "customers", table(*lines), *options, "--database", place)
    assert (answer.code, answer.raw) == (code, b"")
    assert answer.err.startswith("frontdesk: ")
    assert words in answer.err
    assert not list(tmp_path.glob("house.db*"))


def test_a_file_that_is_not_there_is_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("import", "visits", tmp_path / "none.csv", "--database", tmp_path / "house.db")
    assert answer.code == 1
    assert "none.csv cannot be read" in answer.err
    assert not (tmp_path / "house.db").exists()


def test_a_failing_import_leaves_a_house_that_was_there_alone(
    terminal: Terminal, house: House, table: Write
) -> None:
    before = house.people()
    file = table("name", "Aino", encoding="utf-16")
    assert terminal("import", "customers", file, "--encoding", "ascii", "--database", house.place).code == 1
    assert house.people() == before


def test_ctrl_c_brings_in_nothing(
    terminal: Terminal,
    house: House,
    table: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = table("name", *(f"Person {n}" for n in range(3 * imports.CHUNK)))
    seen: list[float] = []

    def press(_meter: object, fraction: float, _text: str = "") -> None:
        seen.append(fraction)
        if fraction > 0.5:
            raise KeyboardInterrupt

    monkeypatch.setattr("frontdesk.cli.imports._Meter.report", press)
    before = house.people()
    for place in (house.place, tmp_path / "new.db"):
        answer = terminal("import", "customers", file, "--database", place)
        assert (answer.code, answer.raw) == (130, b"")
        assert answer.err == "frontdesk: Stopped. Nothing of this was kept.\n"
    assert max(seen) < 1
    assert house.people() == before
    assert not list(tmp_path.glob("new.db*"))


def test_progress_is_shown_on_a_screen_and_wiped_off(
    on_a_screen: Terminal, sqlite_url: str, people: Path
) -> None:
    answer = on_a_screen("import", "customers", people, "--database", sqlite_url)
    assert answer.err.startswith("100%") or "\r" in answer.err
    assert answer.err.endswith("\r\033[K")
    assert answer.out == "2 new\n"


def test_visits_find_their_person_and_nobody_by_name_alone(
    terminal: Terminal, any_house: House, table: Write
) -> None:
    file = table(
        "card,phone,date,time,amount,name",
        "C-17,,2026-11-20,18:05,12.50,Raman",
        ",+358401234471,2026-11-21,,,",
        "C-99,,2026-11-21,,,",
        ",,2026-11-21,,,Raman",
    )
    answer = terminal("import", "visits", file, "--json", "--database", any_house.place)
    assert answer.code == 1
    assert (answer.json["new"], answer.json["bad_rows"]) == (
        2,
        [
            {"line": 4, "reason": "nobody has card C-99"},
            {"line": 5, "reason": "it says nobody's card, phone or e-mail"},
        ],
    )
    assert isinstance(answer.json["import_id"], int)


def test_unknown_cards_become_people_when_asked_for(terminal: Terminal, house: House, table: Write) -> None:
    file = table("card,date", "C-99,2026-11-20", "C-99,2026-11-21")
    answer = terminal("import", "visits", file, "--add-people", "--database", house.place)
    assert (answer.code, answer.out) == (0, "2 new · 1 person added\n")
    assert house.people()[-1] == "C-99"


def test_days_are_read_only_as_said(terminal: Terminal, house: House, table: Write) -> None:
    file = table("card,date", "C-17,01/02/2026")
    guessed = terminal("import", "visits", file, "--database", house.place)
    assert (guessed.code, guessed.lines[0]) == (1, "0 new · 1 bad")
    assert "1990-12-24" in guessed.lines[-1]
    assert "--date-format" in guessed.out
    said = terminal("import", "visits", file, "--date-format", "%d/%m/%Y", "--database", house.place)
    assert said.out == "1 new\n"
    found = terminal("find", "C-17", "--database", house.place).out
    assert "last here 3 days ago" in found  # 1 February is not the last visit


def test_days_are_read_as_they_can_only_be_meant(
    terminal: Terminal, sqlite_url: str, table: Write, clock: FixedClock
) -> None:
    file = table("name,birthday,since", "Aino,14.03.1985,03/14/2020", "Ville,,", "Eeva,1.2.1990,01/02/2021")
    options = ["--map", "since=first_seen", "--database", sqlite_url]
    answer = terminal("import", "customers", file, *options)
    assert (answer.code, answer.out) == (0, "3 new\n")
    with House(sqlite_url, clock).opened() as desk:
        drafts = [customers.get(desk, CustomerId(key)).draft for key in (1, 3)]
    assert [str(draft.birthday) for draft in drafts] == ["1985-03-14", "1990-02-01"]
    assert [str(draft.first_seen) for draft in drafts] == ["2020-03-14", "2021-01-02"]


@pytest.mark.parametrize("cells", [("01/02/1990", "03/04/1985"), ("14.03.1985", "unknown")])
def test_where_days_leave_doubt_the_option_is_named(
    terminal: Terminal, sqlite_url: str, table: Write, cells: tuple[str, str]
) -> None:
    file = table("name,birthday", f"Aino,{cells[0]}", f"Ville,{cells[1]}")
    hint = (
        "If days are written otherwise under “birthday”, say how, for example with --date-format DD.MM.YYYY."
    )
    answer = terminal("import", "customers", file, "--database", sqlite_url)
    assert (answer.code, answer.lines[0]) == (1, "0 new · 2 bad")
    assert hint in answer.lines
    assert terminal("import", "customers", file, "--json", "--database", sqlite_url).json["hint"] == hint
    said = terminal("import", "customers", file, "--date-format", "D.M.YYYY", "--database", sqlite_url)
    assert "--date-format" not in said.out


def test_a_bad_row_that_is_mended_comes_in_and_the_others_are_not_doubled(
    terminal: Terminal, sqlite_url: str, table: Write, clock: FixedClock
) -> None:
    rows = ["name,birthday", "Aino,1990-11-22", "Ville,"]
    bad = terminal("import", "customers", table(*rows, "Eeva,1990-02-31"), "--database", sqlite_url)
    assert bad.lines[0] == "2 new · 1 bad"
    assert "Mend it in the file and bring the file in again" in bad.lines[1]
    mended = terminal("import", "customers", table(*rows, "Eeva,1990-02-28"), "--database", sqlite_url)
    assert (mended.code, mended.out) == (0, "1 new · 2 here already\n")
    assert House(sqlite_url, clock).people() == ["Aino", "Ville", "Eeva"]


def test_a_row_that_is_bad_for_another_reason_says_nothing_of_days(
    terminal: Terminal, sqlite_url: str, table: Write
) -> None:
    answer = terminal(
        "import", "customers", table("name,birthday", ",14.03.1985", "Aino,"), "--database", sqlite_url
    )
    assert "there is no name" in answer.out
    assert "--date-format" not in answer.out


def test_columns_can_be_anything(terminal: Terminal, house: House, table: Write) -> None:
    file = table("Guest|Since", "Aino|3.2.2020", encoding="windows-1252", name="list.txt")
    options = ["--map", "Guest=name", "--map", "Since=first_seen", "--date-format", "first_seen=D.M.YYYY"]
    answer = terminal(
        "import", "customers", file, *options, "--delimiter", "|", "--encoding", "windows-1252",
        "--database", house.place,
    )  # fmt: skip
    assert (answer.code, answer.out) == (0, "1 new\n")


def test_the_real_list_of_names(terminal: Terminal, sqlite_url: str) -> None:
    options = ["--map", "1=name", "--map", "2=second_spelling", "--json", "--database", sqlite_url]
    for expected in ({"new": 2000, "same": 0}, {"new": 0, "same": 2000}):
        answer = terminal("import", "customers", real("names_hindi_latin.tsv"), *options)
        assert {key: answer.json[key] for key in expected} == expected
        assert (answer.code, answer.json["bad"]) == (0, 0)
    found = json.loads(terminal("find", "Padmapriya", "--json", "--database", sqlite_url).out)
    assert "पद्मप्रिया" in [hit["name"] for hit in found["hits"]]


def test_the_real_list_of_purchases(terminal: Terminal, sqlite_url: str) -> None:
    options = [
        "--map", "1=card", "--map", "3=date", "--map", "5=amount", "--date-format", "%Y%m%d", "--add-people",
    ]  # fmt: skip
    answer = terminal(
        "import", "visits", real("cdnow_sample.txt"), *options, "--json", "--database", sqlite_url
    )
    assert answer.code == 0
    expected: dict[str, Any] = {"new": 6919, "people_added": 2357, "bad": 0, "conflict": 0, "same": 0}
    assert {key: answer.json[key] for key in expected} == expected
    assert "2357 people · 6919 visits" in terminal("check", "--database", sqlite_url).out


def test_help_names_the_fields(terminal: Terminal) -> None:
    assert "second_spelling" in terminal("import", "customers", "--help").out
    visits = terminal("import", "visits", "--help").out
    assert "amount" in visits
    assert "second_spelling" not in visits
