from django.urls import path

from .pages import giving, outside, people, public, team

app_name = "chasing"
CASE = "staff/cases/<str:reference>/"
urlpatterns = [
    path("put-right/thank-you/", public.thanks, name="thanks"),
    path("put-right/<str:secret>/", public.answer, name="answer"),
    path("put-right/<str:secret>/not-me/", public.not_me, name="not_me"),
    path(CASE + "give/", giving.give, name="give"),
    path(CASE + "give/accept/", giving.accept, name="accept"),
    path(CASE + "give/decline/", giving.decline, name="decline"),
    path(CASE + "hand-back/", giving.hand_back, name="hand_back"),
    path(CASE + "ask-by-link/", outside.ask, name="ask"),
    path(CASE + "ask-by-link/new/", outside.renew, name="renew"),
    path(CASE + "ask-again/", outside.remind, name="remind"),
    path(CASE + "take-back/", outside.take_back, name="take_back"),
    path("staff/waiting-outside/", outside.waiting, name="waiting"),
    path("staff/team/", team.team, name="team"),
    path("staff/team/away/", people.absences, name="absences"),
    path("staff/team/away/<int:pk>/end/", people.end_absence, name="end_absence"),
    path("staff/team/cover/<int:pk>/", people.cover, name="cover"),
    path("staff/team/skills/", people.skills, name="skills"),
    path("staff/team/skills/<int:pk>/end/", people.end_skill, name="end_skill"),
    path("staff/team/asking-again/", people.ladder, name="ladder"),
]
