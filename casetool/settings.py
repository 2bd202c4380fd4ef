"""Settings of the worker and the tools, from the environment.

No secret has a default: without the embedded servers, each must be given.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SCHEIDSLIJN_"
TASK_QUEUE = "family-cases"
DEPLOYMENT = "scheidslijn"


class SettingsError(Exception):
    """For operators: a setting is missing or wrong. It says which, and what was expected."""


def _either(name: str) -> AliasChoices:
    return AliasChoices(f"{PREFIX}{name}", name)


class Settings(BaseSettings):
    """Everything a process needs to know; each name has the prefix ``SCHEIDSLIJN_``.

    ``database_url`` is the application role's; it can append and read, nothing else.
    ``build_id`` names the code that runs; cases are pinned to it (D13). ``digest_key`` (at least 32
    hex digits) keys the digests of commands. ``sandbox`` runs workflow code in Temporal's sandbox:
    on in every test, off in production (ADR 0005). ``exercises`` allows cases with a shifted clock,
    for training and tests; never with real families.

    The log is sealed when ``seal_key_file`` names a file with the log's Ed25519 key (64 hex digits): under the name
    ``log_origin``, every ``seal_every`` seconds (an hour at most), with its heads in ``checkpoint_directory``.
    ``log_old_keys`` are the public keys (vkeys) that signed it before, ``witnesses`` are written ``URL VKEY``,
    ``tsa_url`` is an RFC 3161 authority and ``tsa_roots_file`` the roots (PEM) that it is trusted by.

    Histories of runs are kept when ``archive_key_file`` names a file with the archive's key (64 hex digits);
    ``archive_old_key_files`` open what was archived before. What ended is looked for every ``archive_every`` seconds,
    which must be well below the retention of the Temporal namespace; what runs on is kept every night.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    database_url: Annotated[SecretStr, Field(validation_alias=_either("DATABASE_URL"))]
    temporal_address: Annotated[str, Field(validation_alias=_either("TEMPORAL_ADDRESS"))]
    temporal_namespace: str = "default"
    task_queue: str = TASK_QUEUE
    build_id: str = Field(default="dev", min_length=1)
    digest_key: Annotated[SecretStr, Field(min_length=32)]
    metrics_address: str | None = None
    sandbox: bool = False
    exercises: bool = False
    max_cached_cases: int = Field(default=1000, ge=1)
    log_json: bool = True
    seal_key_file: Path | None = None
    log_origin: str = "scheidslijn"
    log_old_keys: tuple[str, ...] = ()
    checkpoint_directory: Path | None = None
    seal_every: int = Field(default=300, ge=1, le=3600)
    witnesses: tuple[str, ...] = ()
    tsa_url: str | None = Field(default=None, pattern=r"^https?://")
    tsa_roots_file: Path | None = None
    archive_key_file: Path | None = None
    archive_old_key_files: tuple[Path, ...] = ()
    archive_every: int = Field(default=900, ge=1, le=3600)

    @property
    def digest_key_bytes(self) -> bytes:
        """The key of the command digests."""
        return bytes.fromhex(self.digest_key.get_secret_value())


def load() -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    try:
        settings = Settings()
        _ = settings.digest_key_bytes
    except ValidationError as error:
        lines = [
            f"- {'/'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)
        ]
        message = "settings (environment, prefix " + PREFIX + "):\n" + "\n".join(lines)
        raise SettingsError(message) from None
    except ValueError:
        message = f"settings: {PREFIX}DIGEST_KEY must be hexadecimal"
        raise SettingsError(message) from None
    return settings
