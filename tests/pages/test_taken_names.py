"""No tier and no phase can have the name of a folder that the site has of its own.

`validate` keeps the names and `pages` makes the folders; neither may import the other.
"""

from tests.pages.small import pages_of

from firstwin.models.values import Audience
from firstwin.validate.ids import TAKEN_BY_A_GUIDE, TAKEN_BY_THE_SITE
from firstwin.validate.places import LIBRARY

OF_THE_ENGINES = {"assets", "search"}
TIER, PHASES = "team", {"plan", "set-up", "use"}


def test_the_folders_of_the_site_are_taken() -> None:
    pages = pages_of(Audience.INTERNAL)
    ours = {page.place.folder.partition("/")[0] for page in pages.pages} - {"", TIER}
    ours |= {path.partition("/")[0] for path in pages.copies}

    assert ours | OF_THE_ENGINES | {LIBRARY} == TAKEN_BY_THE_SITE


def test_the_pages_of_a_guide_are_taken() -> None:
    folders = [page.place.folder.split("/") for page in pages_of(Audience.INTERNAL).pages]
    in_guides = {inner for tier, *rest in folders if tier == TIER for inner in rest[1:]}

    assert in_guides - PHASES == TAKEN_BY_A_GUIDE
