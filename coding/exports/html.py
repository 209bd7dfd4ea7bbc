"""Reports as one HTML page that needs nothing from elsewhere."""

from __future__ import annotations

import base64

from jinja2 import Environment, StrictUndefined

from coding.exports.reports import Picture, Report
from coding.exports.sheets import said, storable

_PAGE = """<!doctype html>
<html lang="{{ report.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ report.title }}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top; white-space: pre-line; }
th { background: #f0f0f0; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
p { white-space: pre-line; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
figure { margin: 1rem 0 2rem; }
figure img { max-width: 100%; height: auto; }
figcaption { font-weight: 600; padding-top: .4rem; }
p.note { font-size: .85rem; margin: -1.6rem 0 2rem; }
@media print { body { margin: 0; } tr { break-inside: avoid; } thead { display: table-header-group; } }
</style>
</head>
<body>
<h1>{{ report.title }}</h1>
{% for section, caption, rows in sections %}
{% if section.heading %}
<h{{ section.level + 1 }}>{{ section.heading }}</h{{ section.level + 1 }}>
{% endif %}
{% for paragraph in section.paragraphs %}
<p>{{ paragraph }}</p>
{% endfor %}
{% if section.picture %}
<figure>
<img src="{{ section.picture | source }}" alt="{{ section.picture.alt }}" style="width: {{ section.picture.width }}mm">
<figcaption>{{ caption }}</figcaption>
</figure>
{% if section.notes %}
<p class="note">{{ section.notes | join("\n") }}</p>
{% endif %}
{% endif %}
{% if section.columns %}
<table>
{% if caption %}
<caption>{{ caption }}</caption>
{% endif %}
<thead><tr>{% for column in section.columns %}<th scope="col">{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell, taken in row %}
{%- if taken %}<td{% if taken > 1 %} rowspan="{{ taken }}"{% endif %}{% if cell is number %} class="number"{% endif -%}
>{{ cell | said }}</td>{% endif %}
{%- endfor %}</tr>
{% endfor %}
</tbody>
</table>
{% if section.notes %}
<p class="note">{{ section.notes | join("\n") }}</p>
{% endif %}
{% endif %}
{% endfor %}
</body>
</html>
"""


def body(report: Report) -> bytes:
    """Return the report as an HTML page; all text is escaped."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["said"] = lambda cell: said(cell, report.language)
    environment.filters["source"] = _source
    sections = [
        (section, caption, section.laid()) for section, caption in zip(report.sections, report.captions(), strict=True)
    ]
    page = environment.from_string(_PAGE).render(report=report, sections=sections)
    return storable(page).encode("utf-8")


def _source(picture: Picture) -> str:
    """Return a picture as an address that holds all of it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.svg()).decode()}"
