"""What stands under a field of a model is what is said of it."""

from firstwin.models.base import Model
from firstwin.models.explained import declaring, explanation


class Shelf(Model):
    books: int
    """How many books
    it holds."""
    colour: str


class Cupboard(Shelf):
    doors: int
    """How many doors it has."""


def test_the_text_under_a_field_explains_it() -> None:
    assert explanation(Shelf, "books") == "How many books\nit holds."
    assert explanation(Cupboard, "doors") == "How many doors it has."


def test_a_field_without_a_text_is_not_explained() -> None:
    assert explanation(Shelf, "colour") == ""


def test_the_class_that_declares_a_field_explains_it() -> None:
    assert declaring(Cupboard, "books") is Shelf
    assert explanation(Cupboard, "books") == explanation(Shelf, "books")
