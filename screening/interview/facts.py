"""The section about the client's circumstances: the facts that routing may use (engine/facts.py)."""

from django.utils.translation import gettext as _

from clients.ages import ADULT
from clients.enums import Sex
from law.enums import OrderedBy
from partners.enums import CareBase
from screening.interview.asks import Ask, Choice
from screening.interview.drafts import Draft


MOST_RELAPSES = 50
MOST_MONTHS = 60


def asks_of_situation(draft: Draft) -> tuple[Ask, ...]:
    return (
        *(_pregnant() if draft.sex == Sex.FEMALE else ()),
        *(_injecting() if draft.answers.get("q8") == "past_3_months" else ()),
        *(_stopped() if _drinks_often(draft) else ()),
        *_at_home(),
        *(() if draft.no_family else _of_family()),
        *_history(),
        *(() if draft.ordered else _ordered_place()),
        *_order(draft),
        *(_child() if draft.age is not None and draft.age < ADULT else ()),
    )


def yes_no() -> tuple[Choice, ...]:
    return Choice("yes", value=True, label=_("Ya")), Choice("no", value=False, label=_("Tidak"))


def _yes_no_unknown() -> tuple[Choice, ...]:
    return *yes_no(), _unknown()


def _unknown() -> Choice:
    return Choice("unknown", value=None, label=_("Belum diketahui"))


def _fact(name: str, label: str, hint: str = "") -> Ask:
    return Ask(("facts", name), label, hint, choices=_yes_no_unknown())


def _pregnant() -> tuple[Ask, ...]:
    return (_fact("pregnant", _("Apakah klien sedang hamil?")),)


def _injecting() -> tuple[Ask, ...]:
    return (
        Ask(
            ("facts", "injecting_days_per_month"),
            _("Berapa hari dalam sebulan klien menyuntik?"),
            _("Rata-rata tiga bulan terakhir, 0 sampai 31 hari."),
            highest=31,
        ),
    )


def _drinks_often(draft: Draft) -> bool:
    """Or takes sedatives: stopping either all at once is dangerous."""
    recent = draft.answers.get("q2", {})
    return any(recent.get(code) in ("weekly", "daily") for code in ("alcohol", "sedatives"))


def _stopped() -> tuple[Ask, ...]:
    return (
        _fact(
            "drinking_stopped_suddenly",
            _("Apakah klien mendadak berhenti minum atau berhenti memakai obat penenang?"),
            _("Dalam beberapa hari ini, setelah memakainya tiap hari."),
        ),
    )


def _at_home() -> tuple[Ask, ...]:
    return (
        _fact("home_safe", _("Apakah rumah aman bagi pemulihan klien?")),
        _fact("active_user_in_household", _("Adakah orang serumah yang masih memakai zat?")),
        _fact(
            "threat",
            _("Adakah orang di luar rumah yang mengancam klien?"),
            _("Misalnya bandar, kelompok, atau penagih utang."),
        ),
    )


def _of_family() -> tuple[Ask, ...]:
    return (
        Ask(
            ("facts", "family_support"),
            _("Bagaimana dukungan keluarga?"),
            choices=(
                Choice("strong", "strong", _("Kuat")),
                Choice("fair", "fair", _("Cukup")),
                Choice("weak", "weak", _("Lemah")),
                Choice("refuses", "refuses", _("Belum bersedia mendampingi")),
                Choice("violent", "violent", _("Ada kekerasan")),
                _unknown(),
            ),
        ),
    )


def _history() -> tuple[Ask, ...]:
    return (
        Ask(
            ("facts", "relapses_after_treatment"),
            _("Berapa kali kambuh setelah menjalani rehabilitasi?"),
            _("Isi 0 bila belum pernah direhabilitasi atau belum pernah kambuh."),
            highest=MOST_RELAPSES,
        ),
        _fact(
            "opioid_maintenance",
            _("Apakah klien menjalani terapi rumatan opioid?"),
            _("Metadon atau buprenorfin sesuai anjuran dokter."),
        ),
        _fact("works_or_studies", _("Apakah klien bekerja atau bersekolah?")),
        _fact("remote", _("Apakah tempat tinggal klien jauh dari lembaga layanan?")),
        Ask(
            ("facts", "wants"),
            _("Di mana klien sendiri ingin dilayani?"),
            _("Keinginan klien, sebelum usulan dihitung."),
            choices=(
                Choice("family", "family", _("Berbasis keluarga")),
                Choice("institution", "institution", _("Di LKS/IPWL")),
                Choice("balai", "balai", _("Di balai/sentra")),
                _unknown(),
            ),
        ),
    )


def told_by_register(draft: Draft) -> str:
    """What the legal register says of an order, in place of the questions about it."""
    order = draft.ordered
    if not order:
        return ""
    if "court_order" not in order:
        return _("Menurut register hukum, surat perkara tidak menyebut tempat layanan.")
    words = {
        "base": CareBase(order["court_order"]).label,
        "by": OrderedBy(order["order_by"]).label,
    }
    return _("Perintah hukum menurut register: %(base)s, dari %(by)s.") % words


def _ordered_place() -> tuple[Ask, ...]:
    return (
        Ask(
            ("facts", "court_order"),
            _("Adakah perintah hukum yang menetapkan tempat layanan?"),
            _(
                "Penetapan hakim, jaksa, atau hasil Tim Asesmen Terpadu (TAT)."
                " Yang sudah dicatat di register hukum tidak ditanyakan lagi."
                " Bila ada, isi perintahnya ditanyakan sesudah bagian ini disimpan."
            ),
            choices=(
                Choice("none", None, _("Tidak ada")),
                Choice("family", "family", _("Ada: berbasis keluarga")),
                Choice("institution", "institution", _("Ada: LKS/IPWL")),
                Choice("balai", "balai", _("Ada: balai/sentra")),
            ),
        ),
    )


def _order(draft: Draft) -> tuple[Ask, ...]:
    """What the legal order says beyond the base, as far as the register does not know it."""
    if not (draft.facts | draft.ordered).get("court_order"):
        return ()
    return tuple(ask for ask in _terms() if ask.path[-1] not in draft.ordered)


def _terms() -> tuple[Ask, ...]:
    return (
        Ask(
            ("facts", "order_by"),
            _("Siapa yang memberi perintah hukum itu?"),
            choices=(
                Choice("judge", "judge", _("Hakim")),
                Choice("prosecutor", "prosecutor", _("Jaksa")),
                Choice("tat", "tat", _("Tim Asesmen Terpadu (TAT)")),
                _unknown(),
            ),
        ),
        Ask(
            ("facts", "order_months"),
            _("Berapa bulan lamanya menurut perintah itu?"),
            _("Isi 0 bila perintah tidak menyebut lamanya."),
            highest=MOST_MONTHS,
        ),
    )


def _child() -> tuple[Ask, ...]:
    return (
        _fact(
            "child_assent",
            _("Apakah anak sendiri bersedia mengikuti layanan?"),
            _("Tanyakan dengan bahasa yang ia pahami, tanpa paksaan."),
        ),
    )
