from django.apps import AppConfig


class Warnings(AppConfig):
    name = "putright.warnings"
