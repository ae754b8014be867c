from django.apps import AppConfig


class Campaigns(AppConfig):
    name = "putright.campaigns"
