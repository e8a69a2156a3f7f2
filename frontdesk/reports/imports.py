"""What an import did, in sentences: for the command line and for the window."""

from frontdesk.domain.imports import ImportReport, UndoneImport
from frontdesk.foundation.words import tr, trn

_NAMED = 5
"""So many who stay are named; the others are counted."""


def counts(found: ImportReport) -> str:
    """“2000 new · 3 here already · 1 in conflict · 2 bad”; what there is none of is left out."""
    parts = (
        trn("{n} new", "{n} new", found.new),
        trn("{n} here already", "{n} here already", found.same) if found.same else "",
        trn("{n} in conflict", "{n} in conflict", found.conflict) if found.conflict else "",
        trn("{n} bad", "{n} bad", len(found.bad)) if found.bad else "",
        trn("{n} person added", "{n} people added", found.people_added) if found.people_added else "",
    )
    return " · ".join(part for part in parts if part)


def left_out(found: ImportReport) -> list[str]:
    """A sentence for each row that did not come in, in the order of their lines."""
    rows = sorted((*found.conflicts, *found.bad), key=lambda row: row.line)
    return [tr("Line {n}: {reason}").format(n=row.line, reason=row.reason) for row in rows]


def summary(found: ImportReport) -> list[str]:
    """The counts, whether it was only a trial, and what to do about bad rows."""
    trial = [tr("This was a trial: nothing has been brought in.")] if found.dry_run else []
    return [counts(found), *trial, *([_mending()] if found.bad else [])]


def _mending() -> str:
    return tr(
        "A bad row stays out whole. Mend it in the file and bring the file in again: "
        "rows that are here already are not doubled."
    )


def undone(found: UndoneImport) -> str:
    """What taking an import back did, and who stays."""
    text = trn("{n} row taken back.", "{n} rows taken back.", found.removed)
    return f"{text} {_staying(found.kept)}" if found.kept else text


def _staying(names: tuple[str, ...]) -> str:
    some, rest = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if rest > 0:
        some = tr("{names} and {n} more").format(names=some, n=rest)
    text = trn(
        "{n} person has changed since and stays: {{names}}.",
        "{n} people have changed since and stay: {{names}}.",
        len(names),
    )
    return text.format(names=some)
