"""The sentences for and against an institution."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _, ngettext

from care.placement.matching.needs import Need
from care.placement.matching.prospects import CLIENTS_PER_COUNSELLOR, CLIENTS_PER_WORKER, Prospect
from care.placement.matching.rows import COVERED, ELSEWHERE, SAME_PROVINCE, SAME_REGENCY
from common.dates import day


FEW_PLACES = 2


class Remark(NamedTuple):
    text: str
    is_for: bool


def special_needs(seen: Prospect) -> Iterator[Remark]:
    if seen.served():
        yield _for(_("melayani %(needs)s") % {"needs": _joined(seen.served())})
    if seen.unserved():
        yield _against(_("belum tercatat melayani %(needs)s") % {"needs": _joined(seen.unserved())})


def nearness(seen: Prospect) -> Iterator[Remark]:
    if seen.nearness == SAME_REGENCY:
        yield _for(_("berada di kabupaten/kota tempat tinggal klien"))
    elif seen.nearness == SAME_PROVINCE:
        yield _for(_("berada di provinsi tempat tinggal klien"))
    elif seen.nearness == COVERED:
        yield _for(_("wilayah layanannya mencakup tempat tinggal klien"))
    elif seen.nearness == ELSEWHERE:
        yield _against(
            _("jauh dari tempat tinggal klien: %(place)s") % {"place": seen.row.regency.name}
        )


def today(seen: Prospect) -> Iterator[Remark]:
    if seen.free:
        yield _for(
            ngettext("%(n)s tempat kosong hari ini", "%(n)s tempat kosong hari ini", seen.free)
            % {"n": seen.free}
        )
    else:
        yield _against(
            ngettext(
                "penuh hari ini; %(n)s tempat direncanakan kosong dalam 14 hari",
                "penuh hari ini; %(n)s tempat direncanakan kosong dalam 14 hari",
                seen.row.freeing,
            )
            % {"n": seen.row.freeing}
        )


def components(seen: Prospect) -> Iterator[Remark]:
    if seen.given():
        yield _for(_("memberi layanan yang diperlukan: %(list)s") % {"list": _joined(seen.given())})
    if seen.not_given():
        yield _against(_("belum tercatat memberi %(list)s") % {"list": _joined(seen.not_given())})


def staff(seen: Prospect) -> Iterator[Remark]:
    if not seen.staff_short():
        yield _for(
            _("tenaganya tetap cukup: %(workers)s pekerja sosial dan %(counsellors)s konselor")
            % {"workers": seen.row.social_workers, "counsellors": seen.row.counsellors}
        )
        return
    ratios = (
        (_("pekerja sosial"), seen.row.social_workers, CLIENTS_PER_WORKER),
        (_("konselor adiksi"), seen.row.counsellors, CLIENTS_PER_COUNSELLOR),
    )
    for whom, people, most in ratios:
        if not people:
            yield _against(_("jumlah %(whom)s belum dicatat") % {"whom": whom})
        elif seen.clients_then() > people * most:
            yield _against(
                _("dengan klien ini 1 %(whom)s untuk %(n)s klien; patokannya %(most)s")
                % {"whom": whom, "n": -(-seen.clients_then() // people), "most": most}
            )


def language(seen: Prospect) -> Iterator[Remark]:
    shared = seen.shared_languages()
    if shared:
        yield _for(_("berbahasa daerah keluarga klien: %(list)s") % {"list": _listed(shared)})
    elif seen.needs.languages:
        yield _against(
            _("belum tercatat berbahasa daerah keluarga klien: %(list)s")
            % {"list": _listed(seen.needs.languages)}
        )


def payment(seen: Prospect) -> Iterator[Remark]:
    if not seen.is_paid:
        yield _against(
            _("baru mempunyai nota kesepahaman: bantuan biaya menunggu perjanjian kerja sama (PKS)")
        )


def papers(seen: Prospect) -> Iterator[Remark]:
    row, until = seen.row, seen.row.agreement_until
    yield _for(_("perjanjian berlaku sampai %(date)s") % {"date": day(until)})
    if seen.ends_soon(until):
        days = (until - seen.today).days
        yield _against(
            ngettext(
                "perjanjian berakhir dalam %(days)s hari",
                "perjanjian berakhir dalam %(days)s hari",
                days,
            )
            % {"days": days}
        )
    expires = row.accreditation_expires_on
    if expires is None or expires < seen.today:
        yield _against(_("akreditasi belum dicatat atau sudah lewat"))
        return
    yield _for(
        _("terakreditasi %(grade)s sampai %(date)s")
        % {"grade": row.accreditation_grade, "date": day(expires)}
    )
    if seen.ends_soon(expires):
        days = (expires - seen.today).days
        yield _against(
            ngettext(
                "akreditasi berakhir dalam %(days)s hari",
                "akreditasi berakhir dalam %(days)s hari",
                days,
            )
            % {"days": days}
        )


def room(seen: Prospect) -> Iterator[Remark]:
    if 0 < seen.free <= FEW_PLACES:
        yield _against(
            ngettext("tinggal %(free)s tempat kosong", "tinggal %(free)s tempat kosong", seen.free)
            % {"free": seen.free}
        )
    if seen.free and seen.row.freeing:
        yield _for(
            ngettext(
                "%(n)s tempat lagi direncanakan kosong dalam 14 hari",
                "%(n)s tempat lagi direncanakan kosong dalam 14 hari",
                seen.row.freeing,
            )
            % {"n": seen.row.freeing}
        )


def admission(seen: Prospect) -> Iterator[Remark]:
    row = seen.row
    ages = {"low": row.age_min, "high": row.age_max}
    if row.takes_male and row.takes_female:
        yield _for(_("menerima laki-laki dan perempuan usia %(low)s–%(high)s tahun") % ages)
    elif row.takes_male:
        yield _for(_("menerima laki-laki usia %(low)s–%(high)s tahun") % ages)
    else:
        yield _for(_("menerima perempuan usia %(low)s–%(high)s tahun") % ages)


def _for(text: str) -> Remark:
    return Remark(text, is_for=True)


def _against(text: str) -> Remark:
    return Remark(text, is_for=False)


def _joined(needs: Iterable[Need]) -> str:
    return ", ".join(need.label[0].lower() + need.label[1:] for need in needs)


def _listed(languages: Iterable[object]) -> str:
    return ", ".join(str(each.label) for each in languages)  # type: ignore[attr-defined]
