"""What another program wrote into a project's log and lists is told in a sentence, or let go: nothing goes wrong."""

from __future__ import annotations

import pytest

from tests.corpus.support import told

DEEP = "replace(hex(zeroblob(50000)), '00', '[')"
KEPT = "INSERT INTO disclosure (at, coder, path, uses, participants, why) VALUES ('x', 'y', 'z', {}, {}, '')"
CRAFTED = {
    "rows as deep lists": f"UPDATE change_row SET image = {DEEP}",
    "rows as lists": "UPDATE change_row SET image = '[1]'",
    "a day that is none": "UPDATE change SET at = 'x'",
    "a circle of changes": "UPDATE change SET reverts = id",
    "disclosures of nothing": KEPT.format("'{'", "'3'"),
    "disclosures too deep": KEPT.format(DEEP, DEEP),
    "states too deep": f"UPDATE state SET value = {DEEP}",
    "a correction of nothing": "UPDATE content SET body = x'5b5b' WHERE sha256 IN (SELECT map_sha FROM revision)",
}
VERBS = (
    "documents",
    "history -o OUT",
    "undo --yes",
    "check",
    "code-history métier",
    "disclosures",
    "revisions Anne",
    "report --only interviews -o DIR",
)


@pytest.mark.parametrize("order", CRAFTED.values(), ids=CRAFTED)
def test_a_crafted_project_is_read_or_refused_in_a_sentence(order, run, small, tmp_path):
    assert run("edit", small, "Anne", "0", "0", "Oui. ").code == 0
    assert run("code-add", small, "métier").code == 0
    assert run("code-edit", small, "métier", "--definition", "Qui achète.").code == 0
    told(small, order)
    for verb in VERBS:
        name, *more = verb.split()
        ran = run(
            name, small, *(one.replace("OUT", f"{tmp_path}/o.csv").replace("DIR", f"{tmp_path}/d") for one in more)
        )
        assert ran.code in (0, 1, 3, 4), verb
        assert "Something went wrong" not in ran.err, verb
