"""All keys as one tree of letters, in arrays: which begin so, and which begin nearly so.

Nodes are numbered level by level, the children of a node by letter, so that the edges (node, letter) stand in
order and a step down is a binary search. The keys are in order too: those below a node are one range.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from frontdesk.names import typos
from frontdesk.names.arrays import each_once, seen

Numbers = np.ndarray[Any, Any]

NOWHERE = -1
_DEPTH = 20
"""How many letters of a key stand in the tree; a longer one is found by these."""

_ASCII, _SIGNS = 0x80, 32


def grown(keys: Sequence[str]) -> dict[str, Numbers]:
    """The arrays of a tree of ``keys``, which are in order."""
    depth = min(max(map(len, keys), default=1), _DEPTH)  # no key is empty
    points = np.array(keys, dtype=f"U{depth}").view(np.uint32).reshape(len(keys), depth)
    letters = each_once(points.ravel())
    letters = letters[letters > 0]
    shift = len(letters).bit_length()
    codes = np.searchsorted(letters, points)
    lengths = (points > 0).sum(axis=1)
    shared = _shared(points)
    edges, firsts, lasts = [], [np.zeros(1, np.int64)], [np.full(1, len(keys), np.int64)]
    above, count, levels = np.zeros(len(keys), np.int64), 1, [0]
    for level in range(depth):
        levels.append(count)
        inside = np.flatnonzero(lengths > level)
        begins = shared[inside] <= level  # a node begins where this letter is not that of the key before
        first = inside[begins]
        edges.append(above[first] << shift | codes[first, level])
        own = np.cumsum(begins) - 1
        last = np.zeros(len(first), np.int64)
        last[own] = inside + 1  # of several the last stays
        above[inside] = count + own
        firsts.append(first)
        lasts.append(last)
        count += len(first)
    kind = np.uint32 if (count << shift) < 1 << 32 else np.uint64
    in_order = np.concatenate(edges).astype(kind) if len(keys) else np.zeros(0, kind)
    return {
        "letters": letters,
        "edges": in_order,
        "children": _signs(in_order, shift, count),
        "levels": np.array(levels, np.uint32),
        "firsts": np.concatenate(firsts).astype(np.uint32),
        "lasts": np.concatenate(lasts).astype(np.uint32),
    }


def _signs(edges: Numbers, shift: int, nodes: int) -> Numbers:
    """For each node a bit for each letter it goes on with, several letters sharing one."""
    found = np.zeros(nodes, np.uint32)
    if len(edges):
        parents, starts = np.unique(edges >> shift, return_index=True)
        bits = np.uint32(1) << (edges & ((1 << shift) - 1)).astype(np.uint32) % _SIGNS
        found[parents] = np.bitwise_or.reduceat(bits, starts)
    return found


def _shared(points: Numbers) -> Numbers:
    """How many first letters each key has in common with the one before it."""
    same = np.ones(max(len(points) - 1, 0), bool)
    shared = np.zeros(len(points), np.int64)
    for column in points.T:
        same &= (column[1:] == column[:-1]) & (column[1:] > 0)
        shared[1:] += same
    return shared


class Near(NamedTuple):
    """Nodes whose letters are nearly what was typed, each once, and what the slips cost."""

    nodes: Numbers
    costs: Numbers


# A state is one number: a node, how many typed letters have led there, and what the slips on the way cost.
_READ, _NODE = 8, 16
_COST, _BELOW_NODE = (1 << _READ) - 1, (1 << _NODE) - 1
_ONE_READ, _READS, _MOST_READ = 1 << _READ, _BELOW_NODE - _COST, (1 << _NODE - _READ) - 1
_FEW_STATES = 8
"""So few are walked on one by one sooner than together."""


class _Row:
    """Typed keys one after another, each with an end that is no letter; places in it are what states count.

    ``extra`` is what a letter too many costs at each place, 0 where there is none.
    """

    def __init__(self, codes: Mapping[str, int], keys: Sequence[str]) -> None:
        unknown = len(codes)
        self.letters = "".join(f"{key}\0" for key in keys)
        self._codes = [*(codes.get(letter, unknown) for letter in self.letters), unknown]
        self.codes = np.array(self._codes)
        self.ends = np.array([letter == "\0" for letter in self.letters])
        self.starts = [0, *(at + 1 for at, letter in enumerate(self.letters[:-1]) if letter == "\0")]
        self.at_start = np.zeros(len(self.letters), np.int64)
        self.at_start[self.starts] = typos.FIRST_LETTER
        self.extra = np.array(
            [price for key in keys for price in (*map(partial(_extra, key), range(len(key))), 0)]
        )
        self.is_ascii = self.letters.isascii()

    def codes_after(self, at: int) -> list[int]:
        """The codes of the letters from a place on to the end of its key, which is none of them."""
        return self._codes[at : self.letters.index("\0", at)]


def _extra(key: str, at: int) -> int:
    return typos.too_many(key, at) if len(key) > 1 else 0


class Trie:
    """The tree of a segment's keys."""

    def __init__(self, arrays: Mapping[str, Numbers]) -> None:
        """Take the arrays that :func:`grown` has made."""
        self._edges, self._firsts, self._lasts = arrays["edges"], arrays["firsts"], arrays["lasts"]
        self._letters, self._levels = arrays["letters"], arrays["levels"]
        self._signs = arrays["children"]
        self._sign_of = np.arange(len(self._letters) + 1, dtype=np.uint32) % _SIGNS
        self._shift = len(self._letters).bit_length()
        self._codes = {chr(point): code for code, point in enumerate(self._letters.tolist())}
        self._ascii = int(np.searchsorted(self._letters, _ASCII))
        self._kind = self._edges.dtype.type
        self._in_order = seen(self._edges)
        self._wrong: dict[str, Numbers] = {}

    def path(self, key: str) -> list[int]:
        """The nodes on the way down ``key``, as far as there is one; one for each letter."""
        unknown = len(self._letters)
        return list(self._walk(0, [self._codes.get(letter, unknown) for letter in key[:_DEPTH]]))

    def _walk(self, node: int, codes: Iterable[int]) -> Iterator[int]:
        """The nodes on the way down from one by the codes of letters, as far as there is one."""
        for code in codes:
            edge = node << self._shift | code
            at = bisect_left(self._in_order, edge)
            if at == len(self._in_order) or self._in_order[at] != edge:
                break
            node = at + 1
            yield node

    def find(self, key: str) -> int:
        """The node of ``key``, or NOWHERE."""
        path = self.path(key)
        return path[-1] if path and len(path) == min(len(key), _DEPTH) else NOWHERE

    def below(self, node: int) -> tuple[int, int, int]:
        """The keys below a node: the first, the first that goes on after it, and the one after the last."""
        first, last = int(self._firsts[node]), int(self._lasts[node])
        child = bisect_left(self._in_order, node << self._shift)
        on = child < len(self._in_order) and self._in_order[child] >> self._shift == node
        return first, int(self._firsts[child + 1]) if on else last, last

    def all_below(self, nodes: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The same for many nodes."""
        first, last = self._firsts[nodes], self._lasts[nodes]
        child = self._edges.searchsorted((nodes << self._shift).astype(self._kind))
        inside = np.minimum(child, len(self._edges) - 1)
        on = (child < len(self._edges)) & (self._edges[inside] >> self._shift == nodes)
        return first, np.where(on, self._firsts[inside + 1], last), last

    def depths(self, nodes: Numbers) -> Numbers:
        """How many letters lead to each node."""
        return self._levels.searchsorted(nodes, side="right") - 1

    def near(self, typed: Sequence[str], slips: int) -> Near:
        """The nodes that any of these typed keys may stand for if at most ``slips`` slips were made in it.

        A slip is a letter wrong, missing, too many, or swapped with the next (optimal string alignment). A
        wrong or missing letter is taken to be of the same kind, ASCII or not, as what was typed.
        """
        if not len(self._edges) or not typed:
            return Near(np.zeros(0, np.int64), np.zeros(0, np.int64))
        row = _Row(self._codes, [key[:_DEPTH] for key in typed])
        states, ended = np.array(row.starts) * _ONE_READ, []
        for left in range(slips, -1, -1):
            reached = self._read_on(states, row)
            full = row.ends[(reached & _READS) >> _READ]
            ended.append(reached[full])
            if left:
                states = self._slipped(reached[~full], row)
        found = np.sort(np.concatenate(ended) & ~_READS)
        nodes = found >> _NODE
        first = np.ones(len(nodes), bool)  # of a node reached in several ways the cheapest
        first[1:] = nodes[1:] != nodes[:-1]
        return Near(nodes[first], found[first] & _COST)

    def _read_on(self, states: Numbers, row: "_Row") -> Numbers:
        """The states and all that follow from them by typed letters without a slip."""
        found = [states]
        while len(states) > _FEW_STATES:
            states = self._step(states, row.codes[(states & _READS) >> _READ]) + _ONE_READ
            found.append(states)
        walked: list[int] = []
        for state in states.tolist():
            below = state & _BELOW_NODE
            for node in self._walk(state >> _NODE, row.codes_after(state >> _READ & _MOST_READ)):
                below += _ONE_READ
                walked.append((node << _NODE) + below)
        return np.concatenate((*found, np.array(walked, np.int64)))

    def _step(self, states: Numbers, codes: Numbers) -> Numbers:
        """Those of the states that can go on by these letters, one level down; nothing read yet."""
        nodes = states >> _NODE
        # Hardly any can, and most of the others are told apart without a search.
        may = (self._signs[nodes] >> self._sign_of[codes] & 1).nonzero()[0]
        wanted = ((nodes[may] << self._shift) + codes[may]).astype(self._kind)
        at = self._edges.searchsorted(wanted)
        at[at == len(self._edges)] = 0
        there = self._edges[at] == wanted
        down: Numbers = (at[there] + 1 << _NODE) + (states[may[there]] & _BELOW_NODE)
        return down

    def _slipped(self, states: Numbers, row: "_Row") -> Numbers:
        """The states after one slip more."""
        read = (states & _READS) >> _READ
        states = states + row.at_start[read]
        found = self._children(states, row)
        swapped = self._step(states, row.codes[read + 1])
        swapped = self._step(swapped, row.codes[(swapped & _READS) >> _READ])
        found.append(swapped + (2 * _ONE_READ + typos.SWAPPED))
        too_many = row.extra[read] > 0
        found.append(states[too_many] + (_ONE_READ + row.extra[read[too_many]]))
        return np.concatenate(found)

    def _children(self, states: Numbers, row: "_Row") -> list[Numbers]:
        """A letter wrong, and a letter missing."""
        low, high = (0, self._ascii) if row.is_ascii else (self._ascii, len(self._letters))
        nodes = (states >> _NODE << self._shift).astype(self._kind)
        first = self._edges.searchsorted(nodes + self._kind(low))
        count = self._edges.searchsorted(nodes + self._kind(high)) - first
        at = np.arange(int(count.sum())) + (first - (count.cumsum() - count)).repeat(count)
        letter = (self._edges[at] & self._kind((1 << self._shift) - 1)).astype(np.int64)
        states = states.repeat(count)
        read = (states & _READS) >> _READ
        child = (at + 1 << _NODE) + (states & _BELOW_NODE)
        prices = np.concatenate([self._prices(one) for one in row.letters])
        wrong = prices[read * (len(self._letters) + 1) + letter]
        missing = np.where(letter == row.codes[read], typos.DOUBLED, typos.MISSING)
        return [child + _ONE_READ + wrong, child + missing]

    def _prices(self, typed: str) -> Numbers:
        """What each letter of the tree costs where ``typed`` was typed for it."""
        found = self._wrong.get(typed)
        if found is None:
            meant = [chr(point) for point in self._letters.tolist()]
            found = self._wrong[typed] = np.array([typos.wrong(typed, one) for one in meant] + [0])
        return found
