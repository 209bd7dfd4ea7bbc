"""What becomes of each hostile, broken or odd file beside the checkout, words included."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus import importers
from corpus.errors import ImportFailed

FOLDER = "data/awkward"
OLD_WORD = "doc/testComment.doc"
OCR = "holds pictures of pages and no text: run text recognition (OCR) on it first."
ASKS = "is protected by a password: give it to open it."

REFUSED = [
    ("docx/mammoth_empty.docx", "mammoth_empty.docx holds no text."),
    ("docx/testWORD_truncated.docx", "testWORD_truncated.docx is damaged or cut short."),
    ("pdf/pdfjs_empty.pdf", "pdfjs_empty.pdf holds no text."),
    ("pdf/pdfminer_aes-256.pdf", f"pdfminer_aes-256.pdf {ASKS}"),
    ("pdf/pypdf_imagemagick-CCITTFaxDecode.pdf", f"pypdf_imagemagick-CCITTFaxDecode.pdf {OCR}"),
    ("pdf/pypdf_libreoffice-writer-password.pdf", f"pypdf_libreoffice-writer-password.pdf {ASKS}"),
    ("zip/testZip_zeroByte.zip", "dang has no ending: name it .txt if it is plain text."),
    ("zip/testZipEncrypted.zip", "testZipEncrypted.zip is protected by a password: save a copy without."),
]

# Path, passages, first words of the first passage, last words of the last.
READ = [
    ("epub/pandoc_features.epub", 71, "Reflowable EPUB 3", "should be marked Not Supported."),
    ("docx/mammoth_comments.docx", 3, "Ouch.", "Fin."),
    ("docx/mammoth_footnotes.docx", 3, "Ouch.", "Fin."),
    ("docx/mammoth_tables.docx", 6, "Above", "Below"),
    ("docx/mammoth_text-box.docx", 1, "Datum plane", "Datum plane"),
    ("docx/pandoc_deep_normalize.docx", 3, "This is at the first level", "and I want to test normalization here."),
    ("docx/pandoc_i18n_blocks.docx", 6, "This is Heading 1", "This is list item 2"),
    ("docx/pandoc_track_changes_insertion.docx", 1, "This is a text with two exciting", "insertions."),
    ("docx/pandoc_unicode.docx", 1, "Hello, 世界. This costs €10.∨∨", "\uf028"),
    ("docx/python-docx_hdr-header-footer.docx", 2, "section with header", "section without header of its own."),
    ("docx/testWORD_text_box.docx", 2, "This text is directly in", "a text box in the body of the document."),
    ("html/pandoc_html-reader.html", 414, "Pandoc Test Suite", "This section should be empty."),
    ("html/testHTML_utf8.html", 2, "Content with UTF-8 chars", "åäö"),
    ("odt/pandoc_footnote.odt", 2, "Some text with a footnote.", "Footnote text"),
    ("odt/pandoc_unicode.odt", 1, "“”’çӨ©¼", "вбФШöÉµ"),
    ("odt/testFooter.odt", 2, "Here is some text...", "Here is some text on page 2"),
    ("odt/testODTNoMeta.odt", 1, "Test text", "Test text"),
    ("odt/testStyles.odt", 8, "This is just a test.", "Third"),
    ("pdf/pdfjs_bad-PageLabels.pdf", 1, "PDF document with", "bad Page Labels."),
    ("pdf/pdfjs_french_diacritics.pdf", 1, "à À â Â ä Ä ç Ç é É è È ê Ê", "ù Ù û Û ü Ü"),
    ("pdf/pdfjs_poppler-91414-0-53.pdf", 1, "foobar", "foobar"),
    ("pdf/pdfminer_base.pdf", 1, "Secret!", "Secret!"),
    ("pdf/pdfminer_simple1.pdf", 4, "Hello World", "H e l l o W o r l d"),
    ("pdf/pdfminer_simple4.pdf", 3, "Text1", "Text3"),
    ("pdf/pypdf_crazyones-pdfa.pdf", 10, "The Crazy Ones", "can change the world, are the ones who do."),
    ("rtf/striprtf_french.rtf", 4, "10‘000", "a a a 10´000 d?"),
    ("rtf/striprtf_simple_table.rtf", 4, "foo", "1"),
    ("rtf/striprtf_specialchars.rtf", 1, "This is some bold text with non\xa0breaking", "Non breaking hyphen‑foo."),
    ("rtf/striprtf_unicode.rtf", 1, "柔道", "柔道"),
    ("rtf/testComment.rtf", 2, "Here is some text.", "Here is a comment"),
    ("rtf/testRTFHexEscapeInsideWord.rtf", 1, "GOVERNO DO ESTADO", "ESPÍRITO SANTO"),
    ("rtf/testRTFUnicodeUCNControlWordCharacterDoubling.rtf", 1, "0 年 abc", "念"),
    ("txt/chardet_UTF-16BE_nobom-utf16be.txt", 20, "DateTime,Bid,Ask", "07/19/2015 21:00:20.319,1.08307,1.08353"),
    ("txt/chardet_UTF-16_bom-utf-16-le.srt", 7, "About 2 months ago", "is organize a global awareness day"),
    ("txt/chardet_iso-8859-1__ude_1.txt", 3, "Nas paginas que em seguida se leem acha-se tão bem", "e da noute."),
    ("txt/chardet_windows-1252__ude_1.txt", 3, "Die Deutsche Schule gehört", "Schulen international"),
    ("txt/charsetnorm_sample-english.bom.txt", 7, "About 2 months ago", "is organize a global awareness day"),
    ("txt/charsetnorm_sample-french.txt", 8, "JEAN-BAPTISTE POQUELIN MOLIÈRE\nNÉ", "plus scrupuleux."),
    ("vtt/testWebVTT_utf8.vtt", 10, "Well, the feedback indicates", "who does what and who reports to whom."),
]


@pytest.mark.parametrize(("path", "sentence"), REFUSED, ids=[path for path, _ in REFUSED])
def test_refused_with_this_sentence(shared: Path, path: str, sentence: str) -> None:
    with pytest.raises(ImportFailed) as refused:
        importers.read(shared / FOLDER / path)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(("path", "passages", "first", "last"), READ, ids=[path for path, *_ in READ])
def test_read_with_these_words(shared: Path, path: str, passages: int, first: str, last: str) -> None:
    draft = importers.read(shared / FOLDER / path)
    quoted = [draft.text[passage.start : passage.end] for passage in draft.passages]
    assert (len(quoted), quoted[0][: len(first)], quoted[-1][-len(last) :]) == (passages, first, last)
    assert draft.speakers == ()


def test_the_table_covers_the_whole_folder(shared: Path) -> None:
    folder = shared / FOLDER
    files = {path.relative_to(folder).as_posix() for path in folder.glob("*/*")}
    assert files == {path for path, *_ in (*REFUSED, *READ)} | {OLD_WORD}


def test_an_old_word_file_is_read_where_there_is_libreoffice(shared: Path) -> None:
    if any(map(shutil.which, ("soffice", "libreoffice"))):
        assert importers.read(shared / FOLDER / OLD_WORD).text.strip()
    else:
        with pytest.raises(ImportFailed, match="open it in Word or LibreOffice"):
            importers.read(shared / FOLDER / OLD_WORD)


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("txt/chardet_UTF-16BE_nobom-utf16be.txt", "UTF-16 BE"),
        ("txt/chardet_UTF-16_bom-utf-16-le.srt", "UTF-16"),
        ("txt/chardet_iso-8859-1__ude_1.txt", "Windows-1252"),
        ("txt/chardet_windows-1252__ude_1.txt", "Windows-1252"),
        ("txt/charsetnorm_sample-english.bom.txt", "UTF-8 with BOM"),
        ("txt/charsetnorm_sample-french.txt", "UTF-8"),
        ("vtt/testWebVTT_utf8.vtt", "UTF-8 with BOM"),
    ],
)
def test_the_encoding_taken_is_told(shared: Path, path: str, encoding: str) -> None:
    assert importers.read(shared / FOLDER / path).encoding == encoding


def test_a_text_file_is_stored_as_it_stands(shared: Path) -> None:
    path = shared / FOLDER / "txt/charsetnorm_sample-english.bom.txt"
    assert importers.read(path).text == path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def test_the_password_opens(shared: Path) -> None:
    path = shared / FOLDER / "pdf/pypdf_libreoffice-writer-password.pdf"
    assert importers.read(path, password="openpassword").text.startswith("Lorem ipsum dolor sit amet, consetetur")
