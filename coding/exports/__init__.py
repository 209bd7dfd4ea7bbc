"""What leaves a project as a file: sheets for other programs, reports for people.

`sheets` and `reports` are the two forms; a module of the noun's name makes them (`matrices`, `verbatims`, `codebooks`,
`codings`, `histories`), a module of the format's name writes them, and `saving` chooses the format by the ending.
"""
