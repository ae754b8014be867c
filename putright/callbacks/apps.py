from django.apps import AppConfig


class Callbacks(AppConfig):
    name = "putright.callbacks"
