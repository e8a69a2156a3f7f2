"""Work beside the window: answers on its thread, old answers dropped, errors told, nothing lost."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.foundation.errors import DeskError, DiskFull
from frontdesk.ui.kit.runner import Cancelled, Job, Latest, Told
from frontdesk.ui.kit.tasks import Worker
from tests.support.logs import ExpectLog


class Heard:
    """Everything a screen was told, in order."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[DeskError] = []
        self.threads: list[QThread] = []
        self.settled = 0

    def done(self, answer: object) -> None:
        self.threads.append(QThread.currentThread())
        self.answers.append(answer)

    def failed(self, error: DeskError) -> None:
        self.threads.append(QThread.currentThread())
        self.errors.append(error)

    def settle(self) -> None:
        self.settled += 1


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def told(worker: Worker) -> list[Told]:
    said: list[Told] = []
    worker.told.connect(said.append)
    return said


def fails(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_answers_come_on_the_threads_own_window(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    where: list[str] = []

    def work() -> str:
        where.append(threading.current_thread().name)
        return "answer"

    worker.run(work, heard.done)
    worker.look_up(work, heard.done)
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert heard.answers == ["answer", "answer"]
    assert set(where) == {"frontdesk database", "frontdesk look-up"}
    assert all(thread is QApplication.instance().thread() for thread in heard.threads)  # type: ignore[union-attr]


def test_writes_keep_their_order(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    for number in range(200):
        worker.run(lambda number=number: number, heard.done)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(heard.answers) == 200)
    assert heard.answers == list(range(200))


def test_a_look_up_does_not_wait_for_a_write(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    held = threading.Event()
    worker.run(held.wait, heard.done)
    worker.look_up(lambda: "found", heard.done)
    qtbot.waitUntil(lambda: heard.answers == ["found"])
    held.set()
    qtbot.waitUntil(lambda: heard.answers == ["found", True])


def test_the_answer_to_an_older_question_is_dropped(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    asked, held = Latest(), threading.Event()

    def slow() -> str:
        held.wait()
        return "r"

    worker.look_up(slow, heard.done, settled=heard.settle, latest=asked)
    worker.look_up(lambda: "ra", heard.done, settled=heard.settle, latest=asked)
    held.set()
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == ["ra"]
    assert heard.settled == 1


def test_an_older_question_not_begun_is_never_asked(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    asked, held, worked = Latest(), threading.Event(), list[str]()
    worker.look_up(held.wait)
    for text in ("r", "ra", "ram"):
        worker.look_up(lambda text=text: worked.append(text), heard.done, latest=asked)  # type: ignore[misc]
    held.set()
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert worked == ["ram"]


def test_nothing_comes_after_forgetting(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    asked = Latest()
    worker.look_up(lambda: "old", heard.done, latest=asked)
    asked.forget()
    worker.look_up(lambda: "new", heard.done)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == ["new"]


def test_errors_for_the_desk_go_to_whoever_asked(
    qtbot: QtBot, worker: Worker, heard: Heard, told: list[Told]
) -> None:
    worker.run(fails(DiskFull("The disk is full.")), heard.done, heard.failed, settled=heard.settle)
    qtbot.waitUntil(lambda: heard.settled == 1)
    assert [str(error) for error in heard.errors] == ["The disk is full."]
    assert heard.answers == []
    assert told == []


def test_errors_nobody_takes_are_told_in_their_own_words(
    qtbot: QtBot, worker: Worker, heard: Heard, told: list[Told]
) -> None:
    worker.run(fails(DiskFull("The disk is full.")), heard.done, settled=heard.settle)
    qtbot.waitUntil(lambda: heard.settled == 1)
    assert told == [Told("The disk is full.")]


def test_a_mistake_of_ours_is_logged_and_told_kindly(
    qtbot: QtBot, worker: Worker, heard: Heard, told: list[Told], expect_log: ExpectLog
) -> None:
    with expect_log("unexpected error", level="ERROR"):
        worker.run(fails(KeyError("x")), heard.done, heard.failed, settled=heard.settle)
        qtbot.waitUntil(lambda: heard.settled == 1)
    assert heard.errors == []
    assert [one.bug for one in told] == [True]
    assert "nothing of this was saved" in told[0].sentence
    assert "KeyError" not in told[0].sentence


def test_a_screen_that_fails_on_its_answer_does_not_stop_the_others(
    qtbot: QtBot, worker: Worker, heard: Heard, told: list[Told], expect_log: ExpectLog
) -> None:
    def broken(_answer: object) -> None:
        raise ValueError("broken screen")

    with expect_log("unexpected error", level="ERROR"):
        worker.run(lambda: 1, broken, settled=heard.settle)
        worker.run(lambda: 2, heard.done)
        qtbot.waitUntil(lambda: heard.answers == [2])
    assert heard.settled == 1
    assert [one.bug for one in told] == [True]
    assert not worker.is_busy


def test_an_answer_to_a_screen_that_is_gone_is_dropped(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    held = threading.Event()
    owner = QWidget()
    qtbot.addWidget(owner)
    child = QObject(owner)
    worker.run(held.wait, heard.done, settled=heard.settle, owner=child)
    child.deleteLater()
    QApplication.sendPostedEvents(child, 0)
    qtbot.waitUntil(lambda: not owner.children())
    held.set()
    worker.run(lambda: "after", heard.done)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == ["after"]
    assert heard.settled == 0


def test_busy_from_the_first_to_the_last(qtbot: QtBot, worker: Worker) -> None:
    said: list[bool] = []
    worker.busy.connect(said.append)
    for _ in range(3):
        worker.run(lambda: None)
    assert worker.is_busy
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert said == [True, False]


def test_a_job_says_how_far_it_is(qtbot: QtBot, worker: Worker, heard: Heard) -> None:
    held, reported = threading.Event(), threading.Event()

    def work(job: Job) -> str:
        job.report(0.5, "1,000 of 2,000")
        reported.set()
        held.wait()
        job.report(7.0)
        return "all in"

    job = worker.run_job("Bringing in people", work, heard.done)
    assert worker.jobs == [job]
    qtbot.waitUntil(reported.is_set)
    assert (job.title, job.fraction, job.text) == ("Bringing in people", 0.5, "1,000 of 2,000")
    held.set()
    qtbot.waitUntil(lambda: heard.answers == ["all in"])
    assert job.fraction == 1.0
    assert worker.jobs == []


def test_a_cancelled_job_ends_quietly(qtbot: QtBot, worker: Worker, heard: Heard, told: list[Told]) -> None:
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.check()

    job = worker.run_job("For ever", work, heard.done, heard.failed, settled=heard.settle)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: heard.settled == 1)
    assert (heard.answers, heard.errors, told) == ([], [], [])
    assert job.cancelled


def test_check_lets_a_job_go_on_that_nobody_cancelled() -> None:
    job = Job("title")
    job.check()
    job.cancel()
    with pytest.raises(Cancelled):
        job.check()


def test_closing_finishes_every_write_and_hands_over_its_answer(qapp: QApplication, heard: Heard) -> None:
    worker = Worker()
    written: list[int] = []
    for number in range(300):
        worker.run(lambda number=number: written.append(number), heard.done)  # type: ignore[misc]
    worker.close()
    assert written == list(range(300))
    assert len(heard.answers) == 300
    worker.close()
    with pytest.raises(RuntimeError):
        worker.run(lambda: None)


def test_closing_does_what_an_answer_asks_for(qapp: QApplication, heard: Heard) -> None:
    worker = Worker()
    worker.run(lambda: "first", lambda _: worker.run(lambda: "then", heard.done))
    worker.close()
    assert heard.answers == ["then"]


def test_closing_does_not_wait_for_look_ups_that_have_not_begun(qapp: QApplication, heard: Heard) -> None:
    worker = Worker()
    held, begun = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        held.wait()

    worker.look_up(slow)
    begun.wait()
    for _ in range(5):
        worker.look_up(lambda: "late", heard.done)
    threading.Timer(0.05, held.set).start()
    worker.close()
    assert heard.answers == []
