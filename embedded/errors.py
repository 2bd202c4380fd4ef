"""What can go wrong with an embedded server; each docstring is the message.

EmbeddedError
├── NotLinuxError
├── NotReachableError
├── NotThrowawayError
├── DirectoryInUseError
└── NotStartedError
"""

import inspect


class EmbeddedError(Exception):
    """For the operator: an embedded server could not do what was asked."""

    def __init__(self, **details: object) -> None:
        """Fill the placeholders of the class's docstring with `details`."""
        super().__init__(inspect.cleandoc(type(self).__doc__ or "").format(**details))


class NotLinuxError(EmbeddedError):
    """For the operator: the embedded servers run on Linux only, and this is {platform}.

    Start PostgreSQL 18 and Temporal yourself and name them in DATABASE_URL and TEMPORAL_ADDRESS.
    """


class NotReachableError(EmbeddedError):
    """For the operator: PostgreSQL refuses to run as root, and user {uid} can enter none of: {places}.

    Run as another user, or set TMPDIR to a directory that every user may enter.
    """


class NotThrowawayError(EmbeddedError):
    """For the developer: durable=False would risk the data in {directory}.

    Leave out either the directory or durable=False.
    """


class DirectoryInUseError(EmbeddedError):
    """For the operator: another run (process {pid}) already uses {directory}.

    Stop that run first, or give this one a directory of its own.
    """


class NotStartedError(EmbeddedError):
    """For the operator: {server} did not come up within {seconds:.0f} s.

    The end of its log, {log}, says why:
    {tail}
    """
