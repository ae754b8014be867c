from django.apps import AppConfig


class Asking(AppConfig):
    name = "putright.asking"
