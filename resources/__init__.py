"""Data that ships with the program: frameworks, the sample study, upgrades, translations, set-up scripts."""
