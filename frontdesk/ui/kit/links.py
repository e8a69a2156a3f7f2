"""Handing something over to another program of this machine."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def open_link(address: str) -> bool:
    """Open an address, written as in a link, with whatever program is there for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))


def copy_text(text: str) -> None:
    """Let a text be pasted anywhere."""
    QGuiApplication.clipboard().setText(text)
