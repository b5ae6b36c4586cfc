"""A script or style stands in a page only where a template put it, and nothing else runs there at all."""

import base64
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.files import lay
from tests.site.checking import PAGE, check_files, check_page
from tests.trees import MARKDOWN, emit_tree

from firstwin.site import POLICY, Engine, Places, build_site
from firstwin.site.inline import Form
from firstwin.site.reading import Inline
from firstwin.system.bundled import THEME

UNKNOWN = [
    "<script>alert(1)</script>",
    "<SCRIPT >alert(1)</SCRIPT\n>",
    "<script type=module>alert(1)</script>",
    "<script type=text/javascript>alert(1)</script>",
    "<script type=application/json>{}</script>",
    '<script type=importmap>{"imports": {}}</script>',
    "<script src=a.js>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style>a{}</style></svg>",
    "<style>a{}</style>",
    "<style media=print>a{}</style>",
    "<template><script>alert(1)</script></template>",
    "<div><template shadowrootmode=open><script>alert(1)</script></template></div>",
    "<noscript><style>a{}</style></noscript>",
    "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    "<!--><script>alert(1)</script>-->",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;/mglyph&gt;'>",
    "<title></title><script>alert(1)</script>",
    "<textarea></textarea><script>alert(1)</script>",
    "<script\x0c>alert(1)</script>",
    "<script/x>alert(1)</script>",
    "<script>alert(1)",
]


@pytest.mark.parametrize("html", UNKNOWN)
def test_a_script_or_style_that_no_template_holds_is_said(tmp_path: Path, html: str) -> None:
    checked = check_page(tmp_path, html, ["<p>Nothing</p>"])

    assert "FW907" in checked.codes


FORBIDDEN = [
    "<p onclick=alert(1)>x</p>",
    "<p ONCLICK=alert(1)>x</p>",
    "<p/onclick=alert(1)>x</p>",
    "<img src='' onerror='alert(1)'>",
    "<p onwhatever=x>x</p>",
    "<svg><a onclick=x></a></svg>",
    "<svg onload=x></svg>",
    "<template><p onclick=x></p></template>",
    "<noscript><p title='</noscript><p onclick=x>'></noscript>",
    "<p style='color: red'>x</p>",
    "<svg><rect style='fill: red'/></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' \x01JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&Tab;script&colon;alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='data:image/svg+xml,x'>x</a>",
    "<a href='blob:x'>x</a>",
    "<area href='javascript:x'>",
    "<form action='javascript:x'></form>",
    "<button formaction='javascript:x'>x</button>",
    "<iframe src='javascript:x'></iframe>",
    "<iframe src='data:image/svg+xml,x'></iframe>",
    "<iframe srcdoc='<p>x</p>'></iframe>",
    "<object data='data:image/svg+xml,x'></object>",
    "<embed src='data:text/html,x'>",
    "<script src='data:,alert(1)'></script>",
    "<script src='data:image/png,alert(1)'></script>",
    "<script src='notes.txt'></script>",
    "<svg><script href='notes.txt'></script></svg>",
    "<svg><a xlink:href='javascript:x'>x</a></svg>",
    "<svg><use href='data:image/svg+xml,x#a'/></svg>",
    "<svg><set attributeName=href to='javascript:x'/></svg>",
    "<svg><animate attributeName=href values='#;javascript:x'/></svg>",
    "<meta http-equiv=refresh content='0;url=javascript:x'>",
    "<link rel=alternate href='javascript:x'>",
    "<base href=/elsewhere/>",
    "<base href=https://elsewhere.example/>",
    "<img src='data:text/html,x'>",
    "<math href='javascript:x'>x</math>",
    "<x-y whatever='javascript:x'></x-y>",
]
ALLOWED = [
    "<p title='javascript:alert(1)' aria-label='onclick=x' class='on style'>x</p>",
    "<a href='https://x.example/?q=javascript:alert(1)'>x</a>",
    "<input value='javascript:x' placeholder='data:text/html,x'>",
    "<p>javascript:alert(1) &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<!-- <script>alert(1)</script> --><textarea><script>alert(1)</script></textarea>",
    "<script></script><style> \n </style>",
    "<p onclick>x</p><p style=''>x</p>",
    "<a href='#'>x</a><meta name='x' content='javascript:x'>",
]


@pytest.mark.parametrize("html", FORBIDDEN)
def test_what_the_policy_forbids_is_in_no_page(tmp_path: Path, html: str) -> None:
    checked = check_files(tmp_path, {"index.html": PAGE.format(html), "notes.txt": ""})

    assert checked.codes == ["FW908"]


@pytest.mark.parametrize("html", ALLOWED)
def test_a_text_may_look_like_it(tmp_path: Path, html: str) -> None:
    assert check_page(tmp_path, html).codes == []


HELD = [
    ("<script>a()</script>", "<script>a()</script>", True),
    ("<script>a()</script>", "<script type=module>a()</script>", False),
    ("<script>a()</script>", "<style>a()</style>", False),
    ("<script>a()</script>", "<script>a() </script>", False),
    ("<script type='module'>a()</script>", "<script type=module>a()</script>", True),
    ("{#- <script>b()</script> -#}<script>a()</script>", "<script>b()</script>", False),
    ("<script>{# why -#}  a()</script>", "<script>a()</script>", True),
    ("<script>\r\na()\r\n</script>", "<script>\na()\n</script>", True),
    ("{% raw %}<script>a({{ b }})</script>{% endraw %}", "<script>a({{ b }})</script>", True),
    ("<style>:root{--a:{{ x }}}</style>", "<style>:root{--a:red}</style>", True),
    ("<style>:root{--a:{{ x }}}</style>", "<style>:root{--a:red}b{}</style>", False),
    ('<script>a("{{ x }}")</script>', '<script>a("../..")</script>', True),
    ('<script>a("{{ x }}")</script>', '<script>a("/start/")</script>', True),
    ('<script>a("{{ x }}")</script>', '<script>a("");alert(1);("")</script>', False),
    ('<script>a("{{ x }}")</script>', '<script>a("\\")</script>', False),
    ('<script>a("{{ x }}")</script>', '<script>a("b"+c")</script>', False),
    ("<script>a({{ x }})</script>", "<script>a(1)</script>", True),
    ("<script>a({{ x }})</script>", '<script>a({"b": ["c)", null, 1.5]})</script>', True),
    ("<script>a({{ x }})</script>", "<script>a(alert(1))</script>", False),
    ("<script>a({{ x }})</script>", "<script>a(b=1)</script>", False),
    ("<script>a({{ x }})</script>", "<script>a(`b`)</script>", False),
    ("<script>a({{ x }})</script>", "<script>a(1);b(2)</script>", False),
    ("<script>a({{ x }},{{ y }},{{ z }})</script>", '<script>a(1,"b",[])</script>', True),
    ("<script>a({{ x }},{{ y }},{{ z }})</script>", "<script>a(1,b(),[])</script>", False),
    ("<script>a({{ x }},{{ y }},{{ z }})</script>", "<script>a(1,2)</script>", False),
    ("<script>ab{{ x }}ba</script>", "<script>aba</script>", False),
    ("<script>{% if x %}a(){% endif %}</script>", "<script>a()</script>", False),
    ("<script type={{ x }}>a()</script>", "<script>a()</script>", False),
    (
        '<script id="a" type="application/json">{{ x | tojson }}</script>',
        '<script id="a" type="application/json">{"b": [1, "</p>"]}</script>',
        True,
    ),
    ('<script type="application/json">{{ x }}</script>', '<script>{"b": 1}</script>', False),
]


@pytest.mark.parametrize(("template", "html", "known"), HELD)
def test_what_a_template_holds_may_stand_in_a_page(
    tmp_path: Path, template: str, html: str, known: bool
) -> None:
    checked = check_page(tmp_path, html, [template])

    assert checked.codes == ([] if known else ["FW907"])


@given(st.text(max_size=40))
def test_no_value_between_quotes_ends_them(value: str) -> None:
    form = Form("script", "", ('a("', '")'))
    if form.fits(Inline("script", "", "", f'a("{value}")')):
        assert not set(value) & set("\"'`\\\n\r\u2028\u2029<>(){}")


JSON_BEHIND = [
    ("a(", True),
    ("b(\"c\", 'd'); a(", True),
    ("// it's\na(", True),
    ('/* " */ a(', True),
    ('a("b', False),
    ("a('b", False),
    ("a(`b", False),
    ("a(`b`, ", False),
    ('a(/"/, ', False),
    ("a(b / ", False),
    ("// a(", False),
    ("/* a(", False),
    ('a("\\\\", ', True),
    ('a("\\", ', False),
]


@pytest.mark.parametrize(("before", "takes"), JSON_BEHIND)
def test_json_is_a_value_only_where_no_text_of_the_script_is_open(before: str, takes: bool) -> None:
    form = Form("script", "", (before, ");"))
    assert form.fits(Inline("script", "", "", before + '" + alert(1) + ");')) == takes
    assert not form.fits(Inline("script", "", "", before + '" + alert(1) + "c);'))


def test_data_for_scripts_that_ask_for_it_by_its_id_is_there_once(tmp_path: Path) -> None:
    data = '<script id="__config" type="application/json">{}</script>'
    template = data.format("{{ x | tojson }}")
    page = data.format('{"base": "//evil.example"}') + data.format('{"base": "."}')

    checked = check_page(tmp_path, page, [template])

    assert [(code, message) for code, _, message in checked.findings] == [
        ("FW907", "two scripts have the id `__config`")
    ]


def test_the_message_says_how_the_script_begins_and_what_to_do(tmp_path: Path) -> None:
    found, _ = check_page(
        tmp_path, f"<script>\n  {'a' * 80}()\n</script><style>b{{}}</style>"
    ).diagnostics

    assert found.message == f"no template holds the script in the page: `{'a' * 60}…`"
    assert found.hint == (
        "put it into a file in theme/ and name that with `<script src>`; one that a template holds has no "
        "statement in it, and takes values in with `| tojson`"
    )


@pytest.fixture(params=list(Engine), ids=lambda engine: engine.value)
def engine(request: pytest.FixtureRequest) -> Engine:
    assert isinstance(request.param, Engine)
    return request.param


Build = Callable[..., tuple[list[str], str]]


@pytest.fixture
def build(tmp_path: Path, engine: Engine) -> Build:
    """Builds pages of some Markdown with a theme; says what is wrong, and the policy."""

    def built(
        markdown: dict[str, str], theme: dict[str, str], url: str | None = None
    ) -> tuple[list[str], str]:
        project = tmp_path / "project"
        lay(project / "theme", theme)
        tree = emit_tree(project, {"url": url} if url else {}, {**MARKDOWN, **markdown})
        (tmp_path / "site").mkdir()
        places = Places(project, project / "theme", tree.folder)
        found = build_site(places, tmp_path / "site", engine, url)
        said = [f"{one.span} {one.code.id} {one.message}" for one in found]
        return said, (tmp_path / "site" / POLICY).read_text("utf-8")

    return built


def hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def test_the_policy_lists_the_one_script_that_pages_hold(build: Build) -> None:
    """It is the same at every depth, and read here from the file that has it."""
    early = (THEME / "overrides/partials/firstwin/early.html").read_text("utf-8")
    (script,) = re.findall(r"<script>(.*)</script>", early)

    said, policy = build({}, {}, "https://guides.tarn.example/start/")

    assert said == []
    assert re.findall(r"'sha256-[^']+'", policy) == [hashed(script)]
    assert "style-src 'self';" in policy


def test_a_script_slipped_into_a_page_is_said_with_the_page_and_the_place(build: Build) -> None:
    said, policy = build({"help/index.md": "# Help\n\n<script>\nalert(1)\n</script>\n"}, {})

    assert said == [
        "build/customer/docs/help/index.md:4:1 FW907 no template holds the script in the page: `alert(1)`"
    ]
    assert hashed("\nalert(1)\n") not in policy


def test_a_script_of_the_projects_own_template_is_allowed(build: Build) -> None:
    script = "welcome({}, {})"
    held = script.format("{{ config.site_name | tojson }}", '"{{ base_url }}"')
    footer = f"<footer><script>{held}</script><style>footer {{ color: red }}</style></footer>"

    said, policy = build({}, {"partials/firstwin/footer.html": footer})

    assert said == []
    assert hashed(script.format('"Tarn onboarding"', '".."')) in policy
    assert hashed("footer { color: red }") in policy
