"""The frozen pack: whole, redacted, the same for ever, read without a network; and what is refused."""

import hashlib
import io
import re
import zipfile

import pytest
from django.db import Error, transaction

from putright.assessors import queries, refusals
from putright.assessors.actions.packing import freeze
from putright.assessors.models import Pack
from putright.cases.actions import wall_off
from putright.cases.queries import open_to
from putright.excellence import catalogue
from putright.excellence.actions import evidence, standing
from tests.excellence import items

from . import made

pytestmark = pytest.mark.django_db


def frozen(cast, one=None, by=None, **more):
    who = by or cast.jo
    return freeze(one or made.a_cycle(cast.jo, cast.at), open_to(who, at=cast.at), by=who, at=cast.at, **more)


def inside(pack) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bytes(pack.body))) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


@pytest.fixture
def all_57(cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    for number, one in enumerate(catalogue.shipped("cse").elements):
        items.item(cast.sam, cast.at, [("cse", one.ref)], title=f"Evidence {number} <b>", words=f"Words {one.ref} & more")
        standing.score("cse", one.ref, "full", f"Because {one.ref}", by=cast.sam, at=cast.at)
    both = [("cse", "1.1.1"), ("cse", "5.3.3")]
    items.item(cast.sam, cast.at, both, title="A chart", words="", file=(items.png(), "chart.png"))


def test_a_pack_of_all_57_elements_opens_from_a_disk_and_asks_nothing_from_outside(cast, all_57):
    pack = frozen(cast)
    files = inside(pack)
    assert pack.told == {"elements": 57, "shown": 57, "items": 58, "files": 1}
    for language in ("en", "cy"):
        pages = {name: body.decode() for name, body in files.items() if name.startswith(f"{language}/")}
        assert sorted(pages) == [f"{language}/{n}.html" for n in ("1", "2", "3", "4", "5", "index")]
        whole = "".join(pages.values())
        for one in catalogue.shipped("cse").elements:
            assert f'id="e{one.ref}"' in whole and f"Words {one.ref} &amp; more" in whole and f"Because {one.ref}" in whole
            assert one.said(language) in whole
        assert "<script" not in whole and "<b>" not in whole and not re.search(r'(src|href)="(https?:)?//', whole)
        for name, page in pages.items():  # every link leads to a file of the pack, and to a place on it
            for link in re.findall(r'(?:href|src)="([^"]+)"', page):
                path, _, place = link.partition("#")
                target = path.removeprefix("../") if path.startswith("../") else f"{language}/{path}"
                assert target in files, (name, link)
                assert not place or f'id="{place}"' in files[target].decode()
    pictures = [name for name in files if name.startswith("files/")]
    assert len(pictures) == 1 and files[pictures[0]][:2] == b"\xff\xd8"  # a new JPEG, whatever came


def test_the_fingerprints_are_those_of_the_bytes_and_the_same_evidence_gives_the_same_pack(cast, all_57):
    one = made.a_cycle(cast.jo, cast.at)
    pack, again = frozen(cast, one), frozen(cast, one)
    assert pack.sha256 == hashlib.sha256(bytes(pack.body)).hexdigest() == again.sha256
    files = inside(pack)
    listed = dict(reversed(line.split("  ")) for line in files.pop("fingerprints.txt").decode().splitlines())
    assert listed == {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


def test_a_frozen_pack_is_never_changed(cast):
    items.item(cast.sam, cast.at)
    pack = frozen(cast)
    with pytest.raises(Error), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(sha256="0" * 64)
    with pytest.raises(Error), transaction.atomic():
        pack.delete()
    before = inside(pack)
    items.item(cast.sam, cast.at, title="Later")
    assert inside(Pack.objects.get(pk=pack.pk)) == before and b"Later" not in b"".join(before.values())


@pytest.mark.parametrize(("more", "reason"), [
    ({"redaction": "needed"}, "was not taken out yet"), ({"consent": "refused"}, "did not agree"),
    ({"words": "Ring 07700 900123"}, "a phone number"), ({"expires_on": items.DAY}, "no longer recent"),
])  # fmt: skip
def test_an_item_that_is_not_fit_is_refused_with_the_reason_and_goes_in_no_pack(cast, more, reason):
    items.item(cast.sam, cast.at, title="Good one")
    items.item(cast.sam, cast.at, title="Bad one", **more)
    one = made.a_cycle(cast.jo, cast.at)
    with pytest.raises(refusals.NotFit) as refused:
        frozen(cast, one)
    assert "Bad one" in str(refused.value) and reason in str(refused.value) and not Pack.objects.exists()
    whole = b"".join(inside(frozen(cast, one, leave_out=True)).values())
    assert b"Good one" in whole and b"Bad one" not in whole and b"900123" not in whole


def test_a_narrative_that_tells_how_to_reach_somebody_is_mended_and_never_left_out(cast):
    items.item(cast.sam, cast.at)
    standing.score("cse", "4.1.2", "full", "As ann@example.com told us", by=cast.sam, at=cast.at)
    for leave_out in (False, True):
        with pytest.raises(refusals.NotFit):
            frozen(cast, leave_out=leave_out)


def test_a_file_of_text_is_read_too(cast, settings, tmp_path):
    settings.DOCUMENTS = tmp_path
    items.item(cast.sam, cast.at, words="", file=(b"Ffion Rees, ffion@complainant.example", "note.txt"))
    with pytest.raises(refusals.NotFit):
        frozen(cast)


def test_nothing_to_show_is_no_pack(cast):
    with pytest.raises(refusals.NothingToShow):
        frozen(cast)


def test_a_pack_with_something_of_a_walled_case_is_not_there_for_whoever_is_kept_out(cast):
    used = evidence.use_thanks(items.thanks(cast), by=cast.sam, at=cast.at)
    words = items.given(kind="thanks", title="Kind words", words="They sat with my mother", redaction="done", consent="not_asked")
    evidence.change(used, words, [("cse", "2.2.2")], by=cast.sam, at=cast.at)
    pack = frozen(cast)
    wall_off(used.case, cast.sam, "knows the officer", by=cast.jo, at=cast.at)
    assert list(queries.packs(open_to(cast.jo, at=cast.at))) == [pack]
    assert list(queries.packs(open_to(cast.sam, at=cast.at))) == []


def test_what_is_not_in_the_language_of_the_page_says_so_to_eye_and_ear(cast):
    """A Welsh letter of thanks in the English pack, an English report in the Welsh one; each is read aloud as what it is."""
    welsh = "Mae’r swyddog wedi gwrando arnaf fi, a diolch yn fawr iddo am hynny."
    items.item(cast.sam, cast.at, [("cse", "1.1.1")], title="Diolch o’r galon", words=welsh)
    items.item(cast.sam, cast.at, [("cse", "1.1.2")], title="A report", words="We asked what they want, and this is how it was.")
    standing.score("cse", "1.1.1", "full", "This is what we do for them.", by=cast.sam, at=cast.at)
    files = inside(frozen(cast))
    english, cymraeg = (re.sub(r"<style>.*?</style>", "", files[f"{code}/1.html"].decode(), flags=re.S) for code in ("en", "cy"))
    assert f'<p class="words" lang="cy">{welsh}</p>' in english and '<h3 lang="cy">Diolch o’r galon</h3>' in english
    assert english.count("In Welsh") == 1 and "In English" not in english and '<p class="words">This is what we do' in english
    assert '<p class="words" lang="en">We asked' in cymraeg and '<p class="words" lang="en">This is what we do' in cymraeg
    assert cymraeg.count("Yn Saesneg") == 1 and "Yn Gymraeg" not in cymraeg and f'<p class="words">{welsh}</p>' in cymraeg
