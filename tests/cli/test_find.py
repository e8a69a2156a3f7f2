"""``frontdesk find``: who is this?"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import House, Terminal


def names(answer: Any) -> list[str]:
    return [hit["name"] for hit in answer["hits"]]


def test_a_person_is_found_by_any_part(any_house: House, terminal: Terminal) -> None:
    for query in ("raman", "கிரு", "555 0101", "C-17", "krish ram"):
        answer = terminal("find", query, "--json", "--database", any_house.place)
        assert names(answer.json) == ["ராமன் கிருஷ்ணமூர்த்தி"], query


def test_the_answer_in_words_says_why_and_what_tells_namesakes_apart(
    house: House, terminal: Terminal
) -> None:
    [line] = terminal("find", "raman", "--database", house.place).lines
    assert line == (
        "ராமன் கிருஷ்ணமூர்த்தி · Raman Krishnamurthy · last here 3 days ago · born 1986-11-22 · phone ends 0101"
    )
    house.has("Болд Ганзориг", second_spelling="Brown")
    [line] = terminal("find", "brown", "--database", house.place).lines
    assert line == "Болд Ганзориг · Brown · found by second spelling"
    [line] = terminal("find", "evi", "--database", house.place).lines
    assert line == "Eeva-Liisa <b>Väänänen</b> · found by nickname Evi · phone ends 4471"


def test_a_birthday_without_its_year_and_a_part_that_is_not_shown_are_said_in_words(
    house: House, terminal: Terminal
) -> None:
    house.has("Leena Salo", title="Dr", birthday="--12-03")
    [line] = terminal("find", "dr", "salo", "--database", house.place).lines
    assert line == "Leena Salo · found by Dr · birthday 3 December"


def test_words_need_no_quotes(house: House, terminal: Terminal) -> None:
    assert len(terminal("find", "krishna", "raman", "--database", house.place).lines) == 1


def test_nobody_is_an_answer_too(house: House, terminal: Terminal) -> None:
    answer = terminal("find", "Zebedee", "--database", house.place)
    assert (answer.code, answer.out) == (0, "Nobody of that name here.\n")
    assert terminal("find", "Zebedee", "--json", "--database", house.place).json["hits"] == []


def test_json_is_one_line_of_one_shape(house: House, terminal: Terminal) -> None:
    answer = terminal("find", "raman", "--json", "--database", house.place)
    [line] = answer.lines
    found = json.loads(line)
    assert set(found) == {"query", "ms", "hits"}
    assert found["query"] == "raman"
    assert isinstance(found["ms"], float)
    assert 0 < found["ms"] < 10_000
    assert found["hits"] == [{"id": 1, "name": "ராமன் கிருஷ்ணமூர்த்தி", "why": "name"}]


def test_the_limit_is_kept(house: House, terminal: Terminal) -> None:
    for number in range(5):
        house.has(f"Aino {number}")
    found = terminal("find", "aino", "--limit", "3", "--json", "--database", house.place).json
    assert len(found["hits"]) == 3


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "many", "٣"])
def test_a_limit_that_is_none(house: House, terminal: Terminal, limit: str) -> None:
    answer = terminal("find", "aino", f"--limit={limit}", "--database", house.place)
    assert answer.code == 2
    assert "between 1 and 1000" in answer.err


def test_a_query_a_line_is_answered_with_a_line_each(any_house: House, terminal: Terminal) -> None:
    asked = "raman\nEvi\r\n\nகிரு\nnobody".encode()
    answer = terminal("find", "-", "--database", any_house.place, stdin=asked)
    found = [json.loads(line) for line in answer.lines]
    assert [one["query"] for one in found] == ["raman", "Evi", "", "கிரு", "nobody"]
    assert [len(one["hits"]) for one in found] == [1, 1, 0, 1, 0]


def test_lines_that_are_no_text_are_answered_like_any_other(house: House, terminal: Terminal) -> None:
    asked = [b"\xff\xfe\xfa", b"\x00\x1b[31m\x07", b'"\\', "\u202e\u200b".encode(), b"x" * 100_000]
    answer = terminal("find", "-", "--database", house.place, stdin=b"\n".join(asked) + b"\n")
    assert answer.code == 0
    assert [json.loads(line)["query"] for line in answer.lines] == [
        line.decode("utf-8", "replace") for line in asked
    ]
    assert not any(chr(byte) in line for line in answer.lines for byte in (0, 7, 27))


def test_a_query_from_a_terminal_that_could_not_decode_it(house: House, terminal: Terminal) -> None:
    answer = terminal("find", "\udcff\udcfe", "--json", "--database", house.place)
    assert answer.json["query"] == "??"


def test_somebody_who_has_died_or_is_in_the_archive_is_marked(house: House, terminal: Terminal) -> None:
    house.has("Aatu Rautio", deceased=True)
    house.has("Aatu Salo", archived=True)
    lines = terminal("find", "aatu", "--database", house.place).out
    shown = {"has died": "Rautio" in lines, "in the archive": "Salo" in lines}
    assert all((words in lines) is there for words, there in shown.items())


def test_a_conversation_line_by_line(house: House, speak: Callable[..., Any]) -> None:
    """Answers come while standard input is still open."""
    with speak("find", "-", "--database", house.place) as program:
        for query in ("raman", "evi"):
            program.stdin.write(query.encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["query"] == query
