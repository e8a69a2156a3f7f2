"""While there is no index: whose name begins with what was typed."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.text import clean
from frontdesk.services import customers, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import lookup
from tests.support.houses import aino

KNOWN = CustomerDraft(
    name="Maija-Liisa Äyrämö",
    second_spelling="Майя Эйрямё",
    nickname="Ötökkä",
    phones=("+358 40 123 4567",),
)


@pytest.fixture(scope="module")
def file_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk that many examples share."""
    with closing(Desk.open(tmp_path_factory.mktemp("private") / "house.db", create=True)) as desk:
        yield desk


def found(desk: Desk, text: str, limit: int = 20) -> list[str]:
    with desk.store.read() as connection:
        return [entry.name for entry in lookup.beginning(connection, text, limit)]


@pytest.mark.parametrize(
    "typed",
    [
        "maija",
        "MAIJA",
        "Maija-liisa ä",
        "  maija ",
        "äy",
        "Äy",
        "ÄYRÄMÖ",
        "a\u0308yra\u0308",
        "A\u0308",
        "майя",
        "МАЙЯ",
        "Май",
        "майя э",
        "ötök",
        "ÖT",
        "123",
        "0401234567",
        "+358 40",
        "4567",
        "١٢٣",
    ],
)
def test_somebody_is_found_by_what_they_begin_with(desk: Desk, typed: str) -> None:
    customers.add(desk, KNOWN)
    aino(desk, phones=("09 765 4321",))
    assert found(desk, typed) == [KNOWN.name]


@pytest.mark.parametrize("typed", ["aija", "liisa", "эйрямё", "kkä", "12", "5551234", "Maija  Liisa"])
def test_nobody_else_is(desk: Desk, typed: str) -> None:
    customers.add(desk, KNOWN)
    assert found(desk, typed) == []


def test_a_name_that_was_written_letter_by_letter(desk: Desk) -> None:
    name = "A\u0308yra\u0308mo\u0308"
    aino(desk, name=name)
    assert found(desk, "äyr") == found(desk, "ÄYR") == found(desk, name) == [name]


@pytest.mark.parametrize("sign", ["%", "_", "!", "\\", "'", '"', "[", "*", "?", "/"])
def test_signs_stand_for_themselves(desk: Desk, sign: str) -> None:
    aino(desk)
    assert found(desk, sign) == found(desk, f"a{sign}") == found(desk, f"{sign}ino") == []
    aino(desk, name=f"a{sign}b")
    assert found(desk, f"A{sign}") == [f"a{sign}b"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\x00",
        "ai\x00no",
        "\x1b",
        "\ud800",
        "aino\udfff",
        "aino" * 2500,
        "%" * 10_000,
        "ﷺ" * 1000,
        "' OR 1=1 --",
        "<b>",
        "\u202eaino",
        "🙂",
        "\ufffe",
        "%(x)s",
        ":x",
        "?",
    ],
)
def test_nothing_sensible_finds_nobody(desk: Desk, typed: str) -> None:
    aino(desk)
    assert found(desk, typed) == []


@given(text=st.text(alphabet=st.characters(categories=None), max_size=30))
def test_whatever_is_typed_is_answered(file_desk: Desk, text: str) -> None:
    found(file_desk, text)


@given(name=st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20).map(clean))
def test_everybody_is_found_by_their_whole_name(file_desk: Desk, name: str) -> None:
    added = aino(file_desk, name=name)
    with file_desk.store.read() as connection:
        assert added in {entry.id for entry in lookup.beginning(connection, name, 100_000)}


def test_the_last_to_come_are_first_and_the_archived_last(desk: Desk) -> None:
    dead = aino(desk, name="Aino 1", deceased=True)
    gone = aino(desk, name="Aino 2", archived=True)
    for whom in (dead, gone):
        visits.log_now(desk, whom)
    aino(desk, name="Aino 3")
    came = aino(desk, name="Aino 4")
    visits.log_now(desk, came)
    names = ["Aino 4", "Aino 3", "Aino 2", "Aino 1"]
    assert found(desk, "aino") == names
    assert [found(desk, "aino", limit) for limit in (0, 1, 3)] == [[], names[:1], names[:3]]


def test_a_row_says_all_that_the_index_says(desk: Desk) -> None:
    customers.add(desk, KNOWN)
    with desk.store.read() as connection:
        assert lookup.beginning(connection, "maija", 1) == list(lookup.entries(connection))
