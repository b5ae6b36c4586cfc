"""What is published can be unpacked and served everywhere."""

import pytest

from firstwin.errors import FirstwinError
from firstwin.output.paths import check_paths


@pytest.mark.parametrize(
    "path",
    [
        "../up.png",
        "/absolute.png",
        "a//b.png",
        "images/con.png",
        "AUX",
        "com1.tar.gz",
        "trailing./a.png",
        "space .png ",
        "what?.png",
        "50%.png",
        "C:\\a.png",
        "nul\0.png",
        "x" * 260 + ".png",
    ],
)
def test_a_name_that_is_not_portable_is_refused(path: str) -> None:
    with pytest.raises(FirstwinError, match="cannot be published"):
        check_paths(["fine.png", path])


@pytest.mark.parametrize(
    ("one", "other"),
    [("images/A.png", "images/a.png"), ("caf\u00e9.png", "cafe\u0301.png"), ("ß.png", "SS.png")],
)
def test_two_names_of_one_file_are_refused(one: str, other: str) -> None:
    with pytest.raises(FirstwinError, match="one file on some systems"):
        check_paths([one, other])


def test_ordinary_names_pass() -> None:
    check_paths(["index.md", "enterprise/admin/kickoff.md", "images/Übersicht 2.png", "console.js"])
