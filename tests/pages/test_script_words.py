"""What scripts say: what the catalogues say instead of the English they hold."""

import json
from typing import Any

from firstwin.pages.script_words import script_words
from firstwin.words import Words, said_by_scripts, words_in
from firstwin.words.catalogue import ENGLISH_PLURAL, Sentences


def catalogue(words: Words) -> Any:
    (file,) = script_words(words)
    assert file.path == "assets/words.js"
    return json.loads(file.content.decode().removeprefix("var fwWords=").removesuffix(";\n"))


def test_in_english_no_file_is_needed() -> None:
    assert script_words(words_in("en")) == ()


def test_in_another_language_all_that_scripts_say_is_there() -> None:
    found = catalogue(words_in("de"))
    assert {(context, message) for context in found for message in found[context]} == {
        (entry.context, entry.message) for entry in said_by_scripts()
    }
    assert found["search"]["Did you mean:"] == "Meinten Sie:"
    assert found["search"]["{number} result"] == {
        "one": "{number} Treffer",
        "other": "{number} Treffer",
    }


def test_what_an_owner_says_instead_is_there_and_nothing_else() -> None:
    own = {
        ("search", "Ask a person"): ("It's us: `ask`",),
        ("page", "Help"): ("Us",),
        ("search", "{number} result"): ("One", "{number} finds"),
    }
    words = words_in("en", Sentences(ENGLISH_PLURAL, own))
    assert catalogue(words) == {
        "search": {
            "Ask a person": "It's us: `ask`",
            "{number} result": {"one": "One", "other": "{number} finds"},
        }
    }
    (file,) = script_words(words)
    assert not {"'", "`"} & set(file.content.decode())
