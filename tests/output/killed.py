"""Put three sites in place again and again, and be killed at another moment each time.

Called as `killed.py FOLDER WAY`. The n-th try happens in FOLDER/n and is killed when it touches the disk for the n-th
time; the last one comes to its end. WAY is `exchange`, or `renames` for a system without an exchange.
"""

import os
import signal
import sys
from importlib import import_module
from itertools import count
from pathlib import Path

from firstwin.output import fault_of_site, locked, workspace

EVENTS = frozenset(
    {
        "open",
        "os.chmod",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "ctypes.dlsym",  # a call of the system that Python has no name for: the exchange
    }
)
NAMES = ("customer", "internal", "partner")


def write(folder: Path, age: str) -> None:
    (folder / "assets").mkdir()
    (folder / "assets" / "firstwin.css").write_text(age)
    (folder / "index.html").write_text(age)


def put_in_place(home: Path) -> None:
    with locked(home), workspace(home, fault_of_site) as work:
        for name in NAMES:
            write(work.folder(name), "new")
        work.put_in_place()


def kill_at(moment: int) -> None:
    touched = 0

    def watch(event: str, _: object) -> None:
        nonlocal touched
        if event in EVENTS:
            touched += 1
            if touched == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


if __name__ == "__main__":
    if sys.argv[2] == "renames":
        import_module("firstwin.output.workspace").__dict__["exchange"] = lambda *_: False
    for moment in count(1):
        home = Path(sys.argv[1], str(moment))
        for name in NAMES:
            (home / name).mkdir(parents=True)
            write(home / name, "old")
        child = os.fork()
        if not child:
            kill_at(moment)
            put_in_place(home)
            os._exit(0)
        if not os.waitpid(child, 0)[1]:
            break
