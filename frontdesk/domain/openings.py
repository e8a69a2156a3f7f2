"""Opening lines for a note, in the language of whoever gets it: suggested, never written by themselves."""

import re
from collections.abc import Iterable, Mapping

from frontdesk.domain.notes import NoteKind
from frontdesk.domain.text import fold

Lines = Mapping[str, Mapping[str, Iterable[str]]]
"""Lines by language (“ta”) and by kind of note; “{name}” stands for how the person is addressed."""

NAMES = {
    "en": ("english",),
    "fi": ("finnish", "suomi"),
    "sv": ("swedish", "svenska", "ruotsi"),
    "hi": ("hindi", "हिन्दी", "हिंदी"),
    "ta": ("tamil", "தமிழ்"),
    "te": ("telugu", "తెలుగు"),
    "mn": ("mongolian", "монгол", "монгол хэл"),
}
"""What each language of ours is called, besides its tag."""


_BETWEEN = re.compile(r"[,;/&+]|\sand\s")


def language_of(spoken: str, house: str) -> str:
    """The first language of ours that somebody speaks, by the free text on the card; else the house's own.

    “Tamil, English” is Tamil, “ta-IN” too; English where neither is one of ours.
    """
    for text in (*_BETWEEN.split(spoken), house):
        named = fold(text)
        for tag, names in NAMES.items():
            if named in names or named.replace("_", "-").partition("-")[0] == tag:
                return tag
    return "en"


def suggested(lines: Lines, language: str, kind: NoteKind, called: str) -> tuple[str, ...]:
    """The lines for a kind of note in a language, to somebody who is called so."""
    return tuple(line.replace("{name}", called) for line in lines.get(language, {}).get(kind.value, ()))
