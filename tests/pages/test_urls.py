"""Where pages lie and how they link to each other."""

import pytest

from firstwin.pages.urls import HELP, HOME, Place, media_path, phase_place, tutorial_place

GUIDE = Place("gold/admin/index.md")
PHASE = phase_place("gold", "admin", "plan")


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        (HOME, HOME, "", "./"),
        (HOME, HOME, "page_top", "#page_top"),
        (HOME, HELP, "", "help/"),
        (HOME, GUIDE, "", "gold/admin/"),
        (HELP, HOME, "", "../"),
        (GUIDE, PHASE, "", "plan/"),
        (GUIDE, HOME, "", "../../"),
        (PHASE, GUIDE, "", "../"),
        (PHASE, PHASE, "kickoff-call", "#kickoff-call"),
        (PHASE, phase_place("gold", "admin", "setup"), "sso", "../setup/#sso"),
        (PHASE, tutorial_place("connect-sso"), "", "../../../tutorials/connect-sso/"),
        (Place("flat.md"), HELP, "", "../help/"),
    ],
)
def test_links_are_relative_to_the_folder_a_page_is_served_at(
    here: Place, there: Place, anchor: str, link: str
) -> None:
    assert here.to(there, anchor) == link


def test_a_file_is_reached_from_the_page_that_shows_it() -> None:
    picture = media_path("playbooks/library/images/idp.png", "playbooks")
    assert picture == "media/library/images/idp.png"
    assert tutorial_place("connect-sso").to_file(picture) == "../../media/library/images/idp.png"
    assert HOME.to_file(picture) == picture
