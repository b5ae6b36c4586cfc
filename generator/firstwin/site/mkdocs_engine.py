"""Build a tree with MkDocs and Material, in this process.

In: the folder of a `mkdocs.yml` and an empty folder. Out: the site in that folder, and diagnostics. A
process of its own would cost half a second of starting up for every rebuild of a preview. MkDocs is
never run as strict: its warnings come back as values, like everything else.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from types import TracebackType

from jinja2 import TemplateSyntaxError
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from firstwin.diagnostics import Diagnostic
from firstwin.errors import FirstwinError
from firstwin.output import SETTINGS
from firstwin.site.codes import TEMPLATE_FAILED
from firstwin.site.engine_warnings import TemplateFailedError, as_diagnostics
from firstwin.site.places import Places


def build_with_mkdocs(places: Places, into: Path) -> list[Diagnostic]:
    """Build the tree of `places` into the folder `into`.

    Raises FirstwinError where MkDocs fails for a reason that lies in no template.
    """
    try:
        with engine_at_work(places) as warnings:
            _run(places.tree / SETTINGS, into)
    except TemplateFailedError as failed:
        return [failed.diagnostic]
    return as_diagnostics(warnings, places)


@contextmanager
def engine_at_work(places: Places) -> Iterator[list[str]]:
    """Collect what MkDocs warns about meanwhile instead of printing it.

    Raises TemplateFailedError where a template fails, FirstwinError where MkDocs does for another reason.
    """
    with _warnings() as warnings:
        try:
            yield warnings
        except OSError:  # a full disk is none of MkDocs's doing
            raise
        except Exception as error:  # a template may raise anything
            failed = _template_failure(error, places)
            if failed is None:
                raise FirstwinError(_engine_failure(error, warnings)) from error
            raise TemplateFailedError(failed) from error


def _run(settings: Path, into: Path) -> None:
    config = load_config(str(settings), site_dir=str(into))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        run_mkdocs(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns about instead of printing it: in this thread, another may render a site of its own."""
    messages: list[str] = []
    thread = get_ident()

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == thread:
                messages.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)


def _template_failure(error: Exception, places: Places) -> Diagnostic | None:
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or "", error.lineno
    else:
        file, line = _last_template(error.__traceback__)
    if not file:
        return None
    return Diagnostic(TEMPLATE_FAILED, str(error), places.template(file, line))


def _last_template(trace: TracebackType | None) -> tuple[str, int]:
    """The innermost template of a traceback: Jinja puts their files and lines into it."""
    found = ("", 0)
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _engine_failure(error: Exception, warnings: list[str]) -> str:
    message = error.format_message() if isinstance(error, MkDocsException) else f"{error!r}"
    text = " ".join([*warnings, message])
    return f"MkDocs could not build the site: {' '.join(text.split())}"
