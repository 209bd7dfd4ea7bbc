"""Chats: a message is a turn of who wrote it, on all its lines; dates and what the program wrote are no words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.importers.layouts.drafted import drafted, said

HEADS = {
    "iOS fr": "[03/02/2026 09:05:{n:02}] {who}: ",
    "iOS fr, comma": "[03/02/2026, 09:05:{n:02}] {who}: ",
    "iOS en": "[2/3/26, 9:05:{n:02}\u202fAM] {who}: ",
    "iOS fi": "[3.2.2026 klo 9.05.{n:02}] {who}: ",
    "Android fr": "03/02/2026 09:{n:02} - {who}: ",
    "Android fr, older": "03/02/2026 à 09:{n:02} - {who}: ",
    "Android en": "2/3/26, 9:{n:02} AM - {who}: ",
    "Android de": "03.02.26, 09:{n:02} - {who}: ",
    "Signal": "[2026-02-03, 09:{n:02}] {who}: ",
    "WhatsApp, copied": "[09:{n:02}, 03/02/2026] {who}: ",
    "Telegram, copied": "{who}, [03/02/2026 09:{n:02}]\n",
    "above, in round brackets": "{who} (03/02/2026, 09:{n:02} AM)\n",
    "Discord": "[03-Feb-26 09:{n:02} AM] {who}\n",
    "beside a call": "09:05:{n:02}\t From  {who} : ",
    "beside a call, to all": "09:05:{n:02} From {who} to Everyone:\n\t",
    "beside a call, in French": "09:05:{n:02} De {who} à Tous : ",
}


def chat(head: str, *messages: tuple[str, str]) -> str:
    return "".join(head.format(n=n, who=who) + words + "\n" for n, (who, words) in enumerate(messages))


@pytest.mark.parametrize("kind", HEADS)
def test_a_message_is_a_turn_with_all_its_lines(tmp_path: Path, kind: str) -> None:
    sent = [("Léa", "On se dit quoi : demain ?"), ("+33 6 00 00 00 00", "Oui.\n\nÀ 10:30 :\n- ici\n- ou là")]
    draft = drafted(tmp_path, "a.txt", chat(HEADS[kind], *sent, ("Léa", "Parfait"), ("Léa", "merci")))
    assert said(draft) == [*sent, ("Léa", "Parfait"), ("Léa", "merci")]
    assert not any(passage.start_ms for passage in draft.passages)
    assert all(note.doubt for note in draft.notes)


def test_files_and_what_the_program_wrote_are_told_and_no_passages(tmp_path: Path) -> None:
    head = HEADS["iOS fr"]
    text = chat(head, ("Groupe", "\u200eLes messages sont chiffrés."), ("Léa", "Vu ?"), ("Max", "\u200evidéo absente"))
    text += "\u200e[03/02/2026 09:06:00] \u200eMax a quitté le groupe\n" + chat(
        head, ("Max", "Vu. \u200e<Message modifié>")
    )
    draft = drafted(tmp_path, "a.txt", text)
    assert said(draft) == [("Léa", "Vu ?"), ("Max", "Vu.")]
    assert draft.text == text
    assert [str(note) for note in draft.notes if not note.doubt] == [
        "Messages that stand for a picture, a recording or a file, and are no passages: 2.",
        "Lines that the program wrote itself, and that are no passages: 1.",
    ]


@pytest.mark.parametrize("words", ["<Médias omis>", "<Media omitted>", "IMG-1.jpg (fichier joint)", "Bild weggelassen"])
def test_what_stands_for_a_file_is_known_without_a_mark(tmp_path: Path, words: str) -> None:
    draft = drafted(tmp_path, "a.txt", chat(HEADS["Android fr"], ("Léa", "Tiens"), ("Max", words), ("Max", "Vu")))
    assert said(draft) == [("Léa", "Tiens"), ("Max", "Vu")]
    assert [note.values for note in draft.notes if not note.doubt] == [{"count": 1}]


def test_dates_in_a_text_make_no_chat(tmp_path: Path) -> None:
    text = "Le 03/02/2026 09:05 - Lille : premier jour.\n" + "Une ligne de récit.\n" * 9
    assert not drafted(tmp_path, "a.txt", text).speakers


def test_lines_that_begin_with_a_bare_time_begin_then(tmp_path: Path) -> None:
    text = "0:03 On ouvre tôt.\n\nTrès tôt.\n\n00:12\u00a0Et on ferme tard.\n\n1:00:05 Voilà tout.\n"
    draft = drafted(tmp_path, "a.txt", text)
    assert [(passage.start_ms, words) for passage, (_, words) in zip(draft.passages, said(draft))] == [
        *((3000, "On ouvre tôt.\n\nTrès tôt."), (12_000, "Et on ferme tard."), (3_605_000, "Voilà tout.")),
    ]


def test_hours_of_a_day_stay_words(tmp_path: Path) -> None:
    text = "09:00 Accueil de tous.\n10:30 Pause dans le hall.\n12:00 Repas pris en commun.\n"
    assert [words for _, words in said(drafted(tmp_path, "a.txt", text))] == text.strip().split("\n")
