"""How every process of ours reaches Temporal: one converter, one way to connect."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.runtime import Runtime
from temporalio.service import GrpcCompression, RPCError

DATA_CONVERTER = pydantic_data_converter
CONNECT = timedelta(seconds=10)


class TemporalUnreachableError(Exception):
    """For operators: Temporal does not answer at the address in ``SCHEIDSLIJN_TEMPORAL_ADDRESS``."""


def _is_loopback(address: str) -> bool:
    host = address.rsplit(":", 1)[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def connect(address: str, namespace: str, runtime: Runtime | None = None) -> Client:
    """A client. On the loopback no compression: it costs more than the bytes it saves.

    Raises:
        TemporalUnreachableError: nobody answers there, or not within ten seconds.
    """
    compression = GrpcCompression.NONE if _is_loopback(address) else GrpcCompression.GZIP
    try:
        return await Client.connect(
            address,
            namespace=namespace,
            data_converter=DATA_CONVERTER,
            grpc_compression=compression,
            connect_timeout=CONNECT,
            runtime=runtime,
        )
    except (RPCError, RuntimeError, OSError) as error:
        message = f"no Temporal server answers at {address} (namespace {namespace}): {error}"
        raise TemporalUnreachableError(message) from error
