"""Pages that are generated from the law and kept in the repository, so that CI can compare them."""

from __future__ import annotations

from pathlib import Path

from states.moves.diagram import mermaid

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- picture: begin (make picture) -->", "<!-- picture: end -->"


def render(text: str) -> str:
    """The README with the picture of today's table between its two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n```mermaid\n{mermaid()}```\n{END}{after}"
