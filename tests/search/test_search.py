"""Search finds what readers look for, under whatever name, and their own first."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from runpy import run_path

import pytest
import yaml
from tests.search.asking import Answer, Question, ask, lay_search

TABLE: list[tuple[str, str, str]] = [
    (reader, query, address)
    for reader, query, address in yaml.safe_load(
        Path(__file__).with_name("table.yml").read_text("utf-8")
    )
]
FIRST_RESULT = 300  # milliseconds of the processor from the file to the first result
LARGEST = 60_000  # bytes of a plan's file, as a web server sends it

Ask = Callable[..., list[Answer]]


@pytest.fixture(scope="module")
def searched(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_search(repository, tmp_path_factory.mktemp("search"))


@pytest.fixture
def asked(node: Path, searched: Path) -> Ask:
    def run(*questions: Question) -> list[Answer]:
        return ask(node, searched, questions)

    return run


def test_the_page_that_readers_look_for_comes_first(node: Path, searched: Path) -> None:
    questions = [
        (plan, guide, query)
        for reader, query, _ in TABLE
        for plan, _, guide in [reader.partition("/")]
    ]
    answers = ask(node, searched, questions)
    wrong = [
        (reader, query, address, answer.addresses[:3])
        for (reader, query, address), answer in zip(TABLE, answers, strict=True)
        if not answer.addresses or answer.addresses[0] != address
    ]
    assert wrong == []


def test_half_of_it_stands_on_no_page(repository: Path) -> None:
    texts = "\n".join(
        re.sub(r"(?m)^also:\n(?:  - .*\n)+", "", path.read_text("utf-8"))
        for path in (repository / "playbooks").rglob("*.yml")
    ).lower()
    literal = [query for _, query, _ in TABLE if query.lower() in texts]
    assert len(TABLE) >= 40
    assert len(literal) <= len(TABLE) / 2, literal


def test_where_nothing_is_found_words_that_look_like_it_are_offered(asked: Ask) -> None:
    (answer,) = asked(("enterprise", "admin", "dashbirds zzzz"))
    assert answer.nearby
    assert "dashboard" in [word.lower() for word in answer.nearby]


def test_a_reader_of_no_plan_finds_each_tutorial_once(asked: Ask) -> None:
    (answer,) = asked(("", "", "invite your team"))
    tutorials = [result for result in answer.results if result["kind"] == "tutorial"]
    assert len({result["title"] for result in tutorials}) == len(tutorials)


def test_a_plans_file_is_small_and_answers_at_once(
    repository: Path, node: Path, tmp_path: Path, *, full: bool
) -> None:
    """However large the site is: on one of 5,000 pages, in all trials."""
    write_project = run_path(str(repository / "tools/corpus.py"))["write_project"]
    write_project(tmp_path / "project", 5000 if full else 410)
    folder = lay_search(tmp_path / "project", tmp_path)
    sizes = {
        path.name: len(gzip.compress(path.read_bytes())) for path in folder.glob("search/plans/*")
    }
    assert len(sizes) == (75 if full else 6)
    assert max(sizes.values()) <= LARGEST
    (answer,) = ask(node, folder, [("tier-5", "admin", "settings")])
    assert answer.results
    assert answer.first <= FIRST_RESULT


def shelves(folder: Path, language: str, titles: Sequence[str]) -> Path:
    """The files of a site whose things are called like this."""
    shelf = {
        "language": language,
        "words": {},
        "help": "help/",
        "plans": [],
        "pages": [[f"{number}/"] for number in range(len(titles))],
        "finds": [["term", title, [number]] for number, title in enumerate(titles)],
    }
    (folder / "search").mkdir(parents=True)
    (folder / "search/site.js").write_text(f"fwSearch({json.dumps(shelf)});\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "title", "queries"),
    [
        ("en", "Connect your provider (Okta)", ["okta", "Okta", "(okta", "provider okta"]),
        ("en", "Budget for R&D", ["R&D", "r&d", "R & D"]),
        ("en", "Answer an e-mail", ["e-mail", "email", "E-Mail"]),
        ("en", "Sign-on for all", ["sign-on", "sign on", "signon", "sing-on"]),
        ("en", "The C++ interface", ["c++", "C++ interface"]),
        ("en", "Support 24/7", ["24/7"]),
        ("de", "Büro in Zürich, Straße", ["zurich", "ZÜRICH", "büro", "strasse"]),
        ("fr", "L’équipe élargie", ["equipe", "équipe", "elargi"]),
        ("pl", "Łódź", ["lodz", "Łódź"]),
        ("en", "Choose <b>\"quotes\"</b> and 'ticks' `here`", ["quotes", "ticks", "here"]),
        ("zh", "数据迁移指南", ["迁移", "数据", "指南"]),
        ("ja", "管理者の設定を変更する", ["設定", "変更", "管理者"]),
        ("he", "חיבור כניסה אחודה", ["כניסה", "אחודה"]),
    ],
)
def test_words_are_found_however_they_are_written(
    node: Path, tmp_path: Path, language: str, title: str, queries: list[str]
) -> None:
    folder = shelves(tmp_path, language, ["Something else", title, "其他", "別のもの"])
    answers = ask(node, folder, [("", "", query) for query in queries])
    assert [answer.addresses[:1] for answer in answers] == [["1/"]] * len(queries)


def test_nothing_that_is_typed_is_too_much(node: Path, tmp_path: Path) -> None:
    folder = shelves(tmp_path, "en", ["Something", "Else"])
    queries = [
        "",
        " ",
        "&",
        "(",
        "\\",
        "*" * 9,
        "a" * 5000,
        "'\"`<b>",
        "\u0000",
        "__proto__",
        "constructor",
    ]
    answers = ask(node, folder, [("", "", query) for query in queries])
    assert all(not answer.results for answer in answers)
