"""A link that opens the person's own mail program (RFC 6068); nothing is sent by us."""

from urllib.parse import quote

LONGEST = 1_900
"""Characters of a link that every mail program takes; longer ones are cut by some."""


def mailto(address: str, subject: str, text: str) -> str:
    """The link for one address, with its subject and text in any script."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={_body(text)}"


def without_text(address: str, subject: str) -> str:
    """The link where the text is too long for one."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}"


def _body(text: str) -> str:
    """Line breaks are carriage return and line feed, whatever they were."""
    return quote("\r\n".join(text.splitlines()), safe="")
