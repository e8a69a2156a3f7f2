"""Opening lines: in whose language, for every kind, with a place for the name."""

import json

import pytest

from frontdesk.domain.notes import NoteKind
from frontdesk.domain.openings import NAMES, language_of, suggested
from frontdesk.foundation.paths import resources

LINES = json.loads(resources("openings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("spoken", "house", "language"),
    [
        ("Tamil, English", "fi", "ta"),
        ("ta-IN", "en", "ta"),
        ("Suomi / ruotsi", "en", "fi"),
        ("Finnish & Swedish", "en", "fi"),
        ("Tamil and English", "fi", "ta"),
        ("Klingon; svenska", "en", "sv"),
        ("हिन्दी", "en", "hi"),
        ("Монгол", "en", "mn"),
        ("", "fi", "fi"),
        ("Estonian", "sv-FI", "sv"),
        ("Estonian", "et", "en"),
        ("Finnegan", "te", "te"),
    ],
)
def test_the_first_language_of_ours_that_they_speak(spoken: str, house: str, language: str) -> None:
    assert language_of(spoken, house) == language


def test_every_language_has_lines_for_every_kind_each_with_a_place_for_the_name() -> None:
    assert LINES.keys() == NAMES.keys()
    for kinds in LINES.values():
        assert list(kinds) == [kind.value for kind in NoteKind]
        for lines in kinds.values():
            assert len(set(lines)) == len(lines) >= 2
            assert all(line.count("{name}") == 1 for line in lines)


def test_the_name_stands_in_its_place_whatever_is_in_it() -> None:
    first, *_ = suggested(LINES, "en", NoteKind.BIRTHDAY, "{name} {0} %s")
    assert first == "Dear {name} {0} %s, happy birthday from all of us at the desk."
