"""The guide: its parts for one's role first, the part about a page, and the parts that say a word."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.http import Request
from desk.guide import topics


@require_safe
def guide(request: Request) -> HttpResponse:
    """With "halaman" the way from a page to its part; with "cari" the parts that say so."""
    language = get_language() or ""
    if "halaman" in request.GET:
        about = topics.topic_of(request.GET["halaman"], language)
        return redirect("desk:topic", about.slug) if about else redirect("desk:guide")
    asked = request.GET.get("cari", "").strip()
    parts = topics.found(asked, language)
    context = {
        "asked": asked,
        "mine": [one for one in parts if request.user.role in one.roles],
        "others": [one for one in parts if request.user.role not in one.roles],
    }
    return render(request, "desk/guide/index.html", context)


@require_safe
def topic(request: Request, slug: str) -> HttpResponse:
    part = topics.topic(slug, get_language() or "")
    if part is None:
        raise Http404
    return render(request, "desk/guide/topic.html", {"part": part})
