"""Text as people paste it: what is kept of it, and how much."""

import unicodedata

from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

LINE = 1_000
LONG = 20_000

_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _table(breaks: str) -> dict[int, str | None]:
    """What becomes of each character that is not kept as it is; line breaks become ``breaks``."""
    gone: dict[int, str | None] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *map(ord, _INVISIBLE)])
    gone.update(dict.fromkeys(range(0xD800, 0xE000)))
    gone[ord("\t")] = " "
    gone.update(dict.fromkeys(map(ord, _BREAKS), breaks))
    return gone


_ONE_LINE = _table(" ")
_LINES = _table("\n")


def clean(text: str, *, lines: bool = False) -> str:
    """``text`` without what cannot be seen, in one line unless ``lines``, spaces trimmed.

    Control characters, half surrogates, zero-width spaces and the marks that turn the direction of
    writing round go; tabs and line breaks become a space. The joiners U+200C and U+200D stay: Indic
    scripts write with them. Letters stay composed or not as they were written; see :func:`fold`.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_LINES if lines else _ONE_LINE).strip()
    if lines:
        return text
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def check_length(text: str, longest: int, field: str) -> None:
    """Raise :class:`Refused` beside ``field`` for more characters than are kept."""
    if len(text) > longest:
        sentence = tr("This has {n} characters; {longest} is the most that is kept. Shorten it.")
        raise Refused(sentence.format(n=len(text), longest=longest), field)


def has_letters(text: str) -> bool:
    """Whether there is anything to see in ``text``: a letter, a digit, a sign."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


def same_text(one: str, other: str) -> bool:
    """Whether two names are written alike, capitals and composition aside."""
    return fold(one) == fold(other)


def fold(text: str) -> str:
    """``text`` for comparing: cleaned, capitals and composition aside."""
    return unicodedata.normalize("NFC", clean(text).casefold())
