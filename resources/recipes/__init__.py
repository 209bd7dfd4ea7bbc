"""The recipes that ship with the program, one TOML file each."""
