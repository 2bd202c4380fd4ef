"""Log lines: JSON, with case, workflow, build and the edition of the rules with its status.

None while Temporal replays; no personal data.
"""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger
from temporalio import activity, workflow
from temporalio.worker import (
    ActivityInboundInterceptor,
    ExecuteActivityInput,
    Interceptor,
)
from typing_extensions import override

from states.editions.book import rules

CASE = "case/"


def _silent_on_replay(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    if workflow.in_workflow() and workflow.unsafe.is_replaying():
        raise structlog.DropEvent
    return event


def _where(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    if workflow.in_workflow():
        info = workflow.info()
        event.setdefault("workflow", info.workflow_id)
        event.setdefault("run", info.run_id)
        event.setdefault("case", info.workflow_id.removeprefix(CASE))
    return event


def _under_which_rules(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    edition = rules(workflow.now() if workflow.in_workflow() else datetime.now(UTC))
    event.setdefault("edition", edition.id)
    event.setdefault("status", edition.status)
    return event


def configure(*, json: bool, build: str) -> None:
    """Set up logging for this process, to standard error; ``build`` goes with every line."""

    def with_build(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        event.setdefault("build", build)
        return event

    shared: list[Any] = [
        _silent_on_replay,
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where,
        _under_which_rules,
        with_build,
    ]
    renderer: Any = structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("transitions").setLevel(logging.WARNING)


class _Bound(ActivityInboundInterceptor):
    @override
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        info = activity.info()
        structlog.contextvars.bind_contextvars(
            workflow=info.workflow_id,
            run=info.workflow_run_id,
            case=(info.workflow_id or "").removeprefix(CASE),
        )
        return await super().execute_activity(input)


class BindCase(Interceptor):
    """Binds case, workflow and run to the log lines of an activity."""

    @override
    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """Wrap an activity."""
        return _Bound(super().intercept_activity(next))
