"""Only the addresses letters need: their own, signing out, and a stand-in for the case page (desk has tests of its own)."""

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import include, path

desk = [path("staff/cases/<str:reference>/", lambda request, reference: HttpResponse(reference), name="case")]
urlpatterns = i18n_patterns(
    path("staff/sign-out/", account.logout, name="account_logout"),
    path("staff/sign-in/", account.login, name="account_login"),
    path("", include("putright.letters.urls")),
    path("", include((desk, "desk"))),
)
