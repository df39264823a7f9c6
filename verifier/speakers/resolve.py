"""From a mention to a Speaker: by name, surname, title or body, on a day, in an article that names people in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.model.article import Speaker, SpeakerKind
from verifier.speakers.mention import Mention
from verifier.speakers.names import Fit, fold_word, name_fit, parse_name, printed_words
from verifier.speakers.occupations import calendar_word, gender_of_given
from verifier.speakers.organisations import organisations
from verifier.speakers.person import COURTESY_ROLES, Office, Person
from verifier.speakers.registry import People
from verifier.speakers.titles import Title, leading_role, roles_met_by

# A bare surname means a known person only within so many years of an office of theirs: a Jackson of
# today is not Andrew Jackson. Twenty-five years is our choice.
_YEARS_OF_A_SURNAME = 25
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ \u00a0-]?){2,4}")
_PRESENT = date(2025, 10, 31)  # stands in for an unknown day: when the shipped people were last looked over


def resolve(
    mention: str, day: date | None, people: People, document_names: Sequence[str] = (), home: str | None = None
) -> Speaker | None:
    """Return whom a mention names, None for a pronoun or a plain nominal ("a spokesman", "officials").

    *day* is the article's publication day or the claimed one. *document_names* are the mentions of
    the same article; the full names among them decide what a surname or a bare title means. *home* is
    the country that a bare title refers to, where that is known ("US" for White House transcripts).

    An unknown person has no id. Namesakes whom nothing decides between, and the last known holder of
    an office on a day after the last look at the file, are ``alternatives`` of a Speaker named as
    printed; a bare surname that the day alone decided has both id and ``alternatives``. A body
    that speaks is of kind ORGANISATION.
    """
    read = people.read(_capitalised(mention, people))
    article = _Article(people, day, tuple(_full_mentions(document_names, people)))
    if initialled := _by_initials(mention, article):
        return initialled
    if read.several:
        return None
    if not read.name and (there := _surname_after_all(mention, article)):
        return there
    if read.name:
        return _named(read, read.name, article)
    if read.organisation:
        return Speaker(read.organisation, kind=SpeakerKind.ORGANISATION)
    if read.titles and not read.served and not read.former and read.definite:
        return _by_office(read, " ".join(mention.split()), article, home)
    return None


def _by_initials(mention: str, article: _Article) -> Speaker | None:
    """Return the one person of the article whose initials are printed: "A. D." for Apolline Desroches."""
    if not _INITIALS.fullmatch(mention.strip()):
        return None
    letters = fold_word("".join(printed_words(mention))).replace("-", "")
    meant = [s for s in article.speakers() if letters == "".join(word[0] for word in parse_name(s.name).words)]
    return meant[0] if len(meant) == 1 else None


def _surname_after_all(mention: str, article: _Article) -> Speaker | None:
    """Return the one person of the article whose surname is also another word: "Washington", "König", "Price"."""
    words = printed_words(mention)
    if len(words) != 1 or not words[0][:1].isupper():
        return None
    there = _in_article(Mention(words[0]), words[0], article)
    return there[0] if len(there) == 1 else None


def _capitalised(mention: str, people: People) -> str:
    """Return the words with capitals where somebody typed a known name without any."""
    typed = mention.islower() and (
        people.is_full_name(mention) or " ".join(parse_name(mention).words) in people.families
    )
    return mention.title() if typed else mention


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article lends to its mentions: its day and the persons it names in full."""

    people: People
    day: date | None
    full: tuple[Mention, ...]

    def speakers(self) -> tuple[Speaker, ...]:
        """Return the persons named in full, each once."""
        found = (_full(read, read.name or "", self.people, self.day) for read in self.full)
        return tuple({speaker.id or speaker.name.casefold(): speaker for speaker in found}.values())


def _full_mentions(names: Iterable[str], people: People) -> Iterable[Mention]:
    """Yield the names that hold a given name and a surname, or are a known full name."""
    for text in names:
        read = people.read(text)
        if read.name and (parse_name(read.name).full or people.is_full_name(read.name)):
            yield read


def _speaker(person: Person) -> Speaker:
    return Speaker(person.name, person.id)


def _printed(read: Mention) -> str:
    """Return a surname with the title and honorific before it, which still say something: "Mr. Simons"."""
    return f"{read.style} {read.name or ''}".strip()


def _undecided(name: str, people: Iterable[Person]) -> Speaker:
    return Speaker(name, alternatives=tuple(person.id for person in people))


def _full(read: Mention, name: str, people: People, day: date | None) -> Speaker:
    """Return the known person of a full name, decided among namesakes by title and day; else the name."""
    found = people.ordered(people.ids_of(read), day)
    if not people.is_full_name(name):
        found = tuple(person for person in found if parse_name(name).given and not _initial_only(name))
    if len(found) > 1:
        decided = _decided(found, read, day)
        return _speaker(decided) if decided else _undecided(name, found)
    return _speaker(found[0]) if found else Speaker(name)


def _initial_only(name: str) -> bool:
    return all(len(word) == 1 for word in parse_name(name).given)


def _named(read: Mention, name: str, article: _Article) -> Speaker | None:
    """Return the person of a printed name: in full, or as the article or the registry knows the surname.

    A month or weekday alone is nobody unless the article names somebody so: "as recently as May".
    """
    if article.people.is_full_name(name) and parse_name(name).full:
        return _full(read, name, article.people, article.day)
    there = _in_article(read, name, article)
    if len(there) == 1:
        return there[0]
    if there:
        ids = tuple(speaker.id for speaker in there if speaker.id)
        return Speaker(_printed(read), alternatives=ids)
    if parse_name(name).full:
        return _full(read, name, article.people, article.day)
    if calendar_word(fold_word(name)) and not read.style:
        return None
    return _by_surname(read, article)


def _in_article(read: Mention, name: str, article: _Article) -> tuple[Speaker, ...]:
    """Return the persons named in full in the article whom a shorter name may mean, sorted out by its title."""
    meant = tuple(speaker for speaker in article.speakers() if _may_mean(speaker, read, name, article.people))
    holding = tuple(speaker for speaker in meant if _holds(speaker, read, article))
    if holding:
        return holding
    # "President Macron" in an article that names only Brigitte Macron in full.
    elsewhere = read.titles and any(
        article.people.has_held(article.people.persons[slug], read) for slug in article.people.ids_of(read)
    )
    return () if elsewhere else meant


def _may_mean(speaker: Speaker, read: Mention, name: str, people: People) -> bool:
    person = people.by_id(speaker.id) if speaker.id else None
    if person is None:
        given = parse_name(speaker.name).given
        told = gender_of_given(given[0]) if given else None
        if read.gender and told and read.gender != told:
            return False  # "Mme Fabre" beside Gérard Fabre
        return name_fit(name, speaker.name) >= Fit.PART
    return people.agrees(person, read) and (
        person.id in people.ids_named(name) or name_fit(name, person.name) >= Fit.PART
    )


def _holds(speaker: Speaker, read: Mention, article: _Article) -> bool:
    person = article.people.by_id(speaker.id) if speaker.id else None
    return person is not None and article.people.has_held(person, read)


def _by_surname(read: Mention, article: _Article) -> Speaker:
    """Return the known person of a surname that the article never prints in full, if only one can be meant."""
    found = article.people.ordered(article.people.ids_of(read), article.day)
    if len(found) > 1:
        decided = _decided(found, read, article.day)
        if decided is None or read.titles:
            return _speaker(decided) if decided else _undecided(_printed(read), found)
        # The day alone decided: a record may still find that another bearer spoke.
        return Speaker(decided.name, decided.id, alternatives=tuple(person.id for person in found))
    if not found:
        return Speaker(_printed(read))
    person = found[0]
    if read.titles:
        # "Governor Cooper" is not Yvette Cooper, whom we know as a minister.
        fits = article.people.has_held(person, read)
    else:
        fits = person.active_near(article.day or _PRESENT, _YEARS_OF_A_SURNAME)
    return _speaker(person) if fits else _undecided(_printed(read), found)


def _decided(found: Sequence[Person], read: Mention, day: date | None) -> Person | None:
    """Return the only one of several namesakes who held the titled office, or any office, on the day."""
    if day is None:
        return None
    roles = roles_met_by(read.titles[-1].role) if read.titles else ()
    holding = [
        person for person in found if any(office.held_on(day) and _decides(office, roles) for office in person.offices)
    ]
    return holding[0] if len(holding) == 1 else None


def _decides(office: Office, roles: Sequence[str]) -> bool:
    return office.role in roles if roles else office.role not in COURTESY_ROLES


def _by_office(read: Mention, printed: str, article: _Article, home: str | None) -> Speaker | None:
    """Return the holder of an office named without the person: "the French leader", "der Kanzler"."""
    title = read.titles[-1]
    places = read.places or ((title.home,) if title.home else (home,) if home else ())
    held = _tenures(title, places, article.people)
    if read.gender:
        held = [(office, person) for office, person in held if person.gender in {None, read.gender}]
    if not places:
        return _only(_present(held, article), article)
    if article.day is None:
        return _only(_present(held, article), article) or _if_any(printed, held)
    sure = _unique(person for office, person in held if office.held_on(article.day))
    maybe = _unique(person for office, person in held if office.held_on(article.day) is not False)
    if len(sure) == 1 and len(maybe) == 1:
        return _speaker(sure[0])
    named = _only(_present(((office, person) for office, person in held if person in maybe), article), article)
    return named or (_undecided(printed, maybe) if maybe else Speaker(printed, kind=SpeakerKind.UNKNOWN))


def _tenures(title: Title, places: Sequence[str], people: People) -> list[tuple[Office, Person]]:
    """Return all tenures that a title of a country or body, or of any where none is named, may mean."""
    if title.role == "leader":
        pairs = [(role, place) for place in places if (role := _leading_role(place))]
    else:
        pairs = [(role, place) for role in roles_met_by(title.role) for place in places]
    if not places and title.role != "leader":
        return [(office, people.persons[slug]) for office, slug in people.offices.get(title.role, ())]
    held = [tenure for role, place in pairs for tenure in people.tenures(role, place)]
    exact = [tenure for tenure in held if tenure[0].of in places and tenure[0].role == pairs[0][0]] if held else []
    return exact if exact and title.role != "spokesperson" else held


def _leading_role(place: str) -> str | None:
    body = organisations().get(place)
    return leading_role(place) if len(place) == 2 and place not in {"EU", "UN"} else body.leader if body else None


def _present(held: Iterable[tuple[Office, Person]], article: _Article) -> tuple[Person, ...]:
    """Return the holders whom the article names in full; on a day only those in office then."""
    named = {speaker.id for speaker in article.speakers()}
    return _unique(
        person
        for office, person in held
        if person.id in named and (article.day is None or office.held_on(article.day) is not False)
    )


def _unique(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple({person.id: person for person in people}.values())


def _only(people: Sequence[Person], article: _Article) -> Speaker | None:
    return _speaker(people[0]) if len(people) == 1 else None


def _if_any(printed: str, held: Iterable[tuple[Office, Person]]) -> Speaker | None:
    people = _unique(person for _, person in held)
    return _undecided(printed, people) if people else None
