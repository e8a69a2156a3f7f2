"""Who is this? Looking people up by what has been typed so far; no SQL on the way of a keystroke."""

from frontdesk.domain.customers import CustomerDraft
from frontdesk.names.entries import Entry, Hit
from frontdesk.services.desk import Desk
from frontdesk.storage import likely as storage


def fill(desk: Desk) -> None:
    """Read everybody into the index, once after opening; by number they are found sooner or later.

    That is when one is typed first, or after :func:`fill_numbers`.
    """
    desk.fill_index(numbers=False)


def fill_numbers(desk: Desk) -> None:
    """Read everybody's phones and cards, before anybody waits for them."""
    desk.index.read_numbers()


def search(desk: Desk, text: str, limit: int = 20) -> list[Hit]:
    """The people whom ``text`` may stand for, the likeliest first."""
    return desk.index.search(text, limit)


def doubles(desk: Desk, draft: CustomerDraft, limit: int = 5) -> list[Hit]:
    """People like this already: shown while a new one is typed, never merged."""
    if not draft.name.strip() and not draft.phones and not draft.card:
        return []
    parts = tuple(part for part in (draft.given, draft.surname) if part)
    typed = Entry(
        id=0,
        name=draft.name,
        second_spelling=draft.second_spelling,
        nickname=draft.nickname,
        parts=parts,
        phones=draft.phones,
        card=draft.card,
        birthday=str(draft.birthday or ""),
    )
    return desk.index.doubles(typed, limit)


def likely(desk: Desk) -> tuple[list[int], list[int]]:
    """Who is likely at the desk now: who is here already, the latest first; and who is expected today."""
    today = desk.today()
    with desk.store.read() as connection:
        return list(storage.here(connection, today)), list(storage.expected(connection, today))
