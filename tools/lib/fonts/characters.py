"""Which characters each font holds.

song  everything an application may reasonably hold: GB 2312, the 8,105 characters of the 通用规范汉字表, Latin and the usual signs
hei   headings: the common hanzi (GB 2312, first level) and every character of the form itself
rest  all other hanzi of the source font, for rare names; asked for only when one occurs
"""
import bz2
import json
from pathlib import Path

UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")

# Blocks taken whole (as far as the source font has them): Latin, punctuation, letterlike, numbers, arrows, mathematics,
# boxes and shapes, CJK punctuation, kana, enclosed and full-width forms.
SIGN_BLOCKS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0x2100, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23CF), (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x266F),
    (0x2700, 0x2767), (0x2776, 0x2793), (0x3000, 0x30FF), (0x31F0, 0x33FF), (0xFE30, 0xFE4F), (0xFF01, 0xFFEE),
]

# Drawn here, since no Noto CJK font has them: ballot boxes.
DRAWN = {0x2610, 0x2611}

# 〇 stands outside GB 2312, so do numerals of amounts written out; 𠮷 is the commonest name that no list has.
EXTRA = "〇兩佰仟萬億圓𠮷"

HANGUL = [(0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)]


def gb2312(rows=range(0xA1, 0xF8)):
    found = set()
    for high in rows:
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def standard_characters():
    """The 8,105 of the 通用规范汉字表 (2013), by Unihan's kTGH."""
    found = set()
    for line in bz2.open(UNIHAN, "rt", encoding="utf-8"):
        if "\tkTGH\t" in line:
            found.add(int(line.split("\t")[0][2:], 16))
    if len(found) != 8105:
        raise SystemExit(f"{UNIHAN} has {len(found)} standard characters, not 8,105")
    return found


def within(blocks):
    return {code for first, last in blocks for code in range(first, last + 1)}


def of_the_form(schema):
    """Every character of the form definitions, which are printed as labels and headings."""
    found = set()
    for path in sorted(schema.glob("*/*/form.json")):
        found |= {ord(c) for c in json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)}
    return found


def characters(schema, available):
    """{font: code points}. `available`: what the source fonts have."""
    signs = within(SIGN_BLOCKS)
    common = gb2312(range(0xB0, 0xD8))
    song = gb2312() | standard_characters() | signs | {ord(c) for c in EXTRA} | of_the_form(schema)
    hei = common | within(SIGN_BLOCKS[:2] + [(0x2010, 0x2044), (0x2460, 0x249B), (0x3000, 0x3029), (0xFF01, 0xFF5E)]) | of_the_form(schema)
    rest = available["song"] - song - within(HANGUL)
    have = {"song": available["song"], "hei": available["hei"], "rest": available["song"]}
    return {name: (wanted & have[name]) for name, wanted in {"song": song, "hei": hei, "rest": rest}.items()}
