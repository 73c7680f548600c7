"""Presidio with a blank Norwegian pipeline and its own patterns, to stand beside ours. An optional extra."""

import logging
from collections.abc import Callable, Sequence

Span = tuple[int, int, str]


def load_presidio() -> Callable[[str], Sequence[Span]] | None:
    """Return the engine, or None when presidio-analyzer and spacy are not installed."""
    try:
        import spacy
        from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
        from presidio_analyzer.nlp_engine import SpacyNlpEngine
    except ImportError:
        return None

    class Blank(SpacyNlpEngine):
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"nb": spacy.blank("nb")}

    logging.getLogger("tldextract").setLevel(logging.CRITICAL)  # it asks for a list on the net, and has its own copy
    registry = RecognizerRegistry(supported_languages=["nb"])
    registry.load_predefined_recognizers(languages=["nb"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["nb"])
    return lambda text: [(r.start, r.end, "direct") for r in engine.analyze(text, language="nb")]
