"""What control words of rich text stand for: characters, code pages, and stretches that are no text."""

from __future__ import annotations

import codecs

CHARACTERS = {
    **{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’"},
    **{"ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005"},
    **{"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f"},
}
"""Words that are a character."""
SIGNS = {"~": "\xa0", "_": "\u2011", "-": "\xad", "{": "{", "}": "}", "\\": "\\"}
"""Characters that are written after a backslash."""

NO_TEXT = frozenset(
    """aftncn aftnsep aftnsepc atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart background
    bkmkend bkmkstart blipuid category colorschememapping colortbl comment company creatim datafield datastore defchp
    defpap do doccomm docvar ebcend ebcstart factoidname falt ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffname
    ffstattext file filetbl fldinst fldtype fname fontemb fontfile fonttbl formfield ftncn ftnsep ftnsepc generator
    gridtbl hl hlinkbase hsv htmltag info keycode keywords latentstyles levelnumbers leveltext lfolevel linkval list
    listlevel listname listoverride listoverridetable listpicture liststylename listtable mailmerge manager mmathPr
    nesttableprops nextfile nonesttables objalias objclass objdata objname objsect objtime oldcprops oldpprops oldsprops
    oldtprops oleclsid operator panose password passwordhash pgp pgptbl picprop pict pn pnseclvl pntxta pntxtb printim
    private propname protend protstart protusertbl pxe revtbl revtim rsidtbl rxe shpgrp shpinst shppict shprslt sn
    sp staticval stylesheet subject sv svb tc template themedata title txe upr userprops wgrffmtfilter windowcaption
    writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose xmlname xmlnstbl xmlopen""".split()
)
"""Words that open what the program which wrote the file keeps for itself."""
HEADS = frozenset("header headerf headerl headerr footer footerf footerl footerr".split())
NOTES = frozenset(("footnote", "annotation"))
FORMATS = frozenset("cs ds ts s ud shptxt shp object result field fldrslt listtext pntext nonshppict".split())
"""Words that may follow `\\*` and open nothing that is to be passed over."""

_CHARSETS = {
    **{0: "cp1252", 2: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "big5", 80: "euc_kr", 81: "mac_arabic"},
    **{82: "cp1255", 83: "mac_greek", 84: "mac_cyrillic", 85: "gb2312", 86: "mac_romanian", 88: "cp874"},
    **{89: "mac_latin2", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253"},
    **{162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"},
    **{238: "cp1250", 254: "cp437", 255: "cp850"},
}
CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Words at the start that say how the file's bytes are to be read."""


def of_charset(number: int) -> str | None:
    """Return the codec for a font's character set; None where it is the document's own."""
    return _CHARSETS.get(number)


def of_code_page(number: int) -> str:
    """Return the codec for the number of a code page; that of Western Windows where there is no such page."""
    name = "mac_roman" if number == 10000 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
