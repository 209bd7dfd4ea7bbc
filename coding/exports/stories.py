"""A concept's story as a page to be read: born, renamed, redefined, linked, merged, split, with the words for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from coding import acts, permits
from coding.acts import Act, WrittenRow
from coding.exports.dates import day
from coding.exports.reports import Report, Section
from coding.moment.moment import Moment
from corpus.model import Code, Coding, Judgement, Link, SetAside

_QUOTED = 3  # words shown for a step; all of them are behind its code on Verbatims
_LONGEST = 300  # code points of words that are quoted
_FIELDS = ("short", "definition", "include", "exclude", "typical", "atypical")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "title": "Histoire des concepts", "header": "Date|Codeur|Étape|Pourquoi|Mots",
        "born": "Créé", "gone": "Retiré", "back": "Rétabli",
        "renamed": "Renommé\u00a0: «\u00a0{before}\u00a0» devient «\u00a0{after}\u00a0»",
        "redefined": "Redéfini\u00a0: «\u00a0{before}\u00a0» devient «\u00a0{after}\u00a0»",
        "moved": "Déplacé dans la grille", "edited": "Modifié",
        "linked": "Lié\u00a0: {source} → {target}", "unlinked": "Lien retiré\u00a0: {source} → {target}",
        "changed": "Lien modifié\u00a0: {source} → {target}",
        "outside": "Hors cadre\u00a0: à théoriser", "refused": "Lien refusé\u00a0: {source} → {target}",
        "within": "N’est plus mis de côté",
        "came": "Segments venus de {other}\u00a0: {count}", "went": "Segments passés à {other}\u00a0: {count}",
        "coded": "Segments codés\u00a0: {count}", "uncoded": "Segments décodés\u00a0: {count}",
        "in": "Segments retenus\u00a0: {count}", "out": "Segments non retenus\u00a0: {count}",
        "undecided": "Segments à discuter\u00a0: {count}", "withdrawn": "Décisions retirées\u00a0: {count}",
        "undone": "{said} (annulation)", "quote": "«\u00a0{words}\u00a0» — {source}",
    },
    "en": {
        "title": "Stories of concepts", "header": "When|Who|Step|Why|Words",
        "born": "Born", "gone": "Taken away", "back": "Brought back",
        "renamed": "Renamed: “{before}” becomes “{after}”", "redefined": "Redefined: “{before}” becomes “{after}”",
        "moved": "Moved in the codebook", "edited": "Edited",
        "linked": "Linked: {source} → {target}", "unlinked": "Link taken away: {source} → {target}",
        "changed": "Link changed: {source} → {target}",
        "outside": "Outside the framework: to theorise", "refused": "Link refused: {source} → {target}",
        "within": "Set aside no longer",
        "came": "Segments that came from {other}: {count}", "went": "Segments that went to {other}: {count}",
        "coded": "Segments coded: {count}", "uncoded": "Segments uncoded: {count}",
        "in": "Segments kept: {count}", "out": "Segments not kept: {count}",
        "undecided": "Segments to discuss: {count}", "withdrawn": "Decisions withdrawn: {count}",
        "undone": "{said} (undone)", "quote": "“{words}” — {source}",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step of a story: when, by whom, what happened in sentences, why, and the words it rests on."""

    at: str
    coder: str
    said: tuple[str, ...]
    why: str
    places: tuple[tuple[int, int, int], ...]


def story(moment: Moment, code: int, found: Iterable[Act] | None = None) -> list[Chapter]:
    """Return the story of a code; a day's plain codings of one coder are one chapter."""
    telling = _StoryWords(moment, code)
    touched = acts.of_code(acts.acts(moment.project) if found is None else found, code)
    chapters = []
    for (_, _, plain), group in groupby(touched, key=_together):
        steps = list(group)
        parts = [steps] if plain else [[step] for step in steps]
        chapters += [telling.chapter(part) for part in parts]
    return [one for one in chapters if one.said]


def _together(touched: tuple[Act, tuple[WrittenRow, ...]]) -> tuple[str, str, bool]:
    act, rows = touched
    plain = act.step.reverts is None and all(row.table is Coding and row.before is None for row in rows)
    return (act.step.at[:10], act.step.coder, True) if plain else ("", "", False)


class _StoryWords:
    """Says in the language of print what happened to one code."""

    def __init__(self, moment: Moment, code: int) -> None:
        self.moment, self.code = moment, code
        self.words = _WORDS.get(moment.language, _WORDS["en"])

    def chapter(self, steps: list[tuple[Act, tuple[WrittenRow, ...]]]) -> Chapter:
        act = steps[0][0]
        rows = [row for _, mine in steps for row in mine]
        said = tuple(dict.fromkeys(self._sentences(rows)))
        if act.step.kind == "undo":
            said = tuple(self.words["undone"].format(said=one) for one in said)
        why = next((one.why for one, _ in steps if one.why), "")
        return Chapter(act.step.at, act.step.coder, said, why, tuple(self._places(rows)))

    def _sentences(self, rows: Iterable[WrittenRow]) -> Iterator[str]:
        counts: dict[tuple[str, str], int] = {}
        for row in rows:
            if row.table is Code:
                yield from self._of_code(row)
            elif row.table is Link:
                yield self._of_ends("linked", "unlinked", "changed", row)
            elif row.table is SetAside:
                aside = "refused" if row.values.get("to_code_id") else "outside"
                yield self._of_ends(aside, "within", aside, row)
            elif row.table in (Coding, Judgement):
                counted = self._counted(row)
                counts[counted] = counts.get(counted, 0) + 1
        for (said, other), count in counts.items():
            yield self.words[said].format(other=other, count=count)

    def _of_code(self, row: WrittenRow) -> Iterator[str]:
        before, after = row.before, row.after
        if before is None or after is None:
            yield self.words["born" if before is None else "gone"]
            return
        if before.get("name") != after.get("name"):
            yield self.words["renamed"].format(before=before.get("name"), after=after.get("name"))
        for name in (one for one in _FIELDS if before.get(one) != after.get(one)):
            yield self.words["redefined"].format(before=before.get(name) or "—", after=after.get(name) or "—")
        if (before.get("parent_id"), before.get("framework_id")) != (after.get("parent_id"), after.get("framework_id")):
            yield self.words["moved"]

    def _of_ends(self, made: str, gone: str, changed: str, row: WrittenRow) -> str:
        kind = made if row.before is None else gone if row.after is None else changed
        source = row.values.get("from_code_id") or row.values.get("code_id")
        return self.words[kind].format(source=self._name(source), target=self._name(row.values.get("to_code_id")))

    def _counted(self, row: WrittenRow) -> tuple[str, str]:
        if row.table is Judgement:
            verdict = str((row.after or {}).get("verdict") or "withdrawn")
            return (verdict if verdict in self.words else "withdrawn"), ""
        was, now = ((side or {}).get("code_id") for side in (row.before, row.after))
        if was is not None and now is not None and was != now:
            return ("came", self._name(was)) if now == self.code else ("went", self._name(now))
        return ("coded" if row.before is None else "uncoded" if row.after is None else "coded"), ""

    def _name(self, code: object) -> str:
        known = self.moment.codes.get(code) if isinstance(code, int) else None
        return known.label if known is not None else "?"

    def _places(self, rows: Iterable[WrittenRow]) -> Iterator[tuple[int, int, int]]:
        """Give the words that stand now for the first rows that have any."""
        numbers, net = self.moment.span_numbers, self.moment.net
        shown = 0
        for row in rows:
            key = row.key if row.table is Coding else row.values.get("coding_id")
            if shown < _QUOTED and isinstance(key, int) and key in numbers:
                document, start, end = net.codings[net.first[numbers[key]], [1, 3, 4]].tolist()
                shown += 1
                yield document, start, end


def wanted(moment: Moment, codes: Iterable[int] | None) -> list[int]:
    """Return the codes whose stories are told: those, or else all of the frameworks."""
    if codes is not None:
        return [code for code in codes if code in moment.codes]
    return [key for key, code in moment.codes.items() if code.framework is not None]


def report(moment: Moment, codes: Iterable[int] | None, without: frozenset[int] = frozenset()) -> Report:
    """Return the stories, a section each: a line for each step, with the words it rests on but those left out."""
    words, mask = _WORDS.get(moment.language, _WORDS["en"]), moment.mask
    found, sections = acts.acts(moment.project), []
    for code in wanted(moment, codes):
        about, rows = moment.codes[code], []
        for one in story(moment, code, found):
            shown = [place for place in one.places if not without & permits.heard(moment, [place])]
            quotes = "\n".join(quoted(moment, place, words["quote"]) for place in shown)
            rows.append(
                (day(one.at, moment.language), one.coder, mask.text("\n".join(one.said)), mask.text(one.why), quotes)
            )
        said = (mask.text(about.definition),) if about.definition else ()
        header = tuple(words["header"].split("|")) if rows else ()
        sections.append(Section(mask.text(about.label), said, header, tuple(rows)))
    return Report(words["title"], moment.language if moment.language in _WORDS else "en", tuple(sections))


def quoted(moment: Moment, place: tuple[int, int, int], pattern: str) -> str:
    """Return words with their document, long ones in part."""
    document, start, end = place
    words = " ".join(moment.text(document)[start:end].split())
    words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …" if len(words) > _LONGEST else words
    return pattern.format(words=moment.mask.text(words), source=moment.mask.document(moment.infos[document]))


def places(moment: Moment, codes: Iterable[int] | None, without: frozenset[int]) -> list[tuple[int, int, int]]:
    """Return all places that stories quote."""
    found = acts.acts(moment.project)
    each = [place for code in wanted(moment, codes) for one in story(moment, code, found) for place in one.places]
    return [place for place in each if not without & permits.heard(moment, [place])]
