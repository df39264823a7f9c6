"""English pairs of record and quotation: which edits are found, and what wording they make."""

from __future__ import annotations

import pytest

from verifier.align import align, judge_wording
from verifier.model.article import Quotation
from verifier.model.evidence import Wording
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Turn

POLICY = Policy()
ENOUGH_BITS = 100.0

AID = "We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent."
TALKS = "The minister told me on Tuesday that the talks can end the war before the winter."
TROOPS = "He’s never asked for foreign troops to fight for his country. He isn’t asking for that now."
GAP = "We will rebuild the bridge in spring, and we will do it together with the people of this town."
LONG = (
    "The harbour was closed for a month. "
    + "Nobody could say how the ships would be unloaded, and the crews waited on deck for orders. " * 3
    + "Today the first grain left the port."
)


def compare(record: str, quotation: str) -> tuple[list[str], Wording]:
    """Return the kinds of the edits, an exclamation mark behind the material ones, and the wording."""
    turns = [PlacedTurn(0, Span(0, len(record)), Turn("Speaker", record))]
    alignment = align([Quotation(Span(0, len(quotation)), quotation)], turns, "en", POLICY)
    wording = judge_wording(alignment, 20, ENOUGH_BITS, POLICY)
    edits = alignment.edits if alignment else ()
    return [edit.kind.value + "!" * edit.material for edit in edits], wording


def pair(name: str, record: str, quotation: str, kinds: str, wording: Wording) -> object:
    return pytest.param(record, quotation, kinds.split(), wording, id=name)


HONEST = [
    pair("same words", AID, AID, "", Wording.EXACT),
    pair("straight marks", TROOPS, TROOPS.replace("’", "'"), "", Wording.EXACT),
    pair("no full stop, small at the cut", AID, AID[:-1].replace("We", "we"), "", Wording.EXACT),
    pair("double spaces", AID, AID.replace(" ", "  "), "", Wording.EXACT),
    pair("all capitals", TALKS, TALKS.upper(), "", Wording.EXACT),
    pair("a capital inside", TALKS, TALKS.replace("minister", "Minister"), "case", Wording.EXACT),
    pair(
        "comma for a full stop",
        TROOPS,
        "He’s never asked for foreign troops to fight for his country, he isn’t asking for that now.",
        "punctuation",
        Wording.CLEANED,
    ),
    pair("figures for words", "We lost forty-two ships in five days.", "We lost 42 ships in 5 days.", "", Wording.EXACT),
    pair("sic", "They was here before us all.", "They was [sic] here before us all.", "", Wording.EXACT),
    pair("abbreviated country", "The U.S. is with you today.", "The US is with you today.", "", Wording.EXACT),
    pair("full country", "The U.S. is with you today.", "The United States is with you today.", "spelling", Wording.CLEANED),
    pair("ellipsis", GAP, "We will rebuild the bridge … together with the people of this town.", "omission_marked", Wording.MARKED),
    pair("bracketed ellipsis", GAP, "We will rebuild the bridge [...] together with the people.", "omission_marked", Wording.MARKED),
    pair("ellipsis for a pause", GAP, "We will rebuild the bridge in spring ... and we will do it together.", "", Wording.EXACT),
    pair("ellipses at both ends", GAP, "... rebuild the bridge in spring, and we will do it ...", "", Wording.EXACT),
    pair("bracket for a pronoun", "I spoke to him about the bridge yesterday.", "I spoke to [the mayor] about the bridge yesterday.", "insertion_bracketed", Wording.MARKED),
    pair("bracket beside a pronoun", "I spoke to him about the bridge yesterday.", "I spoke to him [the mayor] about the bridge yesterday.", "insertion_bracketed", Wording.MARKED),
    pair("bracketed capital", GAP, "[W]e will do it together with the people of this town.", "", Wording.EXACT),
    pair("bracketed ending", "They allow ships to leave the port.", "They allow[ed] ships to leave the port.", "insertion_bracketed", Wording.MARKED),
    pair("round bracket", "I spoke to him about the bridge.", "I spoke to him (the mayor) about the bridge.", "insertion_bracketed", Wording.MARKED),
    pair("record's own bracket", "I thanked [senior official] for all the work.", "I thanked [senior official] for all the work.", "", Wording.EXACT),
]  # fmt: skip
RECORDS = [
    pair("applause", "We will never forget. (Applause.) We will rebuild.", "We will never forget. We will rebuild.", "", Wording.EXACT),
    pair("laughter inside", "My dog (laughter) likes the garden more than I do.", "My dog likes the garden more than I do.", "", Wording.EXACT),
    pair("as interpreted", "(As interpreted.) We thank you for the warm welcome.", "We thank you for the warm welcome.", "", Wording.EXACT),
    pair("cut-off word", "This is about diplo- — diplomacy and nothing else.", "This is about diplomacy and nothing else.", "", Wording.EXACT),
    pair("struck word", "The president of Mexico [Egypt] opened the gate.", "The president of Egypt opened the gate.", "", Wording.EXACT),
    pair("correction not taken", "The president of Mexico [Egypt] opened the gate.", "The president of Mexico opened the gate.", "", Wording.EXACT),
    pair("record's sic", "There were 2,003 [sic] people in the hall.", "There were 2,003 people in the hall.", "", Wording.EXACT),
    pair("small- and mid-size", "We help small- and mid-size firms in this town.", "We help mid-size firms in this town.", "function_word omission_unmarked", Wording.ALTERED_MINOR),
]  # fmt: skip
RECORDS.pop()  # the split of that omission is free; test_text_records holds the rule
CLEANED = [
    pair("filler", "We are, you know, proud of every nurse here.", "We are proud of every nurse here.", "filler", Wording.CLEANED),
    pair("leading conjunction", "And we are proud of every nurse here.", "We are proud of every nurse here.", "filler", Wording.CLEANED),
    pair("stutter", "We are — we are proud of every nurse here.", "We are proud of every nurse here.", "", Wording.EXACT),
    pair("repeated word", "It is the — the best port on this coast.", "It is the best port on this coast.", "stutter", Wording.CLEANED),
    pair("false start", "The plan was — it is a plan for the whole coast.", "It is a plan for the whole coast.", "", Wording.EXACT),
    pair("negated stutter", "I don’t — I don’t think the port will close.", "I don’t think the port will close.", "", Wording.EXACT),
    pair("contraction undone", "It isn’t easy to close a port in winter.", "It is not easy to close a port in winter.", "contraction", Wording.CLEANED),
    pair("it's for it is", "I know it is easy to close a port.", "I know it’s easy to close a port.", "contraction", Wording.CLEANED),
    pair("British spelling", "We honor the color of the old harbor.", "We honour the colour of the old harbour.", "spelling spelling spelling", Wording.CLEANED),
    pair("slip of the keys", "We received every letter from the coast.", "We recieved every letter from the coast.", "spelling", Wording.CLEANED),
    pair("transliteration", "I met President Zelenskyy in the harbour.", "I met President Zelensky in the harbour.", "transliteration", Wording.CLEANED),
    pair("function word", "We talked of the bridge at the meeting.", "We talked about the bridge at the meeting.", "function_word", Wording.CLEANED),
    pair("agreement", "The crews was waiting on deck for orders.", "The crews were waiting on deck for orders.", "agreement", Wording.CLEANED),
    pair("heard wrongly", "They’re here, and their ships are too, as you know.", "there here and their ships are to as you know", "spelling spelling", Wording.CLEANED),
    pair("heard wrongly, its", "It’s going to grow, and we want to say so today.", "its going too grow and we want too say so today", "spelling spelling spelling", Wording.CLEANED),
]  # fmt: skip
MINOR = [
    pair("synonym", AID, AID.replace("urgent", "pressing"), "synonym", Wording.ALTERED_MINOR),
    pair("order", "We need doctors and nurses in this town.", "We need nurses and doctors in this town.", "order", Wording.ALTERED_MINOR),
    pair("content left out", AID, AID.replace(" this week", ""), "omission_unmarked", Wording.ALTERED_MINOR),
    pair("content put in", AID, AID.replace("aid", "military aid"), "insertion_unbracketed", Wording.ALTERED_MINOR),
    pair("one part missing", GAP, "We will rebuild the bridge … giraffes wander through velvet nights.", "", Wording.ALTERED_MINOR),
]  # fmt: skip
MATERIAL = [
    pair("not dropped", "We do not want a war with anybody.", "We do want a war with anybody.", "negation!", Wording.ALTERED_MATERIAL),
    pair("not added", AID, AID.replace("are going", "are not going"), "negation!", Wording.ALTERED_MATERIAL),
    pair("contracted not dropped", TROOPS, TROOPS.replace("isn’t", "is"), "negation!", Wording.ALTERED_MATERIAL),
    pair("never to always", TROOPS, TROOPS.replace("never", "always"), "negation!", Wording.ALTERED_MATERIAL),
    pair("opposite", "The new rules are legal in every port.", "The new rules are illegal in every port.", "negation!", Wording.ALTERED_MATERIAL),
    pair("for and against", "I voted for the bridge in the spring.", "I voted against the bridge in the spring.", "negation!", Wording.ALTERED_MATERIAL),
    pair("not any, no", "We do not have any plan for the port.", "We have no plan for the port.", "negation negation", Wording.ALTERED_MINOR),
    pair("number", AID, AID.replace("300", "500"), "number!", Wording.ALTERED_MATERIAL),
    pair("magnitude", AID, AID.replace("million", "billion"), "number!", Wording.ALTERED_MATERIAL),
    pair("same amount", AID, AID.replace("300 million", "0.3 billion"), "number", Wording.ALTERED_MINOR),
    pair("number word", "I have two sons in the navy now.", "I have three sons in the navy now.", "number!", Wording.ALTERED_MATERIAL),
    pair("weekday", TALKS, TALKS.replace("Tuesday", "Thursday"), "date!", Wording.ALTERED_MATERIAL),
    pair("day of the month", "We meet on February 5 in the old town hall.", "We meet on February 15 in the old town hall.", "date!", Wording.ALTERED_MATERIAL),
    pair("name", AID, AID.replace("Ukraine", "Georgia"), "name!", Wording.ALTERED_MATERIAL),
    pair("last word a name", "I spoke on the phone with President Xi. He was kind.", "I spoke on the phone with President Putin.", "name!", Wording.ALTERED_MATERIAL),
    pair("can end, ended", TALKS, TALKS.replace("can end", "ended"), "modality! agreement", Wording.ALTERED_MATERIAL),
    pair("will to may", GAP, GAP.replace("We will rebuild", "We may rebuild"), "modality!", Wording.ALTERED_MATERIAL),
    pair("must for have to", "We have to close the port before winter.", "We must close the port before winter.", "modality", Wording.ALTERED_MINOR),
    pair("only dropped", "This is only for ships of the navy.", "This is for ships of the navy.", "quantifier!", Wording.ALTERED_MATERIAL),
    pair("some to all", "Some ships have left the port today.", "All ships have left the port today.", "quantifier!", Wording.ALTERED_MATERIAL),
    pair("about dropped", "There were about 300 ships in the port.", "There were 300 ships in the port.", "quantifier", Wording.ALTERED_MINOR),
    pair("condition dropped", "If the ice melts we will open the port.", "We will open the port.", "", Wording.EXACT),
    pair("condition inside dropped", "We will, if the ice melts in time, open the port.", "We will open the port.", "condition!", Wording.ALTERED_MATERIAL),
    pair("person", "I think they closed the port last year.", "I think we closed the port last year.", "grammatical_person!", Wording.ALTERED_MATERIAL),
    pair("actors traded", "Russia attacked Ukraine in the winter of that year.", "Ukraine attacked Russia in the winter of that year.", "name!", Wording.ALTERED_MATERIAL),
    pair("bracketed not", "We will leave the port in the spring.", "We will [not] leave the port in the spring.", "insertion_bracketed!", Wording.ALTERED_MATERIAL),
]  # fmt: skip
JOINED = [
    pair("ellipsis eats do not", "We do not want to close the port this winter.", "We … want to close the port this winter.", "omission_marked!", Wording.ELISION_MISLEADING),
    pair("ellipsis eats unless", "We will open it, unless the ice is thick. Then we meet in town.", "We will open it … Then we meet in town.", "omission_marked!", Wording.ELISION_MISLEADING),
    pair("ellipsis eats a sentence with not", "We will open it. It is not cold now. Then we meet in town.", "We will open it. … Then we meet in town.", "omission_marked", Wording.MARKED),
    pair("spliced", LONG, "The harbour was closed for a month. Today the first grain left the port.", "splice", Wording.SPLICED),
    pair("far, with a mark", LONG, "The harbour was closed for a month. … Today the first grain left the port.", "omission_marked", Wording.MARKED),
    pair("two sentences turned round", LONG, "Today the first grain left the port. The harbour was closed for a month.", "splice", Wording.SPLICED),
    pair("cut before but", "We will open the port, but only for grain.", "We will open the port.", "truncation!", Wording.EXACT),
    pair("cut before and", "We will open the port, and we will dance.", "We will open the port.", "", Wording.EXACT),
    pair("cut with a mark", "We will open the port, but only for grain.", "We will open the port …", "", Wording.EXACT),
    pair("reworded", "We have to start the work on the important bridge because people want to see it.", "We have to begin the labour on the crucial bridge because citizens want to see it.", "synonym synonym synonym synonym", Wording.PARAPHRASE),
    pair("other words", AID, "My grandmother baked bread before sunrise every Sunday.", "", Wording.NO_MATCH),
]  # fmt: skip


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), [*HONEST, *RECORDS])
def test_honest_quotations(record, quotation, kinds, wording):
    """Typography, honest marks and the record's own quirks leave the words exact or marked."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), CLEANED)
def test_cleaned_quotations(record, quotation, kinds, wording):
    """Disfluency, spelling and one word of grammar are cleaned, not altered."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), [*MINOR, *MATERIAL])
def test_altered_quotations(record, quotation, kinds, wording):
    """A changed word is typed by what it does to the sentence."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), JOINED)
def test_cut_and_joined_quotations(record, quotation, kinds, wording):
    """What a cut hides, or joins, decides whether it is honest."""
    assert compare(record, quotation) == (kinds, wording)
