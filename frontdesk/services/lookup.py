"""Who is this? Looking people up by what has been typed so far; no SQL on the way of a keystroke."""

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.services import indexing
from frontdesk.services.desk import Desk
from frontdesk.storage import likely as storage
from frontdesk.storage import lookup as entries
from frontdesk.storage import picks


def fill(desk: Desk) -> None:
    """Let everybody be found, once after opening; takes its time."""
    desk.fill_index()
    learn_habits(desk)


def ready(desk: Desk) -> bool:
    """Let everybody be found, if that takes no longer than a moment; whether they can be now.

    Where they cannot, an :class:`~frontdesk.services.indexing.Reader` has to read them.
    """
    if desk.open_index():
        return True
    large = indexing.is_large(desk.store)
    if not large:
        desk.fill_index(anew=True)
    return not large


def learn_habits(desk: Desk) -> None:
    """Learn who was picked for what was typed, and who may be at the desk: they come up first."""
    with desk.store.read() as connection:
        desk.index.learn_picks(picks.everything(connection))
    expect(desk)


def expect(desk: Desk) -> None:
    """Learn who is here and who is expected today."""
    desk.index.expect(*likely(desk))


def search(desk: Desk, text: str, limit: int = 20) -> list[Hit]:
    """The people whom ``text`` may stand for, the likeliest first.

    While not everybody has been read these are those whose name begins so, or one of its words.
    """
    if desk.everybody_read:
        return desk.index.search(text, limit)
    with desk.store.read() as connection:
        found = entries.beginning(connection, text, limit)
    return [Hit(entry, Why.NAME) for entry in found]


def pick(desk: Desk, text: str, person: CustomerId) -> None:
    """Remember who was meant by what was typed; the next time they come up first."""
    desk.index.pick(picks.key(text), person)
    with desk.store.write(desk.now()) as work:
        picks.remember(work.connection, text, person, desk.now())


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
