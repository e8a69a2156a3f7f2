"""Each kind of query is what its name says."""

from functools import cache
from random import Random

import pytest
import regex
from rapidfuzz.distance import OSA

from tests.benchmarks.lookup.hearing import by_ear, from_cyrillic
from tests.benchmarks.lookup.people import Person, people
from tests.benchmarks.lookup.queries import KINDS, LETTERS, Asked, Query, answered, clean, words
from tests.benchmarks.lookup.slips import NEIGHBOURS, slip

EACH = 60
letters = regex.compile(r"\X").findall


@cache
def crowd() -> list[Person]:
    return list(people(2_000))


@cache
def asked() -> Asked:
    return Asked(crowd(), EACH)


def _meant(query: Query) -> Person:
    return crowd()[query.target - 1]


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_types_on_after_the_twelfth_letter(kind: str) -> None:
    queries = asked().by_kind[kind]
    assert len(queries) == EACH
    if kind != "whole name with a slip":
        assert max(len(letters(query.typed)) for query in queries) <= LETTERS + 2
    assert all(_meant(query).name == query.name for query in queries)


def test_the_same_is_asked_every_time() -> None:
    assert Asked(crowd(), EACH).by_kind == asked().by_kind


@pytest.mark.parametrize(("kind", "most"), [("one slip", 1), ("two slips", 2)])
def test_slips_are_so_many_edits(kind: str, most: int) -> None:
    far = [OSA.distance(query.typed, clean(_meant(query), Random(0))) for query in asked().by_kind[kind]]
    assert max(far) == most
    assert min(far) >= most - 1


def test_a_slip_may_hit_any_letter_and_often_hits_one_beside() -> None:
    rng = Random(3)
    slips = [slip("maria", rng) for _ in range(400)]
    assert "maria" not in slips
    assert any(one[0] != "m" for one in slips)
    assert any(len(one) < 5 for one in slips)
    assert any(len(one) > 5 for one in slips)
    beside = [one for one in slips if len(one) == 5 and one[1:] == "aria" and one[0] in NEIGHBOURS["m"]]
    assert beside
    assert set(NEIGHBOURS["s"]) == set("awedzx")


def test_a_slip_in_another_script_stays_in_it() -> None:
    rng = Random(4)
    assert all("\u0b80" <= letter <= "\u0bff" for _ in range(100) for letter in slip("முருகன்", rng))
    assert all("\u0400" <= letter < "\u0500" for _ in range(100) for letter in slip("батболд", rng))


def test_words_change_places_run_together_and_are_torn() -> None:
    for query in asked().by_kind["swapped"]:
        assert query.typed.split()[0] == words(_meant(query))[-1][: len(query.typed.split()[0])]
    for query in asked().by_kind["two words as one"]:
        assert " " not in query.typed
        assert "".join(words(_meant(query))).startswith(query.typed)
    for query in asked().by_kind["one word as two"]:
        assert len(query.typed.split()) >= 2
        assert "".join(words(_meant(query))).startswith(query.typed.replace(" ", ""))


def test_across_scripts_a_name_of_another_script_is_typed_in_latin() -> None:
    for query in asked().by_kind["across scripts"]:
        assert query.typed.isascii()
        assert not query.name.isascii()
        assert not _meant(query).second_spelling


def test_people_spell_by_ear_each_in_their_own_way() -> None:
    rng = Random(5)
    heard = {by_ear("சுந்தரம்", "sundaram", "ta", rng) for _ in range(200)}
    assert {"sundaram", "sundharam"} & heard
    assert len(heard) > 5
    assert from_cyrillic("Мөнхцэцэг") == "Munkhtsetseg"
    assert {"munkhtsetseg", "monkhtsetseg"} <= {from_cyrillic("мөнхцэцэг", rng) for _ in range(200)}


def test_whoever_is_called_the_same_is_as_good_but_not_by_phone() -> None:
    query = Query("anna", 7, "Anna Fox")
    others = [(n, "Anna Reed") for n in range(10, 15)]
    assert answered(query, "clean", [(8, "Anna Fox")], 5)
    assert answered(query, "clean", [*others[:4], (7, "Anna Fox")], 5)
    assert not answered(query, "clean", [*others, (7, "Anna Fox")], 5)
    assert not answered(query, "last digits", [(8, "Anna Fox")], 5)
    assert not answered(query, "last digits", [*others, (7, "Anna Fox")], 5)


def test_every_letter_of_a_query_is_a_keystroke() -> None:
    keystrokes = asked().keystrokes()
    first = asked().by_kind["clean"][0].typed
    assert keystrokes[: len(first)] == [first[:end] for end in range(1, len(first) + 1)]
