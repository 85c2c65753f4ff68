from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.forms import PreferencesForm
from accounts.http import Request
from accounts.services.people import save_preferences
from common.http import render_form, sent


@require_http_methods(["GET", "POST"])
def preferences(request: Request) -> HttpResponse:
    """How the pages look and speak to this person, on every device."""
    known = {"theme": request.user.theme, "language": request.user.language}
    form = PreferencesForm(sent(request), initial=known)
    if form.is_valid():
        user = save_preferences(user=request.user, **form.cleaned_data)
        with translation.override(user.language):  # the answer already speaks the new language
            messages.success(request, _("Pilihan Anda tersimpan."))
        return redirect("accounts:preferences")
    return render_form(request, "accounts/preferences.html", form)
