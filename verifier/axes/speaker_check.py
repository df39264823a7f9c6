"""Whether the claimed speaker spoke the matched words, judged by the turns they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.axes.bodies import home_of, voice_of
from verifier.axes.inline_labels import inline_label, under_label
from verifier.axes.originals import explain_original, own_record
from verifier.axes.pieces import Piece, pieces_of, speaker_words, turn_after, turn_before
from verifier.axes.printed_names import bears_printed_name, title_against_label
from verifier.axes.quoted import Quoting, heckler_of, may_quote, named_before, quoting_around, unmarked_before
from verifier.axes.records import one_line
from verifier.axes.reported import repeats_question, reported_before
from verifier.axes.sayers import Readers, Sayer, gender_told, is_open, is_pronoun, people_named
from verifier.matching.agreement import spoke
from verifier.model.article import Speaker, SpeakerKind, Statement
from verifier.model.evidence import Match, SpeakerCheck
from verifier.model.policy import Policy
from verifier.model.transcript import Record, Role
from verifier.retrieve.corpus import Corpus
from verifier.speakers.labels import names_nobody
from verifier.speakers.names import fold_name
from verifier.speakers.registry import People
from verifier.speakers.same import joint_speakers, same_person

_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")  # "Beatrix von Storch [AfD]"
_FEW_WORDS = 4  # a shorter piece of another's turn among the speaker's own words says nothing
# A statement's speaker is that of its worst piece.
_WORST_FIRST = (
    SpeakerCheck.ASKED_NOT_SAID,
    SpeakerCheck.DIFFERENT,
    SpeakerCheck.RELAYED,
    SpeakerCheck.QUOTING_ANOTHER,
    SpeakerCheck.AMBIGUOUS,
    SpeakerCheck.UNRESOLVED,
    SpeakerCheck.SAME,
    SpeakerCheck.NOT_CLAIMED,
)


@dataclass(frozen=True, slots=True)
class SpeakerFinding:
    """The value of the axis with its reason; who spoke, or whom the speaker quotes, where that is known."""

    value: SpeakerCheck
    reason: str
    who: str | None = None
    quoted: Speaker | None = None


def check_speaker(
    statement: Statement, match: Match, elsewhere: Sequence[Piece], corpus: Corpus, people: People, policy: Policy
) -> SpeakerFinding:
    """Return how the claimed speaker stands to the turns that hold the matched words, and those found *elsewhere*.

    The worst piece decides; where the speaker quotes a known person, that person's own record is looked up.
    """
    unclaimed = _unclaimed(statement)
    if unclaimed is not None or statement.speaker is None:
        return unclaimed or SpeakerFinding(SpeakerCheck.NOT_CLAIMED, "the article names no speaker")
    judge = _Judge(statement, statement.speaker, corpus, people)
    pieces = [*pieces_of(match, corpus), *elsewhere]
    found = [(judge.piece(piece), piece) for piece in _telling(pieces)]
    finding, piece = min(found, key=lambda pair: _WORST_FIRST.index(pair[0].value))
    if any(other.value is not finding.value for other, _ in found):
        finding = replace(finding, reason=f"of part of the words, “{one_line(piece.words)}”, {finding.reason}")
    if finding.value is SpeakerCheck.QUOTING_ANOTHER and finding.quoted is not None:
        own = own_record(statement, finding.quoted, match, corpus, people, policy)
        finding = replace(finding, reason=f"{finding.reason}; {explain_original(finding.quoted, own)}")
    return finding


def without_place(statement: Statement) -> SpeakerFinding:
    """Return the finding where no place was found: nothing can be checked."""
    value = SpeakerCheck.UNRESOLVED if statement.speaker or statement.mention else SpeakerCheck.NOT_CLAIMED
    return SpeakerFinding(value, "without a place in a record the speaker cannot be checked")


def _unclaimed(statement: Statement) -> SpeakerFinding | None:
    """Return the finding where the article names nobody, or nobody who could be resolved."""
    if statement.speaker is not None:
        return None
    if statement.mention is not None:
        return SpeakerFinding(SpeakerCheck.UNRESOLVED, f"“{statement.mention.text}” is not resolved to a person")
    return SpeakerFinding(SpeakerCheck.NOT_CLAIMED, "the article names no speaker")


def _telling(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces of some length, or all where none has it."""
    long = [piece for piece in pieces if len(piece.words.split()) >= _FEW_WORDS]
    return long or pieces


@dataclass(frozen=True, slots=True)
class _Judge:
    """The claim, and what each piece is judged with."""

    statement: Statement
    claimed: Speaker
    corpus: Corpus
    people: People

    def piece(self, piece: Piece) -> SpeakerFinding:
        """Return the finding for one piece."""
        turn, record = piece.turn.turn, piece.record
        quoting = quoting_around(piece, turn.lang or record.lang, self._readers(piece)) if may_quote(piece) else None
        if label := inline_label(piece):
            return self._under_label(label, piece)
        if turn.role is Role.QUESTION:
            return self._question(piece, quoting)
        if heckler := heckler_of(piece):
            return self._heckled(heckler, piece)
        held = self._held(piece)
        if held.value is SpeakerCheck.SAME:
            return self._own_or_quoted(held, piece, quoting)
        if held.value in {SpeakerCheck.DIFFERENT, SpeakerCheck.AMBIGUOUS}:
            return self._relayed(piece, quoting) or self._with_quoted(held, quoting)
        return held

    def _readers(self, piece: Piece) -> Readers:
        record, lang = piece.record, piece.turn.turn.lang or piece.record.lang
        return Readers(self.people, record.date, record.speakers, home_of(piece, self.people), lang)

    def _under_label(self, label: str, piece: Piece) -> SpeakerFinding:
        """Return the finding for words behind a label inside a turn: the claimed person's if it is theirs, else open.

        Behind it the turn's own speaker may go on, with the next break lost as well: it convicts nobody.
        """
        turn, by = under_label(piece, label), speaker_words(piece.turn)
        if label != "Q" and spoke(self.claimed, turn, piece.record, self.people):
            reason = f"the words stand behind the label “{label}:” inside the turn of {by}"
            return SpeakerFinding(SpeakerCheck.SAME, reason, label)
        reason = f"inside the turn of {by} the label “{label}” stands before the words: a break of turns may be lost"
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, reason, label)

    def _question(self, piece: Piece, quoting: Quoting | None) -> SpeakerFinding:
        """Return the finding for a question's words: asked, unless they are the claimed person's, relayed or own."""
        turn, by = piece.turn.turn, speaker_words(piece.turn)
        named = turn.speaker is not None and not names_nobody(turn.speaker)
        if named and self._is_claimed(turn.speaker, turn.speaker_id, piece.record) is True:
            return SpeakerFinding(SpeakerCheck.SAME, f"the record has {by} asking these words")
        if relayed := self._relayed(piece, quoting):
            return relayed
        reason = f"the words stand in a question put by {by}, not in an answer"
        return SpeakerFinding(SpeakerCheck.ASKED_NOT_SAID, reason, by)

    def _heckled(self, heckler: str, piece: Piece) -> SpeakerFinding:
        """Return the finding for words that the record prints between brackets as somebody else's interjection."""
        reason = (
            f"the words are an interjection in the turn of {speaker_words(piece.turn)}, marked “{one_line(heckler)}”"
        )
        own = self._is_claimed(_BRACKETED.sub("", heckler).strip(), None, piece.record) is True
        return SpeakerFinding(SpeakerCheck.SAME if own else SpeakerCheck.DIFFERENT, reason, heckler)

    def _held(self, piece: Piece) -> SpeakerFinding:
        """Return whether the claimed speaker holds the piece's turn."""
        turn, by = piece.turn.turn, speaker_words(piece.turn)
        if self.claimed.kind is SpeakerKind.ORGANISATION:
            voice = voice_of(self.claimed, piece, self.people)
            return SpeakerFinding(_value(voice.speaks), voice.reason, by)
        same = spoke(self.claimed, piece.turn, piece.record, self.people)
        if same is None and turn.role is Role.INTERPRETER:
            return self._interpreted(piece)
        if same is None and turn.speaker is not None and names_nobody(turn.speaker) and self._apart(piece.record):
            reason = f"the record has {by} speaking these words, and names {self.claimed.name} where they speak"
            return SpeakerFinding(SpeakerCheck.DIFFERENT, reason, by)
        if same is None and turn.speaker and fold_name(turn.speaker) == fold_name(self.claimed.name):
            return SpeakerFinding(SpeakerCheck.SAME, f"the record names the speaker as the article does, {by}", by)
        if same is None:
            return SpeakerFinding(SpeakerCheck.AMBIGUOUS, self._unsettled(turn.speaker, by), by)
        if same is False and (left_open := self._left_open(piece, by)):
            return SpeakerFinding(SpeakerCheck.AMBIGUOUS, left_open, by)
        if self.claimed.id is None and self.claimed.alternatives and same:
            return self._namesakes(by)
        return SpeakerFinding(_value(same), f"the record has {by} speaking these words", by)

    def _left_open(self, piece: Piece, by: str) -> str | None:
        """Return why another's turn does not exclude the claimed person; None where it does."""
        if bears_printed_name(self.statement, piece.turn, piece.record, self.people) and self.statement.mention:
            printed = self.statement.mention.text
            return f"the record has {by} speaking these words, and “{printed}” names {by} as well"
        return title_against_label(self.claimed, piece.turn, piece.record, self.people)

    def _unsettled(self, label: str | None, by: str) -> str:
        """Return why a turn's label neither is nor excludes the claimed person."""
        if label and joint_speakers(label, self.people):
            return f"the record has {by} speaking these words together, and does not say who of them does"
        if label and not names_nobody(label) and names_nobody(self.claimed.name):
            return f"the record has {by} speaking these words, and “{self.claimed.name}” names nobody"
        if label and not names_nobody(label) and self.people.read(label).name:
            whether = f"the names do not tell whether that is {self.claimed.name}"
            return f"the record has {by} speaking these words, and {whether}"
        return f"the record names the speaker only as {by}"

    def _namesakes(self, by: str) -> SpeakerFinding:
        """Return the finding for a name that fits several people, one of whom speaks."""
        people = [person.name for slug in self.claimed.alternatives if (person := self.people.by_id(slug))]
        if len(people) < 2:
            return SpeakerFinding(SpeakerCheck.SAME, f"the record has {by} speaking these words", by)
        fits = f"“{self.claimed.name}” fits several people ({', '.join(people)})"
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, f"{fits}; the record has {by} speaking these words", by)

    def _interpreted(self, piece: Piece) -> SpeakerFinding:
        """Return whether an interpreter renders the claimed speaker, who then holds the turn before."""
        before = turn_before(piece, self.corpus)
        while before is not None and before.turn.role is Role.INTERPRETER:
            before = turn_before(Piece(piece.record, before, before.span), self.corpus)
        held = spoke(self.claimed, before, piece.record, self.people) if before is not None else None
        if before is not None and (held or (held is False and before.turn.role is Role.SPEAKER)):
            reason = f"an interpreter renders {speaker_words(before)} here"
            return SpeakerFinding(_value(held), reason, speaker_words(before))
        reason = "an interpreter speaks these words, and the record does not say for whom"
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, reason, speaker_words(piece.turn))

    def _own_or_quoted(self, held: SpeakerFinding, piece: Piece, quoting: Quoting | None) -> SpeakerFinding:
        """Return the speaker's own words as such, and words quoted from another as quoted."""
        if quoting is None and (sayer := unmarked_before(piece, self._readers(piece))) and not sayer.own:
            quoting = Quoting(one_line(piece.words, 60), sayer)
        by = speaker_words(piece.turn)
        if quoting is None and repeats_question(piece, asked := turn_before(piece, self.corpus)) and asked:
            reason = f"{by} says again here what {speaker_words(asked)} asked: “{one_line(piece.words, 60)}”"
            return SpeakerFinding(SpeakerCheck.QUOTING_ANOTHER, reason, speaker_words(asked))
        if quoting is None and (sayer := reported_before(piece, self._readers(piece))):
            quoting = Quoting(one_line(piece.words, 60), sayer)
        if quoting is None or (quoting.sayer and self._names_claimed(quoting.sayer, piece.record)):
            return held
        person = quoting.sayer.person if quoting.sayer else None
        reason = f"{by} is quoting {quoting.who} here: “{quoting.words}”"
        return SpeakerFinding(SpeakerCheck.QUOTING_ANOTHER, reason, quoting.who, person)

    def _relayed(self, piece: Piece, quoting: Quoting | None) -> SpeakerFinding | None:
        """Return that another person's turn passes these words on as the claimed person's, None where it does not."""
        by = speaker_words(piece.turn)
        sayer = quoting.sayer if quoting else named_before(piece, self._readers(piece))
        if sayer is not None and (self._names_claimed(sayer, piece.record) or self._addressed(sayer, piece)):
            return SpeakerFinding(SpeakerCheck.RELAYED, f"{by} relays these words as {self.claimed.name}’s", by)
        relay = self.statement.relayed_by
        if relay is not None and spoke(relay, piece.turn, piece.record, self.people):
            reason = f"the record has {by} speaking these words, who, as the article says, passes them on"
            return SpeakerFinding(SpeakerCheck.RELAYED, reason, by)
        return self._relayed_perhaps(sayer, piece) if sayer is not None else None

    def _relayed_perhaps(self, sayer: Sayer, piece: Piece) -> SpeakerFinding | None:
        """Return that a turn gives the words to somebody unnamed, who is or may be the claimed person; None if not."""
        if self.claimed.kind is SpeakerKind.ORGANISATION or not is_open(sayer, self.people):
            return None
        by, asked = speaker_words(piece.turn), turn_before(piece, self.corpus) if is_pronoun(sayer) else None
        named = people_named(asked.turn.text, self._readers(piece)) if asked is not None else ()
        if any(self._names_claimed(one, piece.record) for one in named):
            reason = f"{by} relays these words as those of “{sayer.printed}”: {self.claimed.name}, named just before"
            return SpeakerFinding(SpeakerCheck.RELAYED, reason, by)
        if any(one.person is not None and one.person.id for one in named) or self._excluded(sayer, piece.record):
            return None
        reason = f"{by} passes these words on as those of “{sayer.printed}”, who may be {self.claimed.name}"
        return SpeakerFinding(SpeakerCheck.AMBIGUOUS, reason, by)

    def _excluded(self, sayer: Sayer, record: Record) -> bool:
        """Return whether a pronoun's gender, or an office that somebody else holds, rules the claimed person out."""
        person = self.people.by_id(self.claimed.id) if self.claimed.id else None
        told = gender_told(sayer)
        if told is not None:
            return person is not None and person.gender is not None and person.gender != told
        return self._is_claimed(sayer.printed, None, record) is False

    def _with_quoted(self, held: SpeakerFinding, quoting: Quoting | None) -> SpeakerFinding:
        if quoting is None or quoting.sayer is None:
            return held
        return replace(held, reason=f"{held.reason}, quoting {quoting.who}")

    def _names_claimed(self, sayer: Sayer, record: Record) -> bool:
        """Return whether the person whom a turn names is the claimed one."""
        if sayer.person is not None and sayer.person.id and sayer.person.id == self.claimed.id:
            return True
        name = sayer.person.name if sayer.person else sayer.printed
        return self._is_claimed(name, sayer.person.id if sayer.person else None, record) is True

    def _is_claimed(self, name: str | None, slug: str | None, record: Record) -> bool | None:
        return same_person(self.claimed, name, slug, self.people, record.date, record.speakers)

    def _addressed(self, sayer: Sayer, piece: Piece) -> bool:
        """Return whether a question says "you said …" to the claimed person, who answers it."""
        after = turn_after(piece, self.corpus) if sayer.addressed else None
        return after is not None and spoke(self.claimed, after, piece.record, self.people) is True

    def _apart(self, record: Record) -> bool:
        """Return whether the claimed person holds turns of the record under a name of their own."""
        return any(not names_nobody(name) and self._is_claimed(name, None, record) is True for name in record.speakers)


def _value(same: bool | None) -> SpeakerCheck:
    if same is None:
        return SpeakerCheck.AMBIGUOUS
    return SpeakerCheck.SAME if same else SpeakerCheck.DIFFERENT
