"""A file of named arrays that are read where they lie, by mapping it into memory.

First the length of the header (8 bytes), then the header in JSON, then the arrays, each at a multiple of 64
bytes. A CRC-32 of everything after the header stands in it: a file cut short or changed by so much as a bit
is refused.
"""

import json
import mmap
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

Arrays = Mapping[str, np.ndarray[Any, Any]]

_MAGIC = "frontdesk arrays 1"
_LENGTH = struct.Struct("<Q")
_ALIGNED = 64


class Unreadable(Exception):
    """The file is missing, damaged, or nothing of ours."""


def write(file: Path, arrays: Arrays, about: Mapping[str, Any]) -> None:
    """Fill ``file`` with ``arrays`` and what ``about`` says of them; raises :class:`OSError`."""
    parts, places, end, checksum = [], {}, 0, 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array)
        part = data.tobytes() + bytes(-data.nbytes % _ALIGNED)
        places[name] = (data.dtype.str, data.shape, end)
        parts.append(part)
        end += len(part)
        checksum = crc32(part, checksum)
    header = {"is": _MAGIC, "about": about, "arrays": places, "bytes": end, "crc32": checksum}
    head = json.dumps(header).encode()
    head += b" " * (-(len(head) + _LENGTH.size) % _ALIGNED)
    with file.open("wb") as out:
        out.write(_LENGTH.pack(len(head)) + head)
        out.writelines(parts)


def read(file: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays of a file and what was said about them; raises :class:`Unreadable`."""
    try:
        handle = os.open(file, os.O_RDONLY)
        try:
            memory = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise Unreadable(file.name) from error
    try:
        return _taken_apart(memory)
    except (KeyError, TypeError, ValueError, struct.error) as error:
        raise Unreadable(file.name) from error


def _taken_apart(memory: mmap.mmap) -> tuple[Arrays, dict[str, Any]]:
    start = _LENGTH.size + _LENGTH.unpack_from(memory)[0]
    header = json.loads(memory[_LENGTH.size : start])
    body = memoryview(memory)[start:]
    if header["is"] != _MAGIC or len(body) != header["bytes"] or crc32(body) != header["crc32"]:
        raise ValueError
    found = {}
    for name, (kind, shape, at) in header["arrays"].items():
        dtype = np.dtype(kind)
        count = int(np.prod(shape))
        found[name] = np.frombuffer(body, dtype, count, at).reshape(shape)
    return found, header["about"]


def seen(array: np.ndarray[Any, Any]) -> "memoryview[int]":
    """The same numbers as Python's own: one by one these come several times as fast."""
    return memoryview(array)  # type: ignore[arg-type]  # an array is a buffer, whatever its kind
