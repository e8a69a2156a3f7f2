"""A file of arrays comes back as it was, or not at all."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.names import arrays

ARRAYS: arrays.Arrays = {
    "ids": np.array([7, 1, 3], np.uint32),
    "nobody": np.zeros(0, np.int64),
    "table": np.arange(12, dtype=np.uint16).reshape(3, 4),
    "weights": np.array([0.5, -2.25]),
}
ABOUT = {"rules": "1f ü", "read_to": [3, 9]}

same_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the arrays above."""
    place = tmp_path / "some.names"
    arrays.write(place, ARRAYS, ABOUT)
    return place


def test_arrays_come_back_with_what_was_said_about_them(file: Path) -> None:
    found, about = arrays.read(file)
    assert about == ABOUT
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)


def test_nothing_at_all_comes_back(tmp_path: Path) -> None:
    arrays.write(tmp_path / "none", {}, {})
    assert arrays.read(tmp_path / "none") == ({}, {})


@given(st.data())
@same_file
def test_any_bit_that_changes_is_noticed(file: Path, data: st.DataObject) -> None:
    whole = file.read_bytes()
    at, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 7))
    damaged = file.with_name("damaged")
    damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    with pytest.raises(arrays.Unreadable):
        arrays.read(damaged)


@given(st.data())
@same_file
def test_a_file_cut_short_is_noticed(file: Path, data: st.DataObject) -> None:
    whole = file.read_bytes()
    short = file.with_name("short")
    short.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(arrays.Unreadable):
        arrays.read(short)


@given(st.binary(max_size=300))
@same_file
def test_a_file_of_somebody_else_is_noticed(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    with pytest.raises(arrays.Unreadable):
        arrays.read(other)


def test_a_file_that_is_not_there_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(arrays.Unreadable):
        arrays.read(tmp_path / "nowhere")
