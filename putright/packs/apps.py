from django.apps import AppConfig


class Packs(AppConfig):
    name = "putright.packs"
