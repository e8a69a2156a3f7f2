"""Words are spelt by another process as they would be here."""

import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.names.vocabulary import Spelling
from frontdesk.services.spelling import NotSpelt, SpellingElsewhere

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
        with pytest.raises(NotSpelt):
            elsewhere.all()


def test_words_lost_on_the_way_are_missed() -> None:
    class Stays(str):
        """No other process knows this kind of word."""

        __slots__ = ()

    with SpellingElsewhere() as elsewhere:
        elsewhere.add(["virtanen"])
        elsewhere.add([Stays("salo"), "korhonen"])
        with pytest.raises(NotSpelt, match="1 of 3 words"):
            elsewhere.all()


def test_where_there_can_be_no_other_process_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    with pytest.raises(NotSpelt), SpellingElsewhere():
        pass


def test_it_does_not_outlive_who_asked() -> None:
    with SpellingElsewhere() as elsewhere:
        process = elsewhere.process
    assert process.returncode is not None


KILLED = """
import os, signal
from frontdesk.services.spelling import SpellingElsewhere
with SpellingElsewhere() as elsewhere:
    elsewhere.add(["virtanen"])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_does_not_outlive_who_asked_and_was_killed() -> None:
    asking = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, timeout=60, check=False)
    # Their errors come to an end when both have ended.
    assert (asking.returncode, asking.stderr) == (-signal.SIGKILL, b"")


@pytest.mark.parametrize(("many", "share"), [(1, 1), (5_000, 1), (5_000, 0.5)])
def test_it_ends_quietly_when_nobody_is_there_any_more(many: int, share: float) -> None:
    asked = pickle.dumps([f"{number}virtanen" for number in range(many)])
    with subprocess.Popen(
        [sys.executable, "-m", "frontdesk.services.spelling"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(asked[: int(len(asked) * share)])
        process.stdin.close()
        assert process.stderr.read() == b""
