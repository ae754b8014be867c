from django.apps import AppConfig


class Codes(AppConfig):
    name = "putright.codes"
