from django.apps import AppConfig


class Messages(AppConfig):
    name = "putright.messages"
