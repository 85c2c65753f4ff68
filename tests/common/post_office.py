"""A post office in a process of its own: a real SMTP server that wants STARTTLS and a name, and shows what it got.

    python -m tests.common.post_office PORT CERTIFICATE KEY

One line for each letter: who signed in, and what was sent.
"""

import json
import ssl
import sys
import threading
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session


USER, PASSWORD = "atensi", "rahasia-kantor-pos"


class Desk:
    async def handle_DATA(self, _server: Any, session: Session, envelope: Envelope) -> str:  # noqa: N802
        letter = {
            "as": session.auth_data.login.decode(),
            "encrypted": session.ssl is not None,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "text": envelope.content.decode(),
        }
        print(json.dumps(letter), flush=True)
        return "250 taken"


def lets_in(_server: Any, _session: Any, _envelope: Any, _how: str, given: Any) -> AuthResult:
    known = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=given == known, handled=False, auth_data=given)


def main(port: int, certificate: str, key: str) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    Controller(
        Desk(),
        hostname="127.0.0.1",
        port=port,
        tls_context=context,
        require_starttls=True,
        authenticator=lets_in,
        auth_required=True,
    ).start()
    print("open", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
