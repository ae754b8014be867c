from django.apps import AppConfig


class Dashboards(AppConfig):
    name = "putright.dashboards"
