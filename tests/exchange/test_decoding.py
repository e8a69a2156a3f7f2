"""What is text, in which encoding, and what is said of a file that is none."""

import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.exchange.decoding import LONGEST_LINE, check_text
from frontdesk.foundation.errors import DeskError, Refused
from tests.exchange.files import a_file

NAMES = "name\nமுருகன்\nÖhman\n"


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (NAMES.encode(), "utf-8-sig"),
        (codecs.BOM_UTF8 + NAMES.encode(), "utf-8-sig"),
        (NAMES.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + NAMES.encode("utf-16-be"), "utf-16"),
        (NAMES.encode("utf-32"), "utf-32"),
    ],
)
def test_a_file_says_by_its_first_bytes_how_it_is_written(
    tmp_path: Path, written: bytes, encoding: str
) -> None:
    file = a_file(tmp_path, written)
    assert check_text(file) == (encoding, 3)
    assert file.read_text(encoding=encoding) == NAMES


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(tmp_path: Path, ending: str) -> None:
    assert check_text(a_file(tmp_path, ending.join(["a", "b", "c"])))[1] == 3
    assert check_text(a_file(tmp_path, ending.join(["a", "b", "c", ""])))[1] == 3


def test_latin_1_is_not_read_as_utf_8_and_the_line_is_named(tmp_path: Path) -> None:
    lines = ["name"] + ["Anna"] * 10 + ["Öhman"] + ["Pekka"] * 5
    file = a_file(tmp_path, "\n".join(lines).encode("latin-1"))
    with pytest.raises(
        DeskError, match=r"people\.csv isn't UTF-8 text: line 12 .*Nothing was brought in.*UTF-8"
    ):
        check_text(file)
    assert check_text(file, "windows-1252") == ("cp1252", 17)


def test_the_line_is_right_far_into_a_long_file(tmp_path: Path) -> None:
    before = "Anna Öhman;040 123 4567\n" * 100_000
    with pytest.raises(DeskError, match="line 100001 "):
        check_text(a_file(tmp_path, before.encode() + "Öhman\n".encode("latin-1")))


def test_half_a_letter_at_the_end_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="line 2 "):
        check_text(a_file(tmp_path, "name\nÖ".encode()[:-1]))
    with pytest.raises(DeskError, match="utf-16"):
        check_text(a_file(tmp_path, "name\nÖ".encode("utf-16")[:-1]))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is nothing in"),
        (b"PK\x03\x04 a workbook", "is a spreadsheet.*CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a spreadsheet.*CSV"),
        (b"name\nAnna\nPe\x00kka\n", r"doesn't look like a table of text \(line 3\)"),
        ("name\nAnna".encode("utf-16-le"), "doesn't look like a table of text"),
        (b"a" * (LONGEST_LINE + 1), "doesn't look like a table of text"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(DeskError, match=sentence):
        check_text(a_file(tmp_path, content))


def test_a_missing_file_and_a_folder_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"none\.csv cannot be read: No such file"):
        check_text(tmp_path / "none.csv")
    with pytest.raises(DeskError, match="cannot be read"):
        check_text(tmp_path)


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64"])
def test_an_encoding_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match=name) as refusal:
        check_text(a_file(tmp_path, NAMES), name)
    assert refusal.value.field == "encoding"


@given(content=st.binary(max_size=200))
def test_whatever_is_in_it_a_file_is_counted_or_refused(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = a_file(tmp_path_factory.getbasetemp(), content, "anything")
    with suppress(DeskError):
        encoding, lines = check_text(file)
        with file.open(encoding=encoding) as text:
            assert sum(1 for _ in text) == lines
