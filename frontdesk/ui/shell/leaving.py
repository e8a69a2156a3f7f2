"""Closing the window: what was begun is finished first, and what would be lost is named."""

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.strip import MessageStrip
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.stack import RoomStack


class Leaving:
    """Says whether the window may close now, and why not.

    ``waits`` while it is to be closed when long work has ended.
    """

    def __init__(self, worker: Worker, stack: RoomStack, strip: MessageStrip) -> None:
        """Sentences go to ``strip``; what is not kept yet is known to the rooms of ``stack``."""
        self._worker, self._stack, self._strip = worker, stack, strip
        self._warning = ""
        self.waits = False

    def may_close(self) -> bool:
        """Whether nothing is lost by closing, or somebody has said that it may be.

        Fields must have been left by now. What they are writing is awaited: it may go wrong.
        """
        if self._worker.jobs:
            self._wait_for_jobs()
            return False
        self._worker.finish()
        self.waits = False  # from here on only a person closes it
        return not self._has_to_warn()

    def _has_to_warn(self) -> bool:
        """Say what would be lost: a form that was begun is kept only when somebody says so.

        To close once more leaves it, as long as the sentence that says so stands and is true.
        """
        begun = self._stack.unfinished()
        words = tr(
            "What you began to write is not kept yet: {what}. Keep it, or close once more to leave it."
        )
        warning = words.format(what=", ".join(begun)) if begun else ""
        if warning == self._warning and self._strip.stands(warning):
            return False
        self._strip.take_back(self._warning)
        self._warning = warning
        self._strip.tell(warning)
        return bool(begun)

    def _wait_for_jobs(self) -> None:
        """Say that long work goes on, the first time; the second time ask it to stop."""
        if self.waits:
            for job in self._worker.jobs:
                job.cancel()
            return
        self.waits = True
        words = tr("{title} is still being done; the window closes when it is. Close once more to stop it.")
        self._strip.say(words.format(title=self._worker.jobs[0].title))
