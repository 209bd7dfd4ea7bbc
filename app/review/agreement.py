"""How far suggestions agree with the person's own coding, code by code, beside a second coder; as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.i18n import percent
from app.review.reasons import muted
from coding.suggest.coder_agreement import FEW

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.suggest.coder_agreement import CodeAgreement, SuggestionAgreement

translate = QCoreApplication.translate


def few(documents: int) -> str:
    """Say that figures rest on few documents; nothing where they are enough."""
    if documents >= FEW:
        return ""
    return translate("agreement", "Documents measured: {count}, too few to rely on.").format(count=documents)


def table(found: SuggestionAgreement, codes: Mapping[int, CodeInfo]) -> str:
    """Return the agreement of suggestions with the person, and of the person with a second coder, by code."""
    heads = [
        translate("agreement", "Code"),
        translate("agreement", "you"),
        translate("agreement", "suggested"),
        translate("agreement", "both"),
        translate("agreement", "agreement"),
    ]
    if found.second is not None:
        heads.append(translate("agreement", "you and {coder}").format(coder=found.second))
    given = sorted(found.suggested.items(), key=lambda one: -one[1].yours)
    rows = [_row(found, code, pair, codes) for code, pair in given if code in codes]
    head = escape(translate("agreement", "Agreement with your coding"))
    cells = "".join(
        f"<td align='{'right' if n else 'left'}' {muted()}>{escape(one)}</td>" for n, one in enumerate(heads)
    )
    return (
        f"<h4 style='margin-bottom:2px'>{head}</h4><table width='100%' cellpadding='3' cellspacing='0'>"
        f"<tr>{cells}</tr>{''.join(rows)}</table><p {muted()}>{escape(_said(found))}</p>"
    )


def _row(found: SuggestionAgreement, code: int, pair: CodeAgreement, codes: Mapping[int, CodeInfo]) -> str:
    numbers = [str(pair.yours), str(pair.others), str(pair.both), _share(pair)]
    if found.second is not None:
        numbers.append(_share((found.between or {}).get(code)))
    cells = "".join(f"<td align='right'>{escape(one)}</td>" for one in numbers)
    return f"<tr><td>{escape(codes[code].label)}</td>{cells}</tr>"


def _share(pair: CodeAgreement | None) -> str:
    return "–" if pair is None or pair.agreement is None else percent(pair.agreement)


def _said(found: SuggestionAgreement) -> str:
    """Say what was compared, on how much, and what it is not."""
    parts = [
        translate("agreement", "Documents measured, each left out in turn: {count}.").format(count=found.documents),
        translate(
            "agreement",
            "Of the passages that you coded before suggestions were shown, twice those with the code from both in all "
            "with it from one or the other. This is no agreement between coders.",
        ),
    ]
    if found.second is not None:
        said = translate("agreement", "Documents that {coder} coded too, counted alike: {count}.")
        parts.append(said.format(coder=found.second, count=found.shared))
    return " ".join(part for part in (*parts, few(found.documents)) if part)
