"""MkDocs with everything in place to render one page, and then another.

In: a tree without its pages, their paths, and those of the files beside them. Out: the HTML of a page when it is asked for. A page needs the settings,
the files that there are and the navigation, and of other pages nothing but these; so it is the same, byte for byte, as
a build of all pages makes it. MkDocs offers no such thing: which of its functions are relied on, and what holds that, is
written in docs/decisions/0039-a-page-is-rendered-when-it-is-asked-for.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from mkdocs import theme, utils
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions
from mkdocs.structure.nav import get_navigation
from msgspec import Struct

from firstwin.output import OVERRIDES, SETTINGS
from firstwin.render.compiled import compiled_copies
from firstwin.site.conversion import convert
from firstwin.site.frame import MAIN
from firstwin.site.mkdocs_engine import engine_at_work
from firstwin.site.places import Places
from firstwin.site.plain_html import PlainHtml
from firstwin.system import bundled

_COMPILERS: Final = (Path(theme.__file__),)
"""What decides how the engine's templates are compiled: it makes their environment."""


class SinglePage(Struct, frozen=True):
    """A page of the site, what MkDocs warned about when it made it, and the template that it was made by.

    One that `is_alone` comes out the same whatever other files there are. `content` is what the template was given to show,
    where that is plain.
    """

    html: bytes
    warnings: tuple[str, ...]
    template: str
    is_alone: bool
    content: PlainHtml | None = None


class _Ours:
    """Lists of the theme what lies over the engine's: of thousands of files that it brings along none is published."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """The files in the folder, as an environment of templates lists them."""
        files = (path for path in self._folder.rglob("*") if path.is_file())
        return sorted(
            filter(filter_func, (path.relative_to(self._folder).as_posix() for path in files))
        )


class SinglePages:
    """Renders the pages of one tree. Not for several threads at a time.

    `warnings` are what MkDocs says about the tree as a whole. Raises what `engine_at_work` raises.
    """

    def __init__(
        self,
        places: Places,
        pages: Iterable[str],
        beside: Iterable[str],
    ) -> None:
        self._places = places
        with engine_at_work(places) as warnings:
            self._config = config = load_config(
                str(places.tree / SETTINGS), site_dir=str(places.tree / "site")
            )
            found = [self._file(path) for path in (*pages, *beside)]
            self._files = Files(sorted(found, key=file_sort_key))
            self._environment = config.theme.get_env()
            self._environment.bytecode_cache = compiled_copies(
                bundled.THEME / OVERRIDES, _COMPILERS
            )
            ours = _Ours(places.tree / OVERRIDES)
            self._files.add_files_from_theme(ours, config)  # type: ignore[arg-type]  # it asks for no more
            set_exclusions(self._files, config)
            self._navigation = get_navigation(self._files, config)
        self.warnings = tuple(warnings)
        self._pages = self._files.documentation_pages()
        self.pages: Mapping[str, str] = {file.dest_uri: file.src_uri for file in self._pages}
        """The Markdown file of each page of the site."""

    def copies(self) -> dict[str, str]:
        """The files of the site that are no pages, each with the path it has in the tree's docs or in the theme."""
        return {
            file.dest_uri: file.src_uri
            for file in self._files
            if not file.is_documentation_page() and file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs says no types there
        }

    @property
    def templates(self) -> Iterable[str]:
        """The files of the site that the theme makes of no page."""
        return self._config.theme.static_templates

    def page(self, name: str, markdown: str) -> SinglePage:
        """The page of the site with a name, of its Markdown. Raises what `engine_at_work` raises."""
        file = self._files.src_uris[self.pages[name]]
        page = file.page
        assert page is not None  # noqa: S101  # the navigation gives every file one
        file.content_string = markdown
        with engine_at_work(self._places) as warnings:
            page.active = True
            try:
                page.read_source(self._config)
                converted = convert(page, self._config, self._files)
                converted.put_into(page)
                template = str(page.meta.get("template", MAIN))
                html = self._rendered(template, page, "")
            finally:
                page.active = False
                page.markdown = page.content = None
                file.content_string = ""
        is_alone = converted.is_alone and not warnings
        return SinglePage(
            html.encode("utf-8", "xmlcharrefreplace"),
            tuple(warnings),
            template,
            is_alone,
            converted.plain,
        )

    def template(self, name: str) -> bytes:
        """A file that the theme makes of no page; nothing where it makes none."""
        is_error = utils.is_error_template(name)
        root = (
            urlsplit(self._config.site_url or "/").path
            if is_error
            else utils.get_relative_url(".", name)
        )
        with engine_at_work(self._places):
            made = self._rendered(name, None, root)
        return made.encode() if made.strip() else b""

    def _rendered(self, template: str, page: Any, root: str) -> str:
        context = get_context(self._navigation, self._pages, self._config, page, root)
        return self._environment.get_template(template).render(context)

    def _file(self, path: str) -> File:
        config = self._config
        return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
