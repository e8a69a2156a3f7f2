"""When the house is closed, and why people leave it, on the screen."""

from collections.abc import Callable
from datetime import date

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.field import Field, ReadField
from frontdesk.ui.rooms.settings import reading
from frontdesk.ui.rooms.settings.house_card import Keep, SettingsForm


class OpeningCard(SettingsForm):
    """Days on which nobody sees the list, so that what falls on them waits."""

    def __init__(self, keep: Keep, today: Callable[[], date]) -> None:
        """Empty until :meth:`show_house`; ``today`` says which year a day without one is in."""
        fields: dict[str, Field] = {
            "closed": ReadField(
                tr("Closed every"), reading.weekdays, reading.weekdays_in_words, hint=tr("Sunday")
            ),
            "holidays": ReadField(
                tr("Closed on"),
                reading.holidays(today),
                reading.days_in_words,
                hint=tr("24 December, 6 January"),
            ),
            "reasons": ReadField(
                tr("Why people leave"),
                reading.list_of_words,
                ", ".join,
                hint=tr("the usual reasons; write your own with commas"),
            ),
        }
        super().__init__(tr("Closed days, and reasons for leaving"), fields, keep, wide=tuple(fields))
