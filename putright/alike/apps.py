from django.apps import AppConfig


class Alike(AppConfig):
    name = "putright.alike"
