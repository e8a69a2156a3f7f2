"""What begins so, and what begins nearly so, among many keys."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from frontdesk.names.trie import NOWHERE, Trie, grown

_KEYS = st.lists(st.text("abkäரா", min_size=1, max_size=8), min_size=1, max_size=30).map(sorted)
_TYPED = st.text("abkäரx", min_size=4, max_size=7)


def below(trie: Trie, keys: list[str], node: int) -> tuple[list[str], list[str]]:
    """The keys that end at a node, and those that go on."""
    first, on, last = trie.below(node)
    return keys[first:on], keys[on:last]


@given(_KEYS, st.text("abkäரா", min_size=1, max_size=8))
def test_the_keys_that_begin_so_are_found_and_no_others(keys: list[str], typed: str) -> None:
    trie = Trie(grown(keys))
    node = trie.find(typed)
    if node == NOWHERE:
        assert not [key for key in keys if key.startswith(typed)]
    else:
        whole, more = below(trie, keys, node)
        assert whole == [key for key in keys if key == typed]
        assert more == [key for key in keys if key.startswith(typed) and key != typed]


@given(_KEYS, _TYPED, st.integers(1, 2))
def test_the_keys_that_begin_nearly_so_are_found_and_no_others(
    keys: list[str], typed: str, slips: int
) -> None:
    trie = Trie(grown(keys))
    found = trie.near([typed], slips)
    first, on, last = trie.all_below(found.nodes)
    assert len(set(found.nodes.tolist())) == len(found.nodes)
    near = {key for one, end in zip(first.tolist(), last.tolist(), strict=True) for key in keys[one:end]}
    wanted = {key for key in keys if _distance(typed, key) <= slips}
    if typed.isascii() and all(map(str.isascii, keys)):
        assert near == wanted
    else:  # a letter is not mistaken for one of another script
        assert near <= wanted
        assert near >= {key for key in wanted if key.isascii() is typed.isascii()} or not typed.isascii()
    for node, one, end in zip(found.nodes.tolist(), first.tolist(), on.tolist(), strict=True):
        assert below(trie, keys, node)[0] == keys[one:end]


def _distance(typed: str, key: str) -> int:
    beginnings = ("", *accumulate(key))
    return min(OSA.distance(typed, beginning) for beginning in beginnings)


def test_a_slip_easily_made_costs_less() -> None:
    keys = sorted(("virtanen", "virtamen", "virtaqen"))
    trie = Trie(grown(keys))
    found = trie.near(["virtaben"], 1)
    costs = {
        below(trie, keys, node)[0][0]: cost
        for node, cost in zip(found.nodes.tolist(), found.costs.tolist(), strict=True)
    }
    assert costs["virtanen"] < costs["virtaqen"]
    assert set(costs) == set(keys)


def test_a_key_longer_than_the_tree_is_deep_is_found_by_its_beginning() -> None:
    keys = ["a" * 30, "a" * 40]
    trie = Trie(grown(keys))
    assert below(trie, keys, trie.find("a" * 25))[0] == keys
