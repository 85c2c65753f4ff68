"""How a worker leads the interview: section after section, as the pages ask."""

from tests.browser.visitor import Visitor


# Part of the substance's name as the rows of the first section show it.
USED = "mfetamin"


def answer_with_high_amphetamine(visitor: Visitor) -> None:
    """Weekly or daily amphetamine with every consequence, nothing else: 39 at the most, high in any case."""
    for _section in range(16):
        if visitor.page.get_by_role("button", name="Selesaikan dan lihat hasil").count():
            break
        _answer_section(visitor)
        for box in visitor.page.locator("main input[type=number]").all():
            box.fill(box.get_attribute("min") or "0")
        visitor.press("Simpan dan lanjutkan")
    visitor.press("Selesaikan dan lihat hasil")


def _answer_section(visitor: Visitor) -> None:
    address = visitor.page.url.split("?")[0].rstrip("/").split("/")[-1]
    visitor.pick_each(lambda question: _words(address, question))


def _words(section: str, legend: str) -> tuple[str, ...]:
    if section == "q1":
        return ("Ya", "Pernah") if USED in legend else ("Tidak",)
    if section in {"q2", "q3", "q4", "q5"}:
        return ("hampir tiap hari",)
    if section in {"q6", "q7"}:
        return ("dalam 3 bulan terakhir",)
    if section == "cara-memakai":
        return ("Diisap", "Belum pernah")
    if section == "keadaan":
        return ("Tidak", "Cukup", "Sedang", "Belum diketahui")
    return ("Tidak",)
