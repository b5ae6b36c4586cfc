"""What stands around every page, in words: the engine renders it, so it finds them in `mkdocs.yml`.

In: the site's `Words`. Out: `config.extra.firstwin.words`.
"""

from __future__ import annotations

from firstwin.words import Words


def chrome_words(words: Words) -> dict[str, str]:
    """The words that the theme's overrides show. A `{date}` is filled in there."""
    say = words.say
    return {
        # Translators: The first link of a page, for those who use no mouse: past what stands over every page.
        "skip": say("chrome", "Skip to content"),
        # Translators: The field to search in, and what is around it.
        "search": say("chrome", "Search"),
        # Translators: A button: empties the field to search in.
        "search_clear": say("chrome", "Clear"),
        # Translators: A button, on a phone: back from the results of a search to the page.
        "search_close": say("chrome", "Close search"),
        # Translators: The list of everything; the link to it stands where search is, where that does not work.
        "a_to_z": say("index", "A to Z"),
        # Translators: A button: the page is light from now on.
        "use_light": say("chrome", "Use light colours"),
        # Translators: A button: the page is dark from now on.
        "use_dark": say("chrome", "Use dark colours"),
        # Translators: A button: the page is light or dark as the reader's system is.
        "use_system": say("chrome", "Use the system's colours"),
        # Translators: What the trail of links over a page is called, only read out: "You are here: Enterprise, Admin".
        "breadcrumb": say("chrome", "You are here"),
        # Translators: What the links to the pages of a guide are called, only read out.
        "guide_pages": say("chrome", "Pages of this guide"),
        # Translators: What the links at the foot of a page are called, only read out.
        "site_pages": say("chrome", "More on this site"),
        # Translators: A link to where a page is written, for its authors.
        "edit_page": say("chrome", "Edit this page"),
        # Translators: At the foot of a page: when its author last looked it over; {date} is "2 November 2026".
        "last_reviewed": words.sentence("chrome", "Last reviewed {date}"),
        # Translators: The title of the page that is shown where there is none.
        "not_found_title": say("chrome", "This page is not here"),
        # Translators: On the page that is shown where there is none.
        "not_found_lede": say(
            "chrome",
            "It may have moved when a guide was rewritten. Choose your plan and role again, or search for what you "
            "want to do.",
        ),
        # Translators: On the page that is shown where there is none: a link to the home page.
        "not_found_action": say("chrome", "Choose your guide"),
    }
