from django.apps import AppConfig


class Recovery(AppConfig):
    name = "putright.recovery"
