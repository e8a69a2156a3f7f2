"""What is written into the fields of the settings, read; a ValueError carries the sentence beside a field."""

from collections.abc import Callable, Collection

from frontdesk.foundation.words import tr

MOST_DAYS = 366
"""Days before or after an end that somebody may be reminded at."""


def days(most: int) -> Callable[[str], int]:
    """Reads a number of days up to ``most``; nothing is none."""

    def read(text: str) -> int:
        if not text:
            return 0
        if not text.isdecimal() or int(text) > most:
            raise ValueError(tr("Between 0 and {n} days.").format(n=most))
        return int(text)

    return read


def several_days(text: str) -> tuple[int, ...]:
    """Reads “30, 14, 7, 1”; each once, in the order written."""
    numbers = text.replace(",", " ").replace(";", " ").split()
    if not all(number.isdecimal() and 1 <= int(number) <= MOST_DAYS for number in numbers):
        raise ValueError(tr("Days between 1 and {n}, such as 30, 14, 7.").format(n=MOST_DAYS))
    return tuple(dict.fromkeys(map(int, numbers)))


def in_a_row(numbers: tuple[int, ...]) -> str:
    """“30, 14, 7, 1”."""
    return ", ".join(map(str, numbers))


def one_of(known: Callable[[], Collection[str]], sentence: str) -> Callable[[str], str]:
    """Reads one of the names there are, whatever its capitals; raises with ``sentence`` for any other.

    As long as none are known, whatever is written is taken.
    """

    def read(text: str) -> str:
        names = known()
        if not names or text in names:
            return text
        alike = [name for name in names if name.casefold() == text.casefold().replace(" ", "_")]
        if not alike:
            raise ValueError(sentence)
        return alike[0]

    return read
