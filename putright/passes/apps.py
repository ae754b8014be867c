from django.apps import AppConfig


class Passes(AppConfig):
    name = "putright.passes"
