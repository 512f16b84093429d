"""Work runs beside other threads, and stops when it is told to."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import lkks


def large(count: int) -> lkks.Register:
    """A register of so many organisations."""
    return lkks.Register.from_dict(
        {
            "body": {"name": "LKKS Sintetis", "level": "regency"},
            "organisations": [
                {
                    "id": f"LKS-{number}",
                    "name": f"Yayasan {number}",
                    "accreditations": [{"decided": "2021-04-09", "grade": "B"}],
                }
                for number in range(count)
            ],
        }
    )


def test_threads_get_the_same_answers() -> None:
    register = large(200)
    expected = register.assess(on="2024-04-08").to_json()

    def work(number: int) -> list[str]:
        shared = register.assess(on="2024-04-08")
        verdict = shared[f"LKS-{number}"]
        own = lkks.Register.from_json(register.to_json()).assess(on="2024-04-08")
        assert own.summary == shared.summary and verdict.registration == own.verdict(
            verdict.organisation
        ).registration
        return [shared.to_json(), own.to_json()]

    with ThreadPoolExecutor(8) as pool:
        answers = [text for texts in pool.map(work, range(40)) for text in texts]
    assert set(answers) == {expected}


def test_parts_of_one_verdict_are_made_once_by_many_threads() -> None:
    verdict = large(1).assess(on="2024-04-08")["LKS-0"]
    start = threading.Barrier(8)

    def work(_: int) -> int:
        start.wait()
        return id(verdict.accreditation)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(work, range(8)))) == 1


def test_others_run_while_a_register_is_assessed() -> None:
    register = large(20_000)
    turns = 0
    done = threading.Event()

    def assess() -> None:
        register.assess(on="2024-04-08")
        done.set()

    thread = threading.Thread(target=assess)
    thread.start()
    while not done.is_set():
        turns += 1
        time.sleep(0.001)
    thread.join()
    # Were the lock held, the other thread would get its turn after the work alone.
    assert turns > 20


def test_what_progress_raises_ends_the_work() -> None:
    def refuse(done: int, total: int) -> None:
        raise ValueError(f"{done} of {total}")

    with pytest.raises(ValueError, match="1 of 1"):
        large(1).assess(on="2024-04-08", progress=refuse)


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself Ctrl-C there")
def test_ctrl_c_ends_the_work() -> None:
    # A process started in the background of a shell inherits that Ctrl-C is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    register = large(60_000)
    timer = threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            while True:
                register.assess(on="2024-04-08")
        timer.join()
    finally:
        signal.signal(signal.SIGINT, before)


def test_progress_may_use_the_library(register: lkks.Register) -> None:
    answers: list[lkks.Assessment] = []

    def assess(done: int, total: int) -> None:
        answers.append(register.assess(on="2024-04-08"))

    register.assess(on="2024-04-08", progress=assess)
    assert answers[-1] == register.assess(on="2024-04-08")
