"""The letters of a name that answer to what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.names.entries import Why
from frontdesk.names.graphemes import bounds
from tests.names.houses import house, marked, person

NAMES = (
    "Matti Virtanen", "Jörg Müller", "Hans Ørsted", "Åsa Söderström", "Anna-Liisa O'Brien", "முருகன் ராமசாமி",
    "С. Баярмаа", "सुशांत कौशिक", "ర. సందీప్", "Łukasz Groß",
)  # fmt: skip


def first(name: str, typed: str) -> str:
    return marked(house(name).search(typed)[0])


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("Matti Virtanen", "virt", "Matti [Virt]anen"),
        ("Matti Virtanen", "virt mat", "[Mat]ti [Virt]anen"),
        ("Jörg Müller", "mul", "Jörg [Mül]ler"),
        ("Jörg Müller", "muel", "Jörg [Mül]ler"),
        ("Jörg Müller", "muell", "Jörg [Müll]er"),
        ("Hans Ørsted", "oers", "Hans [Ørs]ted"),
        ("Åsa Söderström", "aasa", "[Åsa] Söderström"),
        ("Łukasz Groß", "gross", "Łukasz [Groß]"),
        ("Anna-Liisa O'Brien", "obri", "Anna-Liisa [O'Bri]en"),
        ("Anna-Liisa O'Brien", "lii", "Anna-[Lii]sa O'Brien"),
    ],
)
def test_latin_letters(name: str, typed: str, shown: str) -> None:
    assert first(name, typed) == shown


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("முருகன் ராமசாமி", "muru", "[முரு]கன் ராமசாமி"),
        ("முருகன் ராமசாமி", "முரு", "[முரு]கன் ராமசாமி"),
        ("सुशांत कौशिक", "kau", "सुशांत [कौ]शिक"),
        ("С. Баярмаа", "bayar", "С. [Баяр]маа"),
        ("ర. సందీప్", "sand", "ర. [సంద]ీప్".replace("[సంద]ీ", "[సందీ]")),
    ],
)
def test_a_script_is_marked_by_whole_letters(name: str, typed: str, shown: str) -> None:
    assert first(name, typed) == shown


def test_a_slip_marks_about_as_much_as_was_typed() -> None:
    assert first("Matti Virtanen", "virtamen") == "Matti [Virtanen]"


def test_somebody_found_by_another_name_is_marked_where_it_begins_one_of_theirs() -> None:
    index = house(person(1, "Matti Virtanen", second_spelling="Matti Wirtanen"))
    assert index.search("wirta")[0].why is Why.SECOND_SPELLING
    assert marked(index.search("wirta")[0]) == "Matti [Virta]nen"


@given(st.sampled_from(NAMES), st.data())
def test_marks_are_whole_letters_in_order_and_apart(name: str, data: st.DataObject) -> None:
    words = name.replace(".", "").split()
    typed = " ".join(
        word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words))
    )
    hit = house(name).search(typed)[0]
    assert hit.marks
    edges = [edge for mark in hit.marks for edge in mark]
    assert edges == sorted(set(edges))
    assert set(edges) <= set(bounds(name))
