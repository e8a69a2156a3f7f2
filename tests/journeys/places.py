"""Every place there is in the window, and the keys that lead to it."""

from dataclasses import dataclass

from tests.support.driving import Receptionist


@dataclass(frozen=True)
class Place:
    """A place: keys, then an action from the list of all actions, then a control to Tab to and press.

    One is there when ``sees`` stands on the screen. ``card`` first opens the card of whoever is at hand;
    ``before`` is what has to stand there before the action can be found.
    """

    name: str
    sees: str
    keys: tuple[str, ...] = ()
    action: str = ""
    opens: str = ""
    card: bool = False
    before: str = ""

    def is_reached(self, who: Receptionist, whom: str = "") -> None:
        """Go there."""
        if self.card:
            who.opens(whom)
        who.presses(*self.keys)
        if self.before:
            who.sees(self.before)
            who.rests()
        if self.action:
            who.does(self.action)
        if self.opens:
            who.tabs_to(self.opens)
            who.presses("Enter")
        who.sees(self.sees)
        who.rests()


EVERYWHERE = (
    Place("desk", "Name, phone or card number", ("Alt+1",)),
    Place("somebody new", "Somebody new", ("Ctrl+N",)),
    Place("today", "Print the list", ("Alt+2",)),
    Place("ledger", "Back to today", ("Alt+2", "Ctrl+H")),
    Place("print preview", "Save as PDF…", ("Alt+2", "Ctrl+P")),
    Place("calls", "Calls", ("Alt+4",)),
    Place("notes", "New note", ("Alt+5",)),
    Place("new note", "Type whom it is for", ("Alt+5", "Ctrl+N")),
    Place("settings", "Bring in a file", ("Ctrl+,",)),
    Place("keys", "draws the curtain; any key lifts it", ("F1",)),
    Place("all actions", "What would you like to do?", ("Ctrl+K",)),
)
"""What is there in every house."""

_NOTE = "It is written"

ON_CARD = (
    Place("card", "Add a membership", card=True),
    Place("edited card", "If it has come to that", ("Ctrl+E",), card=True),
    Place("request", "What do they ask for?", ("Ctrl+R",), card=True),
    Place("open request", "What became of it", opens="Locker 12…", card=True),
    Place("membership", "Plan", action="Add a membership", card=True),
    Place("renewal", "They give it up…", action="Renew the membership", card=True),
    Place("yearly day", "What day is it?", action="Add a day or news", card=True),
    Place("yearly day to be taken away", "Take it away", opens="wedding day…", card=True),
    Place("ledger of one", "Back to today", ("Ctrl+H",), card=True),
    Place("call to make", "What is it about?", ("Ctrl+G",), card=True),
    Place("somebody to ring", "the lost watch", ("Alt+4",), card=True),
    Place("note", _NOTE, ("Ctrl+I",), card=True),
    Place("card to print", "Words on the front", ("Ctrl+I",), "Print the card", card=True, before=_NOTE),
    Place("label", "First label", ("Ctrl+I",), "Address label", card=True, before=_NOTE),
    Place("visit", "How did it go?", ("Ctrl+J",), card=True),
)
"""What is there on a card with something of everything."""
