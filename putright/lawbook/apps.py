from django.apps import AppConfig


class Lawbook(AppConfig):
    name = "putright.lawbook"
