"""A template that shows more than the page's own is known for it, in whatever words it does so."""

import pytest

from firstwin.site.reach import standing_alone

ALONE = [
    "{{ page.content }}",
    "{{ page.meta.title | e }} {{ config.site_name }} {{ config['site_url'] }}",
    "{{ nav.homepage.url | url }}",
    "{% set site = config.extra.firstwin %}{{ site.words.skip }}",
    "{% for link in page.meta.links %}{{ link.url }}{% endfor %}",
    "{% trans %}x{% endtrans %}",
    "{% if page and page.meta %}x{% endif %}{{ page.toc }}",
]
REACHING = [
    "{{ pages | length }}",
    "{% for page in pages %}{{ page.title }}{% endfor %}",
    "{% for item in nav %}{{ item.title }}{% endfor %}",
    "{% for item in nav.items %}{{ item.title }}{% endfor %}",
    "{{ nav.homepage.meta.title }}",
    "{{ nav['homepage'].title }}",
    "{{ nav }}",
    "{% set all = nav %}{{ all.pages }}",
    "{{ page.next_page.title }}",
    "{{ page['previous_page'].title }}",
    "{% set p = page %}{{ p.parent.title }}",
    "{{ page | attr('next_page') }}",
    "{{ [page] | map(attribute='next_page.title') | first }}",
    "{{ page['next' ~ '_page'].title }}",
    "{{ page.file.page.title }}",
    "{{ page.update_date }}",
    "{{ build_date_utc }}",
    "{{ lipsum() }}",
    "{{ [1, 2] | random }}",
    "{{ config }}",
    "{{ config.nav }}",
    "{{ config.docs_dir }}",
    "{% for key in config %}{{ key }}{% endfor %}",
    "{% for key in config.extra.values() %}{{ key }}{% endfor %}",
    "{{ config.data }}",
    "{{ config.get('nav') }}",
    "{{ page.links_to_anchors }}",
    "{{ page.present_anchor_ids }}",
    "{{ page.__class__ }}",
    "{% include 'partials/nav.html' %}",
    "{% include page.meta.part %}",
    "{% extends 'gone.html' %}",
    "{% if %}",
]


@pytest.mark.parametrize("template", ALONE)
def test_what_shows_a_page_and_the_settings_stands_alone(template: str) -> None:
    assert standing_alone({"main.html": template.encode()}) == {"main.html"}


@pytest.mark.parametrize("template", REACHING)
def test_what_shows_more_does_not(template: str) -> None:
    assert standing_alone({"main.html": template.encode()}) == set()


def test_whoever_refers_to_one_that_does_not_does_not_either() -> None:
    templates = {
        "main.html": b"{% extends 'base.html' %}",
        "base.html": b"{% include 'partials/a.html' %}",
        "partials/a.html": b"{{ pages }}",
        "404.html": b"{% include 'partials/b.html' %}",
        "partials/b.html": b"{{ page.content }}",
        "binary.html": b"\xff",
    }

    assert standing_alone(templates) == {"404.html", "partials/b.html"}
