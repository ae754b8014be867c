from django.urls import path

from . import pages

app_name = "accounts"
urlpatterns = [
    path("staff/accounts/", pages.everybody, name="everybody"),
    path("staff/accounts/new/", pages.new, name="new"),
    path("staff/accounts/<int:pk>/", pages.one, name="one"),
    path("staff/accounts/<int:pk>/change/", pages.change, name="change"),
    path("staff/accounts/<int:pk>/link/", pages.link, name="link"),
    path("staff/accounts/<int:pk>/leave/", pages.leave, name="leave"),
    path("staff/accounts/asked/<int:pk>/", pages.settle, name="settle"),
    path("join/<str:secret>/", pages.join, name="join"),
]
