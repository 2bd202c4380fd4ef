"""How the log is sealed here: what the settings say, and the schedule that a worker makes of it."""

from __future__ import annotations

from datetime import timedelta

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleSpec,
    ScheduleUpdate,
    ScheduleUpdateInput,
)

from activities import witnesses
from activities.keeper import Keeping
from casetool import keyfiles
from casetool.settings import PREFIX, Settings, SettingsError
from records import signednote, stamps
from records.outside import Outside
from records.sealing import LogKey
from states.keeping import KEEPER

ROUND = timedelta(minutes=30)
"""After which a round that cannot be done makes place for the next."""


def keeping(settings: Settings) -> Keeping | None:
    """With what the log is kept; ``None`` when no key is set.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    if settings.seal_key_file is None:
        return None
    if settings.checkpoint_directory is None:
        raise SettingsError(f"{PREFIX}CHECKPOINT_DIRECTORY: a log that is sealed needs a place outside the database")
    signer = signednote.Signer(settings.log_origin, signednote.SIGNS, keyfiles.read(settings.seal_key_file))
    try:
        key = LogKey(settings.log_origin, signer, tuple(map(signednote.parse_key, settings.log_old_keys)))
        _ = key.verifiers
        asked = tuple(map(witnesses.parse, settings.witnesses))
        return Keeping(key, Outside(settings.checkpoint_directory), asked, _authority(settings))
    except (signednote.NoteError, stamps.StampError) as error:
        raise SettingsError(f"{PREFIX}LOG_ORIGIN, LOG_OLD_KEYS, WITNESSES or TSA_ROOTS_FILE: {error}") from None


def _authority(settings: Settings) -> stamps.Authority | None:
    if settings.tsa_url is None:
        return None
    if settings.tsa_roots_file is None:
        raise SettingsError(f"{PREFIX}TSA_ROOTS_FILE: timestamps that nobody can verify are not asked for")
    try:
        return stamps.Authority(settings.tsa_url, stamps.roots(settings.tsa_roots_file.read_bytes()))
    except OSError as error:
        raise SettingsError(f"{PREFIX}TSA_ROOTS_FILE: {type(error).__name__}") from None


async def schedule(client: Client, settings: Settings) -> None:
    """See that Temporal starts a round every ``seal_every`` seconds; safe to repeat, by several workers at once."""
    wanted = Schedule(
        action=ScheduleActionStartWorkflow(
            KEEPER, id="keeper", task_queue=settings.task_queue, execution_timeout=ROUND
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=timedelta(seconds=settings.seal_every))]),
        # What was missed while Temporal was away is sealed by the next round.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(minutes=1)),
    )

    def keep_paused(found: ScheduleUpdateInput) -> ScheduleUpdate:
        wanted.state = found.description.schedule.state
        return ScheduleUpdate(schedule=wanted)

    try:
        await client.create_schedule("keeper", wanted)
    except ScheduleAlreadyRunningError:
        await client.get_schedule_handle("keeper").update(keep_paused)
