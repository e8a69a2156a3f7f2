"""Which notes are to be written, on the morning's list, with lines to write on; and which lie ready."""

from collections.abc import Iterable, Sequence

from frontdesk.domain.notes import Note, NoteState, note_words
from frontdesk.domain.reminders import Key
from frontdesk.foundation.words import tr
from frontdesk.reports.eliding import NAME, one_line, sentence
from frontdesk.reports.today_rows import WRITING_LINES, ListRow


def rows(notes: Iterable[Note], listed: Sequence[Key], *, short: bool) -> tuple[ListRow, ...]:
    """A row for each note that nobody has sent, but for those whose reminder is ``listed`` with lines.

    A ``short`` one does not say why, and has no lines.
    """
    return tuple(_row(one, short) for one in notes if one.draft.about not in listed)


def _row(note: Note, short: bool) -> ListRow:
    ready = note.state is NoteState.WRITTEN
    kind = note_words(note.draft.kind)
    why = tr("{note}: written, to be handed over or sent") if ready else tr("{note}: to be written")
    reason = "" if short else sentence(note.draft.why)
    return ListRow(
        name=one_line(note.customer_name, NAME),
        why=" ".join(part for part in (sentence(why.format(note=kind)), reason) if part),
        action=one_line(note.owner_name, NAME) or tr("note"),
        lines=0 if short or ready else WRITING_LINES,
    )
