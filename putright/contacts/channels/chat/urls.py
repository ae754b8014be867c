"""Addresses of chats: silent about what they are about."""

from django.urls import path

from .pages import phrases, staff, visitor

app_name = "chat"
urlpatterns = [
    path("chat/", visitor.start, name="start"),
    path("chat/talk/", visitor.talk, name="talk"),
    path("chat/back/<slug:secret>/", visitor.back, name="back"),
    path("chat/ended/", visitor.ended, name="ended"),
    path("chat/stream/", visitor.live, name="stream"),
    path("chat/typing/", visitor.typing, name="typing"),
    path("staff/chats/", staff.desk, name="desk"),
    path("staff/chats/stream/", staff.live, name="desk_stream"),
    path("staff/chats/taking/", staff.taking, name="taking"),
    path("staff/chats/take/", staff.take, name="take"),
    path("staff/chats/phrases/", phrases.every, name="phrases"),
    path("staff/chats/phrases/<int:pk>/", phrases.one, name="phrase"),
    path("staff/chats/<uuid:key>/", staff.one, name="one"),
    path("staff/chats/<uuid:key>/typing/", staff.typing, name="desk_typing"),
    path("staff/chats/<uuid:key>/pass-on/", staff.pass_on, name="pass_on"),
    path("staff/chats/<uuid:key>/offer/", staff.answer_offer, name="answer_offer"),
    path("staff/chats/<uuid:key>/end/", staff.end, name="end"),
]
