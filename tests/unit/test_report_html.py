"""The HTML page: self-contained, escaped everywhere, and said in words as well as in colour."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from lxml import html
from report_samples import ABSENT, ARTICLE, AT, CHECKED, MOREAU, RUN, STATEMENTS, VERDICTS, hostile

from verifier.model.evidence import Headline
from verifier.model.run import RunStatus
from verifier.report.card import Checked
from verifier.report.headlines import LEAD
from verifier.report.html import html_report, language_tag, time_words

PAGE = html_report([CHECKED], run=RUN)
TREE = html.document_fromstring(PAGE)
ATTACK = "<script>MARKXSS</script>\"'><img src=x onerror=MARKXSS>\x1b[31m\u202e\0{{ 7*7 }}"


def words(tree, path):
    """Return the text at each place of *path*, on one line."""
    return [" ".join(one.text_content().split()) for one in tree.xpath(path)]


def card(number, tree=TREE):
    """Return the card of one statement."""
    (found,) = tree.xpath(f"//article[@id='s{number}']")
    return found


def test_page_loads_nothing_and_runs_nothing():
    """A strict content policy, one style element, no script, nothing fetched."""
    assert TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]
    assert not TREE.xpath("//script|//link|//img|//iframe|//object|//embed|//form|//base|//*[@src]|//*[@style]")
    assert not TREE.xpath("//@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import", TREE.xpath("string(//style)"))


def test_head_tells_status_problems_time_and_lead():
    """Run status, what went wrong, when it was checked, and that this is a lead stand at the head."""
    head = words(TREE, "//header")[0]
    for part in ("Run degraded", "larnvik-radio: no answer in 20 s", "8 March 2024, 06:30 UTC", LEAD):
        assert part in head
    assert words(TREE, "//h1") == ["Council & harbour: a <quiet> vote"]


@pytest.mark.parametrize("status", list(RunStatus))
def test_every_status_is_shown_by_name(status):
    """The head agrees with the run, whatever it was."""
    tree = html.document_fromstring(html_report([CHECKED], run=replace(RUN, status=status)))
    assert words(tree, "//*[contains(@class, 'run')][1]") == [f"Run {status.value}"]


def test_both_sides_stand_in_their_context():
    """Article and record are quoted with what stands around, and the matched words are marked."""
    article, record = card(1).xpath(".//blockquote")
    assert " ".join(article.text_content().split()) == (
        "“We will close the harbour before the [differs: 14] boats return,” "
        "Ada Moreau told the council in Larnvik on March 5, 2024."
    )
    assert words(record, ".//mark") == ["[differs: not]", "[differs: 40]"]
    assert record.text_content().endswith("it will be paid in May, if the rain allows.")
    assert {one.get("lang") for one in (article, record)} == {"en"}


def test_word_by_word_is_told_without_colour():
    """Deleted and inserted words are elements of their own, with words for those who hear the page."""
    assert words(card(1), ".//p[@class='diff']//del") == ["only in the record: not", "only in the record: 40"]
    assert words(card(1), ".//p[@class='diff']//ins") == ["only in the article: 14"]
    assert not card(3).xpath(".//p[@class='diff']")


def test_a_card_tells_axes_reasons_evidence_and_score():
    """Five axes in plain words, the reasons, the standing of the record, the score with its unit, the policy."""
    one = card(2)
    assert words(one, ".//table[@class='axes']//th")[0] == "Wording Are these the record's words?"
    assert "the same words, honestly marked" in words(one, ".//table[@class='axes']//td")
    assert words(one, ".//ul[@class='reasons']/li") == ["The first reason.", "The second reason."]
    facts = dict(zip(words(one, ".//dt"), words(one, ".//dd"), strict=True))
    assert facts["Score"].startswith("0.97 — probability that these words, in whatever wording, stand at this place")
    assert facts["Standing of the record"].startswith(
        "tier 2, official edited text, or a mirror of one; in the original"
    )
    assert facts["Policy"] == "2026-11-abcd1234, checked 8 March 2024, 06:30 UTC"
    assert facts["Place in it"] == "turn 0 (counted from 0), characters 96 to 113, 147 to 173"


def test_absence_opens_what_was_searched():
    """Where nothing was found the search is unfolded; elsewhere it is folded."""
    assert card(4).xpath(".//details[@open]/summary/text()") == ["What was searched"]
    assert not card(1).xpath(".//details[@open]")
    assert "limited the number of requests: 429" in words(card(4), ".//td")


def test_absence_leads_to_the_record_of_the_event():
    """The record that lacks the words is a link away."""
    assert words(card(4), ".//section[2]/p") == [
        "A complete record of the council meeting of 5 March 2024 is held. The record of the event: Council meeting"
    ]
    assert card(4).xpath(".//section[2]//a/@href") == ["https://larnvik.example/2024-03-05"]


def test_structure_serves_those_who_hear_the_page():
    """One h1, headings in steps, scoped table heads, labelled cards, a language."""
    assert TREE.get("lang") == "en"
    levels = [int(one.tag[1]) for one in TREE.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(one.get("scope") in {"col", "row"} for one in TREE.xpath("//th"))
    ids = TREE.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(TREE.xpath("//article/@aria-labelledby")) <= set(ids)
    assert {link[1:] for link in TREE.xpath("//a/@href") if link.startswith("#")} == {f"s{n}" for n in range(1, 6)}


def test_links_leave_no_trace():
    """Links to other sites carry rel and go to http or https only."""
    outside = [one for one in TREE.xpath("//a") if not one.get("href").startswith("#")]
    assert outside
    assert all(one.get("rel") == "noopener noreferrer" for one in outside)
    assert all(one.get("href").startswith("https://") for one in outside)


def test_changed_verdicts_stand_first():
    """What changed has its own table and leads its article, with the headline it had."""
    tree = html.document_fromstring(html_report([CHECKED], run=RUN, previous={ABSENT.id: Headline.NOT_CHECKABLE}))
    assert words(tree, "//h2")[0] == "Changed verdicts"
    assert words(card(1, tree), ".//h3") == ["1 ∅ Not in the record was: Not checkable Ada Moreau"]


def test_unchanged_verdicts_are_not_called_changed():
    """The same headline as before is no change."""
    previous = {verdict.statement_id: verdict.headline for verdict in VERDICTS}
    assert html_report([CHECKED], run=RUN, previous=previous) == PAGE


def test_nothing_of_a_stranger_becomes_markup():
    """Wherever hostile words stand, the page has the elements it always has, and the words as text."""
    page = html_report([hostile(ATTACK)], run=replace(RUN, kind=ATTACK))
    tree = html.document_fromstring(page)
    assert "MARKXSS" in page
    assert not re.search(r"<[^>]*MARKXSS", page.replace(tree.xpath("string(//style)"), ""))
    assert not tree.xpath("//script|//img|//@onerror")
    assert not [link for link in tree.xpath("//a/@href") if not link.startswith("#")]
    assert set(tree.xpath("//@lang")) == {"en"}
    assert not set(page) & {"\x1b", "\u202e", "\0"}
    assert "{{ 7*7 }}" in page


def test_half_characters_can_be_written():
    """Lone surrogates are shown, so that the page can be encoded."""
    html_report([hostile("a\ud800")]).encode("utf-8")


def test_several_articles_share_a_page():
    """Each article has its heading; numbers run on through the page."""
    other = Checked(replace(ARTICLE, title="Another"), STATEMENTS[:1], VERDICTS[:1])
    tree = html.document_fromstring(html_report([CHECKED, other], checked_at=AT))
    assert words(tree, "//h1") == ["Quotations of 2 articles"]
    assert words(tree, "//h2") == ["Council & harbour: a <quiet> vote", "Another"]
    assert len(tree.xpath("//article")) == 6
    assert "Checked 8 March 2024, 06:30 UTC" in words(tree, "//header")[0]


def test_an_article_without_quotations_says_so():
    """Nothing found is an answer."""
    assert "No quotation was found." in html_report([Checked(ARTICLE, (), ())])


def test_relayed_words_name_both_persons():
    """Who said it and who told it stand together."""
    told = replace(STATEMENTS[0], relayed_by=replace(MOREAU, name="Jonas Berg"))
    tree = html.document_fromstring(html_report([Checked(ARTICLE, (told,), VERDICTS[:1])]))
    assert words(tree, "//h3") == ["1 ≠ Altered Ada Moreau, as told by Jonas Berg"]


def test_the_page_is_the_same_every_time():
    """Same values, same bytes."""
    assert html_report([CHECKED], run=RUN) == PAGE


@pytest.mark.parametrize(
    ("lang", "tag"), [("en", "en"), ("zh-Hant", "zh-Hant"), ("", "und"), ('en" onclick="x', "und"), ("english", "und")]
)
def test_only_language_tags_become_lang(lang, tag):
    """What is no language tag is an unknown language."""
    assert language_tag(lang) == tag


def test_times_are_told_in_utc():
    """A time of another zone is told in UTC."""
    assert time_words(datetime(2024, 3, 8, 1, 30, tzinfo=timezone(timedelta(hours=2)))) == "7 March 2024, 23:30 UTC"
    assert time_words(datetime(2024, 12, 31, 23, 59, tzinfo=UTC)) == "31 December 2024, 23:59 UTC"
