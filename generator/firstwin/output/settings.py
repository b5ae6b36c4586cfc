"""`mkdocs.yml`: the settings of one edition, plain enough to be read and to be built by hand.

In: the project's configuration and the outline of an edition. Out: YAML text. Both engines read it; what
only one of them knows is left out. No plugin, no hook, no extension of ours; everything a
template needs beyond that stands under `extra.firstwin`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape
from typing import Any, Final

import yaml
from msgspec import Struct

from firstwin.models.config import Brand, SiteConfig
from firstwin.models.language import FALLBACK_LANGUAGE, is_language_tag
from firstwin.models.shades import DARK, LIGHT, hexed
from firstwin.output.chrome import chrome_words
from firstwin.output.names import DOCS, OVERRIDES
from firstwin.pages.files import APP, ICONS
from firstwin.pages.page import NavItem, Outline
from firstwin.pages.urls import EVERYTHING
from firstwin.pages.views import LinkView
from firstwin.text import inline_html

HEADER: Final = """\
# Written by firstwin: edit site_config.yml instead, the next build replaces this file.
# `mkdocs build` in this folder builds the same site by hand.
"""

# Everything that can be said about links is said; `--strict` then stops at it.
VALIDATION: Final = {
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}

# What a project's own templates may use; ours need none, and there are no more: each further one is a parser that texts of authors would meet.
MARKDOWN_EXTENSIONS: Final[list[Any]] = [
    "attr_list",
    "md_in_html",
    {"toc": {"permalink": False}},
]


class Linked(Struct, frozen=True):
    """What every page links: style sheets, scripts, a picture; and which languages the theme brings along."""

    styles: tuple[str, ...]
    preview: str
    scripts: tuple[str, ...]


def settings(config: SiteConfig, outline: Outline, linked: Linked) -> str:
    """The text of `mkdocs.yml`."""
    content: dict[str, Any] = {
        "site_name": str(config.title),
        "site_description": str(config.description),
        **({"site_url": _folder_address(config.url)} if config.url else {}),
        "docs_dir": DOCS,
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "variant": "classic",  # Zensical's name for the look of Material
            "custom_dir": OVERRIDES,
            "language": str(config.language)
            if is_language_tag(config.language)
            else FALLBACK_LANGUAGE,
            "font": False,  # the fonts would come from another host
            "favicon": _favicon(config.brand),
        },
        "plugins": [],
        "markdown_extensions": MARKDOWN_EXTENSIONS,
        "validation": VALIDATION,
        "extra_css": list(linked.styles),
        **({"extra_javascript": list(linked.scripts)} if linked.scripts else {}),
        "extra": {"generator": False, "firstwin": _extra(config, outline, linked.preview)},
        "nav": [_nav(item) for item in outline.navigation],
        **(
            {"not_in_nav": "".join(f"{pattern}\n" for pattern in _unlisted(outline))}
            if outline.unlisted
            else {}
        ),
    }
    return HEADER + yaml.dump(
        content, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100
    )


if yaml.__with_libyaml__:
    from yaml import CSafeDumper as SafeDumper
else:
    from yaml import SafeDumper  # type: ignore[assignment]  # slower, and the same to its users


class _Plain(SafeDumper):
    """Writes out what stands in several places, and lines as lines."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """A text of several lines as a block."""
        style = "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_Plain.add_representer(str, _Plain.represent_text)


def _unlisted(outline: Outline) -> Iterable[str]:
    """The pages of no navigation as patterns: few, because MkDocs tries each page with each.

    One is for all that lie deeper than whatever is listed, one for each folder of which nothing is.
    """
    listed = [
        item.path.split("/")[:-1]
        for section in outline.navigation
        for item in (section, *section.items)
        if item.path
    ]
    deepest = max(map(len, listed), default=0)
    begun = {tuple(folders[:end]) for folders in listed for end in range(1, len(folders) + 1)}
    return dict.fromkeys(_pattern(path, deepest, begun) for path in outline.unlisted)


def _pattern(path: str, deepest: int, begun: Collection[tuple[str, ...]]) -> str:
    *folders, _ = path.split("/")
    if len(folders) > deepest:
        return f"{'/*' * (deepest + 1)}/"
    for end in range(1, len(folders) + 1):
        if tuple(folders[:end]) not in begun:
            return f"/{'/'.join(folders[:end])}/"
    return f"/{path}"


def _nav(item: NavItem) -> dict[str, Any]:
    # Titles are HTML to engines: what lists them in a page, as Zensical's search does, shows them as such.
    title = escape(item.title, quote=False)
    return {title: item.path or [_nav(inner) for inner in item.items]}


def _extra(config: SiteConfig, outline: Outline, preview: str) -> dict[str, Any]:
    """What the templates of the chrome need: config.extra.firstwin."""
    footer = outline.footer
    title, product = str(config.title), config.product.name
    named = title.startswith(f"{product} ")
    return {
        "name": str(product) if named else title,
        **({"subtitle": title.removeprefix(f"{product} ")} if named else {}),
        **_logo(config.brand),
        **({"right_to_left": True} if outline.words.right_to_left else {}),
        **({} if outline.listed else {"robots": "noindex"}),
        **({"preview": preview} if preview and config.url else {}),
        **({"everything": f"{EVERYTHING.folder}/"} if EVERYTHING.path in outline.unlisted else {}),
        **({"app": _app(config)} if config.app else {}),
        "paper": {"light": hexed(LIGHT.paper), "dark": hexed(DARK.paper)},
        **(
            {"renamed": [f"{each.old} {each.new}" for each in outline.renamed]}
            if outline.renamed
            else {}
        ),
        **({"tiers": list(outline.tiers)} if outline.tiers else {}),
        "footer": {
            "title": footer.title,
            "text_html": str(inline_html(footer.text)),
            "links": _links(footer.links),
            **({"more": _links(footer.more)} if footer.more else {}),
        },
        **({"plans": _links(outline.plans)} if outline.plans else {}),
        "words": chrome_words(outline.words),
    }


def _logo(brand: Brand) -> dict[str, Any]:
    """The logo over every page."""
    return {
        **({"mark": str(brand.mark)} if brand.mark else {}),
        **({"mark_dark": str(brand.mark_dark)} if brand.mark and brand.mark_dark else {}),
        **({"wide": True} if brand.mark and brand.wide else {}),
    }


def _favicon(brand: Brand) -> str:
    """The icon of the browser's tab: a square logo, or the cairn."""
    return brand.icon or "assets/images/favicon.svg"


def _app(config: SiteConfig) -> dict[str, str]:
    """What a site that can be installed is described in, and its icon for systems that read no more than a page."""
    return {"manifest": APP, "icon": config.brand.icon or ICONS[min(ICONS)]}


def _links(links: Iterable[LinkView]) -> list[dict[str, str]]:
    return [{"title": link.title, "url": str(link.url)} for link in links]


def _folder_address(url: str) -> str:
    return url if url.endswith("/") else url + "/"
