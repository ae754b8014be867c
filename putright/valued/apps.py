from django.apps import AppConfig


class Valued(AppConfig):
    name = "putright.valued"
