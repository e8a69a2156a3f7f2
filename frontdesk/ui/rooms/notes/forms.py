"""The small forms of the bench: what they said, how the card shall be, which labels."""

from collections.abc import Mapping

from frontdesk.foundation.words import tr
from frontdesk.reports.card import Picture, Tint
from frontdesk.reports.imposing import Fold
from frontdesk.reports.labels import Labels
from frontdesk.ui.kit.field import LongField, TextField
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.kit.form_card import FormCard, Written


class NoteForm(FormCard[Written]):
    """A form beside a note; only long words are kept nowhere else."""

    def __init__(self, heading: str, go_on: str, fields: Mapping[str, Written]) -> None:
        """The fields with what stands in them at first."""
        super().__init__(heading, go_on, fields)
        self._given = self.values()

    def begun(self) -> bool:
        """Whether something was written that is kept nowhere else."""
        long = (name for name, one in self.fields.items() if isinstance(one, LongField))
        return any(self.fields[name].value() != self._given[name] for name in long)


def answer_form(said: str, begun: str = "") -> NoteForm:
    """What they answered, with what is written down of it already, or was ``begun`` and not kept."""
    answer = LongField(tr("What did they say?"), lines=3)
    answer.set_value(said)
    form = NoteForm(tr("They answered"), tr("Write it down"), {"answer": answer})
    if begun:
        answer.set_value(begun)
    return form


def card_form(picture: Picture, *, has_words: bool) -> NoteForm:
    """How the card shall be folded, and what stands on it."""
    pictures = ChoiceField(tr("Picture"), [(one, one.title) for one in Picture])
    pictures.set_value(picture)
    inside = CheckField(tr("Print the words inside"))
    inside.setEnabled(has_words)
    return NoteForm(
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


def label_form(one: str, written: int) -> NoteForm:
    """Which labels on which sheet; ``written`` notes lie ready besides this ``one``."""
    whom = [(False, one)]
    if written:
        whom.append((True, tr("All that are written by hand ({n})").format(n=written)))
    start = TextField(tr("First label"), hint=tr("counted along the rows"))
    start.set_value("1")
    return NoteForm(
        tr("Address labels"),
        tr("Look at them"),
        {
            "every": ChoiceField(tr("For"), whom),
            "sheet": ChoiceField(tr("Sheet"), [(each, each.title) for each in Labels]),
            "start": start,
        },
    )
