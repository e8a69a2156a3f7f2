"""Slips of facts as HTML, for our own paper."""

from frontdesk.reports.note_slip import SlipPage
from frontdesk.reports.templates import filled


def as_html(page: SlipPage) -> str:
    """The slips one under the other; each is a table of its own, so that paper keeps it whole."""
    return filled("slips.html", page)
