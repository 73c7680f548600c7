"""Write anew which sentences the program asks for: `python -m tests.content.sentences`."""

from __future__ import annotations

from pathlib import Path

from bot.content.check_sentences import LIST, sentences_in

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def as_list() -> str:
    """Return the sentences of the project's own folder, a line each: file, name, blanks."""
    return "".join(
        "\t".join((file, key, *sorted(blanks))) + "\n"
        for file, sentences in sentences_in(KNOWLEDGE).items()
        for key, blanks in sorted(sentences.items())
    )


if __name__ == "__main__":
    LIST.write_text(as_list(), encoding="utf-8")
