"""The templates of what goes on paper: texts are escaped, and long words can be broken."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from frontdesk.foundation.paths import resources
from frontdesk.reports.eliding import breakable


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Where templates come from."""
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
