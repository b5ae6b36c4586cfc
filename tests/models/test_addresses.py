"""What each kind of address accepts, and what is said about what it does not."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from firstwin.models.addresses import (
    Address,
    EditAddress,
    FeedbackAddress,
    LinkAddress,
    SiteAddress,
)

HOME = "write the address of its home page: https://guides.example/onboarding/"
FILE = "write `{path}` where the path of the file belongs: https://git.example/edit/main/{path}#L{line}"
FILLED_IN = "write what belongs there; `{path}` and `{line}` alone are filled in"
LIKE = "write one like https://git.example/edit/main/{path}#L{line}"
EMPTY = "this text is empty"


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Address, "https://a.example/b?c=d#e"),
        (Address, "mailto:a@b.example"),
        (Address, "tel:+491234"),
        (Address, "mailto:{{ company.mail }}"),
        (Address, "{{ product.sign_in }}"),
        (LinkAddress, "https://a.example/"),
        (LinkAddress, "step:kickoff-call"),
        (LinkAddress, "guide:enterprise/admin"),
        (LinkAddress, "page:security#backups"),
        (LinkAddress, "file:order-form.pdf"),
        (SiteAddress, "https://a.example"),
        (SiteAddress, "http://localhost:8000/"),
        (SiteAddress, "https://a.example/my%20guides/"),
        (SiteAddress, "https://a.example/my.guides/v1.0"),
        (EditAddress, "https://git.example/edit/main/{path}#L{line}"),
        (EditAddress, "https://git.example/?file={path}"),
        (FeedbackAddress, "mailto:guides@acme.example"),
        (FeedbackAddress, "https://forms.example/ask"),
        (FeedbackAddress, "https://forms.example/?of={step}&said={answer}"),
    ],
)
def test_what_is_meant_is_read(type_: Any, value: str) -> None:
    assert TypeAdapter(type_).validate_python(value) == value


@pytest.mark.parametrize(
    ("type_", "value", "message", "hint"),
    [
        (Address, " ", EMPTY, "write the text, or remove the key"),
        (
            Address,
            "https://{{ a b }}/",
            "`https://{{ a b }}/` is not an address a page may link to: it has a `{` in it",
            "write what belongs there: a name stands in double braces",
        ),
        (
            SiteAddress,
            "guides.example",
            "`guides.example` is not an address a page may link to",
            "write https://guides.example",
        ),
        (
            SiteAddress,
            "mailto:hello@host.example",
            (
                "`mailto:hello@host.example` is not an address a site can be published at: "
                "it does not begin with https:// or http://"
            ),
            HOME,
        ),
        (
            SiteAddress,
            "https://a.example/?a",
            "`https://a.example/?a` is not an address a site can be published at: it has a `?` in it",
            "write https://a.example/",
        ),
        (
            SiteAddress,
            "https://a.example/#",
            "`https://a.example/#` is not an address a site can be published at: it has a `#` in it",
            "write https://a.example/",
        ),
        (
            SiteAddress,
            "https://a.example/guides/index.html",
            (
                "`https://a.example/guides/index.html` is not an address a site can be published at: "
                "`index.html` is a page of it"
            ),
            "write https://a.example/guides/",
        ),
        (
            SiteAddress,
            "https://a.example/b/%2e%2e/c",
            "`https://a.example/b/%2e%2e/c` is not an address a site can be published at: it climbs",
            HOME,
        ),
        (
            SiteAddress,
            "https://a.example/(b)/",
            "`https://a.example/(b)/` is not an address a site can be published at: it has a `(` in its path",
            HOME,
        ),
        (
            SiteAddress,
            "https://a.example//b/",
            (
                "`https://a.example//b/` is not an address a site can be published at: "
                "it has two slashes in a row"
            ),
            HOME,
        ),
        (
            EditAddress,
            "https://git.example/edit/{branch}/{path}",
            "nothing fills in `{branch}`",
            FILLED_IN,
        ),
        (EditAddress, "https://git.example/{}/{path}", "nothing fills in `{}`", FILLED_IN),
        (
            EditAddress,
            "https:///{path}",
            "`https:///{path}` is not an address a page may link to: it names no host",
            LIKE,
        ),
        (
            EditAddress,
            "https://git.example/{path",
            "`https://git.example/{path` is not an address a page may link to: it has a `{` in it",
            LIKE,
        ),
        (
            EditAddress,
            "https://git.example/",
            "this is not the address of a file in a repository",
            FILE,
        ),
        (
            EditAddress,
            "mailto:a@b.example?subject={path}",
            "this is not the address of a file in a repository",
            FILE,
        ),
    ],
)
def test_what_is_not_meant_is_explained(type_: Any, value: str, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(type_).validate_python(value)

    (fault,) = raised.value.errors()
    assert fault["ctx"] == {"message": message, "hint": hint}
