"""The report pages: who sees what, and what they say."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from common.enums import JobStatus
from common.models import Job
from reports.enums import Step
from reports.months import month_before, month_of
from tests import people
from tests.reports.factories import PDF, JobFactory, ReportFactory


pytestmark = pytest.mark.django_db

LIST, NEW = reverse("reports:list"), reverse("reports:new")
EVERYONE = ("ani", "budi", "eko", "dewi", "fitri", "gita")
MAKERS = ("eko", "dewi", "fitri")


def signed_in(client, name):
    client.force_login(getattr(people, name)())
    return client


def page(name, row, *more):
    return reverse(f"reports:{name}", args=[row.pk, *more])


def last_month() -> date:
    return month_before(month_of(timezone.localdate()))


def ask(client, **changes):
    return client.post(NEW, {"month": f"{last_month():%Y-%m}", **changes})


def numbers_in(response) -> set[str]:
    return {report.number for report in response.context["page_obj"]}


@pytest.mark.parametrize("name", EVERYONE)
def test_everyone_reads_the_reports_of_their_own_institution_and_the_nation_all(client, name):
    person = getattr(people, name)()
    national = ReportFactory()
    others = ReportFactory(institution=people.kenanga()), ReportFactory(institution=people.melati())
    seen = {report.number for report in others if report.institution_id == person.institution_id}
    if person.institution is None:
        seen = {national.number, *(report.number for report in others)}

    assert numbers_in(signed_in(client, name).get(LIST)) == seen


@pytest.mark.parametrize("view", ["report", "check", "pdf"])
def test_another_institutions_report_is_not_there(client, view):
    report = ReportFactory(institution=people.melati())

    assert signed_in(client, "eko").get(page(view, report)).status_code == 404


def test_another_institutions_charts_are_not_there(client):
    report = ReportFactory(institution=people.melati())

    assert signed_in(client, "eko").get(page("chart", report, "aktif")).status_code == 404


def test_another_institutions_job_is_not_there(client):
    job = JobFactory(institution=people.melati())

    assert signed_in(client, "eko").get(page("job", job)).status_code == 404
    assert signed_in(client, "ani").get(page("job", job)).status_code == 200


@pytest.mark.parametrize("name", set(EVERYONE) - set(MAKERS))
def test_who_does_not_make_reports_is_told_so(client, name):
    browser = signed_in(client, name)

    assert browser.get(NEW).status_code == 403
    assert ask(browser).status_code == 403
    assert not Job.objects.exists()


def test_a_manager_reports_on_their_own_institution_whatever_is_sent(client):
    ask(signed_in(client, "eko"), institution=people.melati().pk)

    assert Job.objects.get().payload["institution"] == people.kenanga().pk


def test_the_ministry_reports_on_the_nation(client):
    response = ask(signed_in(client, "fitri"))

    job = Job.objects.get()
    assert job.payload["institution"] is None
    assert response.url == page("job", job)


def test_the_ministry_reports_on_any_institution(client):
    ask(signed_in(client, "fitri"), institution=people.harapan().pk)

    assert Job.objects.get().payload["institution"] == people.harapan().pk


def test_asking_twice_leads_to_the_same_job(client):
    browser = signed_in(client, "fitri")

    assert ask(browser).url == ask(browser).url
    assert Job.objects.count() == 1


def test_asking_for_a_report_that_exists_leads_to_it(client):
    browser = signed_in(client, "fitri")
    ask(browser)
    job = Job.objects.get()
    report = ReportFactory(month=last_month(), job=job)
    Job.objects.update(status=JobStatus.DONE)

    response = ask(browser)

    assert response.url == page("report", report)
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "Laporan ini sudah dibuat."
    ]


def test_the_running_month_is_refused_with_a_sentence_and_the_input_kept(client):
    this_month = f"{timezone.localdate():%Y-%m}"

    response = ask(signed_in(client, "fitri"), month=this_month, institution=people.melati().pk)

    assert response.status_code == 422
    assert "belum selesai" in response.content.decode()
    assert str(response.context["form"]["institution"].value()) == str(people.melati().pk)


@pytest.mark.parametrize("month", ["", "\x00", "2026-13", "kemarin", "1999-01", "2" * 10_000])
def test_a_month_that_is_none_is_refused(client, month):
    response = ask(signed_in(client, "fitri"), month=month)

    assert response.status_code == 422
    assert response.context["form"].errors["month"]


def test_an_institution_that_is_none_is_refused(client):
    response = ask(signed_in(client, "fitri"), institution="999999")

    assert response.status_code == 422
    assert response.context["form"].errors["institution"]


def test_the_home_pages_link_chooses_the_institution(client):
    response = signed_in(client, "fitri").get(NEW, {"lembaga": people.melati().pk})

    assert f'value="{people.melati().pk}" selected' in response.content.decode()


def test_a_job_that_runs_shows_its_bar_and_asks_again(client):
    job = JobFactory(running=True, message=Step.PAPER)

    html = signed_in(client, "fitri").get(page("job", job)).content.decode()

    assert 'value="50"' in html
    assert "Menggambar grafik" in html
    assert f'hx-get="{page("job", job)}"' in html
    assert "Muat ulang" in html


def test_htmx_gets_only_the_part_that_moves(client):
    job = JobFactory(running=True)

    response = signed_in(client, "fitri").get(page("job", job), headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()


def test_a_job_that_is_done_stops_asking_and_leads_to_its_report(client):
    report = ReportFactory()

    html = signed_in(client, "fitri").get(page("job", report.job)).content.decode()

    assert "hx-get" not in html
    assert page("report", report) in html
    assert page("pdf", report) in html


def test_a_job_that_failed_says_so_and_may_be_asked_for_again(client):
    job = JobFactory(failed=True, institution=people.kenanga())

    html = signed_in(client, "eko").get(page("job", job)).content.decode()

    assert "Laporan gagal dibuat" in html
    assert "hx-get" not in html
    assert "Coba lagi" in html


def test_the_archive_shows_what_is_being_made_and_what_failed(client):
    JobFactory(running=True)
    JobFactory(failed=True, institution=people.melati())
    JobFactory(status=JobStatus.DONE)

    html = signed_in(client, "fitri").get(LIST).content.decode()

    assert "Laporan Oktober 2026 – Nasional" in html
    assert "Laporan Oktober 2026 – Sentra Melati" in html
    assert len(re.findall("/laporan/pekerjaan/", html)) == 2


def test_the_archive_is_filtered_by_month_and_institution(client):
    wanted = ReportFactory(institution=people.melati(), month=date(2026, 9, 1))
    ReportFactory(institution=people.melati())
    ReportFactory(month=date(2026, 9, 1))
    browser = signed_in(client, "fitri")

    response = browser.get(LIST, {"bulan": "2026-09", "lembaga": people.melati().pk})

    assert numbers_in(response) == {wanted.number}


def test_nonsense_in_the_address_filters_nothing(client):
    report = ReportFactory()

    response = signed_in(client, "fitri").get(LIST, {"bulan": "x", "lembaga": "y", "halaman": "z"})

    assert numbers_in(response) == {report.number}


def test_an_empty_archive_says_when_the_first_report_comes(client):
    assert "pada tanggal 1" in signed_in(client, "ani").get(LIST).content.decode()


def test_the_archive_costs_the_same_for_one_report_as_for_25(client):
    browser = signed_in(client, "fitri")

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(LIST)
        return len(queries)

    ReportFactory(institution=people.melati())
    JobFactory(running=True, institution=people.melati())
    one = cost()
    for number in range(1, 25):
        ReportFactory(
            institution=people.melati(), month=date(2024 + number // 12, number % 12 + 1, 1)
        )
    JobFactory.create_batch(5, running=True, institution=people.kenanga())

    assert cost() == one
    assert one <= 12


@pytest.mark.parametrize("name", ["ani", "gita"])
def test_the_page_tells_the_frozen_figures(client, name):
    report = ReportFactory(institution=people.melati(), figures__active=2)

    html = signed_in(client, name).get(page("report", report)).content.decode()

    assert report.number in html
    assert report.sha256 in html
    for words in ("Jawa Barat", "Keluarga", "PKS/7/2024", "Risiko tinggi", "Oktober 2026"):
        assert words in html


def test_every_chart_on_the_page_has_words(client):
    report = ReportFactory()

    html = signed_in(client, "fitri").get(page("report", report)).content.decode()

    alternatives = re.findall(r'<img src="[^"]+/grafik/[^"]+" alt="([^"]+)"', html)
    assert len(alternatives) == 2
    assert all(len(words) > 40 for words in alternatives)


def test_a_chart_is_an_image_under_the_policy_of_every_page(client):
    browser = signed_in(client, "fitri")
    report = ReportFactory()

    chart = browser.get(page("chart", report, "aktif"), {"lebar": "wide"})

    assert chart["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert chart["Content-Security-Policy"] == browser.get(LIST)["Content-Security-Policy"]


def test_a_chart_that_is_none_is_not_there(client):
    report = ReportFactory()

    assert signed_in(client, "fitri").get(page("chart", report, "lain")).status_code == 404


def test_the_pdf_is_downloaded_under_a_name_that_tells_month_and_scope(client):
    report = ReportFactory(institution=people.melati())

    response = signed_in(client, "ani").get(page("pdf", report))

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == (
        'attachment; filename="laporan-atensi-2026-10-sentra-melati.pdf"'
    )


def test_a_pdf_that_is_gone_is_not_there(client):
    report = ReportFactory()
    Path(report.pdf.path).unlink()

    assert signed_in(client, "fitri").get(page("pdf", report)).status_code == 404


def test_the_check_says_that_the_file_is_the_one_that_was_made(client):
    html = signed_in(client, "gita").get(page("check", ReportFactory())).content.decode()

    assert "PDF utuh" in html


def test_the_check_says_that_the_file_was_changed(client):
    report = ReportFactory()
    Path(report.pdf.path).write_bytes(PDF + b" ")

    html = signed_in(client, "gita").get(page("check", report)).content.decode()

    assert "PDF tidak utuh" in html


def test_a_stranger_is_sent_to_the_sign_in(client):
    for address in (LIST, NEW, page("report", ReportFactory())):
        assert client.get(address).url.startswith(reverse("account_login"))
