from django.apps import AppConfig


class AboutUs(AppConfig):
    name = "putright.about_us"
