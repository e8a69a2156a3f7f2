"""The two sets of colours; colour carries meaning only, and never alone."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a colour says: nothing, belongs to us, due, late or must know, done."""

    NEUTRAL = "neutral"
    BRAND = "brand"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours as ``#rrggbb``; each text colour is readable on every ground of its set."""

    dark: bool
    ground: str
    panel: str
    line: str
    ink: str
    soft: str
    brand: str
    brand_ground: str
    on_brand: str
    amber: str
    amber_ground: str
    red: str
    red_ground: str
    green: str
    green_ground: str

    def text(self, level: Level) -> str:
        """The colour of words at this level."""
        return {
            Level.NEUTRAL: self.soft,
            Level.BRAND: self.brand,
            Level.AMBER: self.amber,
            Level.RED: self.red,
            Level.GREEN: self.green,
        }[level]

    def under(self, level: Level) -> str:
        """The ground that words at this level stand on."""
        return {
            Level.NEUTRAL: self.ground,
            Level.BRAND: self.brand_ground,
            Level.AMBER: self.amber_ground,
            Level.RED: self.red_ground,
            Level.GREEN: self.green_ground,
        }[level]


LIGHT = Colours(
    dark=False,
    ground="#f6f5f2",
    panel="#ffffff",
    line="#e3e0d8",
    ink="#1f2328",
    soft="#5d646d",
    brand="#0f5e5a",
    brand_ground="#e2f0ee",
    on_brand="#ffffff",
    amber="#8a4b00",
    amber_ground="#fff1d6",
    red="#a3231c",
    red_ground="#fde6e3",
    green="#1d6b34",
    green_ground="#e2f3e6",
)

DARK = Colours(
    dark=True,
    ground="#17191c",
    panel="#1f2226",
    line="#33373d",
    ink="#eceae6",
    soft="#a4abb3",
    brand="#6cc7bf",
    brand_ground="#17363a",
    on_brand="#17191c",
    amber="#ffc46b",
    amber_ground="#3a2c12",
    red="#ff9b92",
    red_ground="#3d1d1b",
    green="#8fd6a4",
    green_ground="#17331f",
)

MONOGRAM_GROUNDS = (
    "#2d6e8f",
    "#8a5a2b",
    "#4a6b3a",
    "#7a4d8c",
    "#9c4a58",
    "#5a5e9c",
    "#2a6f68",
    "#6b6256",
)
"""Grounds of monograms in both themes; the letters on them are white."""

MONOGRAM_INK = "#ffffff"


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """How light ``#rrggbb`` is, 0 to 1, by the definition of WCAG 2."""
    red, green, blue = (_light(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, by the definition of WCAG 2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
