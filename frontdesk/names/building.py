"""Making a segment out of people."""

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import islice

import numpy as np

from frontdesk.names import numbers
from frontdesk.names.arrays import each_once
from frontdesk.names.entries import Entry
from frontdesk.names.likely import weights
from frontdesk.names.pieces import ASIDE_MARK, PIECE, WORDLESS, PieceWriter
from frontdesk.names.segment import ARCHIVED, DECEASED, FIELD_SHIFT, REPEATED, STARTS, Field, Segment
from frontdesk.names.trie import Numbers
from frontdesk.names.vocabulary import Spelling, written
from frontdesk.names.words import keys

_SPELT_TOGETHER = 20_000
"""The words of so many people are spelt in one go."""


def built(entries: Iterable[Entry]) -> Segment:
    """A segment of these people, no two of one id, in memory."""
    return Segment(arrays(entries))


def arrays(entries: Iterable[Entry], spelling: Spelling | None = None) -> dict[str, Numbers]:
    """The arrays of a segment of these people, no two of one id; ``spelling`` spells their words."""
    people = _People(spelling or Spelling())
    for number, entry in enumerate(entries, start=1):
        people.add(entry)
        if number % _SPELT_TOGETHER == 0:
            people.spell()
    return people.arrays()


class _People:
    """People in the order in which they come, column by column."""

    def __init__(self, spelling: Spelling) -> None:
        self._pieces = PieceWriter()
        self._spelling, self._begun = spelling, 0
        self._ids, self._last, self._counts = array("q"), array("q"), array("q")
        self._flags = array("B")
        self._tokens, self._ends = array("q"), array("q")
        self._values, self._kinds, self._forms, self._owners = array("Q"), array("B"), array("q"), array("q")

    def add(self, entry: Entry) -> None:
        """Take down one person more."""
        (
            id,
            name,
            second,
            nickname,
            parts,
            phones,
            card,
            birthday,
            last,
            count,
            usual,
            tags,
            archived,
            dead,
        ) = entry
        tokens = self._pieces.tokens(name)
        if parts:
            runs = name.split(" ")  # where most parts are found, and much sooner than as words
            parts = tuple([part for part in parts if part not in runs])
        if second or nickname or parts:
            tokens = self._with_other_names(tokens, second, nickname, parts)
        if birthday:
            tokens.append(self._pieces.whole(birthday) | Field.BIRTHDAY << FIELD_SHIFT)
        if usual:
            tokens.append(self._pieces.whole(usual) | Field.USUAL << FIELD_SHIFT)
        for tag in tags:
            tokens.append(self._pieces.whole(tag) | Field.TAG << FIELD_SHIFT | STARTS)
        if phones or card:
            self._add_numbers(phones, card, tokens)
        self._tokens.extend(tokens)
        self._ends.append(len(self._tokens))
        self._ids.append(id)
        self._last.append(last.toordinal() if last else 0)
        self._counts.append(count)
        self._flags.append(ARCHIVED * archived | DECEASED * dead)

    def _with_other_names(
        self, tokens: list[int], second: str, nickname: str, parts: tuple[str, ...]
    ) -> list[int]:
        """The tokens of the name and of what else somebody is called; a word already there is marked so."""
        pieces = self._pieces
        seen = Counter(map(pieces.word, tokens))
        for text, field in ((second, Field.SECOND_SPELLING), (nickname, Field.NICKNAME)):
            if text:
                own: Counter[int] = Counter()
                for token in pieces.tokens(text):
                    word = pieces.word(token)
                    own[word] += 1
                    repeated = REPEATED if own[word] <= seen[word] else 0
                    tokens.append(token | field << FIELD_SHIFT | repeated)
                seen |= own
        for part in parts:
            if not all(pieces.word(token) in seen for token in pieces.tokens(part)):
                first, *others = pieces.tokens(part, ASIDE_MARK)
                tokens.append(first | Field.ASIDE << FIELD_SHIFT | STARTS)
                tokens += [token | Field.ASIDE << FIELD_SHIFT for token in others]
        return tokens

    def _add_numbers(self, phones: tuple[str, ...], card: str, tokens: list[int]) -> None:
        found = [numbers.phone(phone) for phone in phones]
        if card:
            found.append(numbers.card(card))
            if not (card.isascii() and card.isdigit()):
                key = "".join(keys(card))
                tokens.append(self._pieces.keyed(card, key) | Field.CARD << FIELD_SHIFT)
        for number in found:
            self._values.append(number.value)
            self._kinds.append(number.kind)
            self._forms.append(self._pieces.whole(number.form))
            self._owners.append(len(self._ids))

    def spell(self) -> None:
        """Have the words spelt that came since the last time."""
        words = list(islice(self._pieces.words, self._begun, None))
        self._begun += len(words)
        self._spelling.add(words)

    def arrays(self) -> dict[str, Numbers]:
        """Everybody in the order of who is likely at the desk."""
        self.spell()
        tokens, ends = _column(self._tokens), _column(self._ends)
        order = self._order(tokens, ends)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        ids = _column(self._ids)[order]
        tokens, ends = _reordered(tokens, ends, order)
        return {
            "ids": _narrow(ids),
            "by_id": np.argsort(ids).astype(np.uint32),
            "last": _narrow(_column(self._last)[order]),
            "counts": _narrow(_column(self._counts)[order]),
            "flags": _column(self._flags)[order],
            "tokens": tokens.astype(np.uint32),
            "token_bounds": _bounds(ends),
            **self._pieces.arrays(),
            **_called(tokens, ends, np.array(self._pieces.word_of), len(self._pieces.words)),
            **self._numbers(rank),
            **written(self._spelling.all()),
        }

    def _order(self, tokens: Numbers, ends: Numbers) -> Numbers:
        """The likeliest at the desk first, then by name, then by id."""
        weight = weights(_column(self._last), _column(self._counts), _column(self._flags))
        ranks = self._pieces.ranks()
        starts = np.concatenate(([0], ends[:-1])).astype(np.int64)
        name = []
        for place in range(3):
            at = np.minimum(starts + place, ends - 1)
            there = (starts + place < ends) & ((tokens[at] >> FIELD_SHIFT & 7) == Field.NAME)
            name.append(np.where(there, ranks[tokens[at] & PIECE] + 1, 0))
        return np.lexsort((_column(self._ids), *reversed(name), weight))

    def _numbers(self, rank: Numbers) -> dict[str, Numbers]:
        owners = rank[_column(self._owners)] if self._owners else np.zeros(0, np.int64)
        order = np.argsort(owners, kind="stable")
        values, kinds = _column(self._values)[order], _column(self._kinds)[order]
        return {
            "number_values": values,
            "number_kinds": kinds,
            "number_forms": _narrow(_column(self._forms)[order]),
            "number_owners": owners[order].astype(np.uint32),
            "number_pairs": numbers.bitmap(values, kinds),
        }


def _column(values: array) -> Numbers:  # type: ignore[type-arg]
    return np.frombuffer(values, values.typecode) if values else np.zeros(0, values.typecode)


def _narrow(column: Numbers) -> Numbers:
    """A column in as few bytes as hold its values."""
    low, high = column.min(initial=0), column.max(initial=0)
    return column.astype(np.promote_types(np.min_scalar_type(low), np.min_scalar_type(high)))


def _reordered(tokens: Numbers, ends: Numbers, order: Numbers) -> tuple[Numbers, Numbers]:
    """Tokens and where each person's end, in another order of people."""
    ends = ends.astype(np.int64)
    starts = np.concatenate(([0], ends[:-1]))
    lengths = ends - starts
    new = np.cumsum(lengths[order])
    shift = np.repeat(starts[order] - (new - lengths[order]), lengths[order])
    return tokens[np.arange(len(tokens)) + shift], new


def _called(tokens: Numbers, ends: Numbers, word_of: Numbers, words: int) -> dict[str, Numbers]:
    """For each word the people who are called so, in order and each once; and where each word's end."""
    word = np.where(tokens & REPEATED, WORDLESS, word_of[tokens & PIECE]) if len(tokens) else tokens
    owner = np.arange(len(ends)).repeat(ends - np.concatenate(([0], ends[:-1])))
    word, owner = word[word != WORDLESS].astype(np.int64), owner[word != WORDLESS]
    both = each_once(word << 32 | owner)
    counts = np.bincount(both >> 32, minlength=words)
    return {
        "people": (both & 0xFFFFFFFF).astype(np.uint32),
        "people_bounds": _bounds(np.cumsum(counts)),
    }


def _bounds(ends: Numbers) -> Numbers:
    """Where each row begins, and after them where the last one ends."""
    return np.concatenate(([0], ends)).astype(np.uint32)
