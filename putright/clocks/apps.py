from django.apps import AppConfig


class Clocks(AppConfig):
    name = "putright.clocks"
