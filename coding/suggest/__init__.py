"""Suggestions, made on this machine from the person's own codings: read with spaCy, learned by logistic regression.

Reading order: `pipeline` (text to words) and `meaning` (to vectors, which `kept` keeps), `turns` and `features` (words
to numbers), `examples` (what there is to learn from), `learning` and `logistic` (numbers to scores), `training`
(thresholds from documents left out), `suggester` (one trained engine), `suggestions` (a researcher's
verbs), `evaluate` (how good it is on whole documents left out), `curve` (what more examples would bring), `linking`
(codes to theory), `provenance` (where a coding came from), `storage` (a model as bytes). spaCy is imported when the
first text is read, never before.
"""
