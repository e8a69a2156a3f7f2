"""The house's own choices on the screen."""

from collections.abc import Callable
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from frontdesk.domain.dates import LeapRule
from frontdesk.domain.house import House
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.field import Field, ReadField, TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.form import Form

LANGUAGES = (("en", "English"), ("fi", "suomi"))
_MOST = 60


class HouseCard(Card):
    """A form over the house's settings; ``keep`` is called with a field's name and value."""

    def __init__(self, keep: Callable[[str, object], None]) -> None:
        """Empty until :meth:`show_house`."""
        super().__init__(tr("The house"))
        self.fields: dict[str, Field] = {
            "name": TextField(tr("Name"), hint=tr("as it stands on the door")),
            "desk": TextField(tr("This desk"), hint=tr("such as Front desk 1")),
            "zone": _zone(),
            "region": TextField(tr("Country"), hint=tr("two letters, such as FI: for phone numbers")),
            "language": ChoiceField(tr("Language"), _languages()),
            "currency": TextField(tr("Currency"), hint="EUR"),
            "paper": ChoiceField(tr("Paper"), (("A4", "A4"), ("Letter", "Letter"))),
            "leap": ChoiceField(tr("29 February is kept on"), _leap_rules()),
            "lead_days": _days(tr("Birthdays: days ahead")),
            "belated_days": _days(tr("Birthdays: days after")),
        }
        form = Form(columns=2)
        for name, field in self.fields.items():
            form.add(field)
            field.left.connect(lambda value, name=name: keep(name, value))
        self.add(form)

    def show_house(self, house: House) -> None:
        """Show the house as it is set; a field that is being written in is left alone."""
        for name, field in self.fields.items():
            if not field.is_being_edited():
                field.set_value(getattr(house, name))  # type: ignore[attr-defined]

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it was not kept."""
        if name in self.fields:
            self.fields[name].set_error(sentence)


def _zone() -> TextField:
    field = TextField(tr("Time zone"), hint="Europe/Helsinki")
    completer = QCompleter(sorted(available_timezones()), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.line.setCompleter(completer)
    return field


def _languages() -> list[tuple[str, str]]:
    return list(LANGUAGES)


def _leap_rules() -> list[tuple[LeapRule, str]]:
    return [(LeapRule.FEBRUARY_28, tr("28 February")), (LeapRule.MARCH_1, tr("1 March"))]


def _days(label: str) -> ReadField[int]:
    def read(text: str) -> int:
        if not text:
            return 0
        if not text.isdecimal() or int(text) > _MOST:
            raise ValueError(tr("Between 0 and {n} days.").format(n=_MOST))
        return int(text)

    return ReadField(label, read, str)
