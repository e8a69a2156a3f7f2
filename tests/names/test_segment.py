"""Everybody in a segment comes back as they were given."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.names.building import built
from frontdesk.names.entries import Entry

# What a house may keep: control characters are refused before.
text = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20).map(str.strip)
filled = text.filter(bool)
digits = st.text("0123456789 +()-", max_size=24).map(str.strip).filter(bool)
entries = st.builds(
    Entry,
    id=st.integers(1, 1 << 40),
    name=filled | st.sampled_from(["Matti Virtanen", "முருகன்  ராமசாமி", "Anna-Liisa", "😀"]),
    second_spelling=text,
    nickname=text,
    parts=st.just(()),  # of which those in the name are not kept
    phones=st.lists(digits, max_size=3).map(tuple),
    card=st.just("") | digits | st.sampled_from(["AB-0017", "0017", "%s 12"]),
    birthday=st.sampled_from(["", "1984-02-29", "--02-29"]),
    last_visit=st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    visit_count=st.integers(0, 100_000),
    usual=text,
    tags=st.lists(filled, max_size=3).map(tuple),
    archived=st.booleans(),
    deceased=st.booleans(),
)


@given(st.lists(entries, max_size=8, unique_by=lambda entry: entry.id))
@settings(deadline=None)
def test_every_person_comes_back(people: list[Entry]) -> None:
    segment = built(people)
    assert len(segment) == len(people)
    for one in people:
        number = segment.number_of(one.id)
        assert number is not None
        assert segment.entry(number) == one


@given(st.lists(entries, max_size=8, unique_by=lambda entry: entry.id), st.integers(1, 1 << 40))
@settings(deadline=None)
def test_somebody_else_is_nobody(people: list[Entry], id: int) -> None:
    if id not in {one.id for one in people}:
        assert built(people).number_of(id) is None


def test_the_likeliest_of_those_called_so_come_first_and_each_once() -> None:
    day = date(2026, 11, 25)
    people = [Entry(id, "Matti Matti", last_visit=day, visit_count=id) for id in range(1, 30)]
    segment = built(people)
    words = segment.vocabulary.words[:]
    assert [segment.ids[one] for one in segment.likeliest(words, 3)] == [29, 28, 27]
