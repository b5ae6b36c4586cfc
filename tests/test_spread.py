"""Work in several processes comes to what one process makes of it, whatever becomes of the others.

Each case is a program of its own: only one without threads forks, and a test runner has some.
"""

import subprocess
import sys
from textwrap import dedent

import pytest

PROGRAM = """
import os, threading
from firstwin.spread import spread

os.sched_getaffinity = lambda _: range(processors)
parts, parent = tuple(range(1000)), os.getpid()

def work(share):
    return share[0], share[-1], sum(share), os.getpid() == parent

def where():
    return ["here" if is_here else "fork" for *_, is_here in spread(work, parts, worth)]

def children():
    try:
        return os.waitpid(-1, 0)
    except ChildProcessError:
        return "none"
"""


def said(program: str, processors: int = 3, worth: int = 100) -> str:
    """What a program prints that spreads a thousand parts over so many processors."""
    setting = f"processors, worth = {processors}, {worth}\n"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", setting + PROGRAM + dedent(program)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return run.stdout + run.stderr.strip().rpartition("\n")[2]


def test_shares_come_back_in_order_and_all_but_one_from_forks() -> None:
    assert said("print(*spread(work, parts, worth), sep='\\n')") == dedent("""\
        (0, 332, 55278, True)
        (333, 665, 166167, False)
        (666, 999, 278055, False)
        """)


@pytest.mark.parametrize(
    ("processors", "worth", "shares"),
    [(1, 100, 1), (2, 100, 2), (64, 100, 4), (64, 500, 2), (64, 501, 1), (64, 1001, 1)],
)
def test_there_are_no_more_shares_than_processors_or_than_are_worth_it(
    processors: int, worth: int, shares: int
) -> None:
    assert said("print(len(where()))", processors, worth) == f"{shares}\n"


def test_nothing_at_all_is_one_share() -> None:
    assert said("print(spread(tuple, (), worth))") == "[()]\n"


@pytest.mark.parametrize(
    "program",
    [
        """
        wait = threading.Event()
        thread = threading.Thread(target=wait.wait)
        thread.start()
        print(where())
        wait.set()
        """,
        """
        import sys
        sys.platform = "darwin"
        print(where())
        """,
        """
        def hidden(*_):
            raise PermissionError

        os.listdir = os.scandir = hidden  # a system that does not show its threads
        print(where())
        """,
    ],
    ids=["threads", "another system", "unknown"],
)
def test_where_a_fork_is_not_safe_there_is_one_share(program: str) -> None:
    assert said(program) == "['here']\n"


@pytest.mark.parametrize(
    "end", ["os._exit(1)", "os.kill(os.getpid(), 9)", "raise SystemExit(7)", "return lambda: 0"]
)
def test_what_a_fork_does_not_send_is_made_here(end: str) -> None:
    program = f"""
    def work(share):
        if os.getpid() != parent:
            {end}
        return sum(share)

    print(spread(work, parts, worth))
    """
    assert said(program) == "[55278, 166167, 278055]\n"


def test_where_there_is_no_room_for_a_process_all_is_made_here() -> None:
    program = """
    def full():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    os.fork = full
    print(where())
    """
    assert said(program) == "['here', 'here', 'here']\n"


def test_without_file_descriptors_all_is_made_here() -> None:
    program = """
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))
    print(where())
    """
    assert said(program) == "['here', 'here', 'here']\n"


@pytest.mark.parametrize(
    "reaped",
    ["signal.SIG_IGN", "lambda *_: os.waitpid(-1, os.WNOHANG)"],
    ids=["ignored", "by a handler"],
)
def test_it_does_not_matter_who_hears_of_the_end_of_a_child(reaped: str) -> None:
    program = f"""
    import signal

    signal.signal(signal.SIGCHLD, {reaped})
    print(where())
    """
    assert said(program) == "['here', 'fork', 'fork']\n"


def test_a_child_ends_when_its_parent_was_killed() -> None:
    program = """
    def work(share):
        if os.getpid() == parent:
            os.kill(parent, 9)
        return "x" * 10_000_000  # more than a pipe holds

    spread(work, parts, worth)
    """
    assert said(program) == ""  # it would wait for ever for the end of what the children print


@pytest.mark.parametrize(
    ("name", "raised"), [("SIGINT", "KeyboardInterrupt"), ("SIGTERM", "Ended")]
)
def test_an_interruption_in_the_midst_of_a_fork_is_not_lost(name: str, raised: str) -> None:
    program = f"""
    import signal

    class Ended(BaseException):
        pass

    def ended(*_):
        raise Ended

    signal.signal(signal.SIGTERM, ended)
    os.register_at_fork(after_in_parent=lambda: os.kill(parent, signal.{name}))
    try:
        spread(work, parts, worth)
    except {raised}:
        print(children())
    """
    assert said(program) == "none\n"


def test_what_work_raises_is_raised() -> None:
    program = """
    def work(share):
        return 1 / (999 - share[-1])

    spread(work, parts, worth)
    """
    assert said(program) == "ZeroDivisionError: division by zero"


@pytest.mark.parametrize("raised", ["KeyboardInterrupt", "OSError"])
def test_no_fork_outlives_an_interruption(raised: str) -> None:
    program = f"""
    import time

    def work(share):
        if os.getpid() == parent:
            raise {raised}
        time.sleep(600)

    try:
        spread(work, parts, worth)
    except {raised}:
        print(children())
    """
    assert said(program) == "none\n"


def test_a_fork_cleans_nothing_up_that_is_not_its_own() -> None:
    program = """
    import atexit

    def work(share):
        if os.getpid() != parent:
            raise KeyboardInterrupt
        return len(share)

    atexit.register(print, "the end")
    try:
        print(spread(work, parts, worth))
    finally:
        print("cleaned up")
    """
    assert said(program) == "[333, 333, 334]\ncleaned up\nthe end\n"
