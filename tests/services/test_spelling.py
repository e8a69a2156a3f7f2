"""Words are spelt by another process as they would be here."""

import pytest

from frontdesk.names.vocabulary import Spelling
from frontdesk.services.spelling import SpellingElsewhere

WORDS = [["", "virtanen", "ராமன்", "мөнхцэцэг"], ["\x02tohtori", "mu\u0308ller", "\ud800", "😀"], []]


def test_it_comes_to_the_same() -> None:
    here = Spelling()
    with SpellingElsewhere() as elsewhere:
        for words in WORDS:
            here.add(words)
            elsewhere.add(words)
        assert elsewhere.all() == here.all()


def test_more_than_a_pipe_holds_keeps_nobody_waiting() -> None:
    many = [f"{number}virtanen" for number in range(50_000)]
    with SpellingElsewhere() as elsewhere:
        elsewhere.add(many)
        elsewhere.add(many)
        assert [line for line, _ in elsewhere.all()] == [f" {word}\n" for word in many] * 2


def test_one_that_dies_is_no_end_of_the_words() -> None:
    with SpellingElsewhere() as elsewhere:
        elsewhere.add(["virtanen"])
        elsewhere.process.kill()
        with pytest.raises(RuntimeError):
            elsewhere.all()


def test_it_does_not_outlive_who_asked() -> None:
    with SpellingElsewhere() as elsewhere:
        process = elsewhere.process
    assert process.returncode is not None
