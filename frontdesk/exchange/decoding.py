"""Bytes to text: which encoding a file is in, and a plain sentence where it is not text at all."""

import codecs
import io
from collections.abc import Iterable
from pathlib import Path

from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr

LONGEST_LINE = 1_000_000
_PIECE = 1 << 20
_UTF8 = "utf-8-sig"  # with a byte order mark or without
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def check_text(path: Path, wanted: str | None = None) -> tuple[str, int]:
    """The encoding of a text file, and how many lines it has; reads all of it once, in pieces.

    The encoding is the one ``wanted``, or what the first bytes say, or UTF-8. Raises :class:`DeskError`
    where the file cannot be opened, holds nothing, is a spreadsheet, or is not text in that encoding.
    """
    try:
        with path.open("rb") as file:
            encoding = _encoding(file.read(8), path.name, wanted)
            file.seek(0)
            return encoding, _Check(path.name, encoding).count(iter(lambda: file.read(_PIECE), b""))
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> DeskError:
    """The sentence for a file that the system will not give us."""
    sentence = tr("{file} cannot be read: {why}. Nothing was brought in.")
    return DeskError(sentence.format(file=path.name, why=error.strerror or error))


def _encoding(head: bytes, file: str, wanted: str | None) -> str:
    if not head:
        raise DeskError(tr("There is nothing in {file}. Nothing was brought in.").format(file=file))
    if head.startswith(_SPREADSHEETS):
        sentence = tr(
            "{file} is a spreadsheet. Nothing was brought in. Save it as CSV (UTF-8) and try again."
        )
        raise DeskError(sentence.format(file=file))
    if wanted:
        return _known(wanted)
    return next((name for mark, name in _MARKS if head.startswith(mark)), _UTF8)


def _known(wanted: str) -> str:
    try:
        "".encode(wanted)
    except LookupError as error:
        sentence = tr("“{name}” is not an encoding I know. Try utf-8, windows-1252 or utf-16.")
        raise Refused(sentence.format(name=wanted), "encoding") from error
    name = codecs.lookup(wanted).name
    return _UTF8 if name == "utf-8" else name


class _Check:
    """Decodes a file piece by piece and counts its lines, as a reader with universal newlines does."""

    def __init__(self, file: str, encoding: str) -> None:
        """Begin before the first line."""
        self._file = file
        self._encoding = encoding
        self._decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)
        self._breaks = 0
        self._unbroken = 0

    def count(self, pieces: Iterable[bytes]) -> int:
        """The number of lines; the last one needs no line break."""
        for piece in pieces:
            self._take(piece)
        self._take(b"", last=True)
        return self._breaks + (self._unbroken > 0)

    def _take(self, piece: bytes, *, last: bool = False) -> None:
        try:
            text = self._decoder.decode(piece, final=last)
        except UnicodeError as error:
            raise self._not_text(error) from error
        if "\0" in text:
            raise self._binary(text)
        self._measure(text)

    def _measure(self, text: str) -> None:
        for position, line in enumerate(text.split("\n")):
            self._unbroken = len(line) + (self._unbroken if position == 0 else 0)
            self._breaks += position > 0
            if self._unbroken > LONGEST_LINE:
                raise self._binary("")

    def _not_text(self, error: UnicodeError) -> DeskError:
        sentence = tr(
            "{file} isn't {encoding} text: line {line} cannot be read. Nothing was brought in. "
            "Save it as UTF-8 and try again."
        )
        read = b""
        if isinstance(error, UnicodeDecodeError):
            read = error.object[: error.start]
        line = self._breaks + 1 + read.decode(self._encoding, "ignore").count("\n")
        shown = "UTF-8" if self._encoding == _UTF8 else self._encoding
        return DeskError(sentence.format(file=self._file, encoding=shown, line=line))

    def _binary(self, before: str) -> DeskError:
        sentence = tr(
            "{file} doesn't look like a table of text (line {line}). Nothing was brought in. "
            "Save it as CSV (UTF-8) and try again."
        )
        line = self._breaks + 1 + before.partition("\0")[0].count("\n")
        return DeskError(sentence.format(file=self._file, line=line))
