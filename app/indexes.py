"""Places in Qt's models: what kinds there are, and the one that points nowhere, which is never changed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
