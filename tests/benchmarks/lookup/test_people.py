"""The invented people are who they are said to be."""

from collections import Counter

import pytest

from tests.benchmarks.lookup.people import NATIVE_SHARE, SHARES, Person, people


@pytest.fixture(scope="module")
def crowd() -> list[Person]:
    return list(people(3_000))


def test_the_same_people_come_every_time(crowd: list[Person]) -> None:
    assert list(people(3_000)) == crowd
    assert list(people(3_000, seed=7)) != crowd


def test_each_language_has_its_share(crowd: list[Person]) -> None:
    counted = Counter(person.language for person in crowd)
    for language, share in SHARES.items():
        assert abs(counted[language] / len(crowd) - share / 100) < 0.03


def test_most_names_of_other_scripts_are_kept_in_them(crowd: list[Person]) -> None:
    others = [person for person in crowd if person.language not in ("en", "fi")]
    native = sum(person.native for person in others) / len(others)
    assert abs(native - NATIVE_SHARE) < 0.05
    assert all(person.spoken.isascii() for person in others)
    assert all(person.native is not person.name.isascii() for person in others)


def test_a_few_names_are_frequent_and_most_are_rare(crowd: list[Person]) -> None:
    words = Counter(word for person in crowd for word in person.name.split())
    often = [count for _, count in words.most_common(20)]
    assert sum(often) > 120
    assert sum(count == 1 for count in words.values()) > len(words) / 2


def test_a_tenth_of_the_people_make_about_half_of_the_visits(crowd: list[Person]) -> None:
    visits = sorted((person.visits for person in crowd), reverse=True)
    assert 0.4 < sum(visits[:300]) / sum(visits) < 0.65
    assert min(visits) >= 1


def test_nobody_shares_a_phone_or_a_card(crowd: list[Person]) -> None:
    for numbers in ([one.phone for one in crowd], [one.card for one in crowd]):
        given = [number for number in numbers if number]
        assert len(set(given)) == len(given)
    assert sum(not one.phone for one in crowd) < 200


def test_some_have_an_initial_a_second_name_a_nickname_and_a_second_spelling(crowd: list[Person]) -> None:
    assert any(person.name[1:3] == ". " for person in crowd if person.language == "ta")
    for language in ("en", "fi"):
        assert any("-" in person.name for person in crowd if person.language == language)
    assert any(person.nickname for person in crowd)
    assert any(person.second_spelling for person in crowd if person.native)
