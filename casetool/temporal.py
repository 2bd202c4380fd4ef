"""How every process of ours reaches Temporal: one converter, one way to connect."""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from temporalio.client import Client
from temporalio.contrib.pydantic import PydanticPayloadConverter
from temporalio.converter import CompositePayloadConverter, DataConverter
from temporalio.runtime import Runtime
from temporalio.service import GrpcCompression, RPCError

CONNECT = timedelta(seconds=10)
_ENCODINGS = tuple(PydanticPayloadConverter().converters.values())


class SharedPydanticConverter(CompositePayloadConverter):
    """Pydantic's converters, made once: the SDK makes a payload converter anew four times a move."""

    def __init__(self) -> None:
        """Take the shared ones; they hold nothing but a cache of type adapters."""
        super().__init__(*_ENCODINGS)


DATA_CONVERTER = DataConverter(payload_converter_class=SharedPydanticConverter)


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
