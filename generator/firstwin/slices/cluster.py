"""Slices of a site, made by the workers of a Dask cluster.

In: the address of a scheduler, and the project. Out: slices, for whoever joins them. All goes through the scheduler: a worker
gets the project's files with what it is to do and gives its pages back, so that no disk is shared. A slice that no worker
could make is missing, and its pages are made by whoever joins; so a site is the same whatever happens to a cluster.
"""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

import firstwin
from firstwin.api import audience_of, sources_of
from firstwin.errors import WrongUseError
from firstwin.loading import load_for_now
from firstwin.models.values import Audience
from firstwin.slices import Shard, build_slice
from firstwin.sources import BUILD
from firstwin.system import bundled

if TYPE_CHECKING:
    from distributed import Client, Future

KNOWN: Final = "distributed>=2026.3,<2027"
"""The releases that firstwin speaks to; pyproject.toml bounds the extra by them."""
PATIENCE: Final = 10.0
"""How many seconds a scheduler may take to answer."""

_PACKAGE: Final = "distributed"
_TALKATIVE: Final = ("distributed", "distributed.client")
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The moment of every packed file, the first that a zip can say: when one was written changes nothing."""
_ONE_AT_A_TIME: Final = Lock()
"""Held while a slice is made: a worker may have several threads, and MkDocs is made for one."""


class Packed(Struct, frozen=True):
    """A project on its way to a worker: its files as a zip, and which of them is the configuration."""

    files: bytes
    config: str


@contextmanager
def slices_of_cluster(
    address: str,
    config: str | Path,
    *,
    editions: Iterable[Audience | str],
    progress: Callable[[str], None],
    patience: float = PATIENCE,
) -> Iterator[list[Path]]:
    """The folders of the slices that the workers of a cluster made, one each, for as long as one is in here.

    There are none of a project with errors, which whoever builds it reports. Raises WrongUseError where no cluster
    answers at the address, where it has no workers or others than of this version, and what `build_slice` raises.
    """
    check_installed()
    loaded = load_for_now(config)
    if loaded.catalog is None or not loaded.report.ok(strict=False):
        yield []
        return
    packed = Packed(_pack(loaded.project, sources_of(loaded)), loaded.config.name)
    names = tuple(audience_of(edition).value for edition in editions)
    with TemporaryDirectory(prefix="firstwin-") as folder:
        with _client(address, patience) as client:
            workers = _workers(client, address)
            progress(f"Sent to {len(workers)} workers")
            slices = [
                _folder_of_slice(Path(folder, str(number)), files)
                for number, files in enumerate(_made(client, packed, names, len(workers), progress))
            ]
        yield slices


def check_installed() -> None:
    """Whether what speaks to a cluster is installed. Raises WrongUseError where it is not."""
    if find_spec(_PACKAGE) is None:
        raise WrongUseError(
            f"{_PACKAGE}, which speaks to a cluster, is not installed",
            f'install it here and on the workers: `pip install "{KNOWN}"`',
        )


def make_for_cluster(packed: Packed, shard: Shard, editions: tuple[str, ...]) -> dict[str, bytes]:
    """Make a slice on a worker: the files of its folder, by their names.

    Whether the project's warnings stop a build was settled by whoever sent it. Raises what `build_slice` raises.
    """
    with TemporaryDirectory(prefix="firstwin-") as folder, _ONE_AT_A_TIME:
        with zipfile.ZipFile(io.BytesIO(packed.files)) as files:
            files.extractall(folder)
        sliced = build_slice(
            Path(folder, packed.config),
            shard,
            editions=editions,
            build_dir=Path(folder, BUILD),
            strict=False,
        )
        made = sorted(sliced.folder.iterdir()) if sliced.folder else []
        return {path.name: path.read_bytes() for path in made}


def _pack(project: Path, sources: Iterable[Path]) -> bytes:
    """The files a project is made of, as a zip.

    The theme in firstwin's own repository is none of its project's: every worker has one.
    """
    theirs = [source for source in sources if source.resolve() != bundled.THEME.resolve()]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for path in sorted({path for source in theirs for path in (source, *source.rglob("*"))}):
            if path.is_file():
                name = path.relative_to(project).as_posix()
                files.writestr(
                    zipfile.ZipInfo(name, _EARLIEST), path.read_bytes(), zipfile.ZIP_DEFLATED
                )
    return packed.getvalue()


@contextmanager
def _client(address: str, patience: float) -> Iterator[Client]:
    # It takes half a second to load, and few builds need it.
    from distributed import Client  # noqa: PLC0415  # see above

    for name in _TALKATIVE:  # what becomes of a slice is said by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:  # a TimeoutError is one of the system's
        raise WrongUseError(
            f"no cluster answers at `{address}`",
            "start one with `dask scheduler`, and name the address that it says: tcp://host:8786",
        ) from error
    with client:
        yield client


def _workers(client: Client, address: str) -> Mapping[str, str]:
    """The version of firstwin that each worker has. Raises WrongUseError where that is not this one."""
    ours = firstwin.__version__
    # A function of the standard library: a worker without firstwin could load none of ours.
    found = client.run(version, "firstwin", on_error="return")
    workers = {
        name: each if isinstance(each, str) else "none" for name, each in sorted(found.items())
    }
    if not workers:
        raise WrongUseError(
            f"the cluster at `{address}` has no workers",
            f"start some on its machines: dask worker {address}",
        )
    for name, theirs in workers.items():
        if theirs != ours:
            raise WrongUseError(
                f"the worker {name} has another firstwin: {theirs}, and this is {ours}",
                "install the same on all machines, best from one lock, and start the workers again",
            )
    return workers


def _made(
    client: Client,
    packed: Packed,
    editions: tuple[str, ...],
    count: int,
    progress: Callable[[str], None],
) -> Iterator[dict[str, bytes]]:
    """The slices as they arrive."""
    from distributed import as_completed  # noqa: PLC0415  # as Client

    futures = [
        client.submit(make_for_cluster, packed, Shard(number, count), editions, pure=False)
        for number in range(1, count + 1)
    ]
    arriving: Iterable[Future[Any]] = as_completed(futures, loop=client.loop)
    for arrived, future in enumerate(arriving, start=1):
        try:
            files = future.result()
        except WrongUseError:
            raise
        except Exception as lost:  # noqa: BLE001  # whatever happens to a cluster, its pages are made here
            progress(f"{arrived} of {count} slices, lost: {type(lost).__name__}")
        else:
            progress(f"{arrived} of {count} slices")
            yield files


def _folder_of_slice(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The folder of a slice that arrived."""
    folder.mkdir()
    for name, content in files.items():
        Path(folder, Path(name).name).write_bytes(content)
    return folder
