"""The command line: the verbs of the window, for scripts, tables and tests from outside.

Exit codes: 0 all done · 1 some inputs were refused, the rest is done · 2 wrong usage · 3 the project can't be opened ·
4 nothing was done.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from app.cli.group import program
from app.cli.opening import NOTHING_DONE
from app.cli.output import Stop, say
from corpus.errors import BeyondConsent, ErasureUnfinished, QueryError, WorkbenchError

log = logging.getLogger(__name__)

REFUSED, USAGE = 1, 2

# Every verb, in the order of the manual, and the file that holds it, imported when one of its verbs is asked for.
VERBS = {
    "open": "projects", "demo": "demo", "new": "projects", "import": "importing", "documents": "sources",
    "text": "sources", "print": "printing", "quote": "printing",
    "edit": "correcting", "revisions": "correcting", "turn-split": "correcting",
    "turn-join": "correcting", "document-edit": "describing",
    "document-remove": "describing", "participants": "sources",
    "participant-add": "describing", "participant-edit": "describing", "participant-remove": "describing",
    "participant-withdraw": "describing", "participant-erase": "erasing", "traces": "erasing", "give-away": "giving",
    "organisations": "organising", "organisation-add": "organising", "organisation-edit": "organising",
    "organisation-remove": "organising", "organisations-from": "organising",
    "attributes": "attributing", "attribute-add": "attributing", "attribute-edit": "attributing",
    "attribute-recode": "attributing", "attribute-remove": "attributing", "facts": "describing", "speakers": "sources",
    "guide": "guide", "guide-import": "guide", "guide-edit": "guide", "guide-of": "guide", "question-add": "guide",
    "question-edit": "guide", "question-remove": "guide",
    "guide-find": "guide_answers", "asked": "guide", "answers": "guide_answers",
    "consents": "consenting", "consent": "consenting", "consent-edit": "consenting", "consent-remove": "consenting",
    "disclosures": "consenting", "recruits": "recruiting", "recruit-add": "recruiting", "recruit-edit": "recruiting",
    "recruit-remove": "recruiting", "approvals": "recruiting", "approval-send": "recruiting",
    "approval-answer": "recruiting", "approval-remove": "recruiting", "due": "recruiting",
    "names": "naming", "pseudonyms": "naming", "pseudonymise": "naming", "no-name": "naming",
    "pseudonym-remove": "naming", "singling": "singling", "telltales": "singling", "telltale": "singling",
    "telltale-remove": "singling",
    "frameworks": "codes", "framework": "codes",
    "framework-fork": "growing", "framework-update": "growing", "framework-remove": "growing",
    "codes": "codes", "codes-import": "codes",
    "codes-paste": "codes", "codes-export": "codes", "code-add": "codes", "code-edit": "codes",
    "code-history": "codes", "code-move": "codes",
    "code-merge": "codes", "code-split": "growing", "code-remove": "codes", "memos": "memos", "memo": "memos",
    "memo-edit": "memos", "memo-remove": "memos", "memo-links": "memos",
    "memo-recover": "memos", "apply": "codings", "in-vivo": "codings",
    "auto-code": "autocoding", "recode": "codings", "uncode": "codings", "resize": "codings",
    "codings-import": "codings", "codings-export": "codings", "links": "theory", "excerpts": "excerpts",
    "excerpt": "excerpts", "excerpt-edit": "excerpts", "link": "theory", "set-aside": "theory",
    "to-theorise": "growing", "theorise": "growing",
    "judge": "theory", "judge-many": "theory",
    "assertions": "arguing", "assertion-add": "arguing", "assertion-edit": "arguing", "assertion-remove": "arguing",
    "bear": "arguing", "summaries": "arguing", "summary": "arguing",
    "similar": "by_meaning", "codes-alike": "by_meaning", "search": "analysis", "searches": "saved",
    "search-save": "saved",
    "search-edit": "saved", "search-remove": "saved", "sets": "sets", "set-show": "sets", "set-add": "sets",
    "set-edit": "sets", "set-remove": "sets", "suggest": "suggestions",
    "accept": "suggestions", "reject": "suggestions", "suggest-why": "suggestions", "suggest-evaluate": "measuring",
    "suggest-links": "linking",
    "first-pass": "passes", "readings": "passes", "read": "passes", "to-reread": "passes",
    "coders": "coders", "assign": "coders", "draw": "sampling", "draws": "sampling", "agreement": "comparing",
    "disagreements": "comparing", "settle": "comparing", "settle-agreed": "comparing", "approach": "sampling",
    "saturation": "saturating", "figures": "figures", "figure": "figures",
    "matrix": "analysis", "matrices": "saved", "matrix-save": "saved", "matrix-edit": "saved",
    "matrix-remove": "saved", "verbatims": "reporting", "attributions": "reporting", "quotations": "quoting",
    "interviews": "reporting", "report": "reporting", "recipes": "recipes", "recipe-add": "recipes",
    "recipe-show": "recipes", "recipe-edit": "recipes", "recipe-remove": "recipes",
    "pictures": "demo", "history": "projects", "undo": "projects", "redo": "projects",
    "submit": "submitting", "submissions": "submitting", "submission-remove": "submitting", "remark": "submitting",
    "remarks": "submitting", "remark-answer": "submitting", "remark-remove": "submitting",
    "iramuteq": "textometry", "specificities": "textometry", "correspondence": "textometry",
    "concordance": "textometry",
    "copy-for": "supervising", "copy-remarks": "supervising",
    "check": "projects",
}  # fmt: skip


program.files = VERBS
program.load = lambda file: import_module(f"app.cli.{file}")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code; an error is one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = program.main(list(sys.argv[1:] if argv is None else argv), "verbatim", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing more may be written, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _failed(error)
    except KeyboardInterrupt:
        say("Stopped; nothing was done.")
        return NOTHING_DONE


def _failed(error: Exception) -> int:
    """Say what went wrong in one sentence and return the exit code."""
    from corpus.store.schema import shortened

    match error:
        case Stop():
            say(str(error))
            return error.code
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort():
            say("Stopped; nothing was done.")
            return NOTHING_DONE
        case click.ClickException():
            say(_usage(error))
            return USAGE
        case QueryError():
            say(str(error))
            return USAGE
        case BeyondConsent():
            say(f"{str(error).rstrip('.')}; see --despite-consent and --leave-out.")
            return NOTHING_DONE
        case ErasureUnfinished():
            say(str(error))
            return REFUSED
        case WorkbenchError():
            say(str(error))
            return NOTHING_DONE
        case OSError(filename=str(name), strerror=str(why)):
            say(f"{shortened(name)}: {why}; nothing more was done.")
            return NOTHING_DONE
    say(f"Something went wrong that should not have; nothing more was done. Details are in {_logged(error)}.")
    return NOTHING_DONE


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "verbatim"
    line = " ".join(error.format_message().split())
    return f"{line.rstrip('.')}. See {path} --help."


def _logged(error: Exception) -> Path:
    """Write where an error arose, and never its words, which may be a transcript's, to the log; return its path."""
    from app import logs

    root = logging.getLogger()
    before = set(root.handlers)
    logs.start()
    log.critical("an unexpected error\n%s", logs.Discreet().formatException((type(error), error, None)))
    for handler in set(root.handlers) - before:
        root.removeHandler(handler)
        handler.close()
    return logs.path()
