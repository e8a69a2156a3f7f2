"""Going round a window with Tab, as somebody without a mouse does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from frontdesk.ui.kit.overlay import Overlay
from tests.support.accessible import controls, spoken_name
from tests.support.driving import MOST_TABS, Receptionist


def goes_round(who: Receptionist, key: str = "Tab") -> list[QWidget]:
    """Press Tab until one is where one was before; what one came by. The focus is always on something."""
    came_by: list[QWidget] = []
    for _ in range(MOST_TABS):
        who.presses(key)
        focus: QWidget | None = QApplication.focusWidget()
        assert focus is not None, f"{key} after “{_last(came_by)}” leads nowhere"
        assert focus.isVisible(), f"{key} leads to “{spoken_name(focus)}”, which cannot be seen"
        if came_by and focus is came_by[0]:
            return came_by
        assert focus not in came_by, f"{key} turns round at “{_last(came_by)}” to “{spoken_name(focus)}”"
        came_by.append(focus)
    raise AssertionError(f"{key} never comes round")


def passed_over(who: Receptionist, came_by: list[QWidget]) -> list[str]:
    """The controls in front that Tab does not come by, though they can be used and no arrow leads to them."""
    front = next((one for one in who.front.findChildren(Overlay) if one.isVisible()), who.front)
    missing = [one for one in controls(front) if _can_be_used(one) and one not in came_by]
    return [spoken_name(one) for one in missing if not _has_arrows(one, came_by)]


def _can_be_used(one: QWidget) -> bool:
    return one.isVisible() and one.isEnabled() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _has_arrows(one: QWidget, came_by: list[QWidget]) -> bool:
    """Whether this is one of a row of buttons of which Tab stops at another: arrows go between them."""
    beside = one.parentWidget()
    return isinstance(one, QAbstractButton) and any(
        other.parentWidget() is beside and type(other) is type(one) for other in came_by
    )


def _last(came_by: list[QWidget]) -> str:
    return spoken_name(came_by[-1]) if came_by else "the beginning"
