from django.apps import AppConfig


class Imports(AppConfig):
    name = "putright.imports"
