"""The servers that a single machine needs, started by the program itself: PostgreSQL 18 and Temporal.

For demonstrations, training, development and tests; a deployment has its own (`deploy/`). Each server is a child of
the program that started it and never outlives it, `kill -9` of the owner included. Linux only.

Must not import any other package of this project.
"""

from embedded.errors import DirectoryInUseError, EmbeddedError, NotLinuxError, NotStartedError
from embedded.postgres import Postgres
from embedded.temporal import Temporal

__all__ = ["DirectoryInUseError", "EmbeddedError", "NotLinuxError", "NotStartedError", "Postgres", "Temporal"]
