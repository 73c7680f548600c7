"""Words packed in a table answer as a set and a dict of them would."""

from bot.content.packed_words import PackedNumbers, PackedWords

WORDS = [f"ord{number}" for number in range(20_000)]


def test_a_word_is_in_packed_words_when_it_was_put_there() -> None:
    packed = PackedWords([*WORDS[:10_000], WORDS[0]])

    assert len(packed) == 10_000
    assert WORDS[1] in PackedWords([WORDS[1]])
    assert all(word in packed for word in WORDS[:10_000])
    assert not any(word in packed for word in WORDS[10_000:])


def test_a_word_that_is_not_there_is_never_remembered() -> None:
    packed = PackedWords(WORDS[:100])

    assert "Oddvarsen" not in packed
    assert all(WORDS[1] in packed for _ in range(2))
    assert packed._met == {WORDS[1]}


def test_each_word_has_the_number_it_was_given_and_all_others_have_none() -> None:
    numbers = {word: at * at % 977 for at, word in enumerate(WORDS[:10_000])}

    packed = PackedNumbers(numbers)

    assert all(packed.get(word) == number for word, number in numbers.items())
    assert not any(packed.get(word) for word in WORDS[10_000:])


def test_a_table_of_nothing_holds_nothing() -> None:
    assert "ord" not in PackedWords([])
    assert PackedNumbers({}).get("ord") == 0
