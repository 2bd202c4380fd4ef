"""The same move with DBOS, a library that makes functions durable with PostgreSQL alone.

As its authors advise: a workflow started directly, without a queue, with the id of the command; the
log is reached in one step, which may run twice because the append itself knows a command. The
case is kept in the process, as a Temporal worker keeps it, and folded from what the append answers.
"""

from __future__ import annotations

import hmac
import json
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from dbos import DBOS, DBOSConfig, SetWorkflowID
from pydantic import TypeAdapter
from sqlalchemy import Engine

from records import log
from records.chain import canonical, seal
from records.engine import engine
from states import commands as c
from states import exchange as x
from states.decide import decide
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case
from states.position import framework_of
from tests.bench import family, load
from tests.bench.contender import Ground, Play
