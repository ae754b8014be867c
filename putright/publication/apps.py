from django.apps import AppConfig


class Publication(AppConfig):
    name = "putright.publication"
