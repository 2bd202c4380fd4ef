"""A witness over HTTP, on the standard library: ``POST /add-checkpoint`` and ``GET /<origin hash>/checkpoint``."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override

from audit.witness import BAD, UNKNOWN, Answer, Witness
from records.signednote import MOST_BYTES, NoteError

_NEWEST = re.compile(r"/([0-9a-f]{64})/checkpoint")
SECONDS = 10
MOST_READ = 10 * MOST_BYTES
TOO_LARGE, FAULT = 413, 500


def server(witness: Witness, host: str = "127.0.0.1", port: int = 0) -> ThreadingHTTPServer:
    """Listen, on this machine only unless another host is named; ``serve_forever`` answers. Port 0: any."""

    class Handler(BaseHTTPRequestHandler):
        """One request."""

        protocol_version = "HTTP/1.1"
        # Who connects and says nothing is let go.
        timeout = SECONDS

        def do_POST(self) -> None:
            """Cosign."""
            length = self.headers.get("Content-Length", "")
            if not length.isdigit():
                self._send(Answer(BAD, "the length of the request is needed\n"))
                return
            # Also of what is not wanted: who still sends does not hear an answer.
            request = self.rfile.read(min(int(length), MOST_READ))
            if int(length) > MOST_BYTES:
                self._send(Answer(TOO_LARGE))
            elif self.path != "/add-checkpoint":
                self._send(Answer(UNKNOWN), keep=True)
            else:
                try:
                    self._send(witness.add_checkpoint(request), keep=True)
                except (OSError, NoteError) as error:
                    # Not remembered, so not signed.
                    self.log_error("%s", error)
                    self._send(Answer(FAULT))

        def do_GET(self) -> None:
            """Show what was cosigned."""
            named = _NEWEST.fullmatch(self.path)
            self._send(witness.newest(named[1]) if named else Answer(UNKNOWN), keep=True)

        def _send(self, answer: Answer, *, keep: bool = False) -> None:
            body = answer.body.encode()
            # A request that was not read to its end would be taken for the next one.
            self.close_connection = self.close_connection or not keep
            self.send_response(answer.status)
            if self.close_connection:
                self.send_header("Connection", "close")
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say only what went wrong."""

    return ThreadingHTTPServer((host, port), Handler)
