"""Connections to PostgreSQL: a pool that never waits for ever, and says plainly when nobody answers."""

from __future__ import annotations

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from records.errors import UnreachableError

CONNECT_SECONDS = 5
STATEMENT_SECONDS = 8
"""Below the ten seconds of a workflow task, of which an append is a part."""
LOCK_SECONDS = 4
IDLE_SECONDS = 30


def engine(url: str, *, size: int = 10, autocommit: bool = True) -> Engine:
    """Make a pool of at most ``size`` connections; nothing connects yet, and ``connect()`` may raise UnreachableError.

    With ``autocommit`` each statement is a transaction of its own, in one round trip: the way to call
    ``records.log.append`` and to read. Without it a block is one transaction without limits, as migrations need.
    """
    target = make_url(url).set(drivername="postgresql+psycopg")
    options = ["timezone=UTC"]
    if autocommit:
        options += [
            f"statement_timeout={STATEMENT_SECONDS}s",
            f"lock_timeout={LOCK_SECONDS}s",
            f"idle_in_transaction_session_timeout={IDLE_SECONDS}s",
        ]
    made = create_engine(
        target,
        isolation_level="AUTOCOMMIT" if autocommit else "READ COMMITTED",
        pool_size=size,
        max_overflow=0,
        pool_timeout=CONNECT_SECONDS,
        pool_use_lifo=True,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "application_name": "scheidslijn",
            "options": " ".join(f"-c {option}" for option in options),
            "tcp_user_timeout": STATEMENT_SECONDS * 1000,
        },
    )

    def unreachable(context: ExceptionContext) -> Exception | None:
        if context.connection is not None:
            return None
        return UnreachableError(where=place(target), reason=str(context.original_exception).strip())

    event.listen(made, "handle_error", unreachable, retval=True)
    return made


def place(url: URL) -> str:
    """Say where a database is, without user and password."""
    return f"{url.host}:{url.port or 5432}/{url.database}"
