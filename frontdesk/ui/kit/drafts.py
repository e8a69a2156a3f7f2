"""What was begun in the small forms of a room and put aside: there again when somebody comes back to it."""

from collections.abc import Hashable, Mapping

Texts = Mapping[str, str]
"""What stands in the fields of a form, by their names."""


class Drafts:
    """By whom a form is about, and which of their forms it is; the one that is open is not among them."""

    def __init__(self) -> None:
        """Nothing was begun."""
        self._aside: dict[tuple[Hashable, Hashable], Texts] = {}
        self._plain: Texts = {}

    def take(self, whose: Hashable, form: Hashable, plain: Texts) -> Texts:
        """The texts to open a form with: what was begun in it, over the ``plain`` ones."""
        self._plain = plain
        return {**plain, **self._aside.pop((whose, form), {})}

    def put(self, whose: Hashable, form: Hashable, typed: Texts) -> None:
        """Keep what stands in the form that was open, where somebody has written in it."""
        if typed != self._plain:
            self._aside[whose, form] = typed

    def last_of(self, whose: Hashable) -> Hashable | None:
        """The form of somebody that was put aside last."""
        return next((form for one, form in reversed(self._aside) if one == whose), None)

    def begun(self, typed: Texts | None) -> bool:
        """Whether anything was begun, here or in the form that is open, in which ``typed`` stands."""
        return bool(self._aside) or (typed is not None and typed != self._plain)
