"""A copy of the package, in which a rule can be broken and mended again."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import frontdesk

PACKAGE = Path(frontdesk.__file__).parent


def copy_of_the_package(folder: Path) -> Path:
    """Copy the package into a folder; where it now is."""
    unwanted = shutil.ignore_patterns("__pycache__", ".*")
    return Path(shutil.copytree(PACKAGE, folder / "frontdesk", ignore=unwanted))


@contextmanager
def written(folder: Path, files: Mapping[str, str]) -> Iterator[None]:
    """Write files below a folder, and put all back at the end."""
    paths = {folder / file: text for file, text in files.items()}
    before = {path: path.read_text(encoding="utf-8") for path in paths if path.exists()}
    new_folders = {path.parent for path in paths if not path.parent.exists()}
    try:
        for path, text in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield
    finally:
        for path in paths:
            if path in before:
                path.write_text(before[path], encoding="utf-8")
            else:
                path.unlink()
        for path in new_folders:
            path.rmdir()
