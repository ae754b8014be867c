from django.apps import AppConfig


class Promises(AppConfig):
    name = "putright.promises"
