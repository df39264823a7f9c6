"""The records of people who speak, quote, ask and interpret, for the tests of the speaker's axis."""

from pipeline_records import BIDEN, JEAN_PIERRE, KIRBY, MACRON, REAGAN, asks, padding, says, transcript

from verifier.model.article import Speaker, SpeakerKind
from verifier.model.transcript import Rendition, Role, Turn
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

KENNEDY = Speaker("John F. Kennedy", "john-f-kennedy")
ROOSEVELT = Speaker("Roosevelt", alternatives=("franklin-d-roosevelt", "theodore-roosevelt"))
WHITE_HOUSE = Speaker("White House", kind=SpeakerKind.ORGANISATION)
NATO = Speaker("NATO", kind=SpeakerKind.ORGANISATION)
BRIEFING = (
    asks("Is the harbour contract with the northern consortium dead for good?"),
    says(
        KIRBY,
        "It is not dead. Every invoice above 40 million dollars will be read twice by our auditors. "
        "Nobody in this building has asked the coast guard to leave the strait.",
    ),
    says(
        JEAN_PIERRE,
        "The lighthouse keepers deserve a raise after eleven winters. As the President said this morning, “A lamp that "
        "nobody tends is a promise that nobody keeps.” And the President has said that the ferries will run every "
        "night until the ice is gone.",
    ),
    asks("You said last autumn that the pilots would never strike over their pensions. Is that still so?"),
    says(KIRBY, "They have warmer boats now."),
    asks("President Biden said on Monday, “The estuary belongs to the herons first.” Does he mean it?"),
    says(JEAN_PIERRE, "He does."),
    Turn("Peter Doocy", "Why did nobody count the missing anchors before the audit began?", role=Role.QUESTION),
    Turn("Senior Administration Official", "The second dredger was bought without a tender.", role=Role.UNATTRIBUTED),
    Turn("Moderator", "The minister of harbours will now take three short questions.", role=Role.MODERATOR),
    Turn(None, "The gallery will be cleared of visitors before the vote is called.", role=Role.UNATTRIBUTED),
)
CEDARS = (
    says(
        REAGAN,
        "We will plant one million cedars along the river before this decade is out, and we will count them.",
    ),
)
HOME = (
    says(
        BIDEN,
        "Friends, it is good to be home. As President Reagan said, “We will plant one million cedars along the river "
        "before this decade is out.” And as President Kennedy told us, and I quote, “The oyster beds of this bay were "
        "never ours to sell.” I said to my brother that night, “The tide does not wait for senators or for kings.” "
        "Quote, the bridge will carry our grandchildren to the far shore, unquote, as my grandfather used to say. "
        "Somebody called it a “strategic lighthouse” once.",
    ),
)
LISBON = (
    says(MACRON, "Nous ne céderons ni les phares ni les détroits à ceux qui les convoitent.", lang="fr"),
    Turn(
        "Interpreter",
        "We shall give up neither lighthouses nor straits to 12 covetous neighbours.",
        role=Role.INTERPRETER,
    ),
    asks("Will the straits be mined before the spring?"),
    Turn("Interpreter", "He asks whether anybody will pay for the buoys at all.", role=Role.INTERPRETER),
    says(MACRON, "The whole coast knows the price of a lamp gone out at night.", rendition=Rendition.INTERPRETATION),
)
FIRESIDE = (
    Turn(
        "Franklin D. Roosevelt",
        "The ferrymen of this valley have waited nine winters for a bridge that bears a wagon.",
        speaker_id="franklin-d-roosevelt",
    ),
)
SITTING = (
    Turn(
        "Dirk Olbrich",
        "Wir haben das Hafenbad gerettet. (Zuruf von Lena Brandt [Grüne]: Das Hafenbad haben die Bürger gerettet und "
        "sonst niemand im ganzen Viertel!) Meine Vorgängerin Ilse Thorne pflegte zu sagen, ein Hafen ohne Schule ist "
        "nur ein Ort mit festgebundenen Booten.",
    ),
)
BRUSSELS = (
    Turn(
        "Jens Stoltenberg",
        "The alliance will guard every lighthouse of the northern route.",
        speaker_id="jens-stoltenberg",
    ),
)


def speakers_corpus(people: People) -> MemoryCorpus:
    """Return the records, among others that make common words common."""
    records = [
        transcript("briefing", "2024-03-05", BRIEFING),
        transcript("cedars", "1984-05-12", CEDARS, title="Remarks at the river"),
        transcript("home", "2022-06-11", HOME, title="Remarks at the bridge"),
        transcript("lisbon", "2024-02-10", LISBON, title="Joint statements in Lisbon", place="Lisbon"),
        transcript("fireside", "1936-09-06", FIRESIDE, title="Fireside chat"),
        transcript("sitting", "2024-03-06", SITTING, title="Sitzung", place="Hafenstadt", lang="de"),
        transcript("brussels", "2024-02-14", BRUSSELS, title="Press conference", place="Brussels"),
    ]
    return MemoryCorpus([*records, *padding()], people)
