"""Addresses of victims' reviews and the Victims' Code."""

from django.urls import path

from .pages import lists, reviews

app_name = "victims"
ONE = "staff/cases/<str:reference>/victims-review/"
urlpatterns = [
    path("staff/victims-reviews/", lists.reviews, name="reviews"),
    path("staff/victims-reviews/learning/", lists.learning, name="learning"),
    path("staff/victims-reviews/recommendations/", lists.recommendations, name="recommendations"),
    path("staff/victims-reviews/recommendations/<int:number>/", lists.progress, name="progress"),
    path(f"{ONE}open/", reviews.open_one, name="open"),
    path(f"{ONE}<int:pk>/details/", reviews.details, name="details"),
    path(f"{ONE}<int:pk>/take-on/", reviews.take_on, name="take_on"),
    path(f"{ONE}<int:pk>/reviewer/", reviews.reviewer, name="reviewer"),
    path(f"{ONE}<int:pk>/acknowledge/", reviews.acknowledge, name="acknowledge"),
    path(f"{ONE}<int:pk>/longer/", reviews.longer, name="longer"),
    path(f"{ONE}<int:pk>/result/", reviews.result, name="result"),
    path(f"{ONE}<int:pk>/confirm/", reviews.confirm, name="confirm"),
    path(f"{ONE}<int:pk>/learn/", reviews.learn, name="learn"),
    path("staff/cases/<str:reference>/victims-code/<int:pk>/", lists.code, name="code"),
]
