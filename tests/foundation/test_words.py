"""The program's words in another language."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from frontdesk.foundation import words


@pytest.fixture
def finnish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small Finnish catalogue, as a translator would give it."""
    catalogue = Catalog(locale="fi")
    catalogue.add("Hello {name}", "Hei {name}")
    catalogue.add(("{n} person", "{n} people"), ("{n} henkilö", "{n} henkilöä"))
    folder = tmp_path / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "frontdesk.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(words, "resources", lambda *_: tmp_path)


@pytest.mark.usefixtures("finnish")
def test_a_sentence_is_said_in_the_users_language() -> None:
    words.speak("fi")
    assert words.tr("Hello {name}").format(name="Yrjö") == "Hei Yrjö"
    assert words.language() == "fi"


@pytest.mark.usefixtures("finnish")
def test_numbers_take_the_form_that_the_language_wants() -> None:
    words.speak("fi")
    assert [words.trn("{n} person", "{n} people", n) for n in (1, 2)] == ["1 henkilö", "2 henkilöä"]


@pytest.mark.usefixtures("finnish")
def test_a_language_without_a_translation_is_spoken_in_english() -> None:
    words.speak("mn")
    assert words.tr("Hello {name}") == "Hello {name}"
    assert words.trn("{n} person", "{n} people", 2) == "2 people"


def test_nothing_translates_to_nothing() -> None:
    assert words.tr("") == ""
