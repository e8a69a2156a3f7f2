"""Pages of a PDF as pictures, drawn by poppler and not by the toolkit that wrote them."""

import shutil
import subprocess
from pathlib import Path

from PIL import Image, ImageOps

from frontdesk.reports.paper import Box
from tests.support.missing import missing

MISSING = "pdftoppm is not installed (Debian: poppler-utils), so no page can be looked at"


def pages_of(pdf: Path, dpi: int = 100) -> list[Image.Image]:
    """Grey pictures of all pages; skips the test where poppler is missing, and fails it on CI."""
    program = shutil.which("pdftoppm") or missing(MISSING)
    stem = pdf.with_suffix("")
    subprocess.run([program, "-r", str(dpi), "-gray", str(pdf), str(stem)], check=True)
    files = sorted(pdf.parent.glob(f"{stem.name}-*.pgm"))
    return [Image.open(file).convert("L") for file in files]


def ink(picture: Image.Image) -> float:
    """How much black there is, in pixels."""
    return sum(count * (255 - grey) for grey, count in enumerate(picture.histogram())) / 255


def boxes_in(page: Image.Image, dpi: int = 100) -> int:
    """How many tick boxes stand at the left margin: upright strokes of at least 4 mm, 15 mm from the edge."""
    column = round(15 / 25.4 * dpi)
    strip = page.crop((column - 1, 0, column + 3, page.height))
    grey, width = strip.tobytes(), strip.width
    dark = [min(grey[start : start + width]) < 128 for start in range(0, len(grey), width)]
    runs = "".join("#" if one else " " for one in dark).split()
    return sum(len(run) >= 4 / 25.4 * dpi for run in runs)


def part(page: Image.Image, box: Box, dpi: int = 100) -> Image.Image:
    """What lies in a box of millimetres."""
    dots = dpi / 25.4
    left, top = round(box.left * dots), round(box.top * dots)
    return page.crop((left, top, round((box.left + box.width) * dots), round((box.top + box.height) * dots)))


def where_ink_is(page: Image.Image, dpi: int = 100) -> Box | None:
    """The smallest box of millimetres with all the ink in it; None for a blank page."""
    found = ImageOps.invert(page).getbbox()
    if found is None:
        return None
    left, top, right, bottom = (edge * 25.4 / dpi for edge in found)
    return Box(left, top, right - left, bottom - top)
