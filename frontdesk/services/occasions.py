"""Occasions: a person's own yearly days."""

from dataclasses import replace

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import OccasionId
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.text import LINE, check_length, clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import occasions


def add(desk: Desk, draft: OccasionDraft, token: str | None = None) -> Changes:
    """Write a yearly day, or news, down; raises Refused beside a field that cannot stand."""
    tidy = replace(draft, label=clean(draft.label))
    if tidy.once and tidy.day.year is None:
        raise Refused(tr("Write the year too: this day comes only once."), "day")
    if not tidy.label:
        raise Refused(tr("Write what the day is."), "label")
    check_length(tidy.label, LINE, "label")
    with desk.write() as work:
        occasions.add(work, tidy, token)
    return work.changes()


def remove(desk: Desk, occasion: OccasionId, version: int) -> Changes:
    """Take a yearly day away."""
    with desk.write() as work:
        occasions.remove(work, occasion, version)
    return work.changes()
