"""Identity, contacts and notes are sealed with a key for each person; NIK and phone are found by fingerprints."""

import uuid
from os import urandom

import django.db.models.lookups
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models

import common.sealed.fields
from common.sealed.index import index_of
from common.sealed.keyring import SIZE, keyring
from common.sealed.migrating import SealText


BATCH = 1_000


def make_keys(apps, schema_editor):
    DataKey = apps.get_model("common", "DataKey")
    for clients in batches(apps):
        ring = keyring()
        keys = []
        for client in clients:
            kek, wrapped = ring.wrap(urandom(SIZE))
            keys.append(DataKey(id=client.key_id, kek=kek, wrapped=wrapped))
        DataKey.objects.bulk_create(keys)


def fill_indexes(apps, schema_editor):
    Client = apps.get_model("clients", "Client")
    for clients in batches(apps):
        for client in clients:
            client.nik_index = index_of("nik", client.nik)
            client.phone_index = index_of("tel", client.phone)
        Client.objects.bulk_update(clients, ["nik_index", "phone_index"])


def batches(apps):
    Client = apps.get_model("clients", "Client")
    last = 0
    while clients := list(Client.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield clients
        last = clients[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0006_withdrawal"),
        ("common", "0005_data_keys"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="client",
            name="client_nik_or_reason",
        ),
        migrations.RemoveConstraint(
            model_name="client",
            name="client_unique_nik_in_institution",
        ),
        migrations.RemoveConstraint(
            model_name="consent",
            name="consent_guardian_is_named",
        ),
        migrations.RemoveIndex(
            model_name="client",
            name="client_by_nik",
        ),
        migrations.AddField(
            model_name="client",
            name="erased_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="dihapus pada"
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="key_id",
            field=models.UUIDField(
                db_default=RandomUUID(), editable=False, unique=True, verbose_name="kunci data"
            ),
        ),
        migrations.AlterField(
            model_name="client",
            name="key_id",
            field=models.UUIDField(
                default=uuid.uuid4, editable=False, unique=True, verbose_name="kunci data"
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="nik_index",
            field=common.sealed.fields.BlindIndexField(
                blank=True, editable=False, kind="nik", max_length=64, of="nik"
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="nomor_kk",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=16, owner="self", verbose_name="nomor KK"
            ),
        ),
        migrations.AddField(
            model_name="client",
            name="phone_index",
            field=common.sealed.fields.BlindIndexField(
                blank=True, editable=False, kind="tel", max_length=64, of="phone"
            ),
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE"),
        migrations.RunPython(make_keys),
        migrations.RunPython(fill_indexes),
        SealText(
            model_name="case",
            name="referred_by",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=160, owner="client", verbose_name="nama perujuk"
            ),
        ),
        SealText(
            model_name="caseevent",
            name="note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="case.client", verbose_name="catatan"
            ),
        ),
        SealText(
            model_name="client",
            name="address",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=240, owner="self", verbose_name="alamat"
            ),
        ),
        SealText(
            model_name="client",
            name="nik",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=16, owner="self", verbose_name="NIK"
            ),
        ),
        SealText(
            model_name="client",
            name="phone",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=30, owner="self", verbose_name="telepon"
            ),
        ),
        SealText(
            model_name="consent",
            name="guardian_name",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=160, owner="client", verbose_name="nama wali"
            ),
        ),
        SealText(
            model_name="consent",
            name="withdrawal_note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="catatan penarikan"
            ),
        ),
        SealText(
            model_name="familycontact",
            name="address",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=240, owner="client", verbose_name="alamat"
            ),
        ),
        SealText(
            model_name="familycontact",
            name="name",
            field=common.sealed.fields.SealedTextField(
                max_length=160, owner="client", verbose_name="nama"
            ),
        ),
        SealText(
            model_name="familycontact",
            name="phone",
            field=common.sealed.fields.SealedTextField(
                blank=True, max_length=30, owner="client", verbose_name="telepon"
            ),
        ),
        migrations.AddIndex(
            model_name="client",
            index=models.Index(
                condition=models.Q(("nik_index", ""), _negated=True),
                fields=["nik_index"],
                name="client_by_nik",
            ),
        ),
        migrations.AddIndex(
            model_name="client",
            index=models.Index(
                condition=models.Q(("phone_index", ""), _negated=True),
                fields=["phone_index"],
                name="client_by_phone",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("nik_index", ""),
                        (
                            "nik_missing_reason__in",
                            ["no_card", "child", "lost", "undocumented", "refused"],
                        ),
                    ),
                    models.Q(
                        models.Q(("nik_index", ""), _negated=True), ("nik_missing_reason", "")
                    ),
                    models.Q(("erased_at__isnull", False), ("nik_index", "")),
                    _connector="OR",
                ),
                name="client_nik_or_reason",
                violation_error_message="Isi NIK, atau pilih alasan mengapa NIK tidak ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.UniqueConstraint(
                condition=models.Q(("nik_index", ""), _negated=True),
                fields=("institution", "nik_index"),
                name="client_unique_nik_in_institution",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_by", "self"),
                    django.db.models.lookups.GreaterThan(
                        models.Func(
                            models.F("guardian_name"),
                            function="octet_length",
                            output_field=models.IntegerField(),
                        ),
                        0,
                    ),
                    _connector="OR",
                ),
                name="consent_guardian_is_named",
                violation_error_message="Isi nama wali yang memberi persetujuan.",
            ),
        ),
    ]
