from django.apps import AppConfig


class Scoring(AppConfig):
    name = "putright.scoring"
