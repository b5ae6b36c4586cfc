"""A project's own templates: they win, and what is wrong with them is named with template and line."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.files import lay
from tests.pages.small import pages_of

from firstwin.diagnostics import Code
from firstwin.errors import FirstwinError
from firstwin.models.values import Audience
from firstwin.pages import Page, Pages
from firstwin.pages.views import HomeView, LinkView
from firstwin.render import codes, render
from firstwin.text import Prose, Url, prose

RENDER_CODES = [code for code in vars(codes).values() if isinstance(code, Code)]


def home_only() -> Pages:
    pages = pages_of(Audience.CUSTOMER)
    return replace(pages, pages=pages.pages[:1])


def rendered(folder: Path, template: str, **files: str) -> tuple[str, list[str]]:
    """The body of the home page with a template of the project's, and the faults found."""
    tree = {"templates/home.md.j2": template, **files}
    made, faults = render(home_only(), lay(folder, tree))
    body = made.get("index.md", "").rpartition("---\n")[2].strip()
    return body, [f"{fault.code.id} {fault.span}: {fault.message}" for fault in faults]


def test_a_template_of_the_project_wins(tmp_path: Path) -> None:
    assert rendered(tmp_path, "Hello {{ view.plans[0].title }}.\n") == ("Hello Team.", [])


def test_a_component_of_the_project_wins(tmp_path: Path) -> None:
    cairn = "{% macro cairn(stones) %}{{ stones | length }} stones{% endmacro %}"
    lay(tmp_path, {"templates/components/cairn/cairn.html": cairn})
    made, faults = render(home_only(), tmp_path)
    assert not faults
    assert "3 stones" in made["index.md"]


@pytest.mark.parametrize("name", ["templates", "templates/home.md.j2", "templates/shared"])
def test_a_template_that_is_a_link_out_of_the_project_is_refused(tmp_path: Path, name: str) -> None:
    outside = lay(tmp_path / "outside", {"home.md.j2": "secret"})
    project = lay(tmp_path / "project", {"site_config.yml": ""})
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).symlink_to(outside / "home.md.j2" if name.endswith("j2") else outside)

    with pytest.raises(FirstwinError, match="symbolic link that leads out of the project"):
        render(home_only(), project)


def test_templates_may_use_the_words_of_the_interface(tmp_path: Path) -> None:
    said = '{{ say("page", "All guides") }}, {{ counted("x", "{number} day", "{number} days", 3) }}'
    assert rendered(tmp_path, said) == (
        "All guides, 3 days",
        [],
    )


@pytest.mark.parametrize("code", RENDER_CODES, ids=lambda code: code.id)
def test_the_examples_of_faults_in_templates_are_true(code: Code, tmp_path: Path) -> None:
    phases = tuple(
        page for page in pages_of(Audience.CUSTOMER).pages if page.template == "phase.md.j2"
    )
    pages = replace(pages_of(Audience.CUSTOMER), pages=phases[:1])

    _, wrong = render(pages, lay(tmp_path / "wrong", {"templates/phase.md.j2": code.wrong}))
    _, right = render(pages, lay(tmp_path / "right", {"templates/phase.md.j2": code.right}))

    assert [fault.code.id for fault in wrong] == [code.id]
    assert right == []


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        (
            "Hello\n{{ view.titel }}\n",
            (
                "FW801 templates/home.md.j2:2:1: "
                "'firstwin.pages.views.guide.HomeView object' has no attribute 'titel'"
            ),
        ),
        ("\n\n{{ veiw }}\n", "FW801 templates/home.md.j2:3:1: 'veiw' is undefined"),
        (
            "{% for plan in view.plans %}\n{{ plan.roles[9].title }}{% endfor %}",
            "FW801 templates/home.md.j2:2:1: tuple object has no element 9",
        ),
        (
            '{{ say("page", "Guide") }}\n{% if view.title %}',
            (
                "FW802 templates/home.md.j2:2:1: Unexpected end of template. Jinja was looking for the "
                "following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be "
                "closed is 'if'."
            ),
        ),
        (
            "\n{{ view.title | shout }}",
            "FW802 templates/home.md.j2:2:1: No filter named 'shout'.",
        ),
        (
            "\n{% include 'footer.md.j2' %}",
            "FW803 templates/home.md.j2:2:1: there is no template `footer.md.j2`",
        ),
        (
            "\n\n{{ view.title + 1 }}",
            'FW804 templates/home.md.j2:3:1: can only concatenate tuple (not "int") to tuple',
        ),
    ],
)
def test_a_fault_names_template_and_line(tmp_path: Path, template: str, fault: str) -> None:
    assert rendered(tmp_path, template) == ("", [fault])


def test_a_fault_in_what_a_template_uses_is_named_there(tmp_path: Path) -> None:
    macro = "{% macro greet(name) %}\n{{ nme }}\n{% endmacro %}"
    body, faults = rendered(
        tmp_path,
        "{% from 'greet.md.j2' import greet %}\n{{ greet('you') }}",
        **{"templates/greet.md.j2": macro},
    )
    assert (body, faults) == ("", ["FW801 templates/greet.md.j2:2:1: 'nme' is undefined"])


def test_a_syntax_fault_in_what_a_template_uses_is_named_there(tmp_path: Path) -> None:
    _, faults = rendered(
        tmp_path,
        "{% include 'part.md.j2' %}",
        **{"templates/part.md.j2": "one\n{{ two"},
    )
    assert [fault.split(": ")[0] for fault in faults] == ["FW802 templates/part.md.j2:2:1"]


def test_a_fault_is_reported_once_for_all_the_pages_it_breaks(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/phase.md.j2": "{{ view.nothing }}"})
    made, faults = render(pages_of(Audience.CUSTOMER), tmp_path)
    assert [fault.code.id for fault in faults] == ["FW801"]
    assert not [path for path in made if path.endswith("/plan/index.md")]
    assert "index.md" in made


def test_a_template_that_calls_a_macro_wrongly_is_told_so(tmp_path: Path) -> None:
    template = "{% from 'components/icon/icon.html' import icon %}\n{{ icon(nmae='flag') }}"
    _, faults = rendered(tmp_path, template)
    assert len(faults) == 1
    assert faults[0].startswith("FW804 templates/home.md.j2:2:1: ")


def view_with(text: str) -> Pages:
    pages = home_only()
    page: Page = pages.pages[0]
    assert isinstance(page.view, HomeView)
    view = replace(page.view, lede=text, links=(LinkView("x", Url("a_b/?x=1&y=*#c")),))
    return replace(pages, pages=(replace(page, view=view),))


@pytest.mark.parametrize(
    ("template", "text", "shown"),
    [
        ("{{ view.lede }}", "<b>*it's*</b>", "&lt;b&gt;&#42;it&#39;s&#42;&lt;/b&gt;"),
        ("{{ view.lede | inline }}", "*x*", "&#42;x&#42;"),
        ("{{ view.lede | prose }}", "*x*", "<p>&#42;x&#42;</p>"),
        ("{{ view.lede | prose }}", prose("*x*", {}), "<p><em>x</em></p>"),
        ("{{ view.lede | prose }}", prose("- x", {}), "<ul>\n<li>x</li>\n</ul>"),
        ("{{ view.lede | prose }}", Prose(), ""),
        ("{{ view.lede | inline }}", prose("*x*", {}), "<em>x</em>"),
        ("{{ view.lede }}", prose("*x*", {}), "<em>x</em>"),
        ("{{ view.lede }}", prose("\\- x", {}), "&#45; x"),
        ("{{ view.lede }}", prose("1\\. x", {}), "1&#46; x"),
        ("{{ view.lede }}", prose("a\n\n- b\n- c", {}), "a b c"),
        ("{{ view.lede | inline | inline }}", prose("*x*", {}), "<em>x</em>"),
        ("{{ view.links[0].url }}", "", "a_b/?x=1&amp;y=*#c"),
        ("{% set x = none %}{{ x }}{{ 1 }}", "", "1"),
    ],
)
def test_what_a_template_shows_is_safe_without_asking(
    tmp_path: Path, template: str, text: str, shown: str
) -> None:
    project = lay(tmp_path, {"templates/home.md.j2": template})
    made, faults = render(view_with(text), project)
    assert not faults
    assert made["index.md"].rpartition("---\n")[2].strip() == shown


def test_blank_lines_are_folded_but_not_in_code(tmp_path: Path) -> None:
    code = prose("```\none\n\n\n\n\ttwo\n```", {})
    project = lay(
        tmp_path, {"templates/home.md.j2": "a\n\n\n\n\nb\n\n{{ view.lede | prose }}\n\n\n"}
    )
    made, _ = render(view_with(code), project)
    assert made["index.md"].endswith(
        "\n\na\n\nb\n\n<pre><code>one&#10;&#10;&#10;&#10;&#9;two&#10;</code></pre>\n"
    )


def test_a_changed_template_is_used_at_once(tmp_path: Path) -> None:
    assert rendered(tmp_path, "one") == ("one", [])
    assert rendered(tmp_path, "three") == ("three", [])
    (tmp_path / "templates" / "home.md.j2").unlink()
    made, _ = render(home_only(), tmp_path)
    assert "Reach your first win." in made["index.md"]
