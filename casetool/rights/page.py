"""A sheet of rights as a page: Markdown to print, HTML that stands alone, JSON to compute with.

Each says which edition it is of, and whether that edition is provisional; each line has its source, and
``[K]`` where the text of the law still has to be read again.
"""

from __future__ import annotations

import json
from enum import StrEnum
from html import escape

from casetool.sheets import stamped
from casetool.texts import edition_line
from states.editions.source import kind_of, unchecked
from states.position import CODES
from states.position import DUTCH as STATES
from states.rights.reader import DUTCH
from states.rights.sheet import Part, Said, Sheet


class PageForm(StrEnum):
    """In which form a sheet is printed."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def printed(sheet: Sheet, form: PageForm, name: str = "") -> str:
    """The text of a sheet, ending in a newline; ``name`` is of the child, where there is one."""
    if form is PageForm.JSON:
        return json.dumps(_plain(sheet), ensure_ascii=False, indent=2) + "\n"
    return _html(sheet, name) if form is PageForm.HTML else _markdown(sheet, name)


def title(sheet: Sheet, name: str = "") -> str:
    """What stands above the page."""
    about = f" over {name}" if name else ""
    easy = ", in makkelijke taal" if sheet.easy else ""
    return f"Rechten en plichten{about}: {STATES[sheet.state]}{easy}"


def _markdown(sheet: Sheet, name: str) -> str:
    lines = [f"# {title(sheet, name)}", "", f"**{' · '.join(sheet.banner)}**", "", f"Voor: {DUTCH[sheet.reader]}.", ""]
    lines += [edition_line(sheet.edition), "", *(f"{note}  " for note in sheet.notes)]
    for part in sheet.parts:
        lines += ["", f"## {part.heading}", ""]
        for said in part.lines:
            lines.append(f"- {said.text} {said.source}." if _grounded(said) else f"- {said.text} *({said.source})*")
            lines += [f"  - **{word.word}**: {word.meaning}" for word in said.words]
    return "\n".join(lines) + "\n"


def _grounded(said: Said) -> bool:
    """Whether the source is the end of the sentence: the ground on which something is compulsory."""
    return said.text.endswith(":")


_STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "small{color:#444}dl{margin:.3rem 0 .6rem;padding-left:1rem;border-left:3px solid #666}"
    "dt{font-weight:bold}dd{margin:0}li{margin:.5rem 0}"
)


def _html(sheet: Sheet, name: str) -> str:
    head = escape(title(sheet, name))
    parts = "".join(_part(part) for part in sheet.parts)
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in sheet.notes)
    banner = " · ".join(map(escape, sheet.banner))
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>{head}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<main>\n<h1>{head}</h1>\n<p><strong>{banner}</strong></p>\n"
        f"<p>Voor: {escape(DUTCH[sheet.reader])}.</p>\n<p>{escape(edition_line(sheet.edition))}</p>\n{notes}"
        f"{parts}</main>\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    lines = "".join(_line(said) for said in part.lines)
    return f"<section>\n<h2>{escape(part.heading)}</h2>\n<ul>\n{lines}</ul>\n</section>\n"


def _line(said: Said) -> str:
    words = "".join(f"<dt>{escape(word.word)}</dt><dd>{escape(word.meaning)}</dd>" for word in said.words)
    meanings = f"<dl>{words}</dl>" if words else ""
    source = f"{escape(said.source)}." if _grounded(said) else f"<small>({escape(said.source)})</small>"
    return f"<li>{escape(said.text)} {source}{meanings}</li>\n"


def _plain(sheet: Sheet) -> dict[str, object]:
    return stamped(sheet.edition) | {
        "reader": sheet.reader.value,
        "state": CODES[sheet.state],
        "framework": sheet.framework.value,
        "secure": sheet.secure,
        "easy": sheet.easy,
        "banner": list(sheet.banner),
        "notes": list(sheet.notes),
        "parts": [
            {
                "heading": part.heading,
                "duty": part.duty.value if part.duty else None,
                "lines": [_said(said) for said in part.lines],
            }
            for part in sheet.parts
        ],
    }


def _said(said: Said) -> dict[str, object]:
    return {
        "id": said.id,
        "text": said.text,
        "source": said.source,
        "kind": kind_of(said.source).value,
        "unchecked": unchecked(said.source),
        "words": {word.word: word.meaning for word in said.words},
    }
