"""The words of a large house spelt by another process, while everybody is still being read."""

import gc
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from typing import IO, Any, cast

from frontdesk.names.vocabulary import Spelling, Spelt, spelt


class NotSpelt(Exception):
    """The other process could not be begun, or has not spelt all words."""


class SpellingElsewhere(Spelling):
    """Spells words in another process, which ends with this one; a context.

    Threads write to it and read from it, so that nobody waits for room in a pipe. To enter it raises
    :class:`NotSpelt` where there can be no other process.
    """

    def __enter__(self) -> "SpellingElsewhere":
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "frontdesk.services.spelling"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        except OSError as error:
            raise NotSpelt from error
        self._given = 0
        self._writing, self._reading = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._read = self._reading.submit(_pipe(self.process.stdout).read)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self._writing.shutdown()
        self._reading.shutdown()
        with suppress(OSError), self.process:
            pass  # which closes its pipes

    def add(self, words: Sequence[str]) -> None:
        """Have more native keys spelt."""
        self._given += len(words)
        self._writing.submit(pickle.dump, words, _pipe(self.process.stdin))

    def all(self) -> list[Spelt]:
        """All words, in their order; raises :class:`NotSpelt` where one is missing."""
        self._writing.submit(_pipe(self.process.stdin).close)
        found = [word for words in _each(BytesIO(self._read.result())) for word in words]
        if len(found) != self._given:  # whatever went wrong, in which process and on which way
            raise NotSpelt(f"{len(found)} of {self._given} words came back")
        return found


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    """An end of a pipe that was asked for."""
    return cast("IO[bytes]", end)


def _each(stream: IO[bytes]) -> Iterator[Any]:
    """What was written to a stream, one thing after another, until it ends or is cut short."""
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(stream)  # noqa: S301  # from a process of our own


if __name__ == "__main__":
    gc.disable()  # nothing made here is garbage before the end
    with suppress(OSError), sys.stdout.buffer as answer:  # whoever asked may be gone, and needs none
        for words in _each(sys.stdin.buffer):
            pickle.dump(list(map(spelt, words)), answer)
