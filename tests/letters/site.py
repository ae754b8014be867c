"""The house's addresses, with a stand-in for the case page until the desk has one."""

from importlib.util import find_spec

from django.http import HttpResponse
from django.urls import include, path

from config.urls import urlpatterns as house

desk = [path("en/staff/cases/<str:reference>/", lambda request, reference: HttpResponse(reference), name="case")]
urlpatterns = [*house, *([] if find_spec("putright.desk.urls") else [path("", include((desk, "desk")))])]
