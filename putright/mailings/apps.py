from django.apps import AppConfig


class Mailings(AppConfig):
    name = "putright.mailings"
