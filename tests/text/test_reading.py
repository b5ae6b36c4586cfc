"""How hard a text is to read, held against sums done by hand."""

import pytest

from firstwin.text.reading import read, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("go", 1),
        ("Company", 3),
        ("identity", 3),
        ("authentication", 5),
        ("go-live", 2),
        ("don't", 1),
        ("company’s", 3),
        ("42", 1),
        ("4.5", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words", "grade"),
    [
        # 0.39 x words a sentence + 11.8 x syllables a word - 15.59
        ("The cat sat on the mat.", 6, 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("The company sat. It sat.", 5, 0.39 * 5 / 2 + 11.8 * 7 / 5 - 15.59),
        ("Open **Settings**, then [the help](https://a.b/c).", 5, 0.39 * 5 + 11.8 * 6 / 5 - 15.59),
        ("- one\n- two", 2, 0.39 * 1 + 11.8 * 2 / 2 - 15.59),
        ("", 0, 0),
        ("***", 0, 0),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, words: int, grade: float) -> None:
    reading = read([text])

    assert reading.words == words
    assert reading.grade == pytest.approx(grade)


def test_each_text_ends_a_sentence() -> None:
    assert read(["One two", "three"]).sentences == [["One", "two"], ["three"]]
    assert read(["It is 4.5 of 5. Good!"]).sentences == [["It", "is", "4.5", "of", "5"], ["Good"]]


@pytest.mark.parametrize("piece", ["{{ product.name }}", "`authentication --configuration`"])
def test_what_nobody_can_write_simpler_is_one_short_word(piece: str) -> None:
    assert read([f"Open {piece} now"]).grade == read(["Open it now"]).grade


def test_the_hardest_is_named() -> None:
    reading = read(["Short. The authentication configuration is an identity, and it is identity."])

    assert reading.longest[0] == "The"
    assert reading.long_words == ("authentication", "configuration")
