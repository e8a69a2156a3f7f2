"""Which rules an index was made by: one made by others is made anew."""

import unicodedata
from functools import cache
from pathlib import Path
from zlib import crc32


@cache
def version() -> str:
    """A sign of how names are read, which changes with every rule and with the tables of Unicode."""
    checksum = 0
    for module in sorted(Path(__file__).parent.glob("*.py")):
        checksum = crc32(module.read_bytes(), checksum)
    return f"{checksum:08x} {unicodedata.unidata_version}"
