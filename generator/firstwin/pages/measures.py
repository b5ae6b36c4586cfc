"""What is measured: each metric, how it is counted, and what each plan aims for.

In: the `SiteMap`. Out: a `Page`. Only editions that have metrics have it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from firstwin.models.keys import key_of_wins
from firstwin.pages import anchors
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import METRICS
from firstwin.pages.views import FactView, MeasuresView, MeasureView, TargetView
from firstwin.pages.worksheets import worksheet_of
from firstwin.resolve.guide import TierPlan
from firstwin.resolve.vocabulary_texts import MetricText
from firstwin.words import Words


def measures_page(site: SiteMap) -> Page:
    """The page of all metrics, with what each plan aims for."""
    # Translators: Under the title of the page of all metrics.
    lede = site.words.say(
        "metrics", "What each figure means, how it is counted, and what each plan aims for."
    )
    return _page(lede, tuple(site.guides.plans), site)


def measures_in_plan(plan: TierPlan, site: SiteMap) -> Page:
    """The page of all metrics for those who follow one plan.

    A partner's own plan aims for none of them: partners read what is said to customers, of each plan.
    """
    words = site.words
    if {share.role.side for share in plan.roles if share.role.persona} == {"partner"}:
        # Translators: Under the title of the page of all metrics, for partners, who read what is said to customers there.
        lede = words.say(
            "metrics", "What we tell customers about each figure. “You” is the customer here."
        )
        return _page(lede, tuple(site.guides.plans), site)
    # Translators: Under the title of the page of all metrics, for readers who follow one plan.
    lede = words.say(
        "metrics", "What each figure means, how it is counted, and what your plan aims for."
    )
    return _page(lede, (plan.tier,), site)


def _page(lede: str, tiers: Collection[str], site: SiteMap) -> Page:
    title = site.titles.metrics
    view = MeasuresView(
        title=title,
        lede=lede,
        measures=tuple(
            MeasureView(
                id=metric.id,
                title=metric.title,
                meaning=metric.meaning,
                how=tuple(_how(metric, site.words)),
                source=metric.source,
                worksheet=worksheet_of(metric, site.words),
                targets=tuple(_targets(metric, tiers, site.words)),
            )
            for metric in site.guides.metrics
        ),
        log_id=anchors.VALUE_LOG,
        log_key=key_of_wins(),
    )
    chrome = site_chrome("metrics", METRICS, title, site, "metrics")
    return Page(METRICS, "metrics.md.j2", title, lede, chrome, view)


def _how(metric: MetricText, words: Words) -> Iterator[FactView]:
    # Translators: Before how a metric is calculated.
    yield FactView(words.say("metrics", "Formula"), metric.formula)
    if metric.counted:
        # Translators: Before when and over what a metric is counted.
        yield FactView(words.say("metrics", "Counted"), metric.counted)


def _targets(metric: MetricText, tiers: Collection[str], words: Words) -> Iterator[TargetView]:
    for target in metric.targets:
        if target.tier in tiers:
            # Translators: Over the value that a plan aims for; {plan} is its name.
            whose = words.say("metrics", "Target: {plan}", plan=target.tier_title)
            yield TargetView(whose, target.value, target.meaning, target.source)
    benchmark = metric.benchmark
    if benchmark:
        # Translators: Over the value of a metric that other companies reach.
        whose = words.say("metrics", "What others reach")
        yield TargetView(
            whose, benchmark.value, benchmark.meaning, benchmark.source, benchmark=True
        )
