"""The life of the index: people come, change and go, and all are read anew while somebody searches."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.names import index
from frontdesk.names.building import built
from frontdesk.names.entries import Entry
from frontdesk.names.index import NameIndex
from frontdesk.names.segment import Segment
from tests.names.houses import YESTERDAY, found, house, person

NAMES = ("Matti Virtanen", "Aino Virtanen", "Aino Korhonen", "ராமன் கிருஷ்ணன்", "Мөнхцэцэг", "Matti", "O'Brien")
TYPED = ("m", "aino", "virt", "virtanne", "raman", "munkh", "korhonen aino", "brien", "0401", "1234", "77")


def test_somebody_put_is_found_at_once() -> None:
    index = house("Matti Virtanen")
    index.put(person(2, "Aino Korhonen", phones=("040 123 4567",)))
    assert found(index, "aino") == found(index, "4567") == ["Aino Korhonen"]
    assert len(index) == 2


def test_somebody_put_again_is_known_by_the_new_name_only() -> None:
    index = house("Aino Korhonen", "Matti Virtanen")
    index.put(person(1, "Aino Virtanen"))
    assert found(index, "korhonen") == []
    assert found(index, "aino virtanen") == ["Aino Virtanen"]
    assert len(index) == 2


def test_somebody_removed_is_found_no_more() -> None:
    index = house("Aino Korhonen", "Matti Virtanen")
    index.remove(1)
    index.remove(1)
    assert found(index, "aino") == []
    assert (len(index), index.get(1)) == (1, None)


def test_of_two_with_one_id_the_later_counts() -> None:
    index = NameIndex()
    index.rebuild([person(1, "Aino Korhonen"), person(1, "Matti Virtanen")])
    assert (found(index, "aino"), found(index, "matti")) == ([], ["Matti Virtanen"])


def test_whoever_comes_moves_up() -> None:
    index = house("Aino Korhonen", "Aino Virtanen")
    second = index.get(2)
    assert second is not None
    index.put(second._replace(visit_count=1, last_visit=YESTERDAY))
    assert found(index, "aino") == ["Aino Virtanen", "Aino Korhonen"]


def test_the_old_answers_until_the_new_is_read_and_changes_meanwhile_are_in_both() -> None:
    index = house("Aino Korhonen", "Matti Virtanen")

    def reading() -> Iterator[Entry]:
        yield person(1, "Aino Korhonen")
        yield person(2, "Matti Virtanen")
        assert found(index, "aino") == ["Aino Korhonen"]
        index.put(person(3, "Liisa Mäki"))
        index.remove(2)
        assert found(index, "liisa") == ["Liisa Mäki"]
        yield person(4, "Kalle Joki")

    index.rebuild(reading())
    assert found(index, "liisa") == ["Liisa Mäki"]
    assert found(index, "kalle") == ["Kalle Joki"]
    assert (len(index), index.get(2)) == (3, None)


def test_many_changed_people_are_put_together_with_those_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "FRESH", 1)
    changing = house("Matti Virtanen")
    for id in range(2, 7):
        changing.put(person(id, f"Aino Virta{'abcdefg'[id]}"))
        assert len(found(changing, "virta")) == id
    changing.remove(3)
    assert len(found(changing, "virta")) == len(changing) == 5


def test_a_reading_that_fails_leaves_everybody_as_they_were() -> None:
    index = house("Aino Korhonen")

    def failing() -> Iterator[Entry]:
        yield person(2, "Matti Virtanen")
        raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        index.rebuild(failing())
    assert found(index, "aino") == ["Aino Korhonen"]
    index.put(person(3, "Liisa Mäki"))
    assert len(index) == 2


def test_nobody_of_the_old_is_held_once_all_are_read_anew() -> None:
    index = NameIndex()
    held: list[weakref.ref[Segment]] = []

    def made() -> Segment:
        segment = built([person(1, "Zacharias Unlikely")])
        held.append(weakref.ref(segment))
        return segment

    index.replace(made)
    assert found(index, "zach") == ["Zacharias Unlikely"]
    gc.disable()  # what is freed must be freed without it
    try:
        index.rebuild([])
        assert held[0]() is None
    finally:
        gc.enable()


_person = st.builds(
    person,
    st.integers(1, 5),
    st.sampled_from(NAMES),
    phones=st.lists(st.sampled_from(("040 1234", "0401 77")), max_size=2).map(tuple),
    card=st.sampled_from(("", "1234", "A 77")),
    visit_count=st.integers(0, 3),
    archived=st.booleans(),
)


@given(
    st.lists(_person, max_size=6),
    st.lists(st.one_of(_person, st.integers(1, 5), st.sampled_from(TYPED)), max_size=12),
    st.integers(0, 3),
)
def test_changing_is_as_good_as_reading_anew(
    first: list[Entry], changes: list[Entry | int | str], fresh: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "FRESH", fresh)  # more are put together with those before
        changed, now = _changed(first, changes)
    anew = NameIndex()
    anew.rebuild(now.values())
    for typed in TYPED:
        assert changed.search(typed) == anew.search(typed), typed
    assert len(changed) == len(now)


def _changed(first: list[Entry], changes: list[Entry | int | str]) -> tuple[NameIndex, dict[int, Entry]]:
    changed, now = NameIndex(), {one.id: one for one in first}
    changed.rebuild(first)
    for change in changes:
        if isinstance(change, Entry):
            changed.put(change)
            now[change.id] = change
        elif isinstance(change, int):
            changed.remove(change)
            now.pop(change, None)
        else:
            changed.search(change)
    return changed, now
