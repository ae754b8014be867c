"""What they say they have against what we sent: the lines, without a database; then the pages."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from gateways import clock
from putright.cases.actions import wall_off
from putright.cases.models import Case, Choice, Event
from putright.compared import comparing
from putright.compared.actions import compare
from putright.compared.comparing import DIFFERS, MISSING, NEVER, SAME, Sent
from putright.compared.models import Comparison, WorkedOff
from putright.packs.actions import hand_over, receipt
from putright.people.gates import NotAllowed
from tests.make import allocation as make

DAY, TODAY = date(2026, 3, 27), date(2026, 4, 30)
OURS = [Sent(1, "PR-AAAAA-AAAAA", "CO/1/26", DAY, ("Resolved", "Wedi’i datrys")), Sent(2, "PR-BBBBB-BBBBB", "", DAY)]
HEAD = "LPB Reference,Centurion Ref,Date Received,Allegation Number,Result,Actions"
BOTH = pytest.mark.parametrize("language", ["en", "cy"])


def lines(*rows):
    return [(line.kind, line.key, line.differs) for line in comparing.compare(OURS, rows, TODAY)]


def row(number=2, **told):
    return {"row": str(number), **told}


def test_what_they_do_not_have_is_first_and_what_we_never_sent_is_said():
    found = lines(row(our_reference="pr aaaaa/aaaaa"), row(3, our_reference="PR-ZZZZZ-ZZZZZ"), row(4, result="Upheld"))
    assert found == [(MISSING, "sent-2", ()), (NEVER, "row-3", ()), (NEVER, "row-4", ()), (SAME, "sent-1", ())]


def test_it_is_found_by_their_number_when_ours_is_not_there():
    assert (SAME, "sent-1", ()) in lines(row(their_reference="co 1 26"))


@pytest.mark.parametrize(("told", "differs"), [
    ({"received": "28/03/2026"}, ("date",)),
    ({"received": "27/03/2026"}, ()),
    ({"received": "2026-03-27", "result": "resolved"}, ()),
    ({"result": "Wedi’i datrys"}, ()),
    ({"result": "Not resolved"}, ("outcome",)),
    ({"their_reference": "CO/2/26"}, ("reference",)),
    ({"their_reference": "CO/2/26", "received": "1/4/2026", "result": "x"}, ("reference", "date", "outcome")),
])  # fmt: skip
def test_each_difference_is_named(told, differs):
    (line,) = [
        one
        for one in comparing.compare(OURS, [row(our_reference="PR-AAAAA-AAAAA", **told)], TODAY)
        if one.sent.key == 1
    ]
    assert line.differs == differs and line.kind == (DIFFERS if differs else SAME)


def test_the_rows_of_one_case_are_one_line_and_every_row_is_in_one():
    told = [row(n, our_reference="PR-AAAAA-AAAAA", allegation=str(n)) for n in range(2, 6)] + [
        row(9, their_reference="X")
    ]
    found = comparing.compare(OURS, told, TODAY)
    assert sum(len(line.theirs) for line in found) == len(told) and len(found) == 3


def test_the_columns_are_guessed_from_centurion_s_headings_and_from_ours():
    guessed = comparing.guess(HEAD.split(","))
    assert guessed == dict(zip(["our_reference", "their_reference", "received", "allegation", "result", "actions"],
                               HEAD.split(","), strict=True))  # fmt: skip
    assert comparing.guess(["Ein cyfeirnod", "Canlyniad"]) == {"our_reference": "Ein cyfeirnod", "result": "Canlyniad"}


@pytest.fixture
def sent(cast):
    made = [make.sufficient(cast.ffion, cast.sam) for _ in range(2)]
    return [hand_over(case, "standards", by=cast.sam, at=cast.at) for case in made]


@pytest.fixture
def at_the_desk(client, cast):
    with clock.fixed(cast.at):

        def sign_in(handler):
            client.force_login(handler.user)
            return client

        yield sign_in


def file(*rows):
    return "\n".join([HEAD, *rows, ""]).encode()


def kept(cast, *rows):
    return compare("standards", "export.csv", file(*rows), (DAY, DAY), by=cast.sam, at=cast.at)


@pytest.mark.django_db
@BOTH
def test_from_their_file_to_a_line_worked_off(language, at_the_desk, sent, cast):
    page = at_the_desk(cast.sam)
    with translation.override(language):
        begin = reverse("compared:reconcile")
    assert page.get(begin).status_code == 200
    given = {"body": "standards", **{f"{which}-{part}": value for which in ("since", "until")
             for part, value in (("day", "27"), ("month", "3"), ("year", "2026"))}}  # fmt: skip
    content = file(f"{sent[0].case.reference},CO/1/26,28/03/2026,1,,", "PR-ZZZZZ-ZZZZZ,CO/9/26,,,,")
    to_columns = page.post(begin, {**given, "file": SimpleUploadedFile("export.csv", content)})
    assert to_columns.status_code == 302, to_columns.content.decode()[-3000:]
    assert "Centurion Ref" in page.get(to_columns.url).content.decode()
    columns = Comparison.objects.get().columns
    to_lines = page.post(to_columns.url, columns)
    shown = page.get(to_lines.url).content.decode()
    said = {"en": ("They do not have it", "Another day of receipt", "never sent"),
            "cy": ("Nid yw ganddynt", "Diwrnod derbyn arall", "na anfonwyd gennym")}  # fmt: skip
    assert all(words in shown for words in said[language]) and sent[1].case.reference in shown
    before = Event.objects.count()
    page.post(to_lines.url, {"line": f"sent-{sent[1].pk}", "note": "Sent again by hand."})
    assert WorkedOff.objects.get().note == "Sent again by hand." and Event.objects.count() == before
    assert sent[1].case.reference not in page.get(to_lines.url).content.decode()
    assert "Sent again by hand." in page.get(to_lines.url + "?show=missing").content.decode()
    assert page.post(to_lines.url, {"line": "row-3", "note": " "}).status_code == 422


@pytest.mark.django_db
def test_columns_without_any_reference_are_refused_in_words(at_the_desk, cast):
    one = kept(cast, ",,,,,")
    answer = at_the_desk(cast.sam).post(reverse("compared:columns", args=[one.pk]), {"received": "Date Received"})
    assert answer.status_code == 422 and "Without one nothing can be compared" in answer.content.decode()


@pytest.mark.django_db
def test_a_walled_case_and_one_that_is_not_there_are_the_same_line(at_the_desk, sent, cast):
    wall_off(sent[0].case, cast.sam, "knows them", by=cast.jo, at=cast.at)
    walled, missing = sent[0].case.reference, "PR-ZZZZZ-ZZZZZ"
    one = kept(cast, f"{walled},CO/1/26,27/03/2026,1,,", f"{missing},CO/1/26,27/03/2026,1,,")
    shown = at_the_desk(cast.sam).get(reverse("compared:comparison", args=[one.pk]) + "?show=never").content.decode()
    assert shown.count("They have what we never sent</h2>") == 2
    assert f"/staff/cases/{walled}/" not in shown


@pytest.mark.django_db
def test_only_what_was_sent_in_that_time_is_asked_for(at_the_desk, sent, cast):
    one = compare("standards", "x.csv", file(",,,,,"), (date(2026, 3, 28), date(2026, 4, 1)), by=cast.sam, at=cast.at)
    assert (
        sent[0].case.reference
        not in at_the_desk(cast.sam).get(reverse("compared:comparison", args=[one.pk])).content.decode()
    )


@pytest.mark.django_db
def test_it_takes_few_queries_however_many_lines(at_the_desk, sent, cast, django_assert_max_num_queries):
    for _ in range(6):
        hand_over(make.sufficient(cast.ffion, cast.sam), "standards", by=cast.sam, at=cast.at)
    one = kept(cast, *[f"PR-{n:05}-ZZZZZ,,,,," for n in range(20)])
    page = at_the_desk(cast.sam)
    with django_assert_max_num_queries(19):
        page.get(reverse("compared:comparison", args=[one.pk]))
    with django_assert_max_num_queries(16):
        page.get(reverse("compared:reconcile"))


@pytest.mark.django_db
def test_only_the_front_team_compares(cast):
    with pytest.raises(NotAllowed):
        compare("standards", "x.csv", file(",,,,,"), (DAY, DAY), by=cast.pat, at=cast.at)


@pytest.mark.django_db
@BOTH
def test_the_outcome_of_each_allegation_comes_from_their_file_for_a_person_to_check(language, at_the_desk, sent, cast):
    case = sent[0].case
    receipt(sent[0], "CO/1/26", "Pat Okoro", by=cast.pat, at=cast.at)
    Case.objects.filter(pk=case.pk).update(recorded_at=cast.at)
    kept(cast, ",CO/1/26,27/03/2026,1,The service provided was not acceptable,Apology | Learning from reflection")
    page = at_the_desk(cast.sam)
    with translation.override(language):
        here = reverse("packs:outcome", args=[case.reference])
    asked = page.get(here).content.decode()
    assert (
        'value="schedule-3.not-acceptable" selected' in asked
        and "The service provided was not acceptable</textarea>" in asked
    )
    given = {
        "words": "Not acceptable.",
        "outcome_1": "schedule-3.not-acceptable",
        "actions_1": ["apology", "reflection"],
    }
    assert page.post(here, given).status_code == 302
    chosen = set(Choice.objects.filter(allegation__case=case).values_list("which", "code"))
    assert chosen == {("outcomes", "schedule-3.not-acceptable"), ("actions", "apology"), ("actions", "reflection")}
    assert Case.objects.get(pk=case.pk).stage == "outcome_known"
    assert Event.objects.get(case=case, verb="concluded").facts["outcome"] == "schedule-3.not-acceptable"


@pytest.mark.django_db
def test_actions_without_an_outcome_are_asked_about(at_the_desk, sent, cast):
    here = reverse("packs:outcome", args=[sent[0].case.reference])
    answer = at_the_desk(cast.sam).post(here, {"words": "Done.", "actions_1": ["apology"]})
    assert "Choose what came of allegation 1" in answer.content.decode()
    assert Case.objects.get(pk=sent[0].case.pk).stage == "handed_over"
