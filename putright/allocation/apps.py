from django.apps import AppConfig


class Allocation(AppConfig):
    name = "putright.allocation"
