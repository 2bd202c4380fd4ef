"""Becomes another program, one that cannot outlive its owner. Run as a file, never imported.

    python -I -S launch.py OWNER_PID DEATH_SIGNAL UID PROGRAM [ARGUMENT ...]

A program of its own instead of a function between fork and exec: Python code there can deadlock in an owner that has
threads, and a Temporal client has them. UID 0 changes nothing; any other is taken for good, with no groups.

Imports the standard library only.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def main(owner: int, death_signal: int, uid: int, command: list[str]) -> None:
    """Drop to `uid`, tie the life of this process to `owner`, and become `command`."""
    if uid:
        os.setgroups([])
        os.setgid(uid)
        os.setuid(uid)
    # After setuid: the kernel forgets the signal when a process changes its user.
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    # The owner may have died before the line above took effect.
    if os.getppid() == owner:
        os.execv(command[0], command)  # noqa: S606 - becoming another program is what this file is for


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
