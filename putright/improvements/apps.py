from django.apps import AppConfig


class Improvements(AppConfig):
    name = "putright.improvements"
