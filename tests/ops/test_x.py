import socket, pytest


@pytest.mark.django_db
def test_db():
    from django.db import connection

    with connection.cursor() as c:
        c.execute("select current_database()")
        print(c.fetchone())


def test_net():
    with pytest.raises(AssertionError), socket.socket() as s:
        s.connect(("8.8.8.8", 53))
