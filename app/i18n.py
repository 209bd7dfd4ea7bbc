"""Languages of the window: French and English, following the system unless the person chose one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, Qt, QTranslator

import resources
from app.settings import Settings

LANGUAGES = {"fr": "Français", "en": "English"}


def language(settings: Settings) -> str:
    """Give the window's language: the person's choice, else the system's where we speak it, else English."""
    chosen = settings.get("language")
    if chosen in LANGUAGES:
        return str(chosen)
    spoken = (name.partition("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((name for name in spoken if name in LANGUAGES), "en")


class _Sentences(QTranslator):
    """Sentences in which a number is written as the language writes it: 2,000 or 2 000."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        found = super().translate(context, source, disambiguation, n)
        return found.replace("%n", "%Ln") if found else None  # an empty text would stand for one that is not ours


def install(application: QCoreApplication, settings: Settings) -> str:
    """Let the program speak the window's language from now on, and return it."""
    chosen = language(settings)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    ours = str(Path(resources.__file__).parent / "translations")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder, of in ((f"qtbase_{chosen}", qts, QTranslator), (f"verbatim_{chosen}", ours, _Sentences)):
        translator = of(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    QLocale.setDefault(QLocale(chosen))
    return chosen


def moment(at: str) -> str:
    """Give a stored time (ISO 8601, UTC) or day as the person's clock and calendar have it; other texts as they are."""
    if len(at) == 10 and (day := QDate.fromString(at, Qt.DateFormat.ISODate)).isValid():
        return QLocale().toString(day, "d MMM yyyy")
    when = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    return QLocale().toString(when.toLocalTime(), "d MMM yyyy, HH:mm") if when.isValid() else at


def quoted(words: str) -> str:
    """Give words of somebody in the quotation marks of the window's language."""
    return QCoreApplication.translate("i18n", "“{words}”").format(words=words)


def told(name: str, said: object) -> str:
    """Put a name before what is said of it, as the window's language does."""
    return QCoreApplication.translate("i18n", "{name}: {said}").format(name=name, said=said)


def percent(share: float, digits: int = 0) -> str:
    """Give a share from 0 to 1 in per cent, as the window's language writes it."""
    number = QLocale().toString(100.0 * share, "f", digits)
    return QCoreApplication.translate("i18n", "{number}%").format(number=number)
