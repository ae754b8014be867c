from django.apps import AppConfig


class Staffing(AppConfig):
    name = "putright.staffing"
