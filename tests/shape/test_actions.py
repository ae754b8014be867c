"""Every action: the moment and the person are arguments, one transaction, a verb that is checked, an event written."""

import ast
import re

import pytest

from putright.people import gates

from . import house

# Parts of an action, called inside another's transaction, which checks and writes the event; or a question.
STEPS = {
    "people.note_person": "changes no case; the caller's action writes the event",
    "people.note_officer": "changes no case; the caller's action writes the event",
    "people.note_household": "changes no case; letters.choose_language checks and writes the event",
    "cases.locked": "holds a row for the caller",
    "cases.move": "the caller writes the event that says why",
    "cases.grant": "the caller writes the event that says why",
    "cases.end_grants": "the caller writes the event that says why",
    "cases.open_case": "the contact that opens it checks, has the moment, and writes the event: contacts.receive",
    "people.represent": "changes no case; the caller's action writes the event",
    "passes.make": "part of what gives the pass: own_page.give",
    "passes.make_for_letter": "part of letters.write_letter, which says so in its event",
    "passes.make_at_form": "part of sending the form; contacts.receive writes the event",
    "passes.code_of": "asks, and changes nothing",
    "passes.end_older": "part of what gives a new pass: own_page.give, letters.write_letter",
    "invited.code_for": "makes a code, and changes nothing",
    "invited.links": "makes an address, and changes nothing",
    "invited.placed": "gives a letter's values, and changes nothing",
    "invited.invite_many": "part of campaigns.send, which checks once more and writes the events",
    "invited.keep": "part of letters.write_letter, which says so in its event",
    "invited.invite": "part of what asks: surveys.write_to, surveys.text, surveys.speak",
    "own_page.key_of": "makes a key, and changes nothing",
    "triage.can_record": "asks, and changes nothing",
    "contacts.said_in": "reads the checked answers of a form; contacts.send calls it",
    "contacts.details_of": "reads the checked answers of a form; contacts.send calls it",
}
# Done by the public or by the rounds, who need no leave: nobody is checked.
UNCHECKED = {
    "contacts.tell": "the public tells it at a counter; contacts.receive checks when somebody here does",
    "contacts.file_late": "the public gives files to its own form, whoever else sent it meanwhile",
    "contacts.send": "the public sends its own form; contacts.receive checks when somebody here does it for them",
    "contacts.begin": "the public begins its own chat; no case is there yet",
    "contacts.leave": "the visitor ends their own chat; contacts.receive writes the event",
    "contacts.file_silent": "the rounds file a chat that went silent; contacts.receive writes the event",
    "contacts.keep": "a message that came by e-mail is kept whoever sent it",
    "contacts.place": "the rounds read what was kept",
    "documents.note_scan": "the rounds ask the scanner",
    "contacts.take_in": "another system, by its token, which an administrator gave: the interface asks for it and its scope",
    "contacts.bring_in": "the rounds make a contact of what a system sent too fast",
    "contacts.log_by_link": "an officer without a log-in: the personal link, given by a supervisor, is the leave",
    "contacts.hear": "the exchange signed the message; whoever loads its log is checked by load_log",
    "contacts.rebuild": "changes nothing that was said; only from the command line",
    "outbox.came_back": "the mail server or the service told us; only the rounds say so",
    **dict.fromkeys(
        ("own_page.write_to_us", "own_page.ask_for_record", "own_page.withdraw", "own_page.give_feedback", "own_page.make_safer",
         "own_page.choose_how_to_read"), "done by whoever a case is about, on their own page: the sitting says who they are"
    ),
    "about_us.tell": "the public complains about us; nobody here may know that it was done",
    "invited.no_more": "whoever has the code says so: the code is the leave",
    **dict.fromkeys(
        ("campaigns.send", "campaigns.remind", "campaigns.clear"), "the rounds do what a second person let go; by is nobody"
    ),
    "campaigns.no_more": "whoever has the code says so: the code is the leave",
    "surveys.note_opened": "whoever has the code looks at the survey",
    "surveys.keep_half": "whoever has the code keeps what they have so far",
    "surveys.leave_unasked": "the rounds say why nobody was asked",
    "asking.remind": "the rounds remind them once; letters.write_letter and the log say so",
    "assessors.join": "the assessor, by the code a supervisor gave: the code is the leave",
    "assessors.answer": "somebody invited, by the code in their letter; that it happened must be known to nobody here",
    "asking.answer": "whoever has the link that a handler sent: the link is the leave",
    **dict.fromkeys(
        ("chasing.answer", "chasing.return_it", "chasing.not_them", "allocation.answer_by_link", "allocation.give_back_by_link"),
        "whoever has the one-use link that a handler sent: the link is the leave",
    ),
    "chasing.climb": "the rounds ask again whoever is silent; the log says so",
    **dict.fromkeys(
        [f"messages.{name}" for name in ("put", "put_all", "drop", "settle", "came_back", "blank")],
        "the room whose message it is asks who may; the rounds do the rest",
    ),
    "mailings.thank_unasked": "the rounds pass thanks on to whom a handler named; letters.write_letter says so",
    "valued.end": "the rounds end an asking once its last day has passed; by is nobody",
    "days.end": "the rounds add up a week once it is over; by is nobody",
    "portal.count": "the rounds count what the charter shows",
    "learning.chase": "the rounds ask the force again; the row says so",
    "months.send": "the rounds put a signed report in the post; the row says so",
    "about_us.they_were_told": "the rounds, once their email went; by is nobody",
    **dict.fromkeys(("callbacks.forget", "callbacks.drop"), "the rounds let names go after the office's days; by is nobody"),
    **dict.fromkeys(("quality.record_seed", "quality.draw", "quality.remind"), "the rounds do it; by is nobody"),
}
# Until a chat ends it is no case, and its own lines are its record; then contacts.receive writes the event (chat.filing).
IN_A_CHAT = ("say", "take_chat", "pass_on", "answer_offer", "begin", "leave", "file_silent", "finish")
CHAT = dict.fromkeys(IN_A_CHAT, "a chat is no case yet; ended, it is received")
NO_EVENT = {
    "learning.set_wait": "about no case: the append-only row it writes is itself who, when and why",
    **dict.fromkeys(
        (f"learning.{name}" for name in ("say", "sign", "take_back", "note_practice", "publish", "note_enquiry",
                                         "render_practice", "read_practice", "set_aside", "bring_back")),
        "about no case; the row itself says who and when",
    ),
    "review_letters.keep_address": "about no case: the append-only row it writes is itself who and when",
    **dict.fromkeys(
        [f"layouts.{name}" for name in ("name_part", "add", "raise_part", "take_out", "put_in_force", "drop_draft", "begin")],
        "how a report is laid out is no case; the row says who and when",
    ),
    "learning.take_up": "note_suggestion and answer_suggestion write the events",
    "learning.chase": "the rounds only ask again; the row itself says when",
    "months.send": "a report is of no case; the row says to whom and when",
    **dict.fromkeys(
        (f"staffing.{name}" for name in ("assume", "add_post", "move_post", "relieve", "put_risk", "open_door", "keep_counts")),
        "about no case: the row it adds is itself who, when and what",
    ),
    **dict.fromkeys(
        ("quality.record_seed", "quality.answer", "quality.remind", "quality.set_item", "quality.set_sample",
         "scoring.add_call", "scoring.score", "scoring.say_done",
         "callbacks.load", "callbacks.draw", "callbacks.note_attempt", "callbacks.tell",
         "callbacks.draw_own", "callbacks.keep",
         "shopping.add_place", "shopping.add_scenario", "shopping.plan_visit", "shopping.write_down", "shopping.ask_for",
         "shopping.say_how_it_goes", "shopping.close_place", "shopping.end_scenario"),
        "changes no case: the append-only row is itself who, when and what",
    ),
    **dict.fromkeys(
        [f"questionnaires.{name}" for name in ("begin", "draft", "introduce", "put", "arrange", "propose", "sign_off")],
        "what a survey asks is no case; the row itself says who and when",
    ),
    **dict.fromkeys(
        [f"messages.{name}" for name in ("put", "put_all", "drop", "settle", "came_back", "blank")],
        "a message is of no case; the row says what became of it, and its room writes the event",
    ),
    **dict.fromkeys(
        [f"campaigns.{name}" for name in ("make", "change", "load", "draw", "keep_filter", "empty", "forward", "give_back",
                                          "sign", "take_figures", "remind", "stop", "clear")],
        "a campaign is no case; the row itself says who and when, and sending writes the event of cases drawn from",
    ),
    **dict.fromkeys(("callbacks.forget", "callbacks.drop"), "changes no case: the rows forget whom they named, and say when"),
    "invited.ask_no_more": "somebody's wish is of no case; the row says since when and who wrote it down",
    "invited.may_ask_again": "the same row, with its end",
    "invited.set_to": "changes no case; the append-only row says who and when",
    "surveys.note_opened": "an opening is a moment on the invite; the case's log has the answer",
    "surveys.keep_half": "half an answer is not yet given; surveys.answer writes the event",
    "warnings.dismiss": "about no case: the row it writes is itself who, when and why",
    **dict.fromkeys(
        (
            "warnings.take_up", "warnings.annotate", "warnings.take_off", "improvements.begin", "improvements.edit",
            "improvements.step",
        ),
        "about no case: the row it writes is itself who, what and when",
    ),
    "allocation.arrange": "about no case: the append-only row it writes is itself who, when, from when and why",
    **dict.fromkeys(
        (f"excellence.{name}" for name in ("load", "set_pass_rule", "score", "plan", "comment")),
        "about no case: the append-only line it writes is itself who, what and when",
    ),
    **dict.fromkeys(
        (f"excellence.{name}" for name in ("note_meeting", "note_stakeholder", "end_stakeholder", "put_away")),
        "changes no case; the row itself says who and when",
    ),
    **dict.fromkeys(
        (f"assessors.{name}" for name in ("keep_cycle", "note_score", "recommend", "review", "finish", "schedule", "let_in",
                                          "join", "shut_out", "freeze")),
        "changes no case; the row itself says who and when",
    ),
    **dict.fromkeys(
        (f"months.{name}" for name in ("draw_up", "write", "sign", "revise", "note_change", "keep_board", "end_board", "settle")),
        "about no case: the row it writes says who and when",
    ),
    "assessors.answer": "no event, on purpose: who answered an invitation nobody here may know",
    **dict.fromkeys(
        (f"about_us.{name}" for name in ("tell", "they_were_told", "acknowledge", "note", "answer", "allow")),
        "no event, on purpose: nobody of the team may know; the append-only line it writes is itself who, when and what",
    ),
    **dict.fromkeys(
        (f"workforce.{name}" for name in ("add_course", "attended", "write", "establish", "hold", "leave", "coming", "move",
                                          "share")), "changes no case; the row itself says who and when"
    ),
    "days.begin": "changes no case; the row itself says who and when",
    "days.write": "no event, on purpose: who wrote of their day nobody here may know",
    "valued.ask": "changes no case; the row itself says who and when",
    "valued.switch": "changes no case: the append-only row is itself who and when",
    "valued.answer": "no event, on purpose: who answered nobody here may know",
    "valued.end": "changes no case; the row says when",
    "victims.say_how_it_stands": "changes no case: the append-only line it writes is itself who, when and what",
    **dict.fromkeys(
        (f"national.{name}" for name in ("prepare", "sign", "publish_back", "read_in")),
        "about no one case: the append-only row it writes is itself who, when and what",
    ),
    **dict.fromkeys(
        (f"diary.{name}" for name in ("start", "read", "write", "sign", "publish")),
        "about no case: the append-only row it writes is itself who, when and what",
    ),
    "publication.publish": "about no case: the append-only row it writes is itself who, when and what",
    **dict.fromkeys(
        (f"decisions.{name}" for name in ("write", "approve", "publish", "withdraw")),
        "about no case: the append-only line it writes is itself who, when and what",
    ),
    **{f"contacts.{name}": why for name, why in CHAT.items()},
    "contacts.set_taking": "whether a handler takes chats now is no case",
    "contacts.keep_phrase": "a ready sentence is no case; the row keeps who and when",
    "contacts.drop_phrase": "a ready sentence is no case; the row keeps who and when",
    "people.merge": "changes no case: the append-only line it writes is itself who, when and why",
    "people.part": "changes no case: the append-only line it writes is itself who, when and why",
    "people.keep_two": "changes no case: the append-only line it writes is itself who, when and why",
    "people.agree_plan": "changes no case: the append-only line it writes is itself who, when and why",
    "people.end_plan": "changes no case: the append-only line it writes is itself who, when and why",
    "people.tell_apart": "changes no case, as people.note_person",
    "people.define_often": "changes no case: the append-only line it writes is itself who, when and why",
    "contacts.keep": "a message has no case before it is read",
    "contacts.place": "email/landing.go receives the contact, or notes it on its case",
    "contacts.put": "email/landing.land receives the contact and writes how it came there",
    "contacts.make": "email/landing.open_new receives the contact and writes how it came there",
    "contacts.look_at": "a message in the tray has no case; its Step is the trail",
    "contacts.set_aside": "a message in the tray has no case; its Step is the trail",
    "contacts.take_back": "a message in the tray has no case; its Step is the trail",
    "contacts.open_counter": "no case yet: who opened which counter is its own row",
    "contacts.close_counter": "the same row, with its end",
    **dict.fromkeys(
        ("contacts.hear", "contacts.rebuild", "contacts.look_at_unread"), "a call is no case until it is written down"
    ),
    **dict.fromkeys(
        ("contacts.make_exchange", "contacts.give_secret", "contacts.end_secret", "contacts.give_extension",
         "contacts.set_yardstick"), "changes no case; the row itself says who and when"
    ),
    "clocks.give_feed": "a calendar address is no case; its row says whose and when",
    "clocks.end_feed": "a calendar address is no case",
    "promises.ask": "changes no case: the append-only row is itself who, when and why",
    "promises.decline": "changes no case: the append-only row is itself who and when",
    **dict.fromkeys(("portal.keep_service", "portal.check_service", "portal.end_service", "portal.count"),
                    "changes no case; the row itself says who and when"),
    **dict.fromkeys(("asking.add_step", "asking.end_step"), "changes no case; the row itself says who and when"),
    **dict.fromkeys(
        ("chasing.note_absence", "chasing.end_absence", "chasing.add_skill", "chasing.end_skill", "chasing.set_ladder"),
        "changes no case; the dated row itself says who and when",
    ),
    "codes.keep": "changes no list and no case: the file waits for the second press, which writes the list's history",
    **dict.fromkeys(
        ("words.propose", "words.sign_off", "words.check_welsh"), "words are no case; the append-only row says who and when"
    ),
    "compared.compare": "changes no case; the row itself says who and when",
    "compared.map_columns": "changes no case; the row itself says who and when",
    "compared.work_off": "changes no case; the row itself says who and when",
    **dict.fromkeys(
        ("value.set_rate", "value.set_before", "value.plan", "value.deliver", "measures.set_line", "measures.set_table"),
        "changes no case: the append-only row is itself who and when",
    ),
    **dict.fromkeys(
        ("extracts.keep", "extracts.share", "extracts.let_go"), "changes no case; the row itself says who and when"
    ),
    "letters.print_award": "is no case; the append-only row says who and when",
    "letters.stop_award": "is no case; the append-only row says who and when",
    "imports.load_mapped": "writes the first events of many cases at once: log.write_first, in imports/actions",
    "imports.load": "writes the first events of many cases at once: log.write_first, in imports/rows",
}


def actions():
    for path in house.python("putright"):
        if path.name == "actions.py" or path.parent.name == "actions":
            for node in house.tree(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield pytest.param(path, node, id=name_of(path, node))


def name_of(path, node) -> str:
    return f"{path.relative_to(house.ROOT).parts[1]}.{node.name}"


def by_itself(path, node) -> bool:
    return name_of(path, node) not in STEPS


ALL = list(actions())
WHOLE = [p for p in ALL if by_itself(*p.values)]
each = pytest.mark.parametrize(("path", "node"), WHOLE)


def keyword_only(node) -> set[str]:
    return {argument.arg for argument in node.args.kwonlyargs}


def is_atomic(node) -> bool:
    return any("atomic" in ast.unparse(part) for part in [*node.decorator_list, *node.body])


def private_parts(path, node) -> list[ast.AST]:
    """The action and the private functions of its file that it calls."""
    inside = {n.name: n for n in house.tree(path).body if isinstance(n, ast.FunctionDef) and n.name.startswith("_")}
    found, waiting = [], [node]
    while waiting:
        part = waiting.pop()
        found.append(part)
        waiting += [inside[w] for call in house.calls(part) if (w := house.called(call)) in inside and inside[w] not in found]
    return found


def test_there_are_actions():
    assert len(WHOLE) > 8


@each
def test_the_moment_and_the_person_are_keyword_arguments(path, node):
    name = name_of(path, node)
    assert "at" in keyword_only(node), f"{name} needs the moment: *, at"
    assert "by" in keyword_only(node), f"{name} needs the person: *, by"


@each
def test_it_is_one_transaction(path, node):
    assert any(is_atomic(part) for part in private_parts(path, node)), f"{name_of(path, node)} needs @transaction.atomic"


@each
def test_it_says_what_it_does(path, node):
    assert ast.get_docstring(node), f"{name_of(path, node)}: what does it change, what does it refuse?"


@each
def test_it_begins_with_the_check_of_a_verb_of_its_room(path, node):
    name = name_of(path, node)
    if name in UNCHECKED:
        return
    checks = [call for call in house.calls(node) if house.called(call) == "check"]
    verbs = set().union(*(house.strings(call) for call in checks)) if checks else set()
    assert verbs, f"{name} checks no verb: check(by, '{name}')"
    assert verbs <= gates.table("MAY").keys(), f"{name} checks {verbs - gates.table('MAY').keys()}, which no verbs.py has"
    assert all(verb.startswith(name.split(".")[0] + ".") for verb in verbs), f"{name} checks another room's verb: {verbs}"


@each
def test_it_writes_its_event_or_leaves_it_to_an_action_it_calls(path, node):
    name = name_of(path, node)
    others = {p.values[1].name for p in WHOLE} | {"write", "write_first"}
    written = {house.called(call) for part in private_parts(path, node) for call in house.calls(part)} - {node.name}
    assert written & others or name in NO_EVENT, f"{name} writes no event"


def test_the_lists_of_exceptions_name_real_actions():
    names = {name_of(*p.values) for p in ALL}
    assert not (gone := (STEPS.keys() | UNCHECKED.keys() | NO_EVENT.keys()) - names), f"No such actions any more: {gone}"


def test_every_verb_is_used():
    """A verb nobody asks about is a permission nobody enforces."""
    words = "\n".join(p.read_text() for p in house.python("putright", "config") if p.name != "verbs.py")
    pages = set(map(str, gates.table("PAGES").values()))
    unused = {verb for verb in gates.table("MAY") if verb not in pages and f'"{verb}"' not in words}
    assert not unused, f"In MAY, and never checked: {unused}"


def test_every_event_verb_has_words_for_the_timeline():
    """Events are written as Line("verb", ...); the room that writes one gives its words in EVENTS."""
    named = gates.table("EVENTS").keys()
    written = {
        call.args[0].value
        for path in house.python("putright")
        if re.search(r"cases\.log import .*\bLine\b|from \.log import .*\bLine\b", path.read_text())
        for call in house.calls(house.tree(path))
        if house.called(call) == "Line" and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert not written - named, f"No words for these on the timeline: {sorted(written - named)}"
