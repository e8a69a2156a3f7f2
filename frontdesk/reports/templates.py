"""Pages as HTML, filled in from a template; every text of a person is escaped and shows as it was written."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from frontdesk.foundation.paths import resources
from frontdesk.reports.eliding import breakable


def filled(template: str, page: object) -> str:
    """The template of that name in ``resources/print`` with ``page`` in it."""
    return _environment().get_template(template).render(page=page)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources("print")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finished(value: object) -> object:
    """Each text on its way into the page; what is HTML already stays as it is."""
    return breakable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
