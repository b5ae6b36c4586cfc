"""`firstwin lock`: what a project is built with, so that any machine installs exactly that."""

from __future__ import annotations

from pathlib import Path

import click

from firstwin.cli.lines import say
from firstwin.cli.options import config_option, engine_option, not_on_a_cluster
from firstwin.scaffold import lock
from firstwin.system.refusals import writing


@click.command("lock", epilog="Example: firstwin lock")
@click.option(
    "--wheel",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The wheel of this firstwin; without it, the one it was installed from.",
)
@engine_option
@click.option(
    "--cluster", is_flag=True, help="Lock what `firstwin build --cluster` and its workers need too."
)
@config_option
def command(wheel: Path | None, engine: str, cluster: bool, config: Path) -> int:  # noqa: FBT001  # click calls it by names
    """Write requirements.txt and wheels/: this firstwin and all it needs, with hashes.

    Commit both. CI installs from them, and nothing else.
    """
    if cluster and engine != "mkdocs":
        raise not_on_a_cluster(engine)
    with writing(config.parent):
        paths = lock(config.parent, wheel, engine=engine, cluster=cluster)
    for path in paths:
        say(f"Wrote {path}")
    return 0
