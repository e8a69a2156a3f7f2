"""A renewal talk sheet as HTML: one file that needs nothing else."""

from frontdesk.reports.talk_sheet import TalkPage
from frontdesk.reports.templates import filled


def as_html(page: TalkPage) -> str:
    """The sheet as HTML."""
    return filled("talk.html", page)
