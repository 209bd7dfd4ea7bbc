"""What the codebook for print says of codes that are set aside."""

from __future__ import annotations

from coding import codebook, links, set_asides
from coding.codebook import frameworks
from coding.exports import annexes
from coding.moment.moment import Moment
from tests.coding.support import Study


def test_what_is_set_aside_is_said_where_no_link_outweighs_it(study: Study) -> None:
    project = study.project
    for framework in ("meco-2019", "homburg-2017"):
        frameworks.add(project, framework)
    c1, c2 = (codebook.find(project, key) for key in ("C1", "C2"))
    weather, rain, _ = (codebook.add(project, name) for name in ("Météo", "Météo/Pluie", "Neige"))
    set_asides.outside(project, weather, "meco-2019", "Ada sait pourquoi")
    set_asides.outside(project, rain, "homburg-2017")
    set_asides.refuse(project, rain, c1.key)
    title, other = (frameworks.get(project, key).title for key in ("meco-2019", "homburg-2017"))

    def said() -> dict[str, str]:
        first = annexes.codebook_report(Moment.of(project)).sections[0]
        at = first.columns.index("Liens")
        return {str(row[0]).strip("\u2003"): str(row[at]) for row in first.rows}

    outside = f"hors cadre, à théoriser\u00a0: {title}"
    refused = f"hors cadre, à théoriser\u00a0: {other}\nlien refusé\u00a0: {c1.label}"
    assert said() == {"Météo": outside, "Pluie": refused, "Neige": "non lié"}
    sheet = annexes.codebook_sheet(Moment.of(project))
    assert f"outside the framework, to theorise: {title}" in [row[-1] for row in sheet.rows]
    links.link(project, weather, c2.key)
    assert said()["Météo"] == f"→\u00a0{c2.label}"
    assert said()["Pluie"] == refused
    links.link(project, weather, c1.key)
    assert said()["Pluie"] == refused.split("\n")[0]
    assert said()["Neige"] == "non lié"
