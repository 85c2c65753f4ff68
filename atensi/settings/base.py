"""Settings shared by every environment; nothing here differs between development and production.

Production is this file plus the environment (see docs/operations.md).
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
import pghistory
from celery.schedules import crontab
from csp.constants import NONE, SELF

from common import logs, secret_files


secret_files.take(os.environ)
BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("ATENSI_VAR", BASE_DIR / "var"))

DEBUG = False
ALLOWED_HOSTS = [host for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host]
# What links in mails begin with; a request's Host is anybody's word.
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "common",
    "files",
    "regions",
    "partners",
    "accounts",
    "clients",
    "law",
    "safety",
    "screening",
    "care",
    "reports",
    "exports",
    "desk",
    "upkeep",
]

MIDDLEWARE = [
    "common.middleware.browser_policy",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "common.middleware.tell",
    "common.middleware.no_store",
    "common.middleware.refuse_plain_http",
    "common.middleware.leave_nothing_behind",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.gates.lead_the_whole_page",
    "accounts.middleware.Authentication",
    "accounts.gates.end_stale_sessions",
    "accounts.gates.keep_locked",
    "accounts.gates.enrol_first",
    "common.middleware.speak_the_users_language",
    "common.middleware.remember_the_visit",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.service_keys.middleware.service_keys",
    "accounts.middleware.InScope",
    "common.idempotency.send_once",
]

ROOT_URLCONF = "atensi.urls"
WSGI_APPLICATION = "atensi.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "common.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "common.templatetags.ui",
            ],
        },
    }
]
COTTON_DIR = "cotton"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **dj_database_url.config(
            engine="common.postgres", conn_max_age=300, conn_health_checks=True
        ),
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }
}
# Nobody waits for ever; and on today's disks a page out of order costs little more than the next one.
SESSION_SETTINGS = {
    # Five minutes for workers and commands; the site says ten seconds (atensi/wsgi.py).
    "statement_timeout": f"{os.environ.get('STATEMENT_SECONDS', '300')}s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
    "random_page_cost": "1.1",
}
DATABASES["default"].setdefault("OPTIONS", {}).update(
    connect_timeout=3,
    options=" ".join(f"-c {name}={value}" for name, value in SESSION_SETTINGS.items()),
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Redis rings the bell for background jobs and nothing else: with it down, people go on working.
CACHES = {
    "default": {
        "BACKEND": "common.cache.TableCache",
        "LOCATION": "django_cache",
        # With Django's 300, many strange addresses would push out the counts of the one under attack.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A message to a person waits in their session: a cookie would carry it around in plain text.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.WithInstitution"]
PASSWORD_HASHERS = ["common.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "accounts.passwords.NumbersOthersKnow"},
    {"NAME": "accounts.passwords.MaximumLength", "OPTIONS": {"max_length": 128}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "accounts.passwords.LocalWords"},
    {"NAME": "accounts.breached.Breached"},
]
# Hashes of passwords that were stolen elsewhere; without the file none is asked for.
BREACHED_PASSWORDS = os.environ.get("BREACHED_PASSWORDS", "")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
ACCOUNT_ADAPTER = "accounts.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
# Counted in the database's cache: without Redis people still sign in, and the limits still hold.
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login_failed": "10/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
}

# Nobody sees a page with data before a second factor stands beside the password.
SECOND_FACTOR_REQUIRED = True
MFA_ADAPTER = "accounts.mfa.SealedFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "accounts.mfa_forms.Authenticate",
    "reauthenticate": "accounts.mfa_forms.Reauthenticate",
    "authenticate_webauthn": "accounts.mfa_forms.AuthenticateKey",
    "reauthenticate_webauthn": "accounts.mfa_forms.ReauthenticateKey",
    "login_webauthn": "accounts.mfa_forms.SignInKey",
    "add_webauthn": "accounts.mfa_forms.AddKey",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False
# A code is good for its own half minute alone.
MFA_TOTP_TOLERANCE = 0

SESSION_IDLE_SECONDS = 30 * 60
SESSION_LONGEST_SECONDS = SESSION_COOKIE_AGE
# How fresh the last proof of identity must be before something grave is done (accounts.reauth).
REAUTH_SECONDS = ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
INVITATION_HOURS = 72
FACTOR_RESET_HOURS = 24
EMAIL_TIMEOUT = 10

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o600
# What people upload, and papers, lie in MEDIA_ROOT, or in a bucket of any server that speaks S3.
STORAGES["files"] = STORAGES["default"]
if bucket := os.environ.get("S3_BUCKET"):
    STORAGES["default"] = STORAGES["files"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": os.environ.get("S3_ENDPOINT_URL") or None,
            "region_name": os.environ.get("S3_REGION") or None,
            "access_key": os.environ.get("S3_ACCESS_KEY"),
            "secret_key": os.environ.get("S3_SECRET_KEY"),
            "default_acl": None,
            "querystring_auth": True,
        },
    }
# Neighbours that one reaches without leaving the machine, as the containers of one Compose do.
SAME_MACHINE = [name for name in os.environ.get("SAME_MACHINE", "").split(",") if name]
# The scanner of uploaded files: tcp://host:3310 or unix:///path; without it they are served unscanned, and say so.
CLAMD_URL = os.environ.get("CLAMD_URL", "")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "worker-src": [SELF],
        "manifest-src": [SELF],
    }
}
# A machine is not led to https but refused (common.middleware.refuse_plain_http).
SECURE_REDIRECT_EXEMPT = [r"^api/"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "common.views.csrf_failure"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

REDIS_URL = os.environ.get("REDIS_URL", "")
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # however long Redis is gone, the worker waits for it
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    "max_retries": 1,
    "interval_start": 0,
}
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep-jobs": {"task": "common.tasks.sweep_jobs", "schedule": 60},
    # What a page shows is a minute old at most, the counting itself included (common.summary.LONGEST).
    "count-the-nation": {
        "task": "common.tasks.count_the_nation",
        "schedule": 30,
        "options": {"expires": 30},
    },
    "make-rounds": {
        "task": "upkeep.tasks.make_rounds",
        "schedule": 60,
        "options": {"expires": 60},
    },
    "look-outside": {"task": "upkeep.tasks.look_outside", "schedule": crontab(minute=25)},
    "verify-seals": {"task": "upkeep.tasks.verify_seals", "schedule": crontab(hour=3, minute=40)},
    "verify-history": {
        "task": "upkeep.tasks.verify_history",
        "schedule": crontab(hour=4, minute=0),
    },
    "seal-trail": {"task": "common.tasks.seal_trail", "schedule": 600},
    "forget-old-sessions": {
        "task": "accounts.tasks.forget_old_sessions",
        "schedule": crontab(hour=2, minute=20),
    },
    "hash-recovery-codes": {
        "task": "accounts.tasks.hash_recovery_codes",
        "schedule": crontab(hour="1-4", minute="*/15"),
    },
    "forget-old-keys": {
        "task": "common.tasks.forget_old_keys",
        "schedule": crontab(hour=2, minute=30),
    },
    "ask-for-scans": {"task": "files.tasks.ask_for_scans", "schedule": 300},
    "remove-stray-files": {
        "task": "files.tasks.remove_strays",
        "schedule": crontab(hour=2, minute=50),
    },
    "purge-exports": {"task": "exports.tasks.purge_exports", "schedule": 600},
    "watch-arrivals": {
        "task": "care.tasks.watch_arrivals",
        "schedule": crontab(hour=1, minute=30),
    },
    # Before the working day begins anywhere between Jayapura and Banda Aceh.
    "sweep-aftercare": {
        "task": "care.tasks.sweep_aftercare",
        "schedule": crontab(hour=4, minute=40),
    },
    # Answers, starts and offers that are overdue by days: an hour more or less does not matter.
    "sweep-placements": {"task": "care.tasks.sweep_placements", "schedule": crontab(minute=10)},
    # Told once an hour at most, in the hours of each institution (partners.Institution.is_open_at).
    "watch-referrals": {"task": "safety.tasks.watch_referrals", "schedule": crontab(minute=5)},
    # On the 1st, and on two more nights for a machine that slept through it: asking again makes nothing twice.
    "make-monthly-reports": {
        "task": "reports.tasks.make_monthly_reports",
        "schedule": crontab(day_of_month="1-3", hour=1, minute=0),
    },
    "begin-submissions": {
        "task": "reports.tasks.begin_submissions",
        "schedule": crontab(day_of_month="1-3", hour=0, minute=30),
    },
    "plan-rescreenings": {
        "task": "screening.tasks.plan_rescreenings",
        "schedule": crontab(hour=3, minute=10),
    },
}
# These two want words that no other process is told: a worker of their own asks for them.
CELERY_TASK_ROUTES = {
    "upkeep.tasks.back_up": {"queue": "upkeep"},
    "upkeep.tasks.check_restore": {"queue": "upkeep"},
}
# Only where somebody has said where to; the process of upkeep does them (docs/operations.md, "Backup").
BACKUP_DIR = os.environ.get("BACKUP_DIR", "")
if BACKUP_DIR:
    CELERY_BEAT_SCHEDULE |= {
        "back-up": {"task": "upkeep.tasks.back_up", "schedule": crontab(hour=0, minute=30)},
        "check-restore": {
            "task": "upkeep.tasks.check_restore",
            "schedule": crontab(day_of_week="sunday", hour=4, minute=30),
        },
    }
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")

# For machines and, with their session, for people; nobody signs in here with a password.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "common.api.access.ServiceKeyAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "common.api.access.WithinScopes",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.api.parsing.JsonParser"],
    "DEFAULT_PAGINATION_CLASS": "common.api.paging.NewestFirst",
    # A placeholder: the generator below brings each view its own, when somebody wants a schema.
    "DEFAULT_SCHEMA_CLASS": "rest_framework.schemas.inspectors.ViewInspector",
    "DEFAULT_THROTTLE_RATES": {"service_key": os.environ.get("API_RATE", "600/min")},
    "EXCEPTION_HANDLER": "common.api.errors.answer",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "ATENSI",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "DEFAULT_GENERATOR_CLASS": "common.api.schema.Generator",
    "POSTPROCESSING_HOOKS": ["common.api.schema.add_refusals"],
}

LOGGING = logs.configuration()

# Triggers are put up after every migrate (common.declared), and no migration holds them.
PGTRIGGER_MIGRATIONS = False
# The trail copies the values; labels, choices and most indexes stay with the tables it copies from.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
PGHISTORY_EXCLUDE_FIELD_KWARGS = {
    "django.db.models.Field": [
        "choices",
        "help_text",
        "limit_choices_to",
        "validators",
        "verbose_name",
    ]
}
# From which tables a page, or the housekeeping, takes rows out: from every other the site's account deletes nothing
# (common.roles). A page that deletes elsewhere gets its table a line here.
DELETED_BY_PAGES = (
    "accounts_session",  # signing out, being disabled
    "care_locatorentry",  # who may be asked no longer
    "care_outcomeinterview",  # a correction begun by mistake
    "care_outcomepart",
    "care_plangoal",  # a draft loses a goal
    "care_planservice",  # a draft loses a service
    "clients_case_supporters",  # who helps with a case
    "common_idempotencykey",  # forgotten after its time
    "django_cache",
    "files_storedfile",  # a document that another takes the place of
    "mfa_authenticator",  # a second factor is removed or reset
    "partners_institution_covers_provinces",
    "partners_institution_covers_regencies",
    "reports_submissionactivity",  # a draft loses a line
    "reports_submissionmoney",
    "usersessions_usersession",  # the list of one's sessions
)
# The second place of the seals; best on another machine's disk.
AUDIT_SEAL_FILE = Path(os.environ.get("AUDIT_SEAL_FILE", VAR_DIR / "seals" / "seals.jsonl"))

# The process of upkeep alone: as whom it reads past the fence, for whose age key, and for how many days backups are kept.
BACKUP_URL = os.environ.get("BACKUP_URL", "")
BACKUP_RECIPIENT = os.environ.get("BACKUP_RECIPIENT", "")
BACKUP_DAYS = int(os.environ.get("BACKUP_DAYS") or 30)
# The weekly proof: a server where a database may be made, and the file with the key that opens a backup.
RESTORE_CHECK_URL = os.environ.get("RESTORE_CHECK_URL", "")
BACKUP_IDENTITY = os.environ.get("BACKUP_IDENTITY", "")
# After how many years a closed file is to be ended by a decision (upkeep.retention); 0: nobody has said.
RETENTION_YEARS = int(os.environ.get("RETENTION_YEARS") or 0)
# Who is written to when something is not well, and the word that opens /kelola/metrik/.
OPERATORS = [address for address in os.environ.get("OPERATORS", "").split(",") if address]
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")

# What a deployer sets for their own installation (shown in the header, on papers and in reports).
PRODUCT_NAME = "Sistem ATENSI KPN"
# Where people get the source of what runs here, changes included: AGPL-3.0, section 13.
SOURCE_URL = os.environ.get("SOURCE_URL", "")
PRODUCT_LINE = os.environ.get("ATENSI_PRODUCT_LINE", "Rehabilitasi Sosial")
LETTERHEAD = os.environ.get("ATENSI_LETTERHEAD", "Kementerian Sosial Republik Indonesia")

# Lengths that the field sets differently from place to place (domain facts, section 2.2 and 4).
PROGRAMME_MONTHS = {"family": 3, "institution": 6, "balai": 4}
SHARE_DAYS = 400
# How long whoever handed a person over may still read the file, and after how many days of a journey one asks.
TRANSFER_READ_DAYS = 30
ARRIVAL_ALERT_DAYS = (3, 7)

DEMONSTRATION = False

# The keys of the sealed fields (docs/operations.md), and the list of who was erased; neither in the database.
FIELD_KEYS_FILE = os.environ.get("FIELD_KEYS_FILE", "")
ERASURE_LEDGER = os.environ.get("ERASURE_LEDGER", str(VAR_DIR / "keys" / "erasures"))
