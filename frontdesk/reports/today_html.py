"""The morning's list as HTML: one file that needs nothing else, for a browser and for our own paper."""

from frontdesk.reports.html import environment
from frontdesk.reports.today_list import ListPage


def as_html(page: ListPage) -> str:
    """The page as HTML; every text of a person is escaped and shows as it was written."""
    return environment().get_template("today.html").render(page=page)
