from django.apps import AppConfig


class Questionnaires(AppConfig):
    name = "putright.questionnaires"
