"""Photos of customers, made small and harmless before they are kept."""

import io

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import photos

LARGEST_FILE = 20_000_000
LARGEST_SIDE = 12_000
KEPT_SIDE = 512


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


def shrink(image: bytes) -> bytes:
    """The picture as a JPEG of at most 512 pixels a side.

    It is decoded and written anew, so nothing hidden in the file stays.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    refused = Refused(
        tr("This is not a picture that can be used. Nothing was changed. Choose a JPEG, PNG or WebP.")
    )
    if len(image) > LARGEST_FILE:
        raise refused
    try:
        with Image.open(io.BytesIO(image), formats=("JPEG", "PNG", "WEBP")) as opened:
            if max(opened.size) > LARGEST_SIDE:
                raise refused
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise refused from error
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=85)
    return out.getvalue()
