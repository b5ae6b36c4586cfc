"""Run `firstwin` and send this process a signal when it has touched the disk for the n-th time.

Called as `interrupt.py SIGNAL N ARGUMENTS...`. With N = 0 nothing is sent, and how often the disk was
touched is printed to standard output: a test picks its moments from that, and no clock is involved.
"""

import os
import signal
import sys

WRITES = frozenset(
    {
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.chmod",
        "shutil.rmtree",
        "tempfile.mkdtemp",
        "ctypes.dlsym",  # a call of the system that Python has no name for: the exchange of two folders
    }
)

name, moment = sys.argv[1], int(sys.argv[2])
touched = 0


def watch(event: str, arguments: tuple[object, ...]) -> None:
    global touched  # noqa: PLW0603  # a hook has nowhere else to keep it
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+")
    if writes or event in WRITES:
        touched += 1
        if touched == moment:
            os.kill(os.getpid(), getattr(signal, name))


from firstwin.cli import main  # noqa: E402  # what is imported must not count

sys.argv = ["firstwin", *sys.argv[3:]]
sys.addaudithook(watch)
try:
    main()
finally:
    if not moment:
        print(touched)  # noqa: T201  # for the test that called
