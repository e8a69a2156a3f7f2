"""The bar at the foot: what is saved, how old the backup is, how many people; long work and its cancel."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import IconButton
from frontdesk.ui.kit.icon import Icon
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, L, M, S, Size, px
from frontdesk.ui.kit.runner import Job
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.bar import Bar
from frontdesk.ui.shell.flat_button import FlatButton

SLOW_MS = 1000
_LOOK_MS = 150
_BAR_WIDTH = 120
_NARROW = 900


class StatusBar(Bar):
    """Quiet facts at the left, keys at the right, and between them whatever takes longer than a second.

    ``keys_asked`` and ``actions_asked`` follow the two buttons.
    """

    keys_asked = Signal()
    actions_asked = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        """Watches ``worker`` for long work."""
        super().__init__(at_foot=True, parent=parent)
        self._worker = worker
        self._saved_mark = Icon("check", 14, Tone.GREEN)
        self._saved = Label(size=Size.SMALL, tone=Tone.GREEN)
        self._backup = Label(size=Size.SMALL, tone=Tone.SOFT)
        self._people = Label(size=Size.SMALL, tone=Tone.SOFT)
        self._work = _Work()
        keys = FlatButton(tr("keys"), "F1", size=Size.SMALL, soft=True)
        actions = FlatButton(tr("all actions"), "Ctrl+K", size=Size.SMALL, soft=True)
        keys.clicked.connect(self.keys_asked)
        actions.clicked.connect(self.actions_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, XS, M, XS)
        row.setSpacing(L)
        row.addWidget(self._saved_mark)
        row.addWidget(self._saved)
        row.addWidget(self._backup)
        row.addWidget(self._people)
        row.addWidget(self._work)
        row.addStretch(1)
        row.addWidget(keys)
        row.addWidget(actions)
        for still_empty in (self._saved_mark, self._saved, self._backup, self._people):
            still_empty.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        worker.busy.connect(self._on_busy)
        worker.jobs_changed.connect(self._on_busy)

    @property
    def work(self) -> str:
        """What the bar says is being done; empty when nothing takes long."""
        return self._work.words if not self._work.isHidden() else ""

    def show_saved(self, hour: str) -> None:
        """Say when something was written last."""
        self._saved.set_text(tr("Saved {hour}").format(hour=hour))
        self._saved_mark.show()
        self._saved.show()

    def show_backup(self, words: str, fresh: bool = True) -> None:
        """Say how old the last good backup is."""
        self._backup.set_text(words)
        self._backup.set_tone(Tone.SOFT if fresh else Tone.AMBER)
        self._backup.setVisible(bool(words))

    def show_people(self, words: str) -> None:
        """Say how many people the house knows."""
        self._people.set_text(words)
        self._people.setVisible(bool(words))

    def _on_busy(self) -> None:
        if self._worker.is_busy and not self._slow.isActive() and not self._look.isActive():
            self._slow.start()
        elif not self._worker.is_busy:
            self._slow.stop()
            self._look.stop()
            self._work.hide()
            self._people.setVisible(bool(self._people.text()))

    def _on_slow(self) -> None:
        self._show_progress()
        self._look.start()

    def _show_progress(self) -> None:
        self._work.show_job(self._worker.jobs[0] if self._worker.jobs else None)
        if self.width() < px(_NARROW):
            self._people.hide()


class _Work(QWidget):
    """A job: its title, how far it is, and a way to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self._title = Label(size=Size.SMALL)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(_BAR_WIDTH))
        self._cancel = IconButton("close", tr("Stop this"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for part in (self._title, self._bar, self._cancel):
            row.addWidget(part)
        self._cancel.clicked.connect(self._on_cancel)
        self.hide()

    @property
    def words(self) -> str:
        return self._title.text()

    def show_job(self, job: Job | None) -> None:
        """Show how far a job is; without one only that there is work."""
        self._job = job
        fraction = job.fraction if job else None
        self._title.set_text(_words(job))
        self._bar.setRange(0, 0 if fraction is None else 1000)
        self._bar.setValue(round((fraction or 0) * 1000))
        self._bar.setAccessibleName(self._title.text())
        self._cancel.setVisible(job is not None)
        self._cancel.setEnabled(job is not None and not job.cancelled)
        self.show()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _words(job: Job | None) -> str:
    if job is None:
        return tr("Working…")
    if job.cancelled:
        return tr("{title}: stopping…").format(title=job.title)
    return f"{job.title} · {job.text}" if job.text else job.title
