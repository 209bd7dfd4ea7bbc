"""Twelve files such as lie in a folder of interviews: most plain to read, some that ask for a look, some unreadable."""

from __future__ import annotations

from pathlib import Path

_QUESTIONS = (
    "How did you come to work in this shop?",
    "What does a day look like, from the first customer to the last?",
    "Who decides what is put in the window?",
    "And when the delivery is late, what happens then?",
    "What would you change, if it were yours to change?",
)
_ANSWERS = (
    "By accident, really. My sister had a friend who looked for somebody on Saturdays, and I stayed for nine years.",
    "We open at ten. Nobody comes before eleven, so there is an hour to unpack, to count, and to talk among ourselves.",
    "On paper the head office does, with a plan for each week. In truth it is whoever has the key that morning.",
    "Then we tell people the truth. They take it better than one thinks, provided one rings before they do.",
    "The stock room. I'd have a window in it; one can't think in a place without daylight. And I'd ask us first.",
)


def talk(asks: str = "INT", answers: str = "ÉLODIE", *, mark: str = "{}: ", turns: int = 12) -> str:
    """Return an interview in which two people take turns, each label written like `mark`."""
    said = (
        mark.format(who) + what[n % len(what)]
        for n in range(turns)
        for who, what in ((asks, _QUESTIONS), (answers, _ANSWERS))
    )
    return "\n\n".join(said) + "\n"


def written(folder: Path) -> list[Path]:
    """Write the twelve files into `folder` and return them in order of name."""
    folder.mkdir(parents=True, exist_ok=True)
    text = {
        "01 Élodie, vendeuse.txt": talk(),
        "02 Interview with the owner of the corner shop, second meeting, after the refurbishment (final).txt": talk(
            "Researcher", "Owner"
        ),
        "03 Focus group.txt": talk("Moderator", "P1") + "\n" + talk("P2", "P3", turns=3),
        "04 Misspelt.txt": talk("INT", "BERNARD") + "\nBERNAD: And that is all I know of it.\n",
        "05 Notes of the field.md": "# A morning in the shop\n\nNobody spoke for an hour.\n\n## At noon\n\nA queue.\n",
        "06 Clip.srt": "1\n00:00:01,000 --> 00:00:03,000\nWelcome to the shop.\n\n"
        "2\n00:00:04,000 --> 00:00:06,000\nWe open at ten.\n",
        "07 Commas.txt": talk("Anna", "Bruno", mark="{}, "),
        "08 Page.html": "<html><body><h1>The shop</h1><p>It opened in 1962.</p><p>It is still open.</p></body></html>",
    }
    for name, body in text.items():
        (folder / name).write_text(body, "utf-8")
    (folder / "09 Old.txt").write_bytes(
        talk("ENQ", "HÉLÈNE", turns=6).replace("late", "arrivée en été").encode("cp850")
    )
    (folder / "10 Recording.mp3").write_bytes(b"ID3")
    (folder / "11 Empty.docx").write_bytes(b"")
    (folder / "12 Élodie again.txt").write_text(talk(), "utf-8")
    return sorted(folder.iterdir())
