"""`build/<edition>/`: what lies in it, and what does not."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment
from pathspec import GitIgnoreSpec
from tests.files import lay, snapshot
from tests.trees import MARKDOWN, emit_tree

from firstwin.errors import FirstwinError, WrongUseError
from firstwin.models.keys import key_of_plan
from firstwin.output import Tree
from firstwin.output.stylesheet import kind_sheets, kind_template, stylesheet
from firstwin.pages.page import File
from firstwin.resolve.guide import Renamed

Emit = Callable[..., Tree]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "project",
        {
            "playbooks/library/images/shown.png": b"\x89PNG shown",
            "playbooks/library/images/internal.png": b"\x89PNG internal",
        },
    )


@pytest.fixture
def write(project: Path) -> Emit:
    return partial(emit_tree, project)


def settings_of(tree: Tree) -> dict[str, Any]:
    read = yaml.safe_load((tree.folder / "mkdocs.yml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def test_the_markdown_lies_in_docs(write: Emit) -> None:
    tree = write()

    assert snapshot(tree.folder / "docs") == {k: v.encode() for k, v in MARKDOWN.items()}


def test_only_pictures_that_pages_show_are_published(write: Emit) -> None:
    tree = write(files=(File("assets/shown.png", source="playbooks/library/images/shown.png"),))

    assert (tree.folder / "docs/assets/shown.png").read_bytes() == b"\x89PNG shown"
    assert not [name for name in snapshot(tree.folder) if "internal" in name]


def test_pictures_are_published_without_what_programs_wrote_into_them(
    write: Emit, project: Path
) -> None:
    sign, end = b"\x89PNG\r\n\x1a\n", b"\0\0\0\0IEND\xaeB`\x82"
    words = b"\0\0\0\x0atEXtAuthor\0Bob\0\0\0\0"
    lay(project, dict.fromkeys(("playbooks/a.png", "theme/b.png"), sign + words + end))

    tree = write(files=(File("media/a.png", source="playbooks/a.png"),))

    assert (tree.folder / "docs/media/a.png").read_bytes() == sign + end
    assert (tree.folder / "overrides/b.png").read_bytes() == sign + end
    assert (project / "theme/b.png").read_bytes() == sign + words + end


def test_a_file_that_is_no_copy_holds_its_text(write: Emit) -> None:
    tree = write(
        files=(File("plan.ics", made="BEGIN:VCALENDAR\r\nSUMMARY:Übersicht\r\n".encode()),)
    )

    written = (tree.folder / "docs/plan.ics").read_bytes()
    assert written == "BEGIN:VCALENDAR\r\nSUMMARY:Übersicht\r\n".encode()


def test_a_picture_behind_a_link_out_of_the_project_is_refused(
    write: Emit, project: Path, tmp_path: Path
) -> None:
    lay(tmp_path, {"secret.png": "secret"})
    (project / "playbooks/link.png").symlink_to(tmp_path / "secret.png")

    with pytest.raises(FirstwinError, match="symbolic link"):
        write(files=(File("assets/link.png", source="playbooks/link.png"),))


def test_nothing_is_written_anew_when_nothing_changed(write: Emit) -> None:
    first = write()
    before = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*") if path.is_file()}

    again = write()

    assert not again.changes
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_page_that_is_gone_goes(write: Emit) -> None:
    write()
    tree = write(markdown={"index.md": "# Home\n"})

    assert list(snapshot(tree.folder / "docs")) == ["index.md"]


def test_what_an_engine_left_there_by_hand_stays(write: Emit) -> None:
    tree = write()
    lay(tree.folder, {"site/index.html": "by hand", ".cache/x": "x", "stray.yml": "x"})

    write()

    left = {path.name for path in tree.folder.iterdir()}
    assert left == {"docs", "overrides", "mkdocs.yml", "site", ".cache"}


def test_a_link_where_the_tree_belongs_is_refused(
    write: Emit, project: Path, tmp_path: Path
) -> None:
    papers = lay(tmp_path / "papers", {"docs/thesis.md": "x"})
    (project / "build").mkdir()
    (project / "build/customer").symlink_to(papers, target_is_directory=True)

    with pytest.raises(WrongUseError, match="symbolic link"):
        write()

    assert snapshot(papers) == {"docs/thesis.md": b"x"}


def test_what_somebody_else_keeps_there_is_refused(write: Emit, project: Path) -> None:
    theirs = lay(project / "build/customer", {"docs/thesis.md": "x", "mkdocs.yml": "site_name: x"})
    before = snapshot(theirs)

    with pytest.raises(WrongUseError, match="did not write"):
        write()

    assert snapshot(theirs) == before


def test_a_tree_of_which_only_the_beginning_was_written_is_completed(write: Emit) -> None:
    whole = snapshot(write().folder)
    folder = write().folder
    for path in folder.iterdir():
        path.unlink() if path.is_file() else shutil.rmtree(path)
    lay(folder, {".half.part": "x", "site/index.html": "by hand"})

    write()

    assert snapshot(folder) == {**whole, "site/index.html": b"by hand"}


def test_the_style_sheet_is_the_themes_in_a_fixed_order(write: Emit) -> None:
    css = (write().folder / "overrides/assets/firstwin.css").read_text("utf-8")

    # A mark of each part: a token, the base, a component, print.
    marks = [":root{", ".fw-page", ".fw-step", "@page"]
    positions = [css.index(mark) for mark in marks]
    assert positions == sorted(positions)


def test_the_style_sheet_says_what_the_theme_says(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "print.css": "@page { margin: 1cm }",
            "tokens.css": '/* about\ntokens */\n:root {\n  --a: "/* text */"; /* note */\n}\n\n',
            "zebra.css": ".z { margin: calc(1px + 2px) }",
            "components/b/b.css": ".b::before { content: '\\'/*' }",
            "components/a/a.css": ".a {}",
            "base.css": "body {}",
        },
    )

    assert stylesheet(tmp_path) == (
        ':root{--a:"/* text */"}body {}.z { margin: calc(1px + 2px) }.a {}'
        ".b::before { content: '\\'/*' }@page { margin: 1cm }\n"
    )


def test_what_one_kind_of_page_looks_like_stands_in_the_head_of_its_pages_alone(
    tmp_path: Path,
) -> None:
    lay(
        tmp_path,
        {
            "components/a/a.css": ".a {}",
            "components/a/a.quiz.css": ".a__b {\n  top: 0;\n}\n",
            "components/b/b.quiz.css": ".b {}",
            "components/c/c.tier.css": ".c {}",
        },
    )
    head = Environment(autoescape=True).from_string(kind_template(kind_sheets(tmp_path)))

    assert stylesheet(tmp_path) == ".a {}\n"
    assert head.render(page={"meta": {"kind": "quiz"}}) == "<style>.a__b{top:0}.b {}</style>\n"
    assert head.render(page={"meta": {"kind": "tier"}}) == "<style>.c {}</style>\n"
    assert head.render(page={"meta": {"kind": "home"}}) == head.render() == ""


def test_the_theme_of_the_project_wins(write: Emit, project: Path) -> None:
    lay(
        project / "theme",
        {
            "404.html": "ours is gone",
            "images/logo.svg": "<svg/>",
            "extra.css": ".x {}",
            "notes.yml": "internal: yes",
            "README.md": "how we did it",
            "logo.svg.bak": "old",
            ".hidden/x.svg": "x",
            "_drafts/x.svg": "x",
        },
    )

    tree = write()

    found = snapshot(tree.folder / "overrides")
    assert found["404.html"] == b"ours is gone"
    assert {"images/logo.svg", "extra.css", "main.html"} <= set(found)
    assert not [n for n in found if n.endswith((".yml", ".md", ".bak")) or n[0] in "._"]
    assert settings_of(tree)["extra_css"] == ["assets/firstwin.css", "extra.css"]


@pytest.mark.parametrize("target", ["../../outside", "../nowhere", "loop.svg"])
def test_a_link_in_the_theme_that_leads_out_is_refused(
    write: Emit, project: Path, tmp_path: Path, target: str
) -> None:
    lay(tmp_path / "outside", {"secret.svg": "secret"})
    lay(project / "theme", {"fine.svg": "x"})
    (project / "theme/loop.svg").symlink_to(target)

    with pytest.raises(FirstwinError, match=r"loop\.svg is a symbolic link"):
        write()
    assert not (project / "build").exists()


def test_a_theme_that_is_a_link_out_of_the_project_is_refused(
    write: Emit, project: Path, tmp_path: Path
) -> None:
    lay(tmp_path / "outside", {"secret.svg": "secret"})
    (project / "theme").symlink_to(tmp_path / "outside", target_is_directory=True)

    with pytest.raises(FirstwinError, match="theme is a symbolic link"):
        write()
    assert not (project / "build").exists()


@pytest.mark.parametrize("target", ["../.env", "../playbooks/tiers.yml"])
def test_a_link_in_the_theme_to_another_kind_of_file_is_refused(
    write: Emit, project: Path, target: str
) -> None:
    lay(project, {".env": "secret", "playbooks/tiers.yml": "secret", "theme/fine.svg": "x"})
    (project / "theme/extra.css").symlink_to(target)

    with pytest.raises(FirstwinError, match=r"extra\.css is a symbolic link"):
        write()


def test_a_pipe_in_the_theme_is_refused(write: Emit, project: Path) -> None:
    (project / "theme").mkdir()
    os.mkfifo(project / "theme/extra.css")

    with pytest.raises(FirstwinError, match=r"extra\.css is not a file"):
        write()


def test_a_link_within_the_project_is_followed(write: Emit, project: Path) -> None:
    lay(project, {"brand/logo.svg": "<svg>logo</svg>", "theme/x.css": "x"})
    (project / "theme/logo.svg").symlink_to("../brand/logo.svg")

    assert snapshot(write().folder / "overrides")["logo.svg"] == b"<svg>logo</svg>"


def test_names_that_clash_are_refused_before_anything_is_written(
    write: Emit, project: Path
) -> None:
    shown = "playbooks/library/images/shown.png"
    with pytest.raises(FirstwinError, match="one file on some systems"):
        write(files=(File("assets/A.png", source=shown), File("assets/a.png", source=shown)))
    assert not (project / "build").exists()


def test_the_script_of_the_theme_is_linked_and_a_projects_own_wins(
    write: Emit, project: Path
) -> None:
    lay(project, {"theme/assets/firstwin.js": "go()"})
    tree = write()
    assert settings_of(tree)["extra_javascript"] == ["assets/firstwin.js"]
    assert (tree.folder / "overrides/assets/firstwin.js").read_text("utf-8") == "go()"


def test_several_lines_stand_as_lines_in_the_settings(write: Emit) -> None:
    written = (write().folder / "mkdocs.yml").read_text("utf-8")

    assert "\nnot_in_nav: |\n  /help/\n" in written


def test_pages_of_no_navigation_are_told_in_few_lines(write: Emit) -> None:
    guides = tuple(f"{tier}/admin/phase-{n}/index.md" for tier in ("gold", "tin") for n in range(9))
    beside = ("enterprise/other/index.md", "all/index.md", "all/gold/index.md", "other.md")
    tree = write(unlisted=("help/index.md", *beside, *guides))

    lines = settings_of(tree)["not_in_nav"].splitlines()
    assert lines == ["/help/", "/*/*/", "/all/", "/other.md"]
    told = GitIgnoreSpec.from_lines(lines)
    assert all(told.match_file(path) for path in ("help/index.md", *beside, *guides))
    assert not any(told.match_file(path) for path in ("index.md", "enterprise/index.md"))


def test_the_settings_say_what_the_site_is(write: Emit) -> None:
    settings = settings_of(write({"url": "https://guides.tarn.example/start"}))

    assert settings["site_name"] == "Tarn onboarding"
    assert settings["site_url"] == "https://guides.tarn.example/start/"
    assert settings["nav"] == [
        {"Home": "index.md"},
        {"Enterprise": [{"Overview": "enterprise/index.md"}]},
    ]
    assert settings["not_in_nav"] == "/help/\n"
    assert settings["extra"]["firstwin"].pop("words") == {
        "skip": "Skip to content",
        "search": "Search",
        "search_clear": "Clear",
        "search_close": "Close search",
        "a_to_z": "A to Z",
        "use_light": "Use light colours",
        "use_dark": "Use dark colours",
        "use_system": "Use the system's colours",
        "breadcrumb": "You are here",
        "guide_pages": "Pages of this guide",
        "site_pages": "More on this site",
        "edit_page": "Edit this page",
        "last_reviewed": "Last reviewed {date}",
        "not_found_title": "This page is not here",
        "not_found_lede": "It may have moved when a guide was rewritten. Choose your plan and role again, or search "
        "for what you want to do.",
        "not_found_action": "Choose your guide",
    }
    assert settings["extra"]["firstwin"] == {
        "name": "Tarn",
        "subtitle": "onboarding",
        "preview": "assets/preview.png",
        "paper": {"light": "#faf8f4", "dark": "#141517"},
        "footer": {
            "title": "Stuck?",
            "text_html": "Ask <em>us</em>.",
            "links": [{"title": "Help", "url": "help/"}],
        },
    }


def test_the_settings_say_which_ids_have_changed(write: Emit) -> None:
    plan, step = key_of_plan("gold"), key_of_plan("gold").below("sign-in")
    changed = (
        Renamed(plan.below("log-in"), step),
        Renamed(step.below("a"), step.below("b")),
    )

    assert settings_of(write(renamed=changed))["extra"]["firstwin"]["renamed"] == [
        "gold/log-in gold/sign-in",
        "gold/sign-in/a gold/sign-in/b",
    ]


def test_the_settings_ask_nothing_of_other_hosts_and_name_no_version(write: Emit) -> None:
    settings = settings_of(write())

    assert settings["theme"]["font"] is False
    assert settings["extra"]["generator"] is False
    assert settings["plugins"] == []
    assert "site_url" not in settings
    assert "repo_url" not in settings


def test_the_settings_are_plain_yaml_whatever_a_title_holds(write: Emit) -> None:
    title = "*Tarn* & !ENV [x]: {{ 7 * 7 }} \u2014 'quoted' \"twice\" #1"

    tree = write({"title": title, "product": {"name": "T"}})

    text = (tree.folder / "mkdocs.yml").read_text("utf-8")
    assert "&id" not in text
    assert settings_of(tree)["site_name"] == title


def test_a_brand_has_its_mark_and_colours(write: Emit, project: Path) -> None:
    lay(project / "theme", {"logo.svg": "<svg/>"})

    tree = write({"brand": {"mark": "logo.svg", "colour": "#aa0000"}})

    assert settings_of(tree)["extra"]["firstwin"]["mark"] == "logo.svg"
    assert settings_of(tree)["extra_css"] == ["assets/firstwin.css", "assets/brand.css"]
    assert "#aa0000" in (tree.folder / "overrides/assets/brand.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("brand", "icon"),
    [
        ({"mark": "logo.svg"}, "logo.svg"),
        ({"mark": "logo.svg", "mark_dark": "dark.svg"}, "logo.svg"),
        ({"mark": "logo.svg", "wide": "true"}, "assets/images/favicon.svg"),
        ({"mark": "logo.webp"}, "assets/images/favicon.svg"),
        ({"mark_dark": "dark.svg"}, "assets/images/favicon.svg"),
    ],
)
def test_a_square_logo_is_the_icon_of_the_tab(
    write: Emit, project: Path, brand: dict[str, str], icon: str
) -> None:
    lay(project / "theme", {"logo.svg": "<svg/>", "dark.svg": "<svg/>"})

    settings = settings_of(write({"brand": brand}))

    assert settings["theme"]["favicon"] == icon
    told = settings["extra"]["firstwin"]
    assert told.get("mark_dark") == (brand.get("mark_dark") if "mark" in brand else None)
    assert told.get("wide", False) is ("wide" in brand)


def test_a_link_that_is_posted_has_a_picture(write: Emit, project: Path) -> None:
    assert "preview" not in settings_of(write())["extra"]["firstwin"]

    tree = write({"url": "https://guides.tarn.example/"})
    assert settings_of(tree)["extra"]["firstwin"]["preview"] == "assets/preview.png"
    assert (tree.folder / "overrides/assets/preview.png").read_bytes().startswith(b"\x89PNG")

    lay(project, {"theme/assets/preview.png": b"\x89PNG own"})
    tree = write({"url": "https://guides.tarn.example/"})
    assert (tree.folder / "overrides/assets/preview.png").read_bytes() == b"\x89PNG own"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("de-AT", "de-AT"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("gsw", "gsw"),
        ("German", "en"),
    ],
)
def test_pages_say_the_language_they_are_in(write: Emit, tag: str, language: str) -> None:
    assert settings_of(write({"language": tag}))["theme"]["language"] == language
