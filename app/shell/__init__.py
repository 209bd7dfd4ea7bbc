"""The window around the pages: menus, projects, imports, undo."""
