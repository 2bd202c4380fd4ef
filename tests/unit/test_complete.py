"""What the catalogue has to try: a line of ``unfired.csv`` explains what it names, and nothing that was made."""

from __future__ import annotations

from states.proof.complete import unexplained

ASKED = ("TR-01 – V0", "TR-82 M1 C", "TR-82 M2 C", "TR-82 M1 V0", "order refused")


def found(made: set[str], **lines: str) -> list[str]:
    """The problems, with lines whose words are joined by two underscores and whose bars are ``or``."""
    said = {
        what.replace("__", " ").replace("_or_", "|").replace("all", "*").replace("TR", "TR-"): why
        for what, why in lines.items()
    }
    return list(unexplained(ASKED, made, said))


def test_what_was_neither_made_nor_explained_is_named() -> None:
    """One line each."""
    assert found({"TR-01 – V0", "TR-82 M1 C", "order refused"}) == ["never made: TR-82 M1 V0", "never made: TR-82 M2 C"]


def test_a_line_explains_several_pairs() -> None:
    """By a star, or by bars; only as many words as it has."""
    made = {"TR-01 – V0", "TR-82 M1 V0", "order refused"}
    assert found(made, TR82__all__C="een reden") == []
    assert found(made, TR82__M1_or_M2__C="een reden") == []
    assert found(made, TR82__M1__C="een reden") == ["never made: TR-82 M2 C"]


def test_a_line_for_something_that_was_made_is_wrong() -> None:
    """Also when it is right about something else."""
    made = {"TR-01 – V0", "TR-82 M1 V0", "TR-82 M2 C", "order refused"}
    assert found(made, TR82__all__C="een reden") == ["explained, and it is made: TR-82 M2 C (TR-82 * C)"]


def test_a_line_that_explains_nothing_or_gives_no_reason_is_wrong() -> None:
    """Nobody asks for it, or nobody can check it."""
    made = set(ASKED)
    assert found(made, TR99__all__C="een reden") == ["explained, and nothing asks for it: TR-99 * C"]
    assert found(made - {"TR-82 M1 C"}, TR82__M1__C=" ") == ["explained without a reason: TR-82 M1 C"]
