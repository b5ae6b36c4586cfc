"""Terms of a glossary are found in prose as readers write them, and nowhere else."""

import html
import re

import pytest

from firstwin.text import Prose, has_terms, inline_html, link_terms, prose, terms

KNOWN = terms(
    {
        "win": "win",
        "quick win": "quick-win",
        "quick wins": "quick-win",
        "SSO": "sso",
        "IT": "it",
        "Q&A": "q-and-a",
        "go-live": "go-live",
    }
)


def linked(markdown: str, seen: frozenset[str] = frozenset()) -> str:
    text, _ = link_terms(prose(markdown, {}), KNOWN, seen, lambda term: f"#{term}")
    button = '<button class="fw-term" type="button" popovertarget="#([^"]*)">(.*?)</button>'
    kept = re.sub('<span class="fw-term-end">(.*?)</span>', r"\1", text)
    return re.sub(button, r"[\1:\2]", kept)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Your win.", "Your [win:win]."),
        ("A quick win is a win.", "A [quick-win:quick win] is a [win:win]."),
        ("Quick wins first.", "[quick-win:Quick wins] first."),
        ("A QUICK WIN, and winning", "A QUICK WIN, and winning"),
        ("win, win, win", "[win:win], win, win"),
        ("it is IT, not It", "it is [it:IT], not It"),
        ("(win)", "([win:win])"),
        ("win-win and pre-win", "win-win and pre-win"),
        ("Before go-live.", "Before [go-live:go-live]."),
        ("Hold a Q&A about it", "Hold a [q-and-a:Q&amp;A] about it"),
        (
            "**win** and *quick win*: win",
            "<strong>win</strong> and <em>[quick-win:quick win]</em>: [win:win]",
        ),
        ("- win\n- SSO", "<ul>\n<li>[win:win]</li>\n<li>[sso:SSO]</li>\n</ul>"),
        ("Set my_win and win_1", "Set my_win and win_1"),
        ("SSO’s end", "[sso:SSO]’s end"),
    ],
)
def test_a_term_is_found_once_as_a_whole_word(markdown: str, expected: str) -> None:
    assert linked(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "[your win](https://win.test/win)",
        "[`win[0]` and win](https://win.test)",
        "`win` and ``a `win` ``",
        "```\nwin\n```",
        "```text\nwin `x` win\n```",
        "<https://win.test/win>",
        "Press **Win *a win***",
    ],
)
def test_links_code_and_names_of_buttons_keep_to_their_words(markdown: str) -> None:
    text = prose(markdown, {})
    assert linked(markdown) == text
    assert not has_terms(text, KNOWN)


def test_what_was_seen_is_not_linked_again() -> None:
    text, found = link_terms(Prose("A win."), KNOWN, {"win"}, str)
    assert (text, found) == ("A win.", frozenset())
    _, found = link_terms(Prose("SSO and a quick win"), KNOWN, {"win"}, str)
    assert found == {"sso", "quick-win"}


def test_a_link_is_one_in_a_line_of_html() -> None:
    text, _ = link_terms(prose("It is *a win*.", {}), KNOWN, (), lambda _: "win&x")
    assert inline_html(text) == (
        'It is <em>a <button class="fw-term" type="button" popovertarget="win&amp;x">win</button></em>.'
    )


@pytest.mark.parametrize("end", [".", ",", "!", ")", "”)", "?"])
def test_the_sign_behind_a_term_stays_on_its_line(end: str) -> None:
    text, _ = link_terms(prose(f"It is a win{end} Yes.", {}), KNOWN, (), str)
    _, _, kept = text.partition('<span class="fw-term-end">')
    button, _, rest = kept.partition("</span>")
    assert button.startswith("<button")
    assert html.unescape(button).endswith(f">win</button>{end}")
    assert rest.startswith(" Yes")


@pytest.mark.parametrize("text", ["A win is it", "A win-win", "A win–so it is"])
def test_a_term_before_a_word_may_end_a_line(text: str) -> None:
    assert "fw-term-end" not in link_terms(prose(text, {}), KNOWN, (), str)[0]


def test_without_terms_nothing_is_found() -> None:
    assert not has_terms(Prose("A win"), terms({}))
    assert not has_terms(Prose("A win"), terms({" ": "blank"}))
