from django.urls import path

from .pages import lists, one, public

app_name = "campaigns"
urlpatterns = [
    path("survey/<str:secret>/no-more/", public.no_more, name="no_more"),
    path("staff/campaigns/", one.everything, name="all"),
    path("staff/campaigns/new/", one.new, name="new"),
    path("staff/campaigns/<int:pk>/", one.one, name="one"),
    path("staff/campaigns/<int:pk>/change/", one.change, name="change"),
    path("staff/campaigns/<int:pk>/do/", one.do, name="do"),
    path("staff/campaigns/<int:pk>/results/", one.results, name="results"),
    path("staff/campaigns/<int:pk>/load/", lists.load, name="load"),
    path("staff/campaigns/<int:pk>/draw/", lists.draw, name="draw"),
    path("staff/campaigns/<int:pk>/people/", lists.people, name="people"),
    path("staff/campaigns/<int:pk>/sheets/", lists.sheets, name="sheets"),
    path("staff/campaigns/<int:pk>/theirs/", lists.theirs, name="theirs"),
]
