"""Whatever is sent to whatever address: never an error of ours, always a sentence, nothing half written."""

import re
from html import unescape
from zlib import crc32

import pytest
from django.apps import apps
from django.db import connection
from django.urls import URLResolver, get_resolver, reverse

from partners.enums import InstitutionKind
from tests import people
from tests.architecture.doors import DOORS
from tests.architecture.test_access_map import address
from tests.architecture.undoing import undone
from tests.architecture.wild import ALWAYS_WRONG, NOT_TYPED, UNSOUND, WILD, read_form, wild_for
from tests.clients.factories import CaseFactory, FamilyContactFactory
from tests.guards.fresh import set_session
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.reports.factories import ReportFactory, SubmissionFactory


pytestmark = pytest.mark.django_db

FORGIVING = {
    "clients:search",
    "accounts:lock",
    "accounts:act",
    "accounts:resend",
    "accounts:revoke",
    "clients:close_emergency",
}  # no form that could refuse: they look, and say what they found
WITHOUT_PAGE = {"screening:autosave", "screening:assessment_autosave"}  # answers a script, in JSON
# A draft: what can be read is kept although the page says what is missing.
KEEPS_WHAT_IS_RIGHT = ("screening:assessment_section",)
ENGLISH = re.compile(
    r"\b(Ensure|Enter a|Select a|This field|Null char|is not|valid (date|time|choice))\b"
)
LOGS = {"common.readlog", "sessions.session", "accounts.accountevent"}


def _patterns(entries=None, space="", before=""):
    """Every named address with its pattern, so that those about one row are known from it."""
    found = {}
    for entry in get_resolver().url_patterns if entries is None else entries:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else space
            found |= _patterns(entry.url_patterns, inner, pattern)
        elif entry.name:
            found[space + entry.name] = pattern
    return found


PATTERNS = _patterns()
# The API's wild input is made out of its schema, in tests/api/test_schema_wild.py.
NOT_OURS = {name for name in PATTERNS if name.startswith(("admin:", "account_", "mfa_", "api:"))}
OURS = sorted(PATTERNS.keys() - NOT_OURS)
OF_ONE_ROW = [name for name in OURS if "<int:" in PATTERNS[name]]
# What each list can be asked, as its links and filters write it.
LISTS = {
    "clients:list": ["cari", "tahap", "risiko", "petugas", "basis", "kelamin", "terlambat", "sejak", "sampai", "urut", "halaman"],
    "clients:file": ["jenis", "sebelum"],
    "clients:changes": ["sebelum"],
    "clients:access": ["halaman", "tindakan", "sejak", "sampai"],
    "audit:accesses": ["klien", "petugas", "tindakan", "sejak", "sampai", "sebelum"],
    "audit:signals": ["x"],
    "clients:emergencies": ["halaman"],
    "clients:emergency": ["acuan"],
    "screening:list": ["halaman"],
    "care:placements": ["arah", "status", "halaman"],
    "care:request": ["semua", "lembaga"],
    "care:compare": ["lembaga"],
    "care:waiting_list": ["halaman"],
    "care:schedule": ["tampilan", "bulan", "saat", "petugas", "jenis", "halaman"],
    "care:ics": ["petugas"],
    "care:deliveries": ["komponen", "halaman"],
    "care:delivery_log": ["bulan", "halaman"],
    "care:groups": ["halaman"],
    "partners:list": ["cari", "provinsi", "perjanjian", "jenis", "halaman"],
    "partners:agreements": ["cari", "status", "halaman"],
    "partners:agreement_new": ["mitra"],
    "reports:list": ["bulan", "lembaga", "halaman"],
    "reports:new": ["lembaga", "bulan"],
    "reports:submissions": ["status", "bulan", "lembaga", "halaman"],
    "reports:submission_new": ["bulan"],
    "desk:home": ["x"],
    "accounts:users": ["cari", "halaman"],
    "desk:notices": ["halaman"],
}  # fmt: skip
# A row that the person must not be able to name, for every field that names one.
STRANGERS = {
    ("clients:intake", "lead_worker"): people.citra,
    ("clients:reassign", "to"): people.citra,
    ("clients:reopen", "lead_worker"): people.citra,
    ("care:request", "institution"): lambda: InstitutionFactory(name="Tanpa perjanjian"),
    ("care:request family", "family_contact"): FamilyContactFactory,
    ("care:reoffer", "institution"): lambda: InstitutionFactory(is_active=False),
    ("care:wait", "institution"): lambda: InstitutionFactory(name="Tanpa perjanjian"),
    ("care:accept", "worker"): people.ani,
    ("care:deliver_session", "worker"): people.citra,
    ("care:group_new", "facilitator"): people.citra,
    ("care:group_join", "case"): lambda: CaseFactory(
        in_service=True, client__registered_by=people.citra()
    ),
    ("accounts:service_key_new", "institution"): lambda: InstitutionFactory(is_active=False),
    ("partners:institution_new", "mentor"): people.harapan,
    ("partners:agreement_new", "institution"): lambda: InstitutionFactory(is_active=False),
    ("reports:new", "institution"): lambda: InstitutionFactory(kind=InstitutionKind.DONOR),
}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def some(request):
    """A third of the attempts, another one for each form and field; all of them with `--all`."""
    whole = request.config.getoption("--all")

    def choose(attempts, about):
        every = list(attempts)
        return every if whole else every[crc32(about.encode()) % 3 :: 3]

    return choose


@pytest.mark.parametrize("name", DOORS)
def test_a_plain_answer_is_taken(client, name):
    """Without this, the tests below would prove nothing."""
    door, plain, _kinds = _open(client, name)

    assert client.post(door.url, plain).status_code in {200, 302}


@pytest.mark.parametrize("name", DOORS)
def test_one_wild_field_among_right_ones_is_refused_in_words_or_taken_whole(client, name, some):
    door, plain, kinds = _open(client, name)
    before = _rows()

    for field, kind in kinds.items():
        for what, value in some(wild_for(kind).items(), name + field):
            told = f"{name}, {field}: {what}"
            with undone():
                answer = client.post(door.url, {**plain, field: value})
                _judge(answer, before, told)
                if kind in ALWAYS_WRONG and name not in FORGIVING:
                    assert answer.status_code == 422, told


@pytest.mark.parametrize("what", UNSOUND)
@pytest.mark.parametrize("name", DOORS)
def test_every_field_says_for_itself_what_is_wrong_with_it(client, name, what):
    door, plain, kinds = _open(client, name)
    asking = {f for f in plain if kinds[f] not in {"checkbox", "hidden", "file"}}
    if not asking or name in FORGIVING | WITHOUT_PAGE:
        pytest.skip("no field, or no page in the answer")

    answer = client.post(door.url, dict.fromkeys(plain, UNSOUND[what]))

    told = set(re.findall(r'id="id_([\w-]+?)_error"', answer.content.decode()))
    assert asking - told == set()


@pytest.mark.parametrize("name", DOORS)
def test_what_was_typed_is_kept_on_a_refused_page(client, name):
    door, plain, kinds = _open(client, name)
    marked = {f: "“Rian” & teman " * 400 for f in plain if kinds[f] not in {*NOT_TYPED, "select"}}
    if not marked or name in FORGIVING | WITHOUT_PAGE:
        pytest.skip("nothing to type, or no page in the answer")

    answer = client.post(door.url, {**plain, **marked})

    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "data-error-summary" in page
    assert page.count("“Rian” & teman " * 20) >= len(marked)


@pytest.mark.parametrize("name", DOORS)
def test_missing_and_repeated_fields_are_no_surprise(client, name, some):
    door, plain, _kinds = _open(client, name)
    before = _rows()
    wanting = [{k: v for k, v in plain.items() if k != field} for field in plain]
    repeated = {field: ["\x00", "zzz", "-1"] for field in plain}
    every_field = [dict.fromkeys(plain, value) for value in WILD.values()]

    for body in [{}, repeated, *some([*wanting, *every_field], name)]:
        with undone():
            _judge(client.post(door.url, body), before, f"{name}: {body}"[:300])


@pytest.mark.parametrize("name", sorted(set(OURS) - {name.split()[0] for name in DOORS}))
def test_what_is_no_form_takes_no_post(client, name):
    """A form that is not among the doors fails here."""
    client.force_login(people.ani())

    assert client.post(_somewhere(name)).status_code == 405


@pytest.mark.parametrize("person", [people.ani, people.eko, people.fitri, people.gita])
@pytest.mark.parametrize("name", LISTS)
def test_wild_questions_in_an_address_narrow_nothing_and_break_nothing(client, name, person, some):
    client.force_login(person())
    url, before = _somewhere(name), _rows()

    questions = [dict.fromkeys(LISTS[name], value) for value in WILD.values()]
    for asked in [
        *some(questions, name + person.__name__),
        {question: ["zzz", "\x00"] for question in LISTS[name]},
    ]:
        answer = client.get(url, asked)
        assert answer.status_code in {200, 302, 403, 404}, asked
    assert _rows() == before


@pytest.mark.parametrize("name", OF_ONE_ROW)
def test_an_id_beyond_every_column_is_unknown(client, name):
    client.force_login(people.ani())
    url = re.sub(r"/[0-9]+/", f"/{'9' * 30}/", _somewhere(name))

    assert {client.get(url).status_code, client.post(url).status_code} <= {403, 404, 405}


@pytest.mark.parametrize(("name", "field"), STRANGERS)
def test_a_row_of_others_cannot_be_chosen(client, name, field):
    door, plain, _kinds = _open(client, name)
    stranger, before = STRANGERS[name, field](), _rows()

    answer = client.post(door.url, {**plain, field: stranger.pk})

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert _rows() == before


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize(
    "name", sorted(n for n in NOT_OURS if not n.startswith("admin:") and "<" not in PATTERNS[n])
)
def test_the_sign_in_pages_take_anything(client, name, signed_in):
    if signed_in:
        client.force_login(people.ani())

    for value in WILD.values():
        body = dict.fromkeys(
            [
                "login",
                "email",
                "password",
                "oldpassword",
                "password1",
                "password2",
                "next",
                "code",
                "credential",
            ],
            value,
        )
        with undone():
            assert client.post(reverse(name), body).status_code < 500
            assert client.get(reverse(name), body).status_code < 500


def _somewhere(name):
    if name.startswith("accounts:") and "<" in PATTERNS[name]:
        return DOORS[name]().url if name in DOORS else reverse(name, args=[people.budi().pk])
    if name == "reports:job":
        return reverse(name, args=[ReportFactory(institution=people.melati()).job_id])
    if name.startswith("reports:submission") and "<" in PATTERNS[name]:
        row = SubmissionFactory(institution=people.melati())
        return DOORS[name]().url if name in DOORS else reverse(name, args=[row.pk])
    if name.startswith("reports:") and "<" in PATTERNS[name]:
        about = {"pk": ReportFactory(institution=people.melati()).pk, "name": "aktif"}
        return reverse(name, kwargs={k: v for k, v in about.items() if f":{k}>" in PATTERNS[name]})
    if name.startswith("partners:") and "<" in PATTERNS[name]:
        return reverse(name, args=[AgreementFactory().pk])
    return address(name)


def _open(client, name):
    """Sign in, open the form's page, and fill it in plainly."""
    door = DOORS[name]()
    if door.person:
        client.force_login(door.person)
        set_session(client, **door.session)
    if name == "clients:intake":
        search = DOORS["clients:new"]()
        client.post(search.url, search.body)
    page = client.get(door.page or door.url)
    assert page.status_code == 200
    plain, kinds = read_form(page.content.decode())
    return door, plain | {k: v for k, v in door.body.items() if k in kinds}, kinds


def _judge(answer, before, told):
    assert answer.status_code < 500, told
    if answer.status_code in {200, 302} or told.startswith(KEEPS_WHAT_IS_RIGHT):
        return
    assert _rows() == before, told
    if answer.status_code != 422 or answer["Content-Type"].startswith("application/json"):
        return
    sentences = re.findall(
        r'<div class="error-summary".*?</ul>', answer.content.decode(), re.DOTALL
    )
    assert sentences, told
    assert not ENGLISH.search(sentences[0]), told


def _rows():
    models = apps.get_models(include_auto_created=True)
    tables = [m for m in models if m._meta.managed and not m._meta.proxy]
    kept = [m for m in tables if m._meta.label_lower not in LOGS]
    parts = " UNION ALL ".join(
        f"SELECT '{m._meta.db_table}', count(*) FROM \"{m._meta.db_table}\"" for m in kept
    )
    with connection.cursor() as cursor:
        cursor.execute(parts)
        return dict(cursor.fetchall())
