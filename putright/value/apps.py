from django.apps import AppConfig


class Value(AppConfig):
    name = "putright.value"
