"""Giving a study away, or its documents: a copy in which names are replaced, a key apart, and what was done, stated.

The copy is pseudonymised and not anonymous: who knows the field may recognise somebody by what they tell.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coding import names, permits
from coding.exports import csv, saving
from coding.exports.dates import day
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet
from coding.exports.transcripts import Transcript, transcript
from coding.giving import name_removal
from coding.giving.name_removal import Burned
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Leaving, Terms
from corpus import SUFFIX, private
from corpus.erasing import scanning
from corpus.errors import ExportFailed
from corpus.progress import Progress, silent
from corpus.store import sqlite
from corpus.store.project import Project

DOCUMENTS = ("docx", "txt")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class HiddenName:
    """A name that is hidden: its kind, what stands for it, and whether it is found still, as another word may be."""

    name: str
    kind: str
    shown: str
    found: bool = False


@dataclass(frozen=True)
class GivenCopy:
    """What was given away: the files, in the order they were written; `names` are the key's, `told` the statement."""

    paths: tuple[Path, ...]
    key: Path
    statement: Path
    burned: Burned
    names: tuple[HiddenName, ...]
    told: Report


def leaving(moment: Moment) -> Leaving:
    """Return what leaves with a copy: every document as a whole."""
    every = permits.of_everything(moment)
    return Leaving(
        tuple(map(moment.mask.text, every.texts)), every.places, tuple(info.key for info in moment.documents)
    )


def copy(moment: Moment, path: Path, key: Path, *, terms: Terms = AS_AGREED, progress: Progress = silent) -> GivenCopy:
    """Write a project in which names are replaced for good, with no past, the key apart, and a statement beside it.

    Codings stay on their words. Raises `ExportFailed` where a file is there already or can't be written.
    """
    moment = moment.viewed(masking=True, everybody=True)  # whoever is left out of analysis is in the file
    permits.let(moment, "give-away", leaving(moment), terms)
    check(path, key, "project")
    path = _project(path)
    beside = path.with_name(f".{path.stem[:40]}.new{SUFFIX}")
    try:
        with saving.refusing(path):
            private.file(beside, new=True)
            sqlite.copy(moment.project.path, beside)
        with Project.open(beside, coder=moment.project.coder) as made:
            burned = name_removal.burn(made, moment, progress)
            found = tuple(_named(moment, beside))
        with saving.refusing(path):
            beside.replace(path)
    finally:
        for end in ("", "-wal", "-shm"):  # of the log of a file that was written anew nothing is left to keep
            with suppress(OSError):
                beside.with_name(beside.name + end).unlink(missing_ok=True)
    return _kept(moment, (path,), path, key, burned, found)


def documents(
    moment: Moment, folder: Path, key: Path, kind: str, *, terms: Terms = AS_AGREED, progress: Progress = silent
) -> GivenCopy:
    """Write each document into a folder as .docx or .txt, names replaced; the key apart, and a statement beside."""
    moment = moment.viewed(masking=True)
    permits.let(moment, "give-away", leaving(moment), terms)
    check(folder, key, kind)
    saving.made(folder)
    paths, burned = list[Path](), Burned(0, 0)
    for done, info in enumerate(moment.documents):
        progress(done, len(moment.documents), "")
        made = transcript(moment, info.key)
        paths.append(_free(folder, _UNFIT.sub("-", made.name) or "document", kind, paths))
        _write(made, moment.language, paths[-1])
        places = len(moment.mask.hidden(moment.text(info.key)))
        burned = Burned(burned.places + places, burned.documents + bool(places))
    return _kept(moment, tuple(paths), folder / "documents", key, burned, tuple(_named(moment, None)))


def _write(made: Transcript, language: str, path: Path) -> None:
    lines = [_line(made, number) for number in range(len(made.turns))]
    if path.suffix == ".txt":
        saving.written(path, "\n\n".join(lines).encode("utf-8", "replace"))
    else:
        saving.save_report(Report(made.name, language, (Section("", tuple(lines), (), ()),)), path)


def _line(made: Transcript, number: int) -> str:
    turn = made.turns[number]
    said, between = made.text[turn.start : turn.end], "\u00a0: " if made.language == "fr" else ": "
    return f"{turn.speaker}{between}{said}" if turn.speaker else said


def _free(folder: Path, name: str, kind: str, taken: Sequence[Path]) -> Path:
    tries = (folder / f"{one}.{kind}" for one in (name, *(f"{name} ({n})" for n in range(2, len(taken) + 3))))
    return next(path for path in tries if path not in taken)


def check(out: Path, key: Path, kind: str) -> None:
    """Raise `ExportFailed` where a copy, or the folder of documents, or its key can't be written there.

    Nothing that is there is written over, and the key is never within what is given away.
    """
    if not (out.name and key.name):
        raise ExportFailed("Say where the copy is written, and where its key.")
    whole = _project(out) if kind == "project" else out
    for path in (key, whole, _statement_of(whole)) if kind == "project" else (key,):
        if path.exists():
            raise ExportFailed("{name} exists already; choose another name.", name=path.name)
    with saving.refusing(whole):
        if whole.exists() and any(whole.iterdir()):
            raise ExportFailed("The folder {name} is not empty; choose a new one.", name=whole.name)
    if key.resolve().is_relative_to(whole.resolve()):
        raise ExportFailed("The key would go with what is given away; choose another place for it.")
    for folder in (key.parent, whole.parent) if kind == "project" else (key.parent,):
        if not (folder.is_dir() and os.access(folder, os.W_OK)):
            raise ExportFailed("{name} is no folder that can be written in.", name=str(folder))


def _project(path: Path) -> Path:
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def _statement_of(path: Path) -> Path:
    return path.with_name(f"{path.stem} - statement.md")


def _named(moment: Moment, path: Path | None) -> Iterator[HiddenName]:
    """Yield the names that are hidden; with the path of a copy whether its bytes hold them still."""
    mask = moment.mask
    every = [HiddenName(one.name, "participant", one.shown) for one in moment.people.values() if mask.hides(one.key)]
    firms = moment.belongings.infos
    shown = {key: mask.organisation(key) for key in firms}
    every += [
        HiddenName(firms[key].name, "organisation", said) for key, said in shown.items() if said != firms[key].name
    ]
    every += [HiddenName(one.name, one.kind, one.replacement) for one in moment.vault.hidden]
    still = scanning.holding(path, [one.name for one in every]) if path is not None else frozenset()
    for one in every:
        yield HiddenName(one.name, one.kind, one.shown, one.name in still)


def _kept(
    moment: Moment, paths: tuple[Path, ...], place: Path, key: Path, burned: Burned, found: tuple[HiddenName, ...]
) -> GivenCopy:
    """Write the key, for its person alone, and the statement."""
    columns = ("name", "kind", "replacement", "still found")
    rows = tuple((one.name, one.kind, one.shown, "yes" if one.found else "") for one in found)
    with saving.refusing(key), open(key, "wb", opener=private.opener) as file:
        file.write(csv.body(Sheet("key", columns, rows)))
        file.flush()
        os.fsync(file.fileno())
    statement, told = _statement_of(place), _statement(moment, burned, found)
    saving.save_report(told, statement)
    return GivenCopy(paths, key, statement, burned, found, told)


_WORDS = {
    "fr": {
        "title": "Copie pseudonymisée", "done": "Ce qui a été fait",
        "what": "Copie pseudonymisée, et non anonyme, faite le {day} avec Verbatim. Qui connaît le terrain peut encore"
                " reconnaître quelqu’un à ce qui est dit.",
        "places": "Des noms ont été remplacés à {places} endroits, dans {papers} documents sur {all}\u00a0; chaque "
                  "nom l’est partout par les mêmes mots entre crochets, dont le numéro est tiré au sort.",
        "kinds": "Noms remplacés\u00a0: {kinds}.",
        "known": {"participant": "participant·e·s", "organisation": "organisations", "person": "personnes",
                  "firm": "entreprises", "brand": "marques", "place": "lieux", "function": "fonctions",
                  "contact": "coordonnées", "other": "autres"},
        "gone": "Ne sont pas dans la copie\u00a0: la clé, les consentements, le recrutement, les relectures, les "
                "soumissions, les fichiers d’origine, les textes antérieurs, les enregistrements, l’historique.",
        "stays": "Y sont\u00a0: les textes, les codages et leurs places, la grille, les mémos, ce qui est connu des "
                 "participant·e·s, le nom des codeur·euse·s.",
        "not": "Ce qui n’a pas été cherché",
        "tells": "Une tournure, une date, un chiffre ou un ensemble d’attributs peut désigner quelqu’un\u00a0: cela "
                 "n’a pas été cherché.",
        "open": "{number} noms que les textes semblent contenir n’ont été ni remplacés ni écartés.",
        "still": "{number} noms remplacés se lisent encore quelque part, le plus souvent comme mots de la langue.",
        "codings": "Les mémos, définitions et raisons ont été traités comme les textes.",
    },
    "en": {
        "title": "Pseudonymised copy", "done": "What was done",
        "what": "A pseudonymised, not anonymous, copy, made on {day} with Verbatim. Who knows the field may still "
                "recognise somebody by what is told.",
        "places": "Names were replaced in {places} places, in {papers} of {all} documents; each is replaced everywhere "
                  "by the same words in brackets, whose number was drawn by lot.",
        "kinds": "Names replaced: {kinds}.",
        "known": {"participant": "participants", "organisation": "organisations", "person": "persons",
                  "firm": "companies", "brand": "brands", "place": "places", "function": "functions",
                  "contact": "contact details", "other": "others"},
        "gone": "Not in the copy: the key, consents, recruitment, approvals, submissions, original files, earlier "
                "texts, recordings, history.",
        "stays": "In it: texts, codings and their places, the codebook, memos, what is known of participants, the "
                 "names of coders.",
        "not": "What was not looked for",
        "tells": "A turn of phrase, a date, a figure or a combination of attributes may tell who somebody is: none of "
                 "these was looked for.",
        "open": "{number} names that the texts seem to hold were neither replaced nor refused.",
        "still": "{number} names that were replaced can still be read somewhere, mostly as words of the language.",
        "codings": "Memos, definitions and reasons were treated like the texts.",
    },
}  # fmt: skip


def _statement(moment: Moment, burned: Burned, found: Sequence[HiddenName]) -> Report:
    """Return what was done, which names no name."""
    language = moment.language if moment.language in _WORDS else "en"
    said: dict[str, str] = {k: v for k, v in _WORDS[language].items() if isinstance(v, str)}
    known = _WORDS[language]["known"]
    assert isinstance(known, dict)
    counts = Counter(one.kind for one in found)
    kinds = ", ".join(f"{count} {known.get(kind, kind)}" for kind, count in counts.items()) or "0"
    today = day(datetime.now(UTC).strftime("%Y-%m-%d"), language)
    done = [
        said["what"].format(day=today),
        said["places"].format(places=burned.places, papers=burned.documents, all=len(moment.documents)),
        said["kinds"].format(kinds=kinds),
        said["codings"],
        said["stays"],
        said["gone"],
    ]
    left = [said["tells"], said["open"].format(number=len(names.found(moment)))]
    if still := sum(one.found for one in found):
        left.append(said["still"].format(number=still))
    sections = (Section(said["done"], tuple(done), (), ()), Section(said["not"], tuple(left), (), ()))
    return Report(said["title"], language, sections)
