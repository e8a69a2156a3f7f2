"""Photos of customers, made small and harmless before they are kept."""

import io
import warnings
from typing import TYPE_CHECKING

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import photos

if TYPE_CHECKING:
    from PIL import Image

LARGEST_FILE = 20_000_000
LARGEST_SIDE = 12_000
LARGEST_PICTURE = 64_000_000
"""Pixels: more than a telephone takes, and no more than 200 MB once it is decoded."""
KEPT_SIDE = 512
CUTTING_SIDE = 1_200
"""Pixels in which the print of a cutting can still be read."""


def put(desk: Desk, customer: CustomerId, image: bytes) -> Changes:
    """Keep a JPEG, PNG or WebP as the customer's photo; raises Refused for anything else."""
    small = shrink(image)
    with desk.write() as work:
        photos.put(work, customer, small)
    return work.changes()


def take_away(desk: Desk, customer: CustomerId) -> Changes:
    """Leave a customer without a photo."""
    with desk.write() as work:
        photos.take_away(work, customer)
    return work.changes()


def shrink(image: bytes, side: int = KEPT_SIDE) -> bytes:
    """The picture as a JPEG of at most ``side`` pixels a side.

    It is decoded and written anew, so nothing hidden in the file stays.
    """
    if len(image) > LARGEST_FILE:
        raise _refused()
    try:
        upright = _upright(image)
    except Exception as error:  # at a broken file the decoder raises whatever it stumbles over
        raise _refused() from error
    upright.thumbnail((side, side))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=85)
    return out.getvalue()


def _upright(image: bytes) -> "Image.Image":
    """The picture alone, as one looks at it."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the decoder can read is good enough
        with Image.open(io.BytesIO(image), formats=("JPEG", "PNG", "WEBP")) as opened:
            if max(opened.size) > LARGEST_SIDE or opened.width * opened.height > LARGEST_PICTURE:
                raise _refused()
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    upright.info.clear()  # a comment would be written again
    return upright


def _refused() -> Refused:
    return Refused(
        tr("This is not a picture that can be used. Nothing was changed. Choose a JPEG, PNG or WebP.")
    )
