"""Every table of a project file: importing this package registers them all."""

from sqlalchemy.orm import configure_mappers

from corpus.model.arguing import Assertion, Bearing, Summary
from corpus.model.base import Anchored, Base, Spanned, Watched, finely, new_uid, now
from corpus.model.coding import (
    Alias,
    Code,
    Coding,
    Cue,
    Excerpt,
    ForeignId,
    Framework,
    Judgement,
    Link,
    Memo,
    MemoTarget,
    Recipe,
    SavedMatrix,
    SavedSearch,
    SetAside,
    Settlement,
    Telltale,
    Verdict,
)
from corpus.model.guide import Asking, Guide, Question
from corpus.model.log import Change, ChangeRow, Content, Disclosure, Exposure, Meta, Model, OpenChange, Opened, State
from corpus.model.people import Approval, Belonging, Consent, Organisation, Recruit
from corpus.model.sending import Remark, Submission
from corpus.model.sources import (
    Assignment,
    Attribute,
    AttributeValue,
    Choice,
    Coder,
    Document,
    Draw,
    Drawn,
    Grouping,
    GroupingMember,
    Media,
    Participant,
    Participation,
    Passage,
    Pseudonym,
    Reading,
    Replacement,
    Revision,
    Speaker,
    Study,
)

__all__ = [
    "Alias", "Anchored", "Approval", "Asking", "Assertion", "Assignment", "Attribute", "AttributeValue", "Base",
    "Bearing", "Belonging", "Change", "ChangeRow", "Choice", "Code", "Coder", "Coding", "Consent", "Content", "Cue",
    "Disclosure", "Document", "Draw", "Drawn", "Excerpt", "Exposure", "ForeignId", "Framework", "Grouping",
    "GroupingMember", "Guide", "Judgement", "Link", "Media", "Memo", "MemoTarget", "Meta", "Model", "OpenChange",
    "Opened", "Organisation", "Participant", "Participation", "Passage", "Pseudonym", "Question", "Reading", "Recipe",
    "Recruit", "Remark", "Replacement", "Revision", "SavedMatrix", "SavedSearch", "SetAside", "Settlement",
    "Spanned", "Speaker", "State", "Study", "Submission", "Summary", "Telltale", "Verdict", "Watched", "finely",
    "new_uid", "now",
]  # fmt: skip

# Now, as the window imports this beside what a person does, and not while they wait for the first project.
configure_mappers()
