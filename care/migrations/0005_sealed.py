from django.db import migrations

import common.sealed.fields
from common.sealed.migrating import SealText


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0004_taken"),
        ("clients", "0007_sealed"),
    ]

    operations = [
        SealText(
            model_name="followupcontact",
            name="note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="follow_up.case.client", verbose_name="catatan"
            ),
        ),
        SealText(
            model_name="placement",
            name="answer_note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="catatan jawaban"
            ),
        ),
        SealText(
            model_name="placement",
            name="end_note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="catatan akhir"
            ),
        ),
        SealText(
            model_name="placement",
            name="request_note",
            field=common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="keterangan pengajuan"
            ),
        ),
    ]
