from django.http import HttpResponse
from django.urls import path


app_name = "accounts"
urlpatterns = [path("tampilan/", lambda request: HttpResponse(), name="preferences")]
