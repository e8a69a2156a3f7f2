"""Everything that is written can be read: each text on each ground it may stand on, in light and in dark."""

import pytest

from frontdesk.ui.kit.colours import DARK, LIGHT, MONOGRAM_GROUNDS, MONOGRAM_INK, Colours, Level, contrast
from frontdesk.ui.kit.label import Tone

READABLE = 4.5
both = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])


@both
@pytest.mark.parametrize("ground", ["ground", "panel", "brand_ground"])
@pytest.mark.parametrize("tone", list(Tone))
def test_every_ink_can_be_read_on_every_ground(shown: Colours, ground: str, tone: Tone) -> None:
    assert contrast(tone.of(shown), getattr(shown, ground)) >= READABLE


@both
@pytest.mark.parametrize("level", list(Level))
def test_the_words_of_a_badge_can_be_read(shown: Colours, level: Level) -> None:
    assert contrast(shown.text(level), shown.under(level)) >= READABLE


@both
def test_the_primary_button_can_be_read(shown: Colours) -> None:
    assert contrast(shown.on_brand, shown.brand) >= READABLE


@pytest.mark.parametrize("ground", MONOGRAM_GROUNDS)
def test_monograms_can_be_read(ground: str) -> None:
    assert contrast(MONOGRAM_INK, ground) >= READABLE


def test_somebody_not_known_yet_can_be_read() -> None:
    assert contrast(MONOGRAM_INK, LIGHT.red) >= READABLE


def test_there_are_eight_grounds_and_no_two_alike() -> None:
    assert len(set(MONOGRAM_GROUNDS)) == 8


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
