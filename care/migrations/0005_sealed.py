from django.db import migrations

import atensi.common.sealed.fields
from atensi.common.sealed.migrating import SealText


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0004_taken"),
        ("clients", "0007_sealed"),
    ]

    operations = [
        SealText(
            model_name="followupcontact",
            name="note",
            field=atensi.common.sealed.fields.SealedTextField(
                blank=True, owner="follow_up.case.client", verbose_name="catatan"
            ),
        ),
        SealText(
            model_name="placement",
            name="answer_note",
            field=atensi.common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="catatan jawaban"
            ),
        ),
        SealText(
            model_name="placement",
            name="end_note",
            field=atensi.common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="catatan akhir"
            ),
        ),
        SealText(
            model_name="placement",
            name="request_note",
            field=atensi.common.sealed.fields.SealedTextField(
                blank=True, owner="client", verbose_name="keterangan pengajuan"
            ),
        ),
    ]
