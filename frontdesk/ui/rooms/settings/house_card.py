"""The house's own choices on the screen."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from frontdesk.domain.house import House
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.field import Field, ReadField, TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.form import Form
from frontdesk.ui.rooms.settings import reading
from frontdesk.ui.rooms.settings.choices import Choices

Keep = Callable[[str, object], None]


class SettingsForm(Card):
    """Fields named as the house's own; ``keep`` is called with a field's name and value when it is left."""

    def __init__(self, words: str, fields: dict[str, Field], keep: Keep, wide: Collection[str] = ()) -> None:
        """Empty until :meth:`show_house`; the ``wide`` fields take a line of their own."""
        super().__init__(words)
        self.fields = fields
        form = Form(columns=2)
        for name, field in fields.items():
            form.add(field, name in wide)
            field.left.connect(lambda value, name=name: keep(name, value))
        self.add(form)

    def show_house(self, house: House) -> None:
        """Show the house as it is set; what is being written, or could not be kept, is left alone."""
        for name, field in self.fields.items():
            if not field.error and not field.is_being_edited():
                field.set_value(getattr(house, name))  # type: ignore[attr-defined]

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it was not kept."""
        if name in self.fields:
            self.fields[name].set_error(sentence)

    def wrong(self) -> list[str]:
        """The fields that hold what could not be kept."""
        return [field.editor.accessibleName() for field in self.fields.values() if field.error]


class HouseCard(SettingsForm):
    """Whose house it is and where it stands."""

    def __init__(self, keep: Keep) -> None:
        """Empty until :meth:`show_choices` and :meth:`show_house`."""
        self._choices = Choices()
        self._country: ChoiceField[str] = ChoiceField(tr("Country"), (), hint=tr("for phone numbers"))
        self._language: ChoiceField[str] = ChoiceField(tr("Language of days and dates"), ())
        fields: dict[str, Field] = {
            "name": TextField(tr("Name"), hint=tr("as it stands on the door")),
            "desk": TextField(tr("This desk"), hint=tr("such as Front desk 1")),
            "zone": self._zone(),
            "region": self._country,
            "language": self._language,
            "currency": self._currency(),
            "paper": ChoiceField(tr("Paper"), (("A4", "A4"), ("Letter", "Letter"))),
        }
        super().__init__(tr("The house"), fields, keep, wide=("name",))

    def _zone(self) -> ReadField[str]:
        sentence = tr("There is no time zone of this name; write it like Europe/Helsinki.")
        read = reading.one_of(lambda: self._choices.zones, sentence)
        field = ReadField(tr("Time zone"), read, str, hint="Europe/Helsinki")
        self._zones = QStringListModel(field)
        completer = QCompleter(self._zones, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        offered.setObjectName("offered")
        completer.setPopup(offered)
        # Queued: the line takes the name over only after this signal.
        completer.activated.connect(field.commit, Qt.ConnectionType.QueuedConnection)
        field.line.setCompleter(completer)
        return field

    def _currency(self) -> ReadField[str]:
        sentence = tr("Three letters, such as EUR.")
        return ReadField(
            tr("Currency"), reading.one_of(lambda: self._choices.currencies, sentence), str, hint="EUR"
        )

    def show_choices(self, choices: Choices) -> None:
        """Offer what there is."""
        if choices != self._choices:
            self._choices = choices
            self._zones.setStringList(sorted(choices.zones))
            self._country.set_choices(choices.countries)
            self._language.set_choices(choices.languages)
