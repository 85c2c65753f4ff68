from django.utils.translation import gettext_lazy, override

from clients.wording import recorded


def test_what_is_kept_as_words_is_in_the_records_language_whoever_writes():
    with override("en"):
        assert recorded(gettext_lazy("Profil diubah")) == "Profil diubah"
