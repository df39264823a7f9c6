"""The boxes around and inside an article that are not its text, told by tags, names and opening words."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from verifier.articles.tree import names_of

_BOX_TAGS = frozenset({"aside", "footer", "form", "dialog"})
_SET_OFF_TAGS = frozenset({"blockquote", "aside", "figure", "q"})
_NOT_ARTICLE_TAGS = frozenset({"figcaption", "caption", "nav", "menu"})
# Whole names, with what a template may set around them: "inline-newsletter-signup", not "has-newsletter".
_AROUND = r"(?!(?:has|with|no|hide|show|is|without)-)(?:[a-z0-9-]+-)?(?:{})(?:-(?:{}))*(?:-?\d+)?"
_PARTS = (
    "box|list|content|articles?|stories|story|links?|wrapper?|container|module|block|section|widget|signup|form|promo"
    "|inline|embed|items?|text|teasers?|posts?|news|title|headline|label|area|template|bar|buttons?|tools?|panel|outer"
    "|inner|group|feed|rail|slot|unit|top|bottom|body|below|caption|credit|thread|input"
)
_NOT_ARTICLE = re.compile(
    _AROUND.format(
        r"newsletters?|sign-?up|subscribe|read-?(?:also|next|more-(?:links?|box|about|on))|also-read|see-also|more-on"
        r"|more-(?:stories|news|from)|lire-aussi|a-lire|mehr-zum-thema|related|recommended|recommendations?|most-read"
        r"|most-popular|trending|outbrain|taboola|zergnet|adverts?|advertisements?|ad-(?:slot|unit|container|wrapper)"
        r"|adsbygoogle|sponsored|promos?|comments?|commentlist|disqus|respond|social-(?:share|links|bar|media-links)"
        r"|share-(?:bar|buttons|links|tools|this|box)|sharing|sharedaddy|breadcrumbs?|pagination|cookie-(?:banner|notice)"
        r"|captions?|wp-caption-text|photo-credits?|image-(?:caption|credit)s?|correction-?policy",
        _PARTS,
    )
)
_DOUBTFUL = re.compile(
    _AROUND.format(
        r"sidebar|widgets?|teasers?|cards?|popular|author-(?:bio|info|box)|about-the-author|bio|tags|topics|toc"
        r"|complementary|navigation|contentinfo|banner|modal|popup|overlay|footnotes?|footer|copyright|promo|carousel"
        r"|slideshow|gallery|share|social|ad|ads|legal|disclaimer|infobox|search",
        _PARTS,
    )
)
_NAMED_PULL = re.compile(
    r"(?:.*-)?(?:pull-?quote|pulled-quote|quote-pull|blockquote|block-quote|zitat|citation|exergue|callout|call-out"
    r"|highlight(?:ed)?-quote|key-quote|teaser-quote|quote(?:-?(?:box|text|content|block|wrapper|inner|body))?)(?:-.*)?"
)


@lru_cache(maxsize=16_384)
def _fits(pattern: re.Pattern[str], name: str) -> bool:
    """Return whether a whole name fits."""
    return pattern.fullmatch(name) is not None


def is_box(element: HtmlElement) -> bool:
    """Return whether an element surely is no part of an article: a caption, a newsletter, other articles, comments."""
    return element.tag in _NOT_ARTICLE_TAGS or any(_fits(_NOT_ARTICLE, name) for name in names_of(element))


def may_be_box(element: HtmlElement) -> bool:
    """Return whether an element often is no part of an article; text that another sign places there stays."""
    return element.tag in _BOX_TAGS or any(_fits(_DOUBTFUL, name) for name in names_of(element))


def is_set_off(element: HtmlElement) -> bool:
    """Return whether an element sets words off from the running text: a quotation lifted out, a margin, a figure."""
    return element.tag in _SET_OFF_TAGS or any(_fits(_NAMED_PULL, name) for name in names_of(element))


_MOST_WORDS = 40  # of a line that leads to another article or service
_LEADING_ON = re.compile(
    r"(?:(?:also|must|further) read(?:s|ing)?|read (?:also|next|this|too)|read more|read|see also|see more|more on this"
    r"|more on|more|related(?: articles?| stories| story| topics?| content| coverage| news)?|recommended(?: reading)?"
    r"|don['’]t miss|watch(?: now| live| more| also)?|listen(?: now| to)?|in pictures|explainer|editor['’]s picks?"
    r"|(?:à )?lire(?: aussi| également| plus| la suite)?|voir aussi|(?:à )?(?:re)?voir|sur le même (?:sujet|thème)"
    r"|pour aller plus loin|lesen sie (?:auch|dazu|mehr|hier|jetzt)|mehr (?:zum thema|dazu|lesen)|mehr"
    r"|auch interessant|das könnte sie (?:auch )?interessieren|siehe auch|lesetipp|zum thema)\s*(?:[:|»›>→▶]|[–—-] |$)",
    re.IGNORECASE,
)
# These stand before a headline without a colon too, and begin no sentence of an article.
_SURELY_ON = re.compile(
    r"(?:also read|read also|à lire aussi|lire aussi|à lire également|lire également|voir aussi)\b", re.I
)
_CALLING = re.compile(
    r"(?:please )?(?:sign up|subscribe|register|join us|join our|follow us|follow our|download (?:the|our)|click here"
    r"|get (?:the|our|all)|support our|become a (?:member|subscriber)|inscrivez-vous|abonnez-vous|recevez|suivez-nous"
    r"|abonnieren sie|melden sie sich|folgen sie uns|newsletter|advertisement|anzeige|publicité|story continues"
    r"|article continues|la suite après|nach der anzeige|share this|partager)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:newsletters?|inbox|e-?mail|alerts?|app|whats ?app|telegram|facebook|twitter|instagram|youtube|podcasts?|feed"
    r"|advertisement|anzeige|publicité|below|story|article|us|here|briefing|lettre d['’]info\w*|postfach|abonn\w+)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]*$")


def leads_elsewhere(text: str, linked: float) -> bool:
    """Return whether a block of text names another article or a service instead of telling something.

    *linked* is the share of it that is a link. "Read also: “We will”, says minister" quotes, but another article.
    """
    if len(text) > 600 or len(text.split()) > _MOST_WORDS:
        return False
    if _LEADING_ON.match(text):
        return linked > 0 or not _SENTENCE_END.search(text)
    if _SURELY_ON.match(text):
        return linked > 0.3 or not _SENTENCE_END.search(text)
    calling = _CALLING.match(text)
    return (
        calling is not None and _SERVICE.search(text, calling.start()) is not None and not re.search('[“”„«»"]', text)
    )


def is_headline_link(text: str, linked: float) -> bool:
    """Return whether a block is nothing but a link of several words without the end of a sentence."""
    return linked > 0.9 and len(text.split()) >= 4 and _SENTENCE_END.search(text) is None
