"""A project's lock holds the wheel of firstwin and all it needs, and asks nobody for firstwin."""

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin import FirstwinError, WrongUseError
from firstwin.scaffold import lock
from firstwin.system import bundled

NAME = f"firstwin-{version('firstwin')}-py3-none-any.whl"
# Tests run from an editable install, which comes from no wheel.
UNKNOWN = "nothing says which wheel this firstwin was installed from"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(tmp_path / "project", {"site_config.yml": "title: A\n"})


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return lay(tmp_path / "downloads", {NAME: b"a wheel"}) / NAME


def test_it_holds_the_wheel_with_its_hash(project: Path, wheel: Path) -> None:
    written = lock(project, wheel)

    assert written == [project / "requirements.txt", project / "wheels" / NAME]
    assert (project / "wheels" / NAME).read_bytes() == b"a wheel"
    text = (project / "requirements.txt").read_text("utf-8")
    digest = hashlib.sha256(b"a wheel").hexdigest()
    assert f"\n./wheels/{NAME} \\\n    --hash=sha256:{digest}\n" in text


@pytest.mark.parametrize(
    ("engine", "cluster", "name"),
    [
        ("mkdocs", False, "runtime.txt"),
        ("zensical", False, "zensical.txt"),
        ("mkdocs", True, "cluster.txt"),
    ],
)
def test_the_rest_is_what_firstwin_is_tried_with(
    project: Path, wheel: Path, engine: str, cluster: bool, name: str
) -> None:
    lock(project, wheel, engine=engine, cluster=cluster)

    text = (project / "requirements.txt").read_text("utf-8")
    ours = (bundled.REQUIREMENTS / name).read_text("utf-8")
    pin = re.compile(r"^[a-z0-9].*(?:\n {4}--hash.*)+", re.MULTILINE)
    assert len(pin.findall(ours)) > 30
    assert pin.findall(text) == pin.findall(ours)
    assert ("zensical==" in text) == (engine == "zensical")
    assert ("distributed==" in text) == cluster


def test_its_first_lines_say_what_it_is(project: Path, wheel: Path) -> None:
    lock(project, wheel)

    comments = re.findall(
        r"^ *#.*", (project / "requirements.txt").read_text("utf-8"), re.MULTILINE
    )
    assert comments == [
        "# What this project is checked and built with, for every platform; `firstwin lock` writes it.",
        "# pip install --no-deps --require-hashes --requirement requirements.txt",
    ]


def test_an_older_wheel_makes_way_and_nothing_else(project: Path, wheel: Path) -> None:
    lay(project, {"wheels/firstwin-0.0.9-py3-none-any.whl": "old", "wheels/other-1.whl": "other"})

    lock(project, wheel)

    assert {path.name for path in (project / "wheels").iterdir()} == {NAME, "other-1.whl"}


def test_an_older_lock_makes_way_and_what_somebody_else_wrote_does_not(
    project: Path, wheel: Path
) -> None:
    lock(project, wheel)
    lay(project, {"requirements.txt": "requests==2.0\n"})
    before = snapshot(project)

    with pytest.raises(WrongUseError) as refused:
        lock(project, wheel)

    assert refused.value.message == "requirements.txt is not one that firstwin wrote"
    assert refused.value.hint == "move what it holds to another file, and delete it"
    assert snapshot(project) == before


def test_wheels_of_somebody_else_stay(project: Path, wheel: Path, tmp_path: Path) -> None:
    theirs = lay(tmp_path / "theirs", {"firstwin-0.0.9-py3-none-any.whl": "old"})
    (project / "wheels").symlink_to(theirs)

    with pytest.raises(FirstwinError) as refused:
        lock(project, wheel)

    assert refused.value.message == (
        f"{project / 'wheels'} is a symbolic link that leads out of the project, or nowhere"
    )
    assert snapshot(theirs) == {"firstwin-0.0.9-py3-none-any.whl": b"old"}


def test_the_wheel_that_is_kept_is_enough(project: Path, wheel: Path) -> None:
    lock(project, wheel)
    before = snapshot(project)
    (project / "requirements.txt").unlink()

    lock(project)

    assert snapshot(project) == before


def test_a_wheel_that_nobody_named_is_asked_for(project: Path) -> None:
    with pytest.raises(WrongUseError) as refused:
        lock(project)

    assert refused.value.message == UNKNOWN
    assert refused.value.hint == f"name it: `firstwin lock --wheel {NAME}`"
    assert snapshot(project) == {"site_config.yml": b"title: A\n"}


@pytest.mark.parametrize("name", ["firstwin-0.0.9-py3-none-any.whl", "other-1-py3-none-any.whl"])
def test_the_wheel_of_something_else_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    lay(tmp_path, {name: "another wheel"})

    with pytest.raises(WrongUseError) as refused:
        lock(project, tmp_path / name)

    assert refused.value.message == f"{name} is not the wheel of this firstwin"
    assert refused.value.hint == f"name the wheel whose file is called {NAME}"
    assert snapshot(project) == {"site_config.yml": b"title: A\n"}
