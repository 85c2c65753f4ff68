"""No test talks to another machine."""

import ipaddress
import socket

import pytest


real_connect = socket.socket.connect


def guarded_connect(self: socket.socket, address):
    if self.family != socket.AF_UNIX and not _is_here(address[0]):
        raise AssertionError(f"A test tried to reach {address[0]}; tests stay on this machine.")
    return real_connect(self, address)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def stay_on_this_machine():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        yield
