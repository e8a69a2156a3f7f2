"""What is in a picture's file."""

from pathlib import Path

from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import photos


def picture(path: Path) -> bytes:
    """What is in a file, as far as a picture can be; raises Refused where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(photos.LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(tr("This file cannot be read. Nothing was changed.")) from error
