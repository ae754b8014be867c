from django.apps import AppConfig


class Charts(AppConfig):
    name = "putright.charts"
