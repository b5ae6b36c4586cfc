"""What must be done as a whole is done before an interruption acts."""

import os
import signal

import pytest

from firstwin.system.interruptions import undisturbed


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interruption_waits_and_is_not_forgotten(name: str) -> None:
    done: list[str] = []

    def interrupted(*_: object) -> None:
        done.append("interrupted")

    before = signal.signal(getattr(signal, name), interrupted)
    try:
        with undisturbed():
            os.kill(os.getpid(), getattr(signal, name))
            os.kill(os.getpid(), getattr(signal, name))
            done.append("whole")
    finally:
        signal.signal(getattr(signal, name), before)

    assert done == ["whole", "interrupted"]
