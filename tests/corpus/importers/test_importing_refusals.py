"""Bad files: each is refused by one clear sentence, and never by anything else."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import docx, odt, paragraph, pdf, zipped

from corpus import importers
from corpus.errors import ImportFailed

WHOLE = docx(paragraph("Bonjour à tous, voici un entretien."))
RTF = rb"{\rtf1\ansi Bonjour {\b \'e0} tous.}"
PDF = pdf([[(72, 700, 11, "Bonjour.")]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED_ODT = odt("", manifest="<manifest><file-entry><encryption-data/></file-entry></manifest>")
PICTURE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>endobj\n"
    b"4 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n"
    b"\x00\nendstream endobj\n5 0 obj<</Length 4>>stream\n/I Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
)


def entities() -> bytes:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = (
        f'<!DOCTYPE w [<!ENTITY e0 "ha">{lines}]><w:document xmlns:w="x"><w:body><w:p>&e9;</w:p></w:body></w:document>'
    )
    return zipped({"[Content_Types].xml": "", "word/document.xml": document})


def locked_zip() -> bytes:
    """Return a docx whose parts say that they are encrypted."""
    data = bytearray(WHOLE)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def many_bombs() -> bytes:
    """Return a docx whose parts, each of an innocent size, say that they unpack to over two gigabytes."""
    out = io.BytesIO(zipped({f"word/{n}.xml": "x" for n in range(200)}))
    data = bytearray(out.getvalue())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 15 << 20)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "a.txt is empty."),
        ("a.docx", b"", "a.docx is empty."),
        ("a.txt", b" \n\t\r\n", "a.txt holds no text."),
        ("a.txt", b"\xef\xbb\xbf", "a.txt holds no text."),
        ("a.md", b"---\nkey: value\n---\n", "a.md holds no text."),
        ("a.docx", docx(paragraph("  ")), "a.docx holds no text."),
        ("a.html", b"<html><script>x</script></html>", "a.html holds no text."),
        ("a.pdf", pdf([[]]), "a.pdf holds no text."),
        ("a.pdf", PICTURE, "a.pdf holds pictures of pages and no text: run text recognition (OCR) on it first."),
        ("a.docx", WHOLE[:300], "a.docx is damaged or cut short."),
        ("a.docx", WHOLE[:-60], "a.docx is damaged or cut short."),
        ("a.odt", odt("<text:p>a</text:p>")[:400], "a.odt is named .odt but is no such document, or is damaged."),
        ("a.rtf", RTF[:-1], "a.rtf is damaged or cut short."),
        ("a.pdf", PDF[:60], "a.pdf is damaged or cut short."),
        ("a.docx", zipped({"word/document.xml": "<w:document"}), "a.docx is damaged: its text can't be read."),
        ("a.docx", zipped({"word/styles.xml": "<x/>"}), "a.docx is damaged: its text can't be read."),
        (
            "a.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.docx is protected by a password: open it in Word and save a copy without.",
        ),
        ("a.docx", OLE, "a.docx is an old Word file (.doc): open it in Word and save it as .docx."),
        ("a.docx", locked_zip(), "a.docx is protected by a password: save a copy without."),
        ("a.odt", ENCRYPTED_ODT, "a.odt is protected by a password: save a copy without."),
        ("a.txt", WHOLE, "a.txt is named .txt but holds docx: rename it to .docx."),
        ("a.md", PDF, "a.md is named .md but holds pdf: rename it to .pdf."),
        ("a.txt", RTF, "a.txt is named .txt but holds rtf: rename it to .rtf."),
        ("a.docx", odt("<text:p>a</text:p>"), "a.docx is named .docx but holds odt: rename it to .odt."),
        ("a.docx", RTF, "a.docx is named .docx but holds rtf: rename it to .rtf."),
        ("a.docx", b"Bonjour.", "a.docx is named .docx but is no such document, or is damaged."),
        ("a.rtf", b"Bonjour.", "a.rtf is named .rtf but is no such document, or is damaged."),
        ("a.pdf", b"Bonjour.", "a.pdf is named .pdf but is no such document, or is damaged."),
        ("a.html", PDF, "a.html is named .html but holds pdf: rename it to .pdf."),
        ("a.srt", WHOLE, "a.srt is named .srt but holds docx: rename it to .docx."),
        ("a.txt", zipped({"a": "b"}), "a.txt is named .txt but holds no text."),
        ("a.txt", zipped({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "a.txt is named .txt but holds no text."),
        ("a.txt", b"\x89PNG\r\n\x1a\n....", "a.txt is named .txt but holds no text."),
        ("a.txt", b"Bonjour\x00\x01\x02 tout le monde", "a.txt holds binary data and is no text."),
        ("a.txt", bytes(range(1, 9)) * 20, "a.txt holds binary data and is no text."),
        ("a.doc", b"x", "a.doc is named .doc but is no such document, or is damaged."),
        ("a.pages", b"x", "a.pages: files of type .pages can't be read: save it as .docx."),
        ("a.epub", b"x", "a.epub is named .epub but is no such document, or is damaged."),
        ("a.zip", b"x", "a.zip is damaged or cut short."),
        ("a.rar", b"x", "a.rar is an archive: unpack it and import the files in it."),
        ("a.xlsx", b"x", "a.xlsx is damaged or cut short."),
        ("a.ods", b"x", "a.ods: files of type .ods can't be read: save it as .xlsx."),
        ("a.fodt", b"x", "a.fodt is damaged: its text can't be read."),
        ("a.sxw", b"x", "a.sxw: files of type .sxw can't be read: save it as .odt."),
        ("a.mp3", b"x", "a.mp3: files of type .mp3 can't be read: save it as .docx, .pdf or .txt."),
        ("entretien", b"x", "entretien has no ending: name it .txt if it is plain text."),
    ],
)
def test_a_bad_file_is_refused_by_one_sentence(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportFailed) as refused:
        importers.read(path)
    assert str(refused.value) == sentence
    assert refused.value.path == path


BOMB = "unpacks to far more than a document holds: it is not opened."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (docx(paragraph(" " * (64 << 20))), f"a.docx {BOMB}"),
        (docx(paragraph("a"), {"word/media/x": bytes(64 << 20)}), f"a.docx {BOMB}"),
        (many_bombs(), f"a.docx {BOMB}"),
        (docx(paragraph("a"), {"../../x": "x"}), "a.docx holds a part that would be written outside its folder."),
        (docx(paragraph("a"), {"/etc/x": "x"}), "a.docx holds a part that would be written outside its folder."),
        (docx(paragraph("a"), {"C:\\x": "x"}), "a.docx holds a part that would be written outside its folder."),
        (docx(paragraph("a"), {"a\\..\\..\\x": "x"}), "a.docx holds a part that would be written outside its folder."),
    ],
    ids=["one part", "a picture", "many parts", "..", "absolute", "drive", "backslash"],
)
def test_zip_bombs_and_escaping_parts_are_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(ImportFailed) as refused:
        importers.read(path)
    assert str(refused.value) == sentence


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(entities())
    with pytest.raises(ImportFailed):
        importers.read(path)


def test_a_long_repetitive_document_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("".join([paragraph("Toujours la même phrase, encore et encore.")] * 40_000)))
    assert len(importers.read(path).passages) == 40_000


def test_a_protected_pdf_asks_for_its_password(shared: Path) -> None:
    path = shared / "data/awkward/pdf/pdfminer_aes-256.pdf"
    with pytest.raises(ImportFailed, match=r"is protected by a password: give it to open it\.$"):
        importers.read(path)
    with pytest.raises(ImportFailed, match=r"^The password does not open pdfminer_aes-256\.pdf\.$"):
        importers.read(path, password="bar")
    assert importers.read(path, password="foo").text == "Secret!"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match=r"^There is no file .*missing\.txt\.$"):
        importers.read(tmp_path / "missing.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(ImportFailed, match=r"^folder\.txt is a folder: name the files in it\.$"):
        importers.read(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ImportFailed, match=r"^pipe\.txt is not a regular file\.$"):
        importers.read(tmp_path / "pipe.txt")


WHOLES = {
    "a.docx": WHOLE,
    "a.odt": odt("<text:p>Bonjour.</text:p>"),
    "a.rtf": RTF,
    "a.pdf": PDF,
    "a.html": b"<html><body><p>Bonjour</p></body></html>",
    "a.txt": "Été à la forêt".encode("cp1252"),
    "a.srt": b"1\n00:00:01,500 --> 00:00:02,000\nBonjour",
    "a.md": b"---\na: b\n---\n# Titre",
}


@given(st.sampled_from(sorted(WHOLES)), st.data())
def test_a_file_broken_anywhere_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    broken = bytearray(WHOLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("broken") / name
    path.write_bytes(broken[: data.draw(st.integers(1, len(broken)))])
    with contextlib.suppress(ImportFailed):
        draft = importers.read(path)
        draft.text.encode("utf-8")
        assert all(0 <= passage.start < passage.end <= len(draft.text) for passage in draft.passages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = ["b.txt", "a.docx", "~$a.docx", ".cache.txt", "old.doc", "notes.csv", "photo.png", "sub/c.MD", ".git/d.txt"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    return tmp_path


def found(folder: Path, *paths: Path, recursive: bool = False) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in importers.find(paths, recursive)]


IN_FOLDER = ["a.docx", "b.txt", "gone.txt", "notes.csv", "old.doc", "photo.png"]


def test_find_takes_every_file_and_says_what_it_passes_over(folder: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", "study.verbatim"):
        (folder / name).write_bytes(b"x")
    (folder / "linked").symlink_to(folder / "sub")
    assert found(folder, folder) == IN_FOLDER
    assert found(folder, folder, recursive=True) == [*IN_FOLDER, "sub/c.MD"]
    hidden = [".cache.txt", ".git", "Thumbs.db", "desktop.ini", "study.verbatim", "~$a.docx"]
    for recursive, folders in ((False, ["folder.txt", "linked", "sub"]), (True, ["linked"])):
        over = importers.passed_over([folder, folder / "b.txt"], recursive)
        assert [path.name for path in over.hidden] == hidden
        assert [path.name for path in over.folders] == folders


def test_each_file_of_a_folder_is_read_or_refused_with_its_reason(folder: Path) -> None:
    said = {}
    for path in importers.find([folder]):
        with pytest.raises(ImportFailed) if path.name != "b.txt" else contextlib.nullcontext() as refusal:
            importers.read(path)
        said[path.name] = str(refusal.value) if refusal else ""
    assert said["b.txt"] == ""
    assert said["notes.csv"] == "notes.csv has no rows below its header."
    assert said["photo.png"] == "photo.png: files of type .png can't be read: save it as .docx, .pdf or .txt."
    assert said["gone.txt"].startswith("There is no file")


def test_a_folder_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(b"x")
    may, look = os.access, os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):  # root may read every folder, and so these tests
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("closed") and may(path, mode))
    assert found(tmp_path, tmp_path, recursive=True) == ["a.txt", "closed"]
    with pytest.raises(ImportFailed, match="closed can't be opened: Permission denied"):
        importers.read(tmp_path / "closed")


def test_a_large_file_of_no_known_type_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(1 << 40)
    with pytest.raises(ImportFailed, match=r"files of type \.mp4 can't be read"):
        importers.read(tmp_path / "film.mp4")


def test_find_keeps_files_that_are_named_once_each(folder: Path) -> None:
    named = [folder / "photo.png", folder / "none.txt", folder]
    assert found(folder, *named, folder / "b.txt") == ["photo.png", "none.txt", *IN_FOLDER[:-1]]


def test_a_suffix_in_capitals_is_known(tmp_path: Path) -> None:
    path = tmp_path / "A.DOCX"
    path.write_bytes(WHOLE)
    assert zipfile.is_zipfile(path)
    assert importers.read(path).name == "A"


def test_an_archive_whose_first_part_ends_too_soon_is_damaged(tmp_path: Path) -> None:
    """Its directory promises more bytes of `mimetype` than there are in the file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    data = bytearray(made.getvalue())
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = (4000).to_bytes(4, "little") * 2
    path = tmp_path / "livre.epub"
    path.write_bytes(bytes(data))
    with pytest.raises(ImportFailed) as refused:
        importers.read(path)
    assert "nobody expected" not in str(refused.value)
