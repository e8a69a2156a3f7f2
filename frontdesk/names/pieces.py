"""Texts as rows of small numbers: people are called by the same words over and over, so each is kept once.

A *piece* is a word as it was written, with what stands around it; a text is its pieces, which follow one
another after a space or, *joined*, without one. So every text comes back as it was, letter by letter.
"""

from collections.abc import Iterable

import numpy as np

from frontdesk.names.arrays import Arrays, seen
from frontdesk.names.trie import Numbers
from frontdesk.names.words import TEXT_LIMIT, lettered, sign

PIECE = (1 << 24) - 1
JOINED = 1 << 24
"""The bits of a token: which piece, and whether it follows without a space. Those above are the caller's."""

WORDLESS = 0
"""What stands for the word of a piece that has none."""

ASIDE_MARK = "\x02"
"""Stands before the key of a word outside the name: a title is not the name of somebody called so."""


_PIECES_KEPT = 10_000


class PieceWriter:
    """Numbers the pieces of texts, and the words (native keys) in them from 1."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {"": WORDLESS}
        self._pieces: dict[tuple[str, str], int] = {}
        self._texts: list[str] = []
        self.word_of: list[int] = []
        self._runs: dict[str, dict[str, tuple[int, ...]]] = {"": {}, ASIDE_MARK: {}}

    def tokens(self, text: str, mark: str = "") -> list[int]:
        """The tokens of a text; with the mark of words outside the name, or without."""
        found: list[int] = []
        runs = self._runs[mark]
        for run in text.split(" "):
            found += runs.get(run) or self._cut(run, mark)
        words = self.word_of
        if not any(words[token & PIECE] for token in found):
            found = [self._piece(run, mark + sign(run)) for run in text.split(" ")]
        return found

    def whole(self, text: str) -> int:
        """The one token of a text that is not looked for."""
        return self._piece(text, "")

    def keyed(self, text: str, key: str) -> int:
        """The one token of a text that is looked for by ``key``."""
        return self._piece(text, key)

    def word(self, token: int) -> int:
        """The word of a token; WORDLESS where there is none."""
        return self.word_of[token & PIECE]

    def _cut(self, run: str, mark: str) -> tuple[int, ...]:
        """The tokens of a text without spaces: a piece begins with each word but the first."""
        words = lettered(run[:TEXT_LIMIT])
        starts = [0, *(word.start for word in words[1:])]
        keys = [mark + word.key for word in words] or [""]
        parts = zip(starts, [*starts[1:], len(run)], keys, strict=True)
        first, *others = [self._piece(run[start:end], key) for start, end, key in parts]
        found = self._runs[mark][run] = (first, *(piece | JOINED for piece in others))
        return found

    def _piece(self, text: str, key: str) -> int:
        known = self._pieces.get((text, key))
        if known is None:
            known = self._pieces[text, key] = len(self._texts)
            self._texts.append(text)
            self.word_of.append(self.words.setdefault(key, len(self.words)))
        return known

    def ranks(self) -> Numbers:
        """The place of each piece in the order of the alphabet, whatever its case."""
        folded = np.array([text.casefold()[:16] for text in self._texts], dtype="U16")
        return np.unique(folded, return_inverse=True)[1].astype(np.int64)

    def arrays(self) -> dict[str, Numbers]:
        """What :class:`Pieces` reads."""
        texts, ends = packed(self._texts)
        return {"pieces": texts, "piece_ends": ends, "piece_words": np.array(self.word_of, np.uint32)}


class Pieces:
    """Pieces from their tokens again."""

    def __init__(self, arrays: Arrays) -> None:
        """Take the arrays of a :class:`PieceWriter`."""
        self._texts, self._ends = seen(arrays["pieces"]), seen(arrays["piece_ends"])
        self.words = arrays["piece_words"]
        self._known: dict[int, str] = {}

    def piece(self, token: int) -> str:
        """The piece of a token as it was written."""
        at = token & PIECE
        known = self._known.get(at)
        if known is None:
            if len(self._known) >= _PIECES_KEPT:
                self._known.clear()
            start = self._ends[at - 1] if at else 0
            known = self._known[at] = str(self._texts[start : self._ends[at]], "utf-8", "surrogatepass")
        return known


def packed(texts: Iterable[str]) -> tuple[Numbers, Numbers]:
    """Texts one after another in UTF-8, and where each ends."""
    parts = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(part) for part in parts], dtype=np.uint32)
    return np.frombuffer(b"".join(parts), np.uint8), ends
