"""Connections to PostgreSQL: a pool that never waits for ever, and says plainly when nobody answers."""

from __future__ import annotations

from typing import Any

from psycopg_pool import AsyncConnectionPool
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from records.errors import UnreachableError

CONNECT_SECONDS = 5
RECONNECT_SECONDS = 2
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
    made = create_engine(
        target,
        isolation_level="AUTOCOMMIT" if autocommit else "READ COMMITTED",
        pool_size=size,
        max_overflow=0,
        pool_timeout=CONNECT_SECONDS,
        pool_use_lifo=True,
        connect_args=_connect_args(limits=autocommit),
    )

    def unreachable(context: ExceptionContext) -> Exception | None:
        if context.connection is not None:
            return None
        return UnreachableError(where=place(target), reason=str(context.original_exception).strip())

    event.listen(made, "handle_error", unreachable, retval=True)
    return made


def pool(url: str, *, size: int) -> AsyncConnectionPool:
    """Make a pool for ``records.log.append_from``: no thread stands between the loop and the server.

    Every statement is a transaction of its own. Open it (``async with``) inside the loop that uses it; nothing
    connects before that. Whoever finds no connection within CONNECT_SECONDS gets ``psycopg_pool.PoolTimeout``.
    """
    return AsyncConnectionPool(
        make_url(url).set(drivername="postgresql").render_as_string(hide_password=False),
        kwargs={"autocommit": True, **_connect_args(limits=True)},
        min_size=1,
        max_size=size,
        timeout=CONNECT_SECONDS,
        # Then the next call tries at once: the pool's own pauses grow long while a server is away.
        reconnect_timeout=RECONNECT_SECONDS,
        open=False,
    )


def _connect_args(*, limits: bool) -> dict[str, Any]:
    options = ["timezone=UTC"]
    if limits:
        options += [
            f"statement_timeout={STATEMENT_SECONDS}s",
            f"lock_timeout={LOCK_SECONDS}s",
            f"idle_in_transaction_session_timeout={IDLE_SECONDS}s",
        ]
    return {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "scheidslijn",
        "options": " ".join(f"-c {option}" for option in options),
        "tcp_user_timeout": STATEMENT_SECONDS * 1000,
    }


def place(url: URL) -> str:
    """Say where a database is, without user and password."""
    return f"{url.host}:{url.port or 5432}/{url.database}"
