"""What is measured: each metric, how it is counted, and what each plan aims for.

In: the `SiteMap`. Out: a `Page`. Only editions that have metrics have it.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages import words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import METRICS
from firstwin.pages.views import FactView, MeasuresView, MeasureView, TargetView
from firstwin.resolve.guide import MetricText


def measures_page(site: SiteMap) -> Page:
    """The page of all metrics."""
    view = MeasuresView(
        title=words.METRICS,
        lede=words.METRICS_LEDE,
        measures=tuple(
            MeasureView(
                id=metric.id,
                title=metric.title,
                meaning=metric.meaning,
                how=tuple(_how(metric)),
                targets=tuple(_targets(metric)),
            )
            for metric in site.guides.metrics
        ),
    )
    chrome = site_chrome("metrics", METRICS, words.METRICS, site, "metrics")
    return Page(METRICS, "metrics.md.j2", words.METRICS, words.METRICS_LEDE, chrome, view)


def _how(metric: MetricText) -> Iterator[FactView]:
    yield FactView(words.FORMULA, metric.formula)
    if metric.counted:
        yield FactView(words.COUNTED, metric.counted)


def _targets(metric: MetricText) -> Iterator[TargetView]:
    for target in metric.targets:
        yield TargetView(target.tier_title, target.value, target.meaning, target.source)
    benchmark = metric.benchmark
    if benchmark:
        yield TargetView(
            words.BENCHMARK, benchmark.value, benchmark.meaning, benchmark.source, benchmark=True
        )
