"""What can be done with a note as far as it is; the first is the likeliest."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.notes import NoteState, Way
from frontdesk.foundation.words import tr
from frontdesk.services.bench import NoteSheet

NEXT = "Ctrl+Enter"


class Do(StrEnum):
    """Something to do with a note."""

    WRITTEN = "written"
    MAIL = "mail"
    HAND_OVER = "hand over"
    SEND = "send"
    ANSWER = "answer"
    THROW_AWAY = "throw away"


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done, its words and its keys."""

    do: Do
    words: str
    keys: str = ""


def doings(sheet: NoteSheet, *, mailed: bool = False) -> tuple[Doing, ...]:
    """What can be done now; nothing where nobody should write to this person any more.

    ``mailed`` says that the mail program has taken it, so that it is likely to have been sent.
    """
    person, state = sheet.person.draft, sheet.note.state if sheet.note else NoteState.TO_WRITE
    if state in (NoteState.HANDED_OVER, NoteState.SENT):
        return (Doing(Do.ANSWER, tr("They answered…"), NEXT),)
    if state is NoteState.ANSWERED:
        return (Doing(Do.ANSWER, tr("What they said…"), NEXT),)
    gone = (Doing(Do.THROW_AWAY, tr("Throw it away")),) if sheet.note else ()
    if person.deceased or person.left_alone:
        return gone
    by_mail = sheet.draft.way is Way.EMAIL
    ways = _by_mail(mailed=mailed) if by_mail else _by_hand(state)
    return (*ways, *gone)


def _by_mail(*, mailed: bool) -> tuple[Doing, ...]:
    if mailed:
        return (Doing(Do.SEND, tr("It was sent"), NEXT), Doing(Do.MAIL, tr("Open the mail program again")))
    return (Doing(Do.MAIL, tr("Open the mail program"), NEXT), Doing(Do.SEND, tr("It was sent")))


def _by_hand(state: NoteState) -> tuple[Doing, ...]:
    given = (Doing(Do.HAND_OVER, tr("Handed over")), Doing(Do.SEND, tr("Sent by post")))
    if state is NoteState.TO_WRITE:
        return (Doing(Do.WRITTEN, tr("It is written"), NEXT), *given)
    return (Doing(Do.HAND_OVER, tr("Handed over"), NEXT), Doing(Do.SEND, tr("Sent by post")))
