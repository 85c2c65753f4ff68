"""The people around the client; what the answers warn of is in `network_alerts` (domain facts, section 6)."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from screening.assessment.questions import Section, Words, many, number, one, words
from screening.assessment.sections.common import WORKER_WITH_CLIENT, yes_no


MOST_CONTACTS = 99
FEW_CONTACTS = 3

NETWORK = Section(
    "network",
    "jejaring",
    _("Jejaring sosial"),
    _("Orang-orang yang berarti bagi klien selain petugas, dan apa yang mereka berikan."),
    WORKER_WITH_CLIENT,
    (
        number(
            "contacts",
            _("Dengan berapa orang klien berhubungan secara berarti dalam sebulan terakhir?"),
            MOST_CONTACTS,
            _("Keluarga, teman, tetangga, rekan kerja. Isi 0 bila tidak ada."),
        ),
        number(
            "contacts_using",
            _("Berapa di antaranya yang masih memakai zat?"),
            MOST_CONTACTS,
        ),
        number(
            "contacts_recovery",
            _("Berapa di antaranya yang mendukung pemulihan klien?"),
            MOST_CONTACTS,
        ),
        yes_no("confidant", _("Adakah orang tempat klien dapat menceritakan segalanya?")),
        many(
            "support",
            _("Dukungan apa yang didapat klien dari mereka?"),
            ("emotional", _("Didengarkan dan dihargai")),
            ("practical", _("Uang, barang, atau tenaga")),
            ("information", _("Keterangan dan nasihat")),
            ("appraisal", _("Penilaian yang jujur")),
            ("none", _("Tidak ada")),
        ),
        many(
            "bridges",
            _("Klien ikut serta dalam kelompok mana?"),
            ("faith", _("Kelompok keagamaan")),
            ("sports", _("Olahraga, seni, atau hobi")),
            ("neighbours", _("Kegiatan RT/RW atau kampung")),
            ("work", _("Tempat kerja atau sekolah")),
            ("recovery", _("Kelompok pemulihan")),
            ("none", _("Tidak ada")),
        ),
        one(
            "stigma",
            _("Bagaimana lingkungan memperlakukan klien?"),
            ("accepts", _("Menerima")),
            ("neutral", _("Biasa saja")),
            ("avoids", _("Menghindari")),
            ("rejects", _("Menolak atau mengancam")),
        ),
        words("story", _("Uraian: siapa saja mereka, dan kepada siapa klien berpaling")),
    ),
)


def network_alerts(coded: Mapping[str, object]) -> list[Words]:
    """What a plan should take up; nothing is said of what was not answered."""
    contacts, using = coded.get("contacts"), coded.get("contacts_using")
    alerts: list[Words] = []
    if isinstance(contacts, int) and contacts < FEW_CONTACTS:
        alerts.append(_("Jejaring sosial sangat kecil: kurang dari tiga orang."))
    if coded.get("confidant") is False:
        alerts.append(_("Tidak ada orang tempat klien dapat bercerita."))
    if isinstance(contacts, int) and isinstance(using, int) and contacts and 2 * using >= contacts:
        alerts.append(_("Separuh atau lebih orang di sekitar klien masih memakai zat."))
    if coded.get("bridges") == ["none"]:
        alerts.append(_("Klien tidak ikut serta dalam kelompok mana pun."))
    return alerts
