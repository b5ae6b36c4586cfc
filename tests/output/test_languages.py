"""The languages we offer are those Material has words for."""

from importlib.resources import files

from firstwin.models.language import LANGUAGES


def test_the_list_of_languages_is_materials() -> None:
    folder = files("material") / "templates" / "partials" / "languages"
    assert {path.name.removesuffix(".html") for path in folder.iterdir()} == LANGUAGES
