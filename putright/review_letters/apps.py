from django.apps import AppConfig


class ReviewLetters(AppConfig):
    name = "putright.review_letters"
