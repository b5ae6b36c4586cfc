"""A build asks no network: nothing looks up a name or opens a connection, in it and in what it starts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.files import lay

# Python tells every process that starts what it is about to do; this one notes what leads to other hosts.
WATCH = """
import os, sys

def note(event, arguments):
    if event in {
        "socket.connect", "socket.sendto", "socket.sendmsg",
        "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
    }:
        with open(os.environ["ASKED"], "a") as asked:
            asked.write(f"{event} {arguments[-1]}\\n")

sys.addaudithook(note)
"""
NOWHERE = "http://127.0.0.1:9"


def watched(folder: Path, project: Path, *command: str) -> str:
    """What a command asked the network for, and every Python it started."""
    asked = lay(folder, {"watch/sitecustomize.py": WATCH, "asked.txt": ""}) / "asked.txt"
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={
            **os.environ,
            "ASKED": str(asked),
            "PYTHONPATH": str(folder / "watch"),
            **{f"{scheme}_proxy": NOWHERE for scheme in ("http", "https", "all")},
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return asked.read_text("utf-8")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_build_asks_nobody(starter: Path, tmp_path: Path, engine: str) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    build = ("-m", "firstwin", "build", "--edition", "all", "--engine", engine)

    assert watched(tmp_path, project, *build) == ""
    assert (project / "site/internal/index.html").is_file()


def test_whoever_asks_is_seen(starter: Path, tmp_path: Path) -> None:
    asks = "import socket, subprocess, sys; socket.getaddrinfo('localhost', 1)"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {asks!r}], check=True)"

    assert watched(tmp_path, starter, "-c", starts).startswith("socket.getaddrinfo ")
