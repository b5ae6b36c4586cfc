"""What lies beside the pages."""

from pathlib import Path

import pytest
from tests.pages.small import pages_of
from tests.resolve.small import SHARED, small_guides

from firstwin.models.values import Audience
from firstwin.pages.files import robots
from firstwin.pages.page import File

CONFIG = "site_config.yml"


@pytest.mark.parametrize(
    ("audience", "url", "rules"),
    [
        (Audience.CUSTOMER, "", "Allow: /\n"),
        (
            Audience.CUSTOMER,
            "https://guides.tarn.test/start/",
            "Allow: /\n\nSitemap: https://guides.tarn.test/start/sitemap.xml\n",
        ),
        (Audience.PARTNER, "https://partners.tarn.test", "Allow: /\n"),
        (Audience.INTERNAL, "", "Allow: /\n"),
    ],
)
def test_search_engines_may_fetch_all_and_are_led_to_what_is_for_customers(
    tmp_path: Path, audience: Audience, url: str, rules: str
) -> None:
    config = SHARED[CONFIG] + (f"url: {url}\n" if url else "")
    guides = small_guides(tmp_path, {CONFIG: config}, audience)
    assert robots(guides) == File("robots.txt", made=f"User-agent: *\n{rules}".encode())


@pytest.mark.parametrize("audience", Audience)
def test_no_two_files_lie_in_one_place(audience: Audience) -> None:
    pages = pages_of(audience)
    places = [*(page.path for page in pages.pages), *(file.path for file in pages.outline.files)]
    assert len(set(places)) == len(places)
