"""What is known of a page before it is laid out is what the page says of itself."""

import pytest
from tests.pages.small import guides_of

from firstwin.models.values import Audience
from firstwin.pages import plan_layout
from firstwin.words import words_in


@pytest.mark.parametrize("audience", Audience)
def test_a_sheet_says_where_its_page_lies_and_where_it_is_listed(audience: Audience) -> None:
    layout = plan_layout(guides_of(audience), words_in("en"))
    pages = [sheet.lay_out() for sheet in layout.sheets]

    assert [sheet.path for sheet in layout.sheets] == [page.path for page in pages]
    listed_elsewhere = {page.place.folder for page in pages if page.listed_as}
    assert layout.listed_elsewhere == listed_elsewhere
