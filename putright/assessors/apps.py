from django.apps import AppConfig


class Assessors(AppConfig):
    name = "putright.assessors"
