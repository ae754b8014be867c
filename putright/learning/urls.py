"""Addresses of learning."""

from django.urls import path

from .pages import asides, boards, force, heard, lessons, public, themes

app_name = "learning"
urlpatterns = [
    path("you-said-we-did/", public.said, name="said"),
    path("what-works/", public.works, name="works"),
    path("staff/cases/<str:reference>/lesson/", lessons.on_case, name="on_case"),
    path("staff/learning/lessons/", lessons.lessons, name="lessons"),
    path("staff/learning/lessons/new/", lessons.lesson, name="lesson"),
    path("staff/learning/recommendations/", force.recommendations, name="recommendations"),
    path("staff/learning/recommendations/new/", force.recommend, name="recommend"),
    path("staff/learning/recommendations/days/", force.wait, name="wait"),
    path("staff/learning/recommendations/<int:pk>/", force.recommendation, name="recommendation"),
    path("staff/learning/recommendations/<int:pk>/answer/", force.hear, name="hear"),
    path("staff/learning/actions/", boards.actions, name="actions"),
    path("staff/learning/actions/new/", boards.action, name="action"),
    path("staff/learning/actions/<int:pk>/done/", boards.finish, name="finish"),
    path("staff/learning/suggestions/", boards.suggestions, name="suggestions"),
    path("staff/learning/suggestions/new/", boards.suggestion, name="suggestion"),
    path("staff/learning/suggestions/<int:pk>/", boards.answer, name="answer"),
    path("staff/learning/said/", public.said_list, name="said_list"),
    path("staff/learning/said/new/", public.say, name="say"),
    path("staff/learning/said/<int:pk>/sign/", public.sign, name="sign"),
    path("staff/learning/said/<int:pk>/end/", public.end_said, name="end_said"),
    path("staff/learning/practice/", public.practices, name="practices"),
    path("staff/learning/practice/new/", public.practice, name="practice"),
    path("staff/learning/practice/<int:pk>/publish/", public.publish, name="publish"),
    path("staff/learning/practice/<int:pk>/language/", public.rendering, name="rendering"),
    path("staff/learning/practice/<int:pk>/read/", public.read, name="read"),
    path("staff/learning/aside/", asides.aside, name="aside"),
    path("staff/learning/aside/<int:pk>/back/", asides.back, name="back"),
    path("staff/learning/practice/asked/", public.enquiry, name="enquiry"),
    path("staff/learning/heard/", heard.waiting, name="heard"),
    path("staff/learning/heard/<slug:kind>/<int:pk>/lesson/", heard.learn, name="learn"),
    path("staff/learning/heard/<slug:kind>/<int:pk>/answer/", heard.answer_heard, name="answer_heard"),
    path("staff/learning/themes/", themes.themes, name="themes"),
    path("staff/learning/themes/cases/", themes.theme_cases, name="theme_cases"),
]
