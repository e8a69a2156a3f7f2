"""What is asked of the ledger: about whom, what became of it, of how many days."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.domain.reminders import Fate
from frontdesk.foundation.words import tr, trn
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.measures import M, px
from frontdesk.ui.kit.search_box import SearchBox
from frontdesk.ui.rooms.today.ledger.presenter import DAYS, Question
from frontdesk.ui.rooms.today.ledger.wording import fate_word

_CHOICE = 150
_FATES = (Fate.OPEN, Fate.LET_GO, Fate.DONE, Fate.SKIPPED, Fate.SNOOZED)


class Filters(QWidget):
    """A search box and two choices in one line.

    ``typed``, ``fate_chosen`` and ``days_chosen`` carry what somebody has asked for; what is shown by
    :meth:`show_question` is told to nobody.
    """

    typed = Signal(str)
    fate_chosen = Signal(object)
    days_chosen = Signal(object)

    def __init__(self) -> None:
        """Everybody's, of late."""
        super().__init__()
        self.name = SearchBox(tr("Whose? Part of a name"), tr("Look for a name"), large=False)
        self.fate: ChoiceField[Fate | None] = ChoiceField("", _fates(), name=tr("What became of it"))
        periods = [(days, trn("last {n} day", "last {n} days", days)) for days in DAYS]
        self.days = ChoiceField("", periods, name=tr("Of how many days"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row.addWidget(self.name, 1)
        row.addWidget(self.fate)
        row.addWidget(self.days)
        self._fit()
        self.name.asked.connect(self.typed)
        self.fate.left.connect(self.fate_chosen)
        self.days.left.connect(self.days_chosen)

    def show_question(self, question: Question) -> None:
        """Say what is asked."""
        if self.name.text() != question.typed:
            with QSignalBlocker(self.name):
                self.name.setText(question.typed)
        self.fate.set_value(question.fate)
        self.days.set_value(question.days)

    def _fit(self) -> None:
        for choice in (self.fate, self.days):
            choice.setFixedWidth(px(_CHOICE))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text; the most room is the name's."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()


def _fates() -> list[tuple[Fate | None, str]]:
    return [(None, tr("all reminders")), *((fate, fate_word(fate)) for fate in _FATES)]
