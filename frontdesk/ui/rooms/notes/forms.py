"""The small forms of the bench: what they said, how the card shall be, which labels."""

from frontdesk.foundation.words import tr
from frontdesk.reports.card import Picture, Tint
from frontdesk.reports.imposing import Fold
from frontdesk.reports.labels import Labels
from frontdesk.ui.kit.field import LongField, TextField
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.rooms.notes.small_form import SmallForm


def answer_form(said: str) -> SmallForm:
    """What they answered, with what is written down of it already."""
    answer = LongField(tr("What did they say?"), lines=3)
    answer.set_value(said)
    return SmallForm(tr("They answered"), tr("Write it down"), {"answer": answer})


def card_form(picture: Picture, *, has_words: bool) -> SmallForm:
    """How the card shall be folded, and what stands on it."""
    pictures = ChoiceField(tr("Picture"), [(one, one.title) for one in Picture])
    pictures.set_value(picture)
    inside = CheckField(tr("Print the words inside"))
    inside.setEnabled(has_words)
    return SmallForm(
        tr("The card"),
        tr("Look at it"),
        {
            "fold": ChoiceField(tr("Size"), [(one, one.title) for one in Fold]),
            "picture": pictures,
            "tint": ChoiceField(tr("Colour"), [(one, one.title) for one in Tint]),
            "greeting": TextField(tr("Words on the front")),
            "inside": inside,
        },
    )


def label_form(one: str, written: int) -> SmallForm:
    """Which labels on which sheet; ``written`` notes lie ready besides this ``one``."""
    whom = [(False, one)]
    if written:
        whom.append((True, tr("All that are written by hand ({n})").format(n=written)))
    start = TextField(tr("First label"), hint=tr("counted along the rows"))
    start.set_value("1")
    return SmallForm(
        tr("Address labels"),
        tr("Look at them"),
        {
            "every": ChoiceField(tr("For"), whom),
            "sheet": ChoiceField(tr("Sheet"), [(each, each.title) for each in Labels]),
            "start": start,
        },
    )
