from django.apps import AppConfig


class Extracts(AppConfig):
    name = "putright.extracts"
