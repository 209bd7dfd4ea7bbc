"""The one table of all that can be done by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

EVERYWHERE = "window"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person does by key: `page` is where it works; `fixed` keys are those a page reads by itself."""

    name: str
    page: str
    label: str
    keys: tuple[str, ...] = ()
    fixed: bool = False

    @property
    def text(self) -> str:
        """The label in the window's language."""
        return QCoreApplication.translate("actions", self.label)


def _table() -> Iterator[Action]:
    def of(page: str, *rows: tuple[str, str, str] | tuple[str, str, str, bool]) -> Iterator[Action]:
        for name, label, keys, *fixed in rows:
            yield Action(name, page, label, tuple(keys.split()), bool(fixed))

    yield from of(
        EVERYWHERE,
        ("project.new", "New project…", "Ctrl+N"),
        ("project.open", "Open project…", "Ctrl+O"),
        ("project.sample", "Open the sample study", ""),
        ("project.import_files", "Import files…", "Ctrl+Shift+I"),
        ("project.import_folder", "Import a folder…", ""),
        ("project.preview_files", "Import files with preview…", "Ctrl+Shift+P"),
        ("project.preview_folder", "Import a folder with preview…", ""),
        ("project.give_away", "A copy to give away…", ""),
        ("project.copy_for", "Copy for a supervisor…", ""),
        ("project.iramuteq", "Corpus for IRaMuTeQ…", ""),
        ("project.copy_remarks", "Read a supervisor’s remarks…", ""),
        ("project.coder", "Name of the coder…", ""),
        ("project.close", "Close project", "Ctrl+W"),
        ("project.quit", "Quit", "Ctrl+Q"),
        ("edit.undo", "Undo", "Ctrl+Z"),
        ("edit.redo", "Redo", "Ctrl+Shift+Z Ctrl+Y"),
        ("edit.history", "History of changes…", "Ctrl+H"),
        ("edit.submissions", "Submissions and remarks…", "Ctrl+Shift+J"),
        ("edit.sets", "Sets of documents, participants, codes…", "Ctrl+Shift+E"),
        ("view.code", "Code", "Alt+1"),
        ("view.theory", "Theory", "Alt+2"),
        ("view.review", "Review", "Alt+3"),
        ("view.verbatims", "Verbatims", "Alt+4"),
        ("view.matrix", "Matrix", "Alt+5"),
        ("view.participants", "Participants", "Alt+6"),
        ("view.report", "Report", "Alt+7"),
        ("view.memos", "Memos", "Alt+8"),
        ("view.quality", "Quality", "Alt+9"),
        ("memos.beside", "Memo beside the page", "F8"),
        ("verbatims.search", "Search all interviews", "Ctrl+Shift+F"),
        ("panes.next", "Next pane", "F6"),
        ("panes.previous", "Previous pane", "Shift+F6"),
        ("text.larger", "Larger text", "Ctrl++ Ctrl+="),
        ("text.smaller", "Smaller text", "Ctrl+-"),
        ("text.standard", "Standard text size", "Ctrl+0"),
        ("view.names", "Hide names, or show them", "F9"),
        ("view.fullscreen", "Full screen", "F11"),
        ("preferences", "Preferences…", "Ctrl+,"),
        ("help", "Help on this page", "F1"),
        ("tour", "Tour", ""),
        ("keys", "All keys…", "?"),
        ("about", "About Verbatim", ""),
    )
    yield from of(
        "code",
        ("code.find_or_create", "Find or create a code and apply it", "Ctrl+K"),
        ("code.pick", "Type with a selection: pick a code", "A–Z", True),
        ("code.recent", "Apply a recent code", "1–9", True),
        ("code.again", "Code again with the last code", ". Shift+."),
        ("code.in_vivo", "Code in vivo: the words are the code", "Ctrl+I"),
        ("code.whole", "Code the whole document", "Ctrl+Shift+K"),
        ("code.recode", "Recode", "Ctrl+R"),
        ("code.uncode", "Uncode", "Delete"),
        ("code.start_back", "Begin the coding a word earlier", "Alt+Left"),
        ("code.start_on", "Begin the coding a word later", "Alt+Right"),
        ("code.end_back", "End the coding a word earlier", "Alt+Shift+Left"),
        ("code.end_on", "End the coding a word later", "Alt+Shift+Right"),
        ("code.correct", "Correct the words", "Shift+F2"),
        ("code.memo", "Write a memo", "Ctrl+M"),
        ("code.annotate", "Annotate the words", "Ctrl+Shift+M"),
        ("code.excerpt", "Make an excerpt", "*"),
        ("code.next", "Next coding", "J"),
        ("code.previous", "Previous coding", "K"),
        ("code.sentence", "Go by sentence; Shift extends", "↑ ↓", True),
        ("code.next_document", "Next document", "Ctrl+PgDown"),
        ("code.previous_document", "Previous document", "Ctrl+PgUp"),
        ("code.find_in_text", "Find in the text", "Ctrl+F"),
        ("code.find_next", "Find next", "F3"),
        ("code.find_previous", "Find previous", "Shift+F3"),
        ("code.go_to", "Go to a passage by its number", "Ctrl+G"),
        ("code.print", "Print the coded transcript…", "Ctrl+P"),
        ("code.pdf", "Save the coded transcript as PDF…", ""),
        ("code.copy_source", "Copy with the source", "Ctrl+Shift+C"),
        ("code.beside", "Second document beside the first", "F7"),
        ("code.filter_codes", "Filter the codebook", "Ctrl+L"),
        ("code.to_review", "Codes to review", "Ctrl+Shift+L"),
        ("code.rename", "Rename", "F2"),
        ("code.up", "Move the code up", "Alt+Up"),
        ("code.down", "Move the code down", "Alt+Down"),
        ("code.verbatims", "Show the code's segments", "Ctrl+Return"),
        ("code.back", "Back to the list", "Backspace"),
    )
    yield from of(
        "picker",
        ("picker.apply", "Apply the code", "Enter", True),
        ("picker.apply_and_stay", "Apply and stay open", "Shift+Enter", True),
        ("picker.create", "Create the code and apply it", "Ctrl+Enter", True),
    )
    yield from of(
        "preview",
        ("preview.interviewer", "The speaker asks", "I"),
        ("preview.respondent", "The speaker is interviewed", "R"),
        ("preview.unknown", "The speaker’s role is unknown", "U"),
        ("preview.interviewer_all", "The speaker asks, in all files", "Shift+I"),
        ("preview.respondent_all", "The speaker is interviewed, in all files", "Shift+R"),
        ("preview.unknown_all", "The speaker’s role is unknown, in all files", "Shift+U"),
        ("preview.join", "Two labels are one speaker’s", "J"),
        ("preview.part", "Two labels are two speakers’", "N"),
        ("preview.compare", "Compare with the document that it corrects", "C"),
        ("preview.label", "The selection is a speaker’s label", "Ctrl+L"),
    )
    yield from of(
        "theory",
        ("theory.link", "Link to the code of that number", "1–9", True),
        ("theory.link_one_by_one", "Link one by one", "Shift+1–9", True),
        ("theory.outside", "Outside the framework: to theorise", "0", True),
        ("theory.next", "Next unlinked code", "N"),
        ("theory.previous", "Previous code", "P"),
        ("theory.table", "Triage or table", "T"),
        ("theory.reason", "Give the reason of a link", "B"),
        ("theory.accept", "Accept the link suggested", "A"),
        ("theory.refuse", "Refuse the link suggested", "R"),
        ("theory.unlink", "Take a link away", "Delete"),
        ("theory.fork", "Fork the framework", ""),
        ("theory.grow", "Add a code to the framework", "Ctrl+K"),
        ("theory.memo", "Write a memo", "Ctrl+M"),
        ("theory.verbatims", "Show the code's segments", "Ctrl+Return"),
    )
    yield from of(
        "review",
        ("review.accept", "Accept", "A"),
        ("review.reject", "Reject", "R"),
        ("review.change", "Accept with another code", "C"),
        ("review.skip", "Skip", "S"),
        ("review.undo", "Take the last verdict back", "U"),
        ("review.choice", "Choose among the suggestions", "1–3", True),
        ("review.next", "Next passage", "J"),
        ("review.previous", "Previous passage", "K"),
        ("review.order", "By document or by code", "O"),
        ("review.figures", "All figures, or the suggestion", "Q"),
        ("review.source", "Open the source", "Ctrl+Return"),
    )
    yield from of(
        "verbatims",
        ("verbatims.next", "Next segment", "J"),
        ("verbatims.previous", "Previous segment", "K"),
        ("verbatims.unfold", "Unfold a turn before and after", "Space"),
        ("verbatims.source", "Open the source", "Right"),
        ("verbatims.code", "Code what is selected", "Ctrl+K"),
        ("verbatims.recode", "Recode", "Ctrl+R"),
        ("verbatims.split", "Split off into a new code", "Ctrl+Shift+R"),
        ("verbatims.judge_out", "Do not keep the segment", "X"),
        ("verbatims.judge_in", "Keep the segment", "I"),
        ("verbatims.judge_undecided", "Leave to discuss", "D"),
        ("verbatims.stance", "Supports, nuances or contradicts", "S"),
        ("verbatims.bear", "Bears on an assertion", "Shift+S"),
        ("verbatims.excerpt", "Make an excerpt", "*"),
        ("verbatims.memo", "Write a memo", "Ctrl+M"),
        ("verbatims.save", "Keep this search", "Ctrl+S"),
        ("verbatims.export", "Export…", "Ctrl+E"),
    )
    yield from of(
        "matrix",
        ("matrix.open", "Show the segments behind the cell", "Return"),
        ("matrix.swap", "Exchange rows and columns", "T"),
        ("matrix.arrange", "Arrange the numbers", "A"),
        ("matrix.save", "Keep this matrix", "Ctrl+S"),
        ("matrix.figure", "Draw as a figure", "F"),
        ("matrix.export", "Export…", "Ctrl+E"),
    )
    yield from of(
        "participants",
        ("participants.add", "Add a participant", "Ctrl+K"),
        ("participants.attribute", "Add an attribute", "Ctrl+Shift+K"),
        ("participants.import", "Read a table of participants…", "Ctrl+T"),
        ("participants.remove", "Remove", "Delete"),
        ("participants.leave_out", "Leave out of analysis, or count again", ""),
        ("participants.erase", "Erase for good…", ""),
        ("participants.erase_words", "Erase the words, keep codings…", ""),
        ("participants.set", "Put into a set", "Ctrl+E"),
        ("participants.memo", "Write a memo", "Ctrl+M"),
        ("names.person", "Hide as a person", "P"),
        ("names.firm", "Hide as a firm", "F"),
        ("names.brand", "Hide as a brand", "B"),
        ("names.place", "Hide as a place", "L"),
        ("names.function", "Hide as a function", "U"),
        ("names.contact", "Hide as an address", "T"),
        ("names.other", "Hide as another name", "O"),
        ("names.none", "No name", "X"),
        ("names.source", "Open the source", "Ctrl+Return"),
    )
    yield from of(
        "quality",
        ("quality.first", "Reading A", "A"),
        ("quality.second", "Reading B", "B"),
        ("quality.both", "Both readings", "D"),
        ("quality.neither", "Neither", "N"),
        ("quality.redefine", "Redefine the code", "R"),
        ("quality.reopen", "Reopen", "U"),
        ("quality.source", "Open the source", "Ctrl+Return"),
        ("quality.export", "Export…", "Ctrl+E"),
        ("quality.draw", "Draw what is coded twice…", "L"),
        ("quality.figure", "Draw the saturation curve as a figure", "F"),
    )
    yield from of(
        "memos",
        ("memos.add", "New memo", "Ctrl+K"),
        ("memos.memo", "Write a memo", "Ctrl+M"),
        ("memos.read", "Read or write the memo", "Ctrl+T"),
        ("memos.export", "Export…", "Ctrl+E"),
        ("memos.remove", "Remove", "Delete"),
    )
    yield from of(
        "guide",
        ("guide.asked", "The question is asked here", "A"),
        ("guide.otherwise", "The question is asked in other words", "O"),
        ("guide.not_asked", "The question is not asked", "N"),
        ("guide.unmark", "Say nothing of the question", "Delete"),
        ("guide.next", "Next question to confirm", "J"),
        ("guide.open", "Open the place in the reader", "Return"),
        ("guide.view", "Interviews or answers", "Ctrl+T"),
        ("guide.find", "Find the questions", "Ctrl+G"),
        ("guide.export", "Export the answers…", "Ctrl+E"),
    )
    yield from of(
        "report",
        ("report.next", "Next part", "J"),
        ("report.previous", "Previous part", "K"),
        ("report.export", "Export…", "Ctrl+E"),
    )


@cache
def table() -> dict[str, Action]:
    """Give all actions by name, in the order in which they are shown."""
    return {action.name: action for action in _table()}
