"""Which addresses a page may link to; what is said about the others, word for word."""

import pytest

from firstwin.text import fault_of_address

FULL = "write a full address that begins with https://, http://, mailto: or tel:"
HOST = "correct the host"
DOTS = "write single dots between the parts of the host"
BEHIND = "write the host behind the slashes: https://help.example"
MAILBOX = "write who gets the mail: mailto:help@firm.example"
DIGITS = "write it in digits: tel:+15550100"
BRACES = "write what belongs there: a name stands in double braces"
LETTERS = "its host mixes letters of two alphabets"
USER = "it has a name before its host, which hides where it leads"
PORT = "its port is no number up to 65,535"
ALONE = "use subject, body, to, cc and bcc alone"


@pytest.mark.parametrize(
    "address",
    [
        "https://help.example",
        "http://help.example/",
        "https://help.example/a/b?c=d&e=[f]#g(h)*i!",
        "https://help.example?a#b",
        "https://help.example#a",
        "https://help.example/100%25",
        "https://help.example/a//b",
        "https://localhost:8000/",
        "https://127.0.0.1/",
        "https://[::1]:8443/x",
        "https://a_b.help-desk.example",
        f"https://{'a' * 63}.example",
        "https://m\u00fcnchen.example/stra\u00dfe",
        "https://xn--mnchen-3ya.example",
        "https://\u043f\u043e\u0447\u0442\u0430.example",
        "https://\u4f8b\u3048.example/\u4f8b",
        f"https://help.example/{'a' * (2000 - len('https://help.example/'))}",
        "mailto:help@firm.example",
        "mailto:first.last+tag@firm.example",
        "mailto:help@firm.example,sales@firm.example",
        "mailto:help@firm.example?subject=Two%20words&body=One%0D%0ATwo",
        "mailto:?to=help@firm.example&subject=x",
        "mailto:help@firm.example?CC=a%40firm.example",
        "tel:112",
        "tel:+15550100",
        "tel:+1-555-(0)100.0",
        "tel:+15550100;ext=12",
    ],
)
def test_a_page_may_link_to_it(address: str) -> None:
    assert fault_of_address(address) is None


@pytest.mark.parametrize(
    ("address", "reason", "hint"),
    [
        ("", "", FULL),
        ("help", "", FULL),
        ("1.10", "", FULL),
        ("https:", "", FULL),
        ("javascript:alert(1)", "", FULL),
        ("data:text/html,x", "", FULL),
        ("ftp://help.example", "", FULL),
        ("//user@help.example", "", FULL),
        ("help.example", "", "write https://help.example"),
        ("help.example:8000/a b", "", "write https://help.example:8000/a%20b"),
        ("//help.example/x", "", "write https://help.example/x"),
        ("http:/help.example/x", "", "write http://help.example/x"),
        ("https//help.example", "", "write https://help.example"),
        ("HTTPS://help.example/X", "", "write https://help.example/X"),
        ("https:\\\\help.example\\x", "", "write https://help.example/x"),
        (" https://help.example ", "", "write https://help.example"),
        ("help@firm.example", "", "write mailto:help@firm.example"),
        ("Mailto: help@firm.example", "", "write mailto:help@firm.example"),
        ("+1 555 0100", "", "write tel:+15550100"),
        ("(030) 123-456", "", "write tel:030123456"),
        ("TEL:112", "", "write tel:112"),
        ("https://a b", "it has a space in it", "write %20 for each space"),
        (
            "https://share.example/My Documents/a b.docx",
            "it has a space in it",
            "write https://share.example/My%20Documents/a%20b.docx",
        ),
        ("https://a.example/<b>", "it has a `<` in it", "write https://a.example/%3Cb%3E"),
        ("https://a.example/`b", "it has a backtick in it", "write https://a.example/%60b"),
        ("https://a.example/b\\c", "it has a `\\` in it", "write https://a.example/b/c"),
        ("https://a.example/{tenant}", "it has a `{` in it", BRACES),
        (
            "https://a.example/\u200bb",
            "it has the hidden character U+200B in it",
            "delete the character",
        ),
        (
            "https://a.example/\u202eb",
            "it has the hidden character U+202E in it",
            "delete the character",
        ),
        (
            "https://a.example/\nb",
            "it has the hidden character U+000A in it",
            "delete the character",
        ),
        (
            "https://a.example/\x00",
            "it has the hidden character U+0000 in it",
            "delete the character",
        ),
        ("https://a.example/100%", "a `%` stands alone in it", "write %25 for a percent sign"),
        ("https://a.example/%zz", "a `%` stands alone in it", "write %25 for a percent sign"),
        (f"https://a.example/{'b' * 2000}", "it has more than 2,000 characters", "shorten it"),
        ("https://", "it names no host", BEHIND),
        ("https:///x", "it names no host", BEHIND),
        ("https://?x", "it names no host", BEHIND),
        ("https://:80/", "it names no host", BEHIND),
        ("https://user:secret@a.example/x", USER, "write https://a.example/x"),
        ("https://bank.example@a.example", USER, "write https://a.example"),
        ("https://@/", USER, "write the host right behind the slashes"),
        ("https://a..example", "its host has an empty part", DOTS),
        ("https://.example", "its host has an empty part", DOTS),
        ("https://a.example./x", "its host has an empty part", DOTS),
        (f"https://{'a' * 64}.x", "a part of its host has more than 63 characters", HOST),
        (f"https://{'a.' * 127}x", "its host has more than 253 characters", HOST),
        ("https://-a.example", "`-a` cannot be in the name of a host", HOST),
        ("https://a!.example", "`a!` cannot be in the name of a host", HOST),
        ("https://%61.example", "`%61` cannot be in the name of a host", HOST),
        ("https://\u2100.example", "`\u2100` cannot be in the name of a host", HOST),
        ("https://xn--a\u00e4.example", "`xn--a\u00e4` cannot be in the name of a host", HOST),
        ("https://xn--999999999.example", "`xn--999999999` cannot be in the name of a host", HOST),
        ("https://256.0.0.1", "its host is a number and no IPv4 address", HOST),
        ("https://1", "its host is a number and no IPv4 address", HOST),
        ("https://0x7f.1/", "its host is a number and no IPv4 address", HOST),
        ("https://\u0430pple.example", LETTERS, "type the host anew"),
        ("https://xn--pple-43d.example", LETTERS, "type the host anew"),
        ("https://[bad/", "its host is no IPv6 address", "correct what stands in brackets"),
        ("https://[bad]/", "its host is no IPv6 address", "correct what stands in brackets"),
        ("https://[]/", "its host is no IPv6 address", "correct what stands in brackets"),
        ("https://[fe80::1%25a]/", "its host names a zone", "leave it out"),
        ("https://a.example:", PORT, "correct it"),
        ("https://a.example:0/", PORT, "correct it"),
        ("https://a.example:65536/", PORT, "correct it"),
        ("https://a.example:\u0661/", PORT, "correct it"),
        ("https://a.example:80:80/", PORT, "correct it"),
        ("https://[::1]80/", PORT, "correct it"),
        ("mailto:", "it names no mailbox", MAILBOX),
        ("mailto:help", "it names no mailbox", MAILBOX),
        ("mailto:?subject=x", "it names no mailbox", MAILBOX),
        ("mailto:a@b.example,", "it names no mailbox", MAILBOX),
        ("mailto:a@b@c.example", "it names no mailbox", MAILBOX),
        ("mailto:@b.example", "it names no mailbox", MAILBOX),
        ("mailto:a@", "it names no host", BEHIND),
        ("mailto:a@b..example", "its host has an empty part", DOTS),
        ("mailto:a@b.example?cc=c", "it names no mailbox", MAILBOX),
        (
            "mailto:a@b.example?attach=/etc/passwd",
            "`attach` is nothing that a link may fill in",
            ALONE,
        ),
        ("mailto:a@b.example?", None, ""),
        ("mailto:a@b.example#c", "it has a `#` in it", "write %23 for it"),
        (
            "mailto:a@b.example?subject=x%0Abcc:c@d.example",
            "its subject has a line end in it",
            "write one line",
        ),
        (
            "mailto:help @firm.example?subject=a b",
            "it has a space in it",
            "write mailto:help@firm.example?subject=a%20b",
        ),
        ("tel:", "it is no telephone number", DIGITS),
        ("tel:+", "it is no telephone number", DIGITS),
        ("tel:12", "it is no telephone number", DIGITS),
        ("tel:--.--", "it is no telephone number", DIGITS),
        ("tel:1-800-FLOWERS", "it is no telephone number", DIGITS),
        ("tel:\u0661\u0662\u0663", "it is no telephone number", DIGITS),
        ("tel:+1 555 0123", "it has a space in it", "write tel:+15550123"),
    ],
)
def test_it_is_said_why_a_page_may_not(address: str, reason: str | None, hint: str) -> None:
    fault = fault_of_address(address)
    assert (fault.reason, fault.hint) == (reason, hint) if fault else reason is None


def test_a_long_address_is_said_in_part() -> None:
    fault = fault_of_address("x" * 100)
    assert fault
    assert fault.message == f"`{'x' * 80}` is not an address a page may link to"
