"""Everybody is found by the full name, by each word and each spelling, at any moment between two writes."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from frontdesk.names import index as module
from frontdesk.names.building import built
from frontdesk.names.entries import Entry
from frontdesk.names.index import NameIndex
from tests.names.houses import person

WORDS = (
    "Matti", "Mäki", "Virtanen", "O'Brien", "Anna-Liisa", "Þór", "Smith", "R.", "ராமன்", "கிருஷ்ணன்", "शर्मा",
    "ज्ञानेश्वर", "సందీప్", "రావు", "Мөнхцэцэг", "Бат-Эрдэнэ", "李明", "Иванова", "עמית", "Ü", "x", "12",
)  # fmt: skip
NAMES = st.one_of(st.just("🙂"), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
PEOPLE = st.builds(
    person,
    st.integers(1, 9),
    NAMES,
    second_spelling=st.one_of(st.just(""), NAMES),
    nickname=st.one_of(st.just(""), st.sampled_from(WORDS)),
    parts=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(("+358 40 123 4471", "09 555 123", "१२३४")), max_size=2).map(tuple),
    card=st.sampled_from(("", "AB-0017", "4471")),
    archived=st.booleans(),
    visit_count=st.integers(0, 3),
)


def ways_to_ask(entry: Entry) -> set[str]:
    """The full name, each of its words, each other spelling, each number."""
    names = {entry.name, entry.second_spelling, entry.nickname, *entry.parts}
    return (names | set(entry.name.split(" ")) | {*entry.phones, entry.card}) - {""}


class Life(RuleBasedStateMachine):
    """People come, change and go; the index is asked for all of them after each step."""

    def __init__(self) -> None:
        super().__init__()
        self._few, module.FRESH = module.FRESH, 2  # so that changes are put together again and again
        self.index = NameIndex()
        self.known: dict[int, Entry] = {}

    def teardown(self) -> None:
        module.FRESH = self._few

    @initialize(people=st.lists(PEOPLE, max_size=5))
    def first(self, people: list[Entry]) -> None:
        self.known = {one.id: one for one in people}
        self.index.rebuild(self.known.values())

    @rule(people=st.lists(PEOPLE, min_size=1, max_size=4))
    def come_or_change(self, people: list[Entry]) -> None:
        self.index.put(*people)
        self.known.update((one.id, one) for one in people)

    @rule(id=st.integers(1, 9))
    def goes(self, id: int) -> None:
        self.index.remove(id)
        self.known.pop(id, None)

    @precondition(lambda self: bool(self.known))
    @rule()
    def are_put_together(self) -> None:
        self.index.replace(lambda: built(self.known.values()))

    @invariant()
    def are_all_found(self) -> None:
        assert len(self.index) == len(self.known)
        for one in self.known.values():
            for typed in ways_to_ask(one):
                assert one.id in {hit.entry.id for hit in self.index.search(typed, 100)}, (one, typed)

    @invariant()
    def are_what_was_written(self) -> None:
        for id in range(1, 10):
            found, wanted = self.index.get(id), self.known.get(id)
            assert (found and found._replace(parts=())) == (wanted and wanted._replace(parts=()))


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=12, stateful_step_count=8, deadline=None)
