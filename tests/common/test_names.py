import pytest

from common.names import given_name, short_name


@pytest.mark.parametrize(
    ("name", "given", "short"),
    [
        ("Sari Wulandari", "Sari", "Sari W."),
        ("Suparman", "Suparman", "Suparman"),
        ("I Made Suartana", "I Made", "I Made S."),
        ("I Gusti Ngurah Agung Wiradharma Putra", "I Gusti", "I Gusti P."),
        ("Ni Luh Ayu Puspitasari", "Ni Luh", "Ni Luh P."),
        ("M. Yusuf", "M. Yusuf", "M. Yusuf"),
    ],
)
def test_nobody_is_called_by_a_title_alone(name, given, short):
    assert given_name(name) == given
    assert short_name(name) == short
