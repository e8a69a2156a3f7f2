"""One cell, one value: amounts, yes and no, phones and e-mails; a sentence for what cannot be read."""

import re
import unicodedata

from frontdesk.domain.customers import Channel
from frontdesk.domain.text import clean, fold
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

LARGEST_AMOUNT = 10**12
"""Hundredths: more is a slip of the keyboard."""

_SPLIT = re.compile(r"[;\n]")
_PLAIN = re.compile(r"(\d+)(?:[.,](\d{1,2}))?", re.ASCII)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d{1,2})?", re.ASCII)  # 1,23,456.00, as India writes
_GROUPED = re.compile(r"(\d{1,3}(?:([ .,'’])\d{3})(?:\2\d{3})*)(?:([.,])(\d{1,2}))?", re.ASCII)
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")

_YES = frozenset({"yes", "y", "true", "t", "1", "x"})
_NO = frozenset({"", "no", "n", "false", "f", "0"})
_CHANNELS = {
    **{channel.value: channel for channel in Channel},
    "call": Channel.PHONE,
    "sms": Channel.MESSAGE,
    "text": Channel.MESSAGE,
    "whatsapp": Channel.MESSAGE,
    "e-mail": Channel.EMAIL,
    "mail": Channel.LETTER,
    "post": Channel.LETTER,
    "desk": Channel.IN_PERSON,
}


def several(cell: str) -> tuple[str, ...]:
    """What a cell holds, parted by semicolons or lines."""
    return tuple(text for text in map(clean, _SPLIT.split(cell)) if text)


def phones(cell: str) -> tuple[str, ...]:
    """Phone numbers as they are written; raises :class:`Refused` for something that is none."""
    found = several(cell)
    for number in found:
        if _SHORTENED.fullmatch(number):
            sentence = tr("a spreadsheet has shortened the number to “{text}”; format the column as text")
            raise Refused(sentence.format(text=number))
        if sum(c.isdigit() for c in number) < 3:
            raise Refused(tr("“{text}” is no phone number").format(text=_short(number)))
    return found


def emails(cell: str) -> tuple[str, ...]:
    """E-mail addresses; raises :class:`Refused` for something that is none."""
    found = several(cell)
    for address in found:
        if not _EMAIL.fullmatch(address):
            raise Refused(tr("“{text}” is no e-mail address").format(text=_short(address)))
    return found


def tags(cell: str) -> tuple[str, ...]:
    """Tags, parted by semicolons, commas or lines; each once."""
    return tuple(dict.fromkeys(several(cell.replace(",", ";"))))


def flag(cell: str) -> bool:
    """Yes or no; an empty cell is no. Raises :class:`Refused`."""
    folded = fold(cell)
    if folded not in _YES | _NO:
        raise Refused(tr("“{text}” is neither yes nor no").format(text=_short(cell)))
    return folded in _YES


def channel(cell: str) -> Channel | None:
    """How somebody likes to be reached; raises :class:`Refused`."""
    folded = fold(cell).replace("_", " ")
    if folded and folded not in _CHANNELS:
        sentence = tr("“{text}” is none of: {channels}")
        names = ", ".join(c.value for c in Channel)
        raise Refused(sentence.format(text=_short(cell), channels=names))
    return _CHANNELS.get(folded)


def amount(cell: str) -> int | None:
    """An amount in hundredths: 29.33, 1234,50, -5, 1 234.50 or 1,234.50, with a currency sign or without.

    Raises :class:`Refused` for what is none, and for 1,234, which may be either of two.
    """
    text = "".join(c for c in clean(cell) if unicodedata.category(c) != "Sc")
    text = text.translate({0x2212: "-", 0xA0: " ", 0x202F: " ", 0x2009: " "}).strip()
    if not text:
        return None
    sign = -1 if text[0] == "-" else 1
    hundredths = sign * _hundredths(text.removeprefix("+").removeprefix("-").strip(), _short(cell))
    if abs(hundredths) > LARGEST_AMOUNT:
        raise Refused(tr("“{text}” is more than can be meant").format(text=_short(cell)))
    return hundredths


def _hundredths(text: str, shown: str) -> int:
    if plain := _PLAIN.fullmatch(text):
        return int(plain[1]) * 100 + int((plain[2] or "").ljust(2, "0"))
    if text.count(",") > 1 and _LAKHS.fullmatch(text):
        return _hundredths(text.replace(",", ""), shown)
    grouped = _GROUPED.fullmatch(text)
    if not grouped or grouped[2] == grouped[3]:
        raise Refused(tr("“{text}” is no amount").format(text=shown))
    whole = grouped[1]
    if not grouped[3] and grouped[2] in ".," and whole.count(grouped[2]) == 1:
        raise Refused(
            tr("“{text}” can be read as two different amounts; write it like 1234.00").format(text=shown)
        )
    return int(re.sub(r"\D", "", whole)) * 100 + int((grouped[4] or "").ljust(2, "0"))


def _short(text: str) -> str:
    """Enough of a cell to find it by."""
    text = clean(text)
    return text if len(text) <= 60 else text[:60] + "…"
