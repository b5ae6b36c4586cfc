"""Which words a language gets: ours, the owner's over them, English where there are none."""

import shutil
import time
from pathlib import Path

import pytest
from tests.files import lay
from tests.pages.small import PROJECT

from firstwin.loading import check
from firstwin.words import missing_in, own_words, template, words_in
from firstwin.words.catalogue import Plural, Sentences, nearest, plural_of
from firstwin.words.own import MOST_FAULTS

KNOWN = ["de", "en-GB", "pt-BR", "zh-Hant"]
DUTCH = Sentences(
    Plural(2, "(n != 1)"),
    {
        ("page", "Help"): ("Hulp",),
        ("phase", "{number} step"): ("{number} stap", "{number} stappen"),
    },
)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE-at", "de"),
        ("pt-BR", "pt-BR"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("en-GB", "en-GB"),
        ("zh-Hant-TW", "zh-Hant"),
        ("nl", ""),
        ("d", ""),
        ("", ""),
    ],
)
def test_a_tag_means_the_nearest_language(tag: str, name: str) -> None:
    assert nearest(tag, KNOWN) == name


def test_an_exact_name_is_nearer_than_any_country() -> None:
    assert nearest("pt", ["pt", "pt-BR"]) == "pt"


def test_a_language_without_words_is_english_in_everything() -> None:
    words = words_in("nl")
    assert words.say("page", "Help") == "Help"
    assert words.listed(["a", "b"]) == "a and b"
    assert words.duration(60) == "1 hour"
    assert len(missing_in("nl")) == len(template())


def test_the_owners_words_make_a_language() -> None:
    words = words_in("nl", DUTCH)
    assert words.say("page", "Help") == "Hulp"
    assert words.say("page", "Plan") == "Plan"
    assert words.counted("phase", "{number} step", "{number} steps", 2) == "2 stappen"
    assert words.listed(["a", "b"]) == "a en b"
    assert words.duration(60) == "1 uur"
    assert len(missing_in("nl", DUTCH)) == len(template()) - 2


def test_the_same_words_are_the_same_value() -> None:
    assert words_in("nl", DUTCH) is words_in("nl", Sentences(DUTCH.plural, dict(DUTCH.forms)))
    assert words_in("nl", DUTCH) is not words_in("nl")


def test_english_lacks_nothing() -> None:
    assert (missing_in("en"), missing_in("en-US"), missing_in("EN")) == ((), (), ())


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("nplurals=2; plural=(n != 1);", 2),
        ("nplurals=1; plural=0;", 1),
        ("nplurals = 3 ; plural = n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2", 3),
        (" nplurals=1; plural=0 ; ", 1),
    ],
)
def test_rules_for_plural_forms(written: str, forms: int) -> None:
    plural = plural_of({"Plural-Forms": written})
    assert plural
    assert plural.forms == forms


@pytest.mark.parametrize(
    "written",
    [
        "",
        "nplurals=2",
        "nplurals=2; plural=__import__('os').getpid();",
        "nplurals=2; plural=n;",
        "nplurals=1; plural=n != 1;",
        "nplurals=2; plural=1 / n;",
        "nplurals=2; plural=08;",
        "nplurals=1000000000; plural=0;",
        f"nplurals={'9' * 5000}; plural=0;",
        f"nplurals=2; plural={'(' * 2000};",
        f"nplurals=2; plural=n{' ' * 20_000};x",
        f"nplurals=2;{' ' * 20_000}plural{' ' * 20_000}n",
    ],
)
def test_what_is_no_rule_for_plural_forms(written: str) -> None:
    assert plural_of({"Plural-Forms": written}) is None


@pytest.mark.parametrize("rule", ["n >= 1000 ? 7 : 0", "0 / (n - 5000)", "(n >= 1000) * (0 - n)"])
def test_a_rule_that_fits_small_numbers_alone_picks_the_last_form_for_others(rule: str) -> None:
    plural = plural_of({"Plural-Forms": f"nplurals=1; plural={rule};"})
    assert plural
    words = words_in("nl", Sentences(plural, {("phase", "{number} step"): ("{number} stap",)}))
    assert words.counted("phase", "{number} step", "{number} steps", 5000) == "5.000 stap"


HOSTILE = {
    "spaces": f'msgctxt "page"\nmsgid "Help"\nmsgstr "Ask{" " * 200_000}us"\n',
    "rule": f'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n{" " * 100_000};x\\n"\n',
    "forms": (
        'msgid ""\nmsgstr "Plural-Forms: nplurals=1000000000; plural=0;\\n"\n\nmsgctxt "phase"\n'
        'msgid "{number} step"\nmsgid_plural "{number} steps"\nmsgstr[0] "{number} stap"\n'
    ),
    "placeholders": 'msgctxt "page"\nmsgid "Help"\nmsgstr "'
    + "".join(f"{{a{number}}}" for number in range(60_000))
    + '"\n',
    "entries": "".join(
        f'msgctxt "chrome"\nmsgid "Your are hear {number}"\nmsgstr "x"\n\n'
        for number in range(8_000)
    ),
    "lines": "x\n\n" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_file_of_words_holds_it_is_read_soon(text: str) -> None:
    started = time.process_time()
    own = own_words({"theme/words/nl.po": text}, "nl")
    assert time.process_time() - started < 5
    assert len(own.faults) <= 2 * MOST_FAULTS


def test_what_is_said_of_a_file_has_an_end_and_the_rest_is_read_all_the_same() -> None:
    unknown = "".join(
        f'msgctxt "page"\nmsgid "{n}"\nmsgstr "x"\n\n' for n in range(MOST_FAULTS + 9)
    )
    own = own_words(
        {"theme/words/en.po": unknown + 'msgctxt "page"\nmsgid "Help"\nmsgstr "Ask us"\n'}, "en"
    )
    assert [fault.span.line for fault in own.faults] == [4 * n + 2 for n in range(MOST_FAULTS)]
    assert words_in("en", own.sentences).say("page", "Help") == "Ask us"


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("nl", "call it theme/words/nl.po, or delete it"),
        ("../nl", "delete it"),
        ("[b]x[/]", "delete it"),
    ],
)
def test_words_in_another_language_are_told_whatever_the_sites_is_called(
    language: str, hint: str
) -> None:
    (fault,) = own_words({"theme/words/de.po": ""}, language).faults
    assert (fault.code.id, fault.hint) == ("FW815", hint)


def test_own_words_stand_on_one_line() -> None:
    text = 'msgctxt "page"\nmsgid "Help"\nmsgstr "Ask\\n\\n# us"\n'
    own = own_words({"theme/words/en.po": text}, "en")
    assert own.faults == ()
    assert words_in("en", own.sentences).say("page", "Help") == "Ask # us"


def test_a_faulty_entry_is_left_out() -> None:
    text = 'msgctxt "phase"\nmsgid "Phase {number} of {of}"\nmsgstr "Stage {numer}"\n'
    own = own_words({"theme/words/en.po": text}, "en")
    assert [fault.code.id for fault in own.faults] == ["FW813"]
    words = words_in("en", own.sentences)
    assert words.say("phase", "Phase {number} of {of}", number=2, of=5) == "Phase 2 of 5"


def test_a_language_that_nobody_knows_has_to_say_its_forms() -> None:
    text = (
        'msgctxt "phase"\nmsgid "{number} step"\nmsgid_plural "{number} steps"\n'
        'msgstr[0] "{number} stap"\nmsgstr[1] "{number} stappen"\n'
    )
    (fault,) = own_words({"theme/words/nl.po": text}, "nl").faults
    assert (str(fault.span), fault.code.id) == ("theme/words/nl.po:1:1", "FW814")
    assert fault.message == "the header says no rule for plural forms"
    assert fault.hint == "write it as in `Plural-Forms: nplurals=2; plural=(n != 1);`"


def test_the_number_of_missing_sentences_is_told(tmp_path: Path) -> None:
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    config = (PROJECT / "site_config.yml").read_text("utf-8")
    own = 'msgctxt "page"\nmsgid "Help"\nmsgstr "Hulp"\n'
    lay(project, {"site_config.yml": f"{config}\nlanguage: nl-BE\n", "theme/words/nl.po": own})
    (found,) = check(project / "site_config.yml").diagnostics
    assert found.code.id == "FW614"
    assert found.message == (
        f"{len(template()) - 1} of {len(template())} sentences that pages say by themselves are not in "
        "`nl-BE`: English stands there"
    )
    assert found.hint == "run `firstwin words`, and fill in theme/words/nl.po"


def test_a_tag_of_many_parts_is_looked_up_at_once() -> None:
    assert nearest("-".join(["de", *["x"] * 100_000]), KNOWN) == "de"
