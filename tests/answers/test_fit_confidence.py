"""What the curves of confidence are fitted on is what a question would find without its own phrasing."""

from __future__ import annotations

from bench.answers.fit_confidence import Measured
from bot.answers.index import phrasings
from bot.answers.lexicon import Lexicon
from bot.answers.material import OFF_TOPIC
from bot.content.article import Article


def test_a_text_held_out_is_not_found_by_itself(articles: dict[str, Article], lexicon: Lexicon) -> None:
    few = {slug: articles[slug] for slug in sorted(articles)[:12]}
    index = Measured(few, lexicon)
    texts = phrasings([few[slug] for slug in index.slugs], lexicon, {})
    of_article = next(
        n for n, (owner, text) in enumerate(texts) if owner == 0 and text == few[index.slugs[0]].asked_as[0]
    )
    of_other = next(n for n, (owner, _) in enumerate(texts) if owner == OFF_TOPIC)
    for number, is_ours in ((of_article, True), (of_other, False)):
        text = texts[number][1]
        _, known = index.evidence(text)
        _, held_out = index.evidence(text, number)
        if is_ours:
            assert known.nearest > 0.99 > held_out.nearest
            assert held_out.belonging < known.belonging
        else:
            assert known.off_topic_nearest > 0.99 > held_out.off_topic_nearest
            assert held_out.belonging > known.belonging
