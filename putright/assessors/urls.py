"""Addresses of assessments: the team's, and those of people from outside."""

from django.urls import path

from .pages import giving, outside, team

app_name = "assessors"
urlpatterns = [
    path("assessor/", outside.door, name="door"),
    path("assessor/pack/", outside.shown, name="shown"),
    path("assessor/pack/<path:name>", outside.page, name="page"),
    path("assessor/pack.zip", outside.whole, name="whole"),
    path("assessor/answers/", outside.answers, name="answers"),
    path("assessor/leave/", outside.leave, name="leave"),
    path("speak-to-the-assessor/", outside.speak, name="speak"),
    path("staff/assessments/", team.cycles, name="cycles"),
    path("staff/assessments/new/", team.new, name="new"),
    path("staff/assessments/<int:pk>/", team.cycle, name="cycle"),
    path("staff/assessments/<int:pk>/freeze/", giving.freeze, name="freeze"),
    path("staff/assessments/<int:pk>/assessor/", giving.give, name="give"),
    path("staff/assessments/<int:pk>/<slug:name>/", team.deed, name="deed"),
    path("staff/assessors/<int:pk>/end/", giving.end, name="end"),
    path("staff/assessors/<int:pk>/people/", giving.people, name="people"),
    path("staff/recommendations/<int:pk>/<slug:name>/", team.recommended, name="recommended"),
    path("staff/packs-frozen/<int:pk>.zip", giving.packed, name="packed"),
    path("staff/packs-frozen/<int:pk>/<path:name>", giving.packed_page, name="packed_page"),
    path("staff/cases/<str:reference>/assessor/", giving.agree, name="agree"),
]
