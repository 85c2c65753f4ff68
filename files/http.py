"""A file as an answer. Who may have it is asked by the page that shows it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from files import keeping
from files.models import StoredFile


def hand_over(request: HttpRequest, file: StoredFile, stem: str, *, back: str) -> HttpResponse:
    """As an attachment, which the browser does not open by itself; what is held is told in a sentence.

    `back` is the page that shows it.
    """
    if file.is_held:
        return render(request, "files/held.html", {"file": file, "back": back}, status=409)
    try:
        content = keeping.take(file)
    except keeping.NotThere as error:
        raise Http404 from error
    name = content_disposition_header(as_attachment=True, filename=file.file_name(stem))
    letters = "; charset=utf-8" if file.kind.startswith("text/") else ""
    return HttpResponse(
        content,
        content_type=f"{file.kind}{letters}",
        headers={"Content-Disposition": name or "attachment"},
    )
