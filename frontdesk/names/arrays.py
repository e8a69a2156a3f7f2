"""A file of named arrays that are read where they lie, by mapping it into memory.

First a CRC-32 of all that follows (8 bytes), so that a file cut short or changed by so much as a bit is
refused; then the length of the header (8 bytes), the header in JSON, and the arrays, each at a multiple of 64
bytes.
"""

import json
import mmap
import os
import struct
from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

Arrays = Mapping[str, np.ndarray[Any, Any]]

_MAGIC = "frontdesk arrays 2"
_NUMBER = struct.Struct("<Q")
_HEADER_AT = 2 * _NUMBER.size
_ALIGNED = 64


class Unreadable(Exception):
    """The file is missing, damaged, or nothing of ours."""


def write(file: Path, arrays: Arrays, about: Mapping[str, Any]) -> None:
    """Fill ``file`` with ``arrays`` and what ``about`` says of them; raises :class:`OSError`."""
    parts, places, end = [], {}, 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array)
        part = data.tobytes() + bytes(-data.nbytes % _ALIGNED)
        places[name] = (data.dtype.str, data.shape, end)
        parts.append(part)
        end += len(part)
    header = json.dumps({"is": _MAGIC, "about": about, "arrays": places}).encode()
    header += b" " * (-(_HEADER_AT + len(header)) % _ALIGNED)
    parts = [_NUMBER.pack(len(header)), header, *parts]
    checksum = reduce(lambda before, part: crc32(part, before), parts, 0)
    with file.open("wb") as out:
        out.write(_NUMBER.pack(checksum))
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
    (checksum,), (length,) = _NUMBER.unpack_from(memory), _NUMBER.unpack_from(memory, _NUMBER.size)
    view = memoryview(memory)
    if crc32(view[_NUMBER.size :]) != checksum:
        raise ValueError
    body = view[_HEADER_AT + length :]
    header = json.loads(memory[_HEADER_AT : _HEADER_AT + length])
    if header["is"] != _MAGIC:
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


def each_once(numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The numbers in order, none twice; ``unique`` of numpy hashes them and takes ten times as long."""
    found = np.sort(numbers)
    first = np.ones(len(found), bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found[first]
