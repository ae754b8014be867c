from django.apps import AppConfig


class Shopping(AppConfig):
    name = "putright.shopping"
