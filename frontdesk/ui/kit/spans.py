"""Parts of a text that stand out: what was typed in a name, a name in a sentence. No toolkit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

_FIRST_OF_TWO = "\U00010000"
"""The first code point that is two UTF-16 units."""


class Emphasis(StrEnum):
    """How a part stands out: ``MARK`` was typed (bold, underlined), ``STRONG`` is a name (bold, full ink)."""

    MARK = "mark"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Span:
    """The code points ``start`` to before ``end`` of a text, on borders of graphemes."""

    start: int
    end: int
    emphasis: Emphasis = Emphasis.MARK


def marked(ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans of what was typed, from ``(start, end)`` pairs."""
    return tuple(Span(start, end) for start, end in ranges if end > start)


def sentence(template: str, **values: str) -> tuple[str, tuple[Span, ...]]:
    """Fill ``{word}`` places of a translated template; what is filled in stands out.

    A value is taken literally, braces and all. A place without a value stays as it is.
    """
    text = ""
    spans: list[Span] = []
    rest = template
    while rest:
        before, brace, after = rest.partition("{")
        word, closing, tail = after.partition("}")
        if not brace or not closing:
            return text + rest, tuple(spans)
        text += before
        if word in values:
            if values[word]:
                spans.append(Span(len(text), len(text) + len(values[word]), Emphasis.STRONG))
            text += values[word]
        else:
            text += brace + word + closing
        rest = tail
    return text, tuple(spans)


def utf16(text: str, spans: Sequence[Span]) -> list[Span]:
    """The same spans counted in UTF-16 units, as Qt counts; an emoji is two of them."""
    if text.isascii() or max(text, default="") < _FIRST_OF_TWO:
        return list(spans)
    at = [0]
    for letter in text:
        at.append(at[-1] + (2 if ord(letter) > 0xFFFF else 1))
    last = len(text)
    return [Span(at[min(s.start, last)], at[min(s.end, last)], s.emphasis) for s in spans]
