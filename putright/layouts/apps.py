from django.apps import AppConfig


class Layouts(AppConfig):
    name = "putright.layouts"
