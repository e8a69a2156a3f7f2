"""The keys of the window in words, and the actions that change how it looks."""

from collections.abc import Sequence

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.keys_sheet import Keys
from frontdesk.ui.kit.room import ActionSpec
from frontdesk.ui.kit.theme import Mode, Theme
from frontdesk.ui.shell.corridor import RoomSpec


def looks_actions(theme: Theme) -> list[ActionSpec]:
    """Light, dark, and the size of text."""
    return [
        ActionSpec(tr("Larger text"), lambda: theme.resize_text(1), "Ctrl++"),
        ActionSpec(tr("Smaller text"), lambda: theme.resize_text(-1), "Ctrl+-"),
        ActionSpec(tr("Text in the usual size"), lambda: theme.resize_text(0), "Ctrl+0"),
        _mode(theme, Mode.LIGHT, tr("Light colours")),
        _mode(theme, Mode.DARK, tr("Dark colours")),
        _mode(theme, Mode.AUTO, tr("Colours of the system")),
    ]


def _mode(theme: Theme, mode: Mode, words: str) -> ActionSpec:
    return ActionSpec(words, lambda: theme.choose(mode), enabled=lambda: theme.mode is not mode)


def key_groups(corridor: Sequence[RoomSpec], here: Sequence[ActionSpec]) -> Keys:
    """All keys that work now, in groups; first those of the room one is in."""
    anywhere = [
        (tr("A letter"), tr("looks for a person, from anywhere")),
        ("Esc", tr("empties the search box, goes back to it, or leaves a field as it was")),
        ("Ctrl+Z", tr("takes the last thing back, for twelve seconds")),
        ("Ctrl+K", tr("lists every action")),
        ("Ctrl+L", tr("draws the curtain; any key lifts it")),
        ("F1", tr("shows the keys")),
        ("Ctrl+Q", tr("quits; what is not kept yet is named first")),
    ]
    in_list = [
        ("↑ ↓", tr("choose a row, also from the search box")),
        ("Enter", tr("opens it")),
        ("Space", tr("ticks what is done")),
    ]
    rooms = [(spec.shortcut, spec.title()) for spec in corridor]
    looks = [
        ("Ctrl++", tr("larger text")),
        ("Ctrl+-", tr("smaller text")),
        ("Ctrl+0", tr("text in the usual size")),
    ]
    own = [(spec.shortcut, spec.text) for spec in here if spec.shortcut]
    groups = [
        (tr("In this room"), own),
        (tr("Everywhere"), anywhere),
        (tr("In a list"), in_list),
        (tr("Rooms"), rooms),
        (tr("Looks"), looks),
    ]
    return [(words, keys) for words, keys in groups if keys]
