"""The page of the pack "scherpe grens": who says what in the letter, and what answers to it here."""

from __future__ import annotations

import re
from pathlib import Path

from casetool.pack.letter import ADVICE, NOT_PROMISED, SENTENCES, SLIPS, SOURCE
from casetool.pack.requirement import Requirement, Standing, Voice
from casetool.pack.table import REQUIREMENTS
from casetool.sheets import Sheet, markdown
from states.editions.edition import Edition

TOP = Path(__file__).resolve().parents[2]
_PAGES = (
    (re.compile(r"TR-\d+[a-z]?"), "overgangen.md"),
    (re.compile(r"#\d+"), "handelingen.md"),
    (re.compile(r"T\d+"), "termijnen.md"),
    (re.compile(r"P\d+"), "procedures.md"),
)
_HEADS: dict[Voice, str] = {
    Voice.ADVICE: "Wat de Raden adviseren",
    Voice.FOUND: "Wat de Raden zagen",
    Voice.ENDORSED: "Wat de ministers onderschrijven",
    Voice.PROMISED: "Wat de ministers toezeggen",
    Voice.VIEW: "Wat de ministers verder vinden of willen",
    Voice.DUTY: "Plichten en normen die er al waren",
    Voice.BACKGROUND: "Achtergrond",
}


def link(name: str) -> str:
    """What holds a requirement, as a link where there is a page or a file to go to."""
    for pattern, target in _PAGES:
        if pattern.fullmatch(name):
            return f"[{name.replace('#', 'handeling ')}]({target})"
    path, _, test = name.partition("::")
    if "/" in path or (TOP / path).exists():
        return f"[{test or path}](../../{path})"
    return f"`{name}`"


def said(voice: Voice) -> Sheet:
    """The sentences of one voice."""
    return Sheet(
        _HEADS[voice],
        ("zin", "wat er staat", "eis", "bron"),
        tuple(
            (one.id, f"“{one.quote}”", ", ".join(one.asks) or "–", f"kamerbrief 23-3-2020, {one.id}")
            for one in SENTENCES
            if one.voice is voice
        ),
    )


def _row(one: Requirement) -> tuple[str, ...]:
    sources = [sentence for sentence in SENTENCES if one.id in sentence.asks]
    voices = dict.fromkeys(sentence.voice.value for sentence in sources)
    return (
        one.id,
        one.wants,
        "; ".join(voices),
        one.does or "–",
        ", ".join(link(name) for name in one.by) or "–",
        one.standing.value,
        one.lacks or "–",
        f"kamerbrief 23-3-2020, {', '.join(sentence.id for sentence in sources)}",
    )


def requirements() -> Sheet:
    """Every requirement, with what holds it."""
    return Sheet(
        "De eisen",
        (
            "eis",
            "wat wij eruit halen",
            "wie zegt het",
            "wat het programma doet",
            "waardoor",
            "stand",
            "wat ontbreekt",
            "bron",
        ),
        tuple(_row(one) for one in REQUIREMENTS),
    )


_INTRO = (
    f"Dit pakket volgt uit één brief: {SOURCE}. De brief gaat over een advies: {ADVICE}.\n\n"
    "- De **Raden** (RSJ en RVS) adviseren. Zij hebben geen taak in een zaak. Hun advies is geen wet.\n"
    "- De **ministers** onderschrijven een scherpere grens. Niet alles wat de Raden adviseren, zeggen zij toe.\n"
    "- De **brief** is beleid en geen wet. Wat de wet vraagt, staat op de andere bladzijden, met artikel.\n\n"
    "Tussen “ ” staan woorden uit de brief. De rest is van ons.\n"
)


def _counted() -> str:
    counts = {standing: sum(one.standing is standing for one in REQUIREMENTS) for standing in Standing}
    return ", ".join(f"{number} {standing.value}" for standing, number in counts.items())


def _sections(*voices: Voice) -> str:
    return "\n".join(f"## {_HEADS[voice]}\n\n{markdown(said(voice))}" for voice in voices)


def body(edition: Edition) -> str:  # noqa: ARG001 - the letter is the same in every edition
    """The page."""
    not_promised = Sheet(
        "",
        ("nr", "wat niet is beloofd", "gaat over", "bron"),
        tuple((n.id, n.text, ", ".join(n.about), "kamerbrief 23-3-2020; onze lezing") for n in NOT_PROMISED),
    )
    slips = "\n".join(f"- {slip}" for slip in SLIPS)
    held = (
        f"## De eisen, en wat ze borgt\n\nStand nu: {_counted()}. “Geborgd” betekent: er is een regel, code of test "
        "die het vasthoudt, en wij weten niet wat er ontbreekt. Het betekent niet dat een jurist het eens is.\n\n"
        f"{markdown(requirements())}"
    )
    return "\n".join(
        (
            _INTRO,
            _sections(Voice.ADVICE, Voice.ENDORSED, Voice.PROMISED),
            f"## Wat de ministers niet toezeggen\n\n{markdown(not_promised)}",
            _sections(Voice.FOUND, Voice.VIEW, Voice.DUTY, Voice.BACKGROUND),
            f"## Vergissingen in de brief\n\n{slips}\n",
            held,
        )
    )
