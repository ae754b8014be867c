from django.urls import path

from . import pages

urlpatterns = [
    path("staff/there-and-then", pages.there_and_then, name="there_and_then"),
    path("staff/pass-to-team", pages.pass_to_team, name="pass_to_team"),
    path("staff/there-and-then/look-over", pages.look_overs, name="look_overs"),
    path("staff/cases/<str:reference>/there-and-then/<int:number>", pages.look_over, name="look_over"),
    path("staff/there-and-then/links/", pages.personal_links, name="links"),
    path("staff/there-and-then/links/<int:pk>/end", pages.end_link, name="end_link"),
    path("there-and-then/<str:secret>/", pages.roadside, name="roadside"),
]
