"""A folded card as data: its picture, its colour, and the few words on it."""

from dataclasses import dataclass
from enum import Enum

from frontdesk.foundation.words import tr
from frontdesk.reports.eliding import LINE, NAME, breakable, one_line

INSIDE = 5_000
"""The longest paragraph that is printed inside, in letters."""


class Picture(Enum):
    """A picture for the front; the value is the name of its file in ``resources/cards``."""

    BIRTHDAY = "birthday"
    THANK_YOU = "thank-you"
    CONGRATULATION = "congratulation"
    GET_WELL = "get-well"
    SYMPATHY = "sympathy"
    WE_MISS_YOU = "we-miss-you"
    WELCOME = "welcome"
    PLAIN = "plain"

    @property
    def title(self) -> str:
        """What to choose it by."""
        return {
            Picture.BIRTHDAY: tr("Birthday"),
            Picture.THANK_YOU: tr("Thank you"),
            Picture.CONGRATULATION: tr("Congratulations"),
            Picture.GET_WELL: tr("Get well"),
            Picture.SYMPATHY: tr("Sympathy"),
            Picture.WE_MISS_YOU: tr("We miss you"),
            Picture.WELCOME: tr("Welcome"),
            Picture.PLAIN: tr("Plain"),
        }[self]


class Tint(Enum):
    """The one soft colour of a picture; the value is the colour. White is for a black and white printer."""

    NONE = "#ffffff"
    SAGE = "#d3e4d8"
    ROSE = "#f3dcd2"
    SKY = "#d5e3ee"
    SAND = "#efe4c9"

    @property
    def title(self) -> str:
        """What to choose it by."""
        return {
            Tint.NONE: tr("Black and white"),
            Tint.SAGE: tr("Sage"),
            Tint.ROSE: tr("Rose"),
            Tint.SKY: tr("Sky"),
            Tint.SAND: tr("Sand"),
        }[self]


@dataclass(frozen=True, slots=True)
class Card:
    """A card: a picture and perhaps a ``greeting`` on the front, the ``house`` on the back.

    ``inside`` is for those who print their text; for all others the inside stays white for a pen.
    """

    picture: Picture
    greeting: str = ""
    inside: tuple[str, ...] = ()
    house: str = ""
    tint: Tint = Tint.NONE


def card(
    picture: Picture, *, greeting: str = "", inside: str = "", house: str = "", tint: Tint = Tint.NONE
) -> Card:
    """A card with texts as they were typed; an empty line in ``inside`` stays one."""
    paragraphs = tuple(breakable(one_line(line, longest=INSIDE)) for line in inside.strip().splitlines())
    return Card(
        picture, breakable(one_line(greeting, LINE)), paragraphs, breakable(one_line(house, NAME)), tint
    )


def left_out_hint(texts: tuple[str, ...]) -> str:
    """A sentence for the desk about texts that a card has no room for; nothing where all fit."""
    if not texts:
        return ""
    named = ", ".join(tr("“{text}”").format(text=one_line(text, 30)) for text in texts)
    return tr("Too long for the card and left out: {texts}. Shorten it, or take a larger card.").format(
        texts=named
    )
