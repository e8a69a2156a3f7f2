"""When the house wants to be reminded, on the screen."""

from frontdesk.domain.dates import LeapRule
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.field import Field, ReadField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.rooms.settings import reading
from frontdesk.ui.rooms.settings.house_card import Keep, SettingsForm

_MOST = 3650


class RemindersCard(SettingsForm):
    """How many days before and after."""

    def __init__(self, keep: Keep) -> None:
        """Empty until :meth:`show_house`."""
        leap = [(LeapRule.FEBRUARY_28, tr("28 February")), (LeapRule.MARCH_1, tr("1 March"))]
        fields: dict[str, Field] = {
            "lead_days": _days(tr("Birthdays: days before")),
            "belated_days": _days(tr("Birthdays: days after")),
            "renewal_before": _several(tr("Membership ends: days before")),
            "renewal_after": _several(tr("Membership ended: days after")),
            "milestone_days": _days(tr("Milestone ahead: days to wait")),
            "second_visit_days": _days(tr("Came once: days to wait at first")),
            "overdue_times": _times(tr("Missed: times their own gap")),
            "overdue_days": _days(tr("Missed: not before days")),
            "sleeping_times": _times(tr("Sleeping: times their own gap")),
            "sleeping_days": _days(tr("Sleeping: not before days")),
            "lost_times": _times(tr("Lost: times their own gap")),
            "lost_days": _days(tr("Lost: not before days")),
            "winback_days": _several(tr("Has left: days to each of four steps")),
            "leap": ChoiceField(tr("29 February, in a year without one"), leap),
        }
        super().__init__(tr("Reminders"), fields, keep)


def _days(label: str) -> ReadField[int]:
    return ReadField(label, reading.days(_MOST), str)


def _times(label: str) -> ReadField[float]:
    return ReadField(label, reading.times, reading.times_in_figures)


def _several(label: str) -> ReadField[tuple[int, ...]]:
    return ReadField(label, reading.several_days, reading.in_a_row)
