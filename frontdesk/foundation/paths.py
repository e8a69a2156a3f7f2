"""Where things lie: the program's resources and the house's own files."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources(*parts: str) -> Path:
    """A file or folder of ``resources/``: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)
