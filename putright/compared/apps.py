from django.apps import AppConfig


class Compared(AppConfig):
    name = "putright.compared"
