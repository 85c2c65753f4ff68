import json
from typing import Any, NoReturn

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from common.api.refusals import TooLong


LONGEST = 64 * 1024


class JsonParser(BaseParser):
    """Short, plain JSON in UTF-8. Nothing anybody sends here is an error of ours."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        body = stream.read(LONGEST + 1)
        if len(body) > LONGEST:
            raise TooLong
        try:
            return json.loads(body.decode(), parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise ParseError from error


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)
