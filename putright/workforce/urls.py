from django.urls import path

from .pages import learning, posts, praise

app_name = "workforce"
urlpatterns = [
    path("staff/training/", learning.people, name="people"),
    path("staff/training/courses/add/", learning.add_course, name="add_course"),
    path("staff/training/attended/", learning.attended, name="attended"),
    path("staff/what-we-know/", learning.articles, name="articles"),
    path("staff/what-we-know/write/", learning.write, name="write"),
    path("staff/what-we-know/<int:pk>/", learning.article, name="article"),
    path("staff/what-we-know/<int:pk>/change/", learning.rewrite, name="rewrite"),
    path("staff/posts/", posts.posts, name="posts"),
    path("staff/posts/number/", posts.establish, name="establish"),
    path("staff/posts/hold/", posts.hold, name="hold"),
    path("staff/posts/held/<int:pk>/end/", posts.leave, name="leave"),
    path("staff/posts/coming/", posts.coming, name="coming"),
    path("staff/posts/coming/<int:pk>/", posts.move, name="move"),
    path("staff/thanks/", praise.thanks, name="thanks"),
    path("staff/thanks/write/", praise.note_thanks, name="note_thanks"),
    path("staff/thanks/<int:pk>/share/", praise.share, name="share"),
    path("staff/cases/<str:reference>/thanks/", praise.case_thanks, name="case_thanks"),
]
