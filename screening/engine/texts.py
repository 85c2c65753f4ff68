"""A sentence for people, in both languages of the application.

The engine is standard library only, so it cannot use gettext: each text carries its own English.
"""

from typing import NamedTuple


class Text(NamedTuple):
    id: str
    en: str

    def in_language(self, language: str) -> str:
        """English for "en" and its variants, Indonesian for everything else."""
        return self.en if language.lower().startswith("en") else self.id

    def filled(self, words: "dict[str, Text]") -> "Text":
        """The same text with each {name} replaced by that word in the same language."""
        return Text(
            self.id.format_map({name: word.id for name, word in words.items()}),
            self.en.format_map({name: word.en for name, word in words.items()}),
        )


def same(word: object) -> Text:
    """A word that reads alike in both languages: a number, a code, a name."""
    return Text(str(word), str(word))


def listed(texts: "list[Text]") -> Text:
    return Text(", ".join(text.id for text in texts), ", ".join(text.en for text in texts))
