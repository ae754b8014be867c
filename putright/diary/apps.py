from django.apps import AppConfig


class Diary(AppConfig):
    name = "putright.diary"
