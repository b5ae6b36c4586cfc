"""The words of scripts, in a file that runs before them.

In: `Words`. Out: one `File` with the sentences that scripts say, or none where all of them are said in English as it stands
in the scripts. `theme/scripts/words.ts` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from firstwin.pages.page import File
from firstwin.pages.script_value import script_value
from firstwin.words import Words, said_by_scripts

PATH: Final = "assets/words.js"


def script_words(words: Words) -> tuple[File, ...]:
    """The file of what scripts say otherwise than in the English they hold."""
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    if words.sentences:
        for entry in said_by_scripts():
            context, message, many = entry.context, entry.message, entry.plural
            if (context, message) in words.sentences:
                said[context][message] = (
                    words.forms(context, message, many)
                    if many
                    else words.sentence(context, message)
                )
    text = f"var fwWords={script_value(said)};\n"
    return (File(PATH, made=text.encode()),) if said else ()
