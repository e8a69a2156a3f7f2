"""Names of all scripts are laid out whole: no sign without its letter, no line too low."""

from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from frontdesk.names.graphemes import graphemes
from frontdesk.ui.kit import shaping
from frontdesk.ui.kit.measures import Size, font
from frontdesk.ui.kit.shaping import Wording, keeps_shapes, shape
from frontdesk.ui.kit.spans import Span
from frontdesk.ui.kit.theme import Theme
from tests.support.missing import missing

NAMES = [
    "ராமன் கிருஷ்ணமூர்த்தி",
    "குரு",
    "கௌசல்யா",
    "லக்ஷ்மி",
    "क्षत्रिय",
    "लक्ष्मी कौशिक",
    "శ్రీనివాసరావు",
    "Болд Ганзориг",
    "Eeva-Liisa Järvenpää",
    "Zoë 👩‍👩‍👧 Kim",
    "مريم الفارسي",
]
DOTTED_CIRCLE = "\u25cc"


@pytest.fixture(autouse=True)
def looks(theme: Theme) -> None:
    families = " ".join(QFontDatabase.families())
    for script in ("Tamil", "Telugu", "Devanagari"):
        if script not in families:
            missing(f"there is no font for {script} (Debian: fonts-noto-core)")


def borders(name: str) -> list[int]:
    at = [0]
    for one in graphemes(name):
        at.append(at[-1] + len(one))
    return at


def shows_dotted_circle(layout: QTextLayout) -> bool:
    for run in layout.glyphRuns():
        raw: QRawFont = run.rawFont()
        circle = raw.glyphIndexesForString(DOTTED_CIRCLE)
        if circle and circle[0] and circle[0] in run.glyphIndexes():
            return True
    return False


@pytest.mark.parametrize("name", NAMES)
def test_marking_any_part_leaves_no_sign_without_its_letter(qapp: QApplication, name: str) -> None:
    at = borders(name)
    for start, end in [*pairwise(at), *((0, stop) for stop in at[1:])]:
        laid = shape(Wording(name, font(Size.RESULT), (Span(start, end),)))
        assert not shows_dotted_circle(laid.layout), (name, name[start:end])


def test_a_torn_sign_would_be_seen(qapp: QApplication) -> None:
    layout = shape(Wording("\u0bcc", font(Size.RESULT))).layout
    assert shows_dotted_circle(layout)


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_high_enough_for_signs_above_and_below(qapp: QApplication, name: str) -> None:
    for size in Size:
        laid = shape(Wording(name, font(size)))
        assert laid.step >= 1.4 * font(size).pixelSize()
        assert laid.step >= laid.layout.lineAt(0).height()


def test_a_ligature_is_not_broken_by_bold(qapp: QApplication) -> None:
    body = font(Size.RESULT)
    name = "லக்ஷ்மி"
    assert not keeps_shapes(name, body, Span(0, 3)), "க்ஷ is one shape: bold must not end inside it"
    assert keeps_shapes(name, body, Span(0, 1))
    assert not shape(Wording(name, body, (Span(0, 3),))).layout.formats()


@pytest.mark.parametrize(
    "name", ["Болд Ганзориг", "Eeva-Liisa Järvenpää", "Zoë Łukasz Ωνάσης", "Jose\u0301 Өлзий"]
)
def test_letters_that_are_not_joined_need_no_comparing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    body = font(Size.RESULT)
    monkeypatch.setattr(shaping, "_FIRST_JOINED", "")  # compare them all the same
    for start, end in pairwise(borders(name)):
        assert keeps_shapes(name, body, Span(start, end)), (name, name[start:end])


def test_what_is_safe_is_bold(qapp: QApplication) -> None:
    laid = shape(Wording("ராமன் கிரு", font(Size.RESULT), (Span(0, 5), Span(6, 8))))
    assert [(f.start, f.length) for f in laid.layout.formats()] == [(0, 5), (6, 2)]
    assert all(f.format.fontWeight() >= 700 for f in laid.layout.formats())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [30, 55, 80, 120])
def test_what_is_too_long_ends_after_a_whole_letter(qapp: QApplication, name: str, width: int) -> None:
    laid = shape(Wording(name, font(Size.RESULT)), width)
    text = laid.layout.text()
    assert laid.size.width() <= width + 1
    if laid.cut:
        kept = text.removesuffix("…")
        assert text != kept
        assert any(name[:stop].rstrip() == kept for stop in borders(name))
    else:
        assert text == name


def test_wrapped_words_stop_at_their_last_line(qapp: QApplication) -> None:
    words = "a very long second line that goes on and on about nothing at all " * 5
    laid = shape(Wording(words, font(Size.LESS)), 200, 2)
    assert laid.layout.lineCount() == 2
    assert laid.layout.text().endswith("…")
    assert laid.cut


def test_everything_is_shown_when_lines_are_not_counted(qapp: QApplication) -> None:
    words = "word " * 300
    laid = shape(Wording(words, font(Size.BODY)), 200, 0)
    assert laid.layout.text() == words
    assert not laid.cut


def test_a_name_of_ten_thousand_letters_does_not_hold_up_the_desk(qapp: QApplication) -> None:
    begun = perf_counter()
    laid = shape(Wording("கௌ" * 5000, font(Size.RESULT), (Span(0, 2),)), 300, 2)
    assert laid.cut
    assert perf_counter() - begun < 0.5


def test_control_characters_are_harmless(qapp: QApplication) -> None:
    laid = shape(Wording("Anna\x00\tMaria\r\nVirtanen", font(Size.RESULT)))
    assert laid.layout.text() == "Anna  Maria  Virtanen"
    assert laid.layout.lineCount() == 1


def test_lines_of_a_note_stay_lines(qapp: QApplication) -> None:
    assert shape(Wording("first\nsecond", font(Size.BODY)), 400, 0).layout.lineCount() == 2
