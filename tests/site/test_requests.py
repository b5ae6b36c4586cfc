"""Whatever makes a browser ask another host is found, however it is written."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.site.checking import PAGE, check_files, check_page

from firstwin.site.addresses import is_picture
from firstwin.site.script import read_script
from firstwin.site.style import read_style

HOST = "https://cdn.example/x"

LOADING = [
    '<img src="https://cdn.example/x">',
    "<img src=//cdn.example/x>",
    "<img src=\\\\cdn.example/x>",
    "<img src='/\\cdn.example/x'>",
    "<img src='///cdn.example/x'>",
    '<img src=" \x01https://cdn.example/x">',
    '<img src="ht\ntps:/\t/cdn.example/x">',
    '<img src="https:cdn.example/x">',
    '<img src="h&#116;tps&colon;//cdn.example/x">',
    "<IMG SRC=https://cdn.example/x>",
    "<img/src=https://cdn.example/x>",
    "<img alt='>' src=https://cdn.example/x>",
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="a.png 1x,https://cdn.example/x 2x">',
    '<img src="" srcset="data:image/png;base64,AA== 1x, https://cdn.example/x">',
    "<picture><source srcset='https://cdn.example/x'><img src=''></picture>",
    "<video poster=https://cdn.example/x></video>",
    "<audio src=https://cdn.example/x></audio>",
    "<video><source src=https://cdn.example/x><track src=https://cdn.example/x></video>",
    "<iframe src=https://cdn.example/x></iframe>",
    "<object data=https://cdn.example/x></object>",
    "<object codebase=https://cdn.example/x></object>",
    "<object><param name=movie value=https://cdn.example/x></object>",
    "<embed src=https://cdn.example/x>",
    "<applet archive='a.jar https://cdn.example/x'></applet>",
    "<input type=image src=https://cdn.example/x>",
    "<body background=https://cdn.example/x>",
    "<table background=https://cdn.example/x></table>",
    "<a href=# ping='a https://cdn.example/x'>x</a>",
    "<a href=# attributionsrc=https://cdn.example/x>x</a>",
    "<form action=https://cdn.example/x></form>",
    "<button formaction=https://cdn.example/x>x</button>",
    "<link rel=stylesheet href=https://cdn.example/x>",
    "<link rel='alternate stylesheet' href=https://cdn.example/x>",
    "<link rel=preconnect href=https://cdn.example/x>",
    "<link rel=dns-prefetch href=//cdn.example/x>",
    "<link rel=prefetch href=https://cdn.example/x>",
    "<link rel=next href=https://cdn.example/x>",
    "<link rel=modulepreload href=https://cdn.example/x>",
    "<link rel=manifest href=https://cdn.example/x>",
    "<link rel=icon href=https://cdn.example/x>",
    "<link rel=search href=https://cdn.example/x>",
    "<link rel=preload as=image imagesrcset='a.png 1x, https://cdn.example/x 2x'>",
    "<link href=https://cdn.example/x>",
    "<script src=https://cdn.example/x></script>",
    "<meta http-equiv=refresh content='0; url=https://cdn.example/x'>",
    "<meta http-equiv=Refresh content='3;URL=\"https://cdn.example/x\"'>",
    "<meta http-equiv=refresh content='0 https://cdn.example/x'>",
    "<meta http-equiv=link content='<https://cdn.example/x>; rel=stylesheet'>",
    "<html manifest=https://cdn.example/x>",
    "<svg><image href=https://cdn.example/x /></svg>",
    "<svg><image xlink:href=https://cdn.example/x /></svg>",
    "<svg><use href=https://cdn.example/x#a /></svg>",
    "<svg><filter><feImage href=https://cdn.example/x /></filter></svg>",
    "<svg><script href=https://cdn.example/x></script></svg>",
    "<svg><rect fill='url(https://cdn.example/x#a)'/></svg>",
    "<svg><rect mask='\\75rl(https://cdn.example/x#a)'/></svg>",
    "<svg><rect cursor=\"image-set('https://cdn.example/x' 1x)\"/></svg>",
    "<svg><animate attributeName=href to=https://cdn.example/x /></svg>",
    "<svg><set attributeName=href values='a;https://cdn.example/x'/></svg>",
    "<math><mglyph src=https://cdn.example/x /></math>",
    "<template><img src=https://cdn.example/x></template>",
    "<template><table><tr><td background=https://cdn.example/x></table></template>",
    "<template><template><img src=https://cdn.example/x></template></template>",
    "<div><template shadowrootmode=open><img src=https://cdn.example/x></template></div>",
    "<noscript><img src=https://cdn.example/x></noscript>",
    "<noscript><p title='</noscript><img src=https://cdn.example/x>'></noscript>",
    "<p style='background:url(https://cdn.example/x)'>x</p>",
    "<style>@import 'https://cdn.example/x';</style>",
    "<svg><style>@import url(https://cdn.example/x);</style></svg>",
    "<x-y data-source=https://cdn.example/x></x-y>",
    "<x-y whatever='1 https://cdn.example/x'></x-y>",
    "<xmp></xmp><img src=https://cdn.example/x>",
    "<textarea></textarea/><img src=https://cdn.example/x>",
    "<!--><img src=https://cdn.example/x>-->",
    "<script>import 'https://cdn.example/x'</script>",
    '<script type=module>import a, {b} from "https://cdn.example/x"</script>',
    "<script>import ( `https://cdn.example/x` )</script>",
    "<script>export * from '//cdn.example/x'</script>",
    "<script>fetch('https://cdn.example/x')</script>",
    "<script>new Worker('https://cdn.example/x')</script>",
    "<script>navigator.sendBeacon('https://cdn.example/x')</script>",
    "<script>a.open('GET', 'https://cdn.example/x')</script>",
    "<script>new Image().src = 'https://cdn.example/x'</script>",
    '<script type=importmap>{"imports": {"a": "https://cdn.example/x"}}</script>',
    '<script type=importmap>{"scopes": {"https://cdn.example/x": {"a": "./b.js"}}}</script>',
    '<script type=speculationrules>{"prefetch": [{"urls": ["https://cdn.example/x"]}]}</script>',
]

HARMLESS = [
    '<a href="https://elsewhere.example/a#b">x</a> <area href="//elsewhere.example/">',
    '<svg><a href="https://elsewhere.example/" xlink:href="https://elsewhere.example/">x</a></svg>',
    '<a href="mailto:a@b.example">x</a> <a href="tel:+49">x</a> <a href="sms:+49">x</a>',
    '<link rel="canonical" href="https://elsewhere.example/">',
    '<link rel="alternate" hreflang="de" href="https://elsewhere.example/">',
    '<link rel="me nofollow" href="https://elsewhere.example/">',
    '<blockquote cite="https://elsewhere.example/">x</blockquote>',
    '<meta property="og:url" content="https://elsewhere.example/">',
    '<meta name="description" content="See https://elsewhere.example/ or //that">',
    '<p title="https://elsewhere.example/" aria-label="//elsewhere.example/">x</p>',
    '<img src="" alt="https://elsewhere.example/">',
    '<input value="https://elsewhere.example/" placeholder="https://elsewhere.example/">',
    '<a href="#" data-fw-address="https://elsewhere.example/">x</a>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>',
    '<p itemscope itemtype="https://schema.org/Person" itemprop="https://schema.org/name">x</p>',
    '<img src="data:image/svg+xml,%3Csvg/%3E" srcset="data:image/png;base64,AA== 2x">',
    "<!-- <img src=https://cdn.example/x> -->",
    "<textarea><img src=https://cdn.example/x></textarea>",
    "<title><img src=https://cdn.example/x></title>",
    "<p>&lt;img src=https://cdn.example/x&gt;</p>",
    '<svg><g id="a"/><rect fill="url(#a)"/><use href="#a"/></svg>',
    '<link rel="icon" media="(prefers-color-scheme: dark)" href="">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<form name="search"></form>',
]


@pytest.mark.parametrize("html", LOADING)
def test_what_a_page_asks_another_host_for_is_said(tmp_path: Path, html: str) -> None:
    checked = check_page(tmp_path, html)

    said = {(code, message) for code, _, message in checked.findings if code == "FW904"}
    assert len(said) == 1
    assert {message.rpartition("#")[0] or message for _, message in said} <= {
        f"the page loads {prefix}cdn.example/x" for prefix in ("https://", "//", "https:")
    }


@pytest.mark.parametrize("html", HARMLESS)
def test_what_a_reader_follows_or_reads_asks_nobody(tmp_path: Path, html: str) -> None:
    assert check_page(tmp_path, html).findings == []


SHEETS = [
    ('@import url("https://cdn.example/x");', "FW904", "1:13"),
    ("@import 'https://cdn.example/x' layer(a) supports(display: grid) screen;", "FW904", "1:9"),
    ("/* a */\n\na { background: url(//cdn.example/x) }", "FW904", "3:17"),
    ("a { background: \\75\\72\\6c(https://cdn.example/x) }", "FW904", "1:17"),
    ("a { background: URL( 'https:\\/\\/cdn.example/x' ) }", "FW904", "1:22"),
    ("a { background: u/**/rl(x); color: src('https://cdn.example/x') }", "FW904", "1:40"),
    ("a { background: image-set('https://cdn.example/x' 1x) }", "FW904", "1:27"),
    ("a { background: -webkit-image-set(url(https://cdn.example/x) 2x) }", "FW904", "1:35"),
    ("a { --x: url(https://cdn.example/x) }", "FW904", "1:10"),
    ("a { --x: 'https://cdn.example/x' }", "FW904", "1:10"),
    ("@media print { a { b: url(https://cdn.example/x) } }", "FW904", "1:23"),
    ("@font-face {\n  font-family: x;\n  src: url(lost.woff2) format('woff2');\n}", "FW903", "3:8"),
    ("@supports (background: url(https://cdn.example/x)) {}", "FW904", "1:24"),
    ("a { &:hover { b: url(https://cdn.example/x) } }", "FW904", "1:18"),
    ("a { b: url(https://cdn.example/x", "FW904", "1:8"),
    ("a { b: url('lost.png?v=1#a') }", "FW903", "1:12"),
    ("a { b: url(data:text/html,x) }", "FW908", "1:8"),
    ("a { b: url(javascript:x) }", "FW908", "1:8"),
]
HARMLESS_SHEETS = [
    'a[href^="https://"]::after { content: "https://cdn.example/x" }',
    '@namespace svg url(http://www.w3.org/2000/svg); @charset "utf-8";',
    "a { b: url(data:image/png;base64,AA==); c: url(#a); d: url(); e: url(x.png) }",
    "/* url(https://cdn.example/x) */",
    "a { content: 'url(https://cdn.example/x)'; quotes: '//a' '//b' }",
    "a { b: url(https://cdn.example/x 'broken') }",
    "@font-face { src: url('x.png') format('//') }",
]


@pytest.mark.parametrize(("css", "code", "place"), SHEETS)
def test_a_style_sheet_is_read_and_the_place_is_the_authors(
    tmp_path: Path, css: str, code: str, place: str
) -> None:
    checked = check_files(tmp_path, {}, {"extra.css": css})

    assert [(found, where) for found, where, _ in checked.findings] == [
        (code, f"theme/extra.css:{place}")
    ]


@pytest.mark.parametrize("css", HARMLESS_SHEETS)
def test_a_style_sheet_may_show_and_compare_addresses(tmp_path: Path, css: str) -> None:
    assert check_files(tmp_path, {}, {"extra.css": css, "x.png": b""}).findings == []


def test_a_style_sheet_names_files_as_it_lies(tmp_path: Path) -> None:
    css = "a { b: url(../images/x.png); c: url(/images/x.png); d: url(images/x.png) }"

    checked = check_files(tmp_path, {}, {"assets/a.css": css, "images/x.png": b""})

    message = "`assets/images/x.png` leads nowhere: there is no such file"
    assert checked.findings == [("FW903", "theme/assets/a.css:1:56", message)]


def test_brackets_may_stand_in_brackets_as_often_as_somebody_likes(tmp_path: Path) -> None:
    css = "a{" * 2000 + "b:url(https://cdn.example/x)" + "}" * 2000

    assert check_files(tmp_path, {}, {"extra.css": css}).codes == ["FW904"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">\n{}</svg>'
DRAWINGS = [
    ('<image href="https://cdn.example/x"/>', "FW904", "2:1"),
    ('<image l:href="//cdn.example/x"/>', "FW904", "2:1"),
    ('<use href="lost.svg#a"/>', "FW903", "2:1"),
    ('<feImage href="https://cdn.example/x"/>', "FW904", "2:1"),
    ("<style>@import 'https://cdn.example/x';</style>", "FW904", "2:16"),
    ("<style><![CDATA[\na{b:url(https://cdn.example/x)}]]></style>", "FW904", "3:5"),
    ('<rect style="fill:url(https://cdn.example/x)"/>', "FW904", "2:1"),
    ('<rect fill="url(https://cdn.example/x#a)"/>', "FW904", "2:1"),
    ("<script>alert(1)</script>", "FW908", "2:1"),
    ('<script href="https://cdn.example/x"/>', "FW908", "2:1"),
    ('<rect onload="alert(1)"/>', "FW908", "2:1"),
    ('<a href="javascript:alert(1)"><rect/></a>', "FW908", "2:1"),
    ('<set attributeName="href" to="javascript:alert(1)"/>', "FW908", "2:1"),
    ("<a href='gone/'><rect/></a>", "FW901", "2:1"),
    ("<rect>", "FW908", "2:9"),
]


@pytest.mark.parametrize(("inner", "code", "place"), DRAWINGS)
def test_a_drawing_is_read_as_what_it_is_when_opened_by_itself(
    tmp_path: Path, inner: str, code: str, place: str
) -> None:
    checked = check_files(tmp_path, {}, {"images/a.svg": SVG.format(inner)})

    said = {(found, where) for found, where, _ in checked.findings}
    assert said >= {(code, f"theme/images/a.svg:{place}")}


HARMLESS_DRAWINGS = [
    '<style>a{fill:red}</style><rect style="fill:blue" fill="url(#g)"/><use l:href="#g"/>',
    '<a href="https://elsewhere.example/"><rect/></a>',
    "<metadata>https://elsewhere.example/</metadata>",
    "<image href='data:image/png;base64,AA=='/>",
]


@pytest.mark.parametrize("inner", HARMLESS_DRAWINGS)
def test_a_drawing_may_have_styles_and_links(tmp_path: Path, inner: str) -> None:
    assert check_files(tmp_path, {}, {"images/a.svg": SVG.format(inner)}).findings == []


DOCUMENTS = [
    (b'<?xml-stylesheet href="https://cdn.example/x"?><svg/>', "FW904"),
    (b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', "FW908"),
    (b'<?xml version="1.0" encoding="utf-7"?><svg/>', "FW908"),
    (b"\xff\xfe\x00", "FW908"),
    (b"", "FW908"),
    ('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'.encode("utf-16"), "FW908"),
]


@pytest.mark.parametrize(("svg", "code"), DOCUMENTS)
def test_a_drawing_is_more_than_its_elements(tmp_path: Path, svg: bytes, code: str) -> None:
    assert check_files(tmp_path, {}, {"images/a.svg": svg}).codes == [code]


def test_a_drawing_may_name_the_kind_of_document_it_is(tmp_path: Path) -> None:
    kind = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'

    assert (
        check_files(tmp_path, {}, {"a.svg": f"<!DOCTYPE svg PUBLIC {kind}><svg/>"}).findings == []
    )


SCRIPTS = [
    ("import 'https://cdn.example/x.js';", "FW904", "1:9"),
    ('\n  import a, { b } from "//cdn.example/x.js";', "FW904", "2:25"),
    ("const a = await import(`https://cdn.example/x.js`);", "FW904", "1:25"),
    ("importScripts('https://cdn.example/x.js')", "FW904", "1:16"),
    ("new EventSource('https://cdn.example/x')", "FW904", "1:18"),
    ("import './lost.js';", "FW903", "1:9"),
    ("export * from '../lost.js';", "FW903", "1:16"),
]
HARMLESS_SCRIPTS = [
    "import './there.js'; import '../assets/there.js'; import 'bare';",
    "a.href = 'https://elsewhere.example/'; const b = 'http://www.w3.org/2000/svg';",
    "fetch('there.json'); Array.from('//'); import.meta.url; a.import('x'); // import it",
]


@pytest.mark.parametrize(("script", "code", "place"), SCRIPTS)
def test_a_script_imports_from_the_site(tmp_path: Path, script: str, code: str, place: str) -> None:
    checked = check_files(tmp_path, {}, {"assets/a.js": script})

    assert [(found, where) for found, where, _ in checked.findings] == [
        (code, f"theme/assets/a.js:{place}")
    ]


@pytest.mark.parametrize("script", HARMLESS_SCRIPTS)
def test_a_script_may_hold_addresses(tmp_path: Path, script: str) -> None:
    assert check_files(tmp_path, {}, {"assets/a.js": script, "assets/there.js": ""}).findings == []


def test_the_manifest_of_an_app_is_read(tmp_path: Path) -> None:
    manifest = """{"name": "//x", "start_url": "https://cdn.example/x", "icons": [{"src": "./lost.png"}],
      "related_applications": [{"url": "https://apps.example/"}], "scope": "/"}"""

    codes = check_files(tmp_path, {"app.webmanifest": manifest}).codes

    assert sorted(codes) == ["FW903", "FW904"]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", '{"imports": 1}'])
def test_a_list_that_is_none_is_nobodys(tmp_path: Path, text: str) -> None:
    assert check_files(tmp_path, {"app.webmanifest": text}).findings == []


def test_what_the_engine_brings_along_is_not_read_and_what_lies_over_it_is(tmp_path: Path) -> None:
    brought = {"main.css": "a{b:url(https://cdn.example/x)}", "main.js": "import '//cdn.example/x'"}

    assert check_files(tmp_path / "a", {}, engine=brought).findings == []
    assert check_files(tmp_path / "b", {}, brought, brought).codes == ["FW904", "FW904"]


LOST = [
    ("<meta http-equiv=refresh content='0;url=lost/'>", "FW903"),
    ("<meta http-equiv=refresh content='0'>", ""),
    ("<form action='lost/'></form>", "FW901"),
    ("<a href='' ping='lost'>x</a>", "FW903"),
    ("<svg><image href='lost.png'/></svg>", "FW903"),
    ("<svg><use href='#lost'/></svg>", "FW902"),
    ("<svg><rect fill='url(#lost)'/></svg>", "FW902"),
    ("<link rel=preload imagesrcset='lost.png 1x'>", "FW903"),
    ("<script>import './lost.js'</script>", "FW903"),
    ('<script type=importmap>{"imports": {"a": "./lost.js"}}</script>', "FW903"),
    ("<p style='background: url(lost.png)'>x</p>", "FW903"),
    ("<template><img src=lost.png></template>", "FW903"),
]


@pytest.mark.parametrize(("html", "code"), LOST)
def test_what_is_on_the_site_itself_has_to_be_there(tmp_path: Path, html: str, code: str) -> None:
    codes = set(check_page(tmp_path, html, [html]).codes) - {"FW908"}

    assert codes == ({code} if code else set())


def test_a_fault_of_a_template_of_ones_own_is_said_at_its_line(tmp_path: Path) -> None:
    template = '<footer>\n<img src="https://cdn.example/x">\n</footer>'
    pages = {"index.html": PAGE.format(template), "a/index.html": PAGE.format(template)}

    checked = check_files(tmp_path, pages, {"partials/footer.html": template})

    message = "the page loads https://cdn.example/x (and on 1 more page)"
    assert checked.findings == [("FW904", "theme/partials/footer.html:2:1", message)]


@pytest.mark.parametrize("engine", ["material", "zensical"])
def test_what_an_engine_brings_along_loads_nothing_from_elsewhere(engine: str) -> None:
    """It is not read with every build, and so is read here."""
    package = find_spec(engine)
    assert package
    assert package.submodule_search_locations
    theme = Path(package.submodule_search_locations[0], "templates")
    readers = {".css": read_style, ".js": read_script}
    read = [path for path in theme.rglob("*") if path.suffix in readers and path.is_file()]
    loaded = [
        found.address
        for path in read
        for found in readers[path.suffix](path.read_text("utf-8"))
        if not is_picture(found.address)
    ]
    assert loaded == []
    assert len(read) > 3
