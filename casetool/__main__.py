"""``scheidslijn``: the command line. A process always ends with its own exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from casetool.cli import app
from casetool.errors import exit_code


def main() -> None:
    """Run a command and end this process with its code.

    The SDK's threads can crash an interpreter that takes its time to end (Python 3.11), so the
    process is ended at once after its output was written.
    """
    code = exit_code(app)
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
