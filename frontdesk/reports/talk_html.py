"""A renewal talk sheet as HTML: one file that needs nothing else."""

from frontdesk.reports.html import environment
from frontdesk.reports.talk_sheet import TalkPage


def as_html(page: TalkPage) -> str:
    """The sheet as HTML; every text of a person is escaped and shows as it was written."""
    return environment().get_template("talk.html").render(page=page)
