"""The morning's list as HTML: one file that needs nothing else, for a browser and for our own paper."""

from frontdesk.reports.templates import filled
from frontdesk.reports.today_list import ListPage


def as_html(page: ListPage) -> str:
    """The page as HTML."""
    return filled("today.html", page)
