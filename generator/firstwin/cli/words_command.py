"""`firstwin words`: a file for what the site should say instead of firstwin."""

from __future__ import annotations

import os
from pathlib import Path

import click

from firstwin.cli.lines import say
from firstwin.cli.options import config_option
from firstwin.scaffold.words import write_words


@click.command("words", epilog="Example: firstwin words, then edit theme/words/en.po")
@config_option
def command(config: Path) -> int:
    """Write theme/words/LANGUAGE.po: everything the site says by itself, for you to say otherwise.

    The language is the site's. Where the file is there already, only what it lacks is added.
    """
    own_words = write_words(config)
    path = os.path.relpath(own_words.path)
    if own_words.is_new:
        say(f"Wrote {path}: {own_words.sentences} sentences, to change those you like")
    elif own_words.sentences:
        say(f"Added {own_words.sentences} sentences to {path}")
    else:
        say(f"{path} has every sentence already")
    return 0
