"""A file is written whole or not at all, and what is wrong is said in one sentence."""

import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest

from frontdesk.foundation.errors import DeskError
from frontdesk.reports.saving import save


def test_a_new_file_is_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    save(b"new", file)
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    file.write_bytes(b"old and longer")
    save(b"new", file)
    assert file.read_bytes() == b"new"


def test_a_link_still_leads_to_the_file_it_led_to(tmp_path: Path) -> None:
    file, link = tmp_path / "list.pdf", tmp_path / "latest.pdf"
    file.write_bytes(b"old")
    link.symlink_to(file)
    save(b"new", link)
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "was not written"),
    ],
)
def test_a_failure_half_way_leaves_what_was_there(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.pdf"
    file.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DeskError, match=words):
        save(b"new", file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_options: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(DeskError, match=r"cannot be written to, so list\.pdf was not written"):
        save(b"new", tmp_path / "list.pdf")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="There is no folder"):
        save(b"new", tmp_path / "nowhere" / "list.pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="is a folder"):
        save(b"new", tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_device_is_told() -> None:
    with pytest.raises(DeskError, match="The disk is full"):
        save(b"new", Path("/dev/full"))


def test_a_pipe_gets_it_all(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        save(b"through", pipe)
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
