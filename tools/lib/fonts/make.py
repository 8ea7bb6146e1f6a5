"""Makes the fonts of the exporters from Debian's Noto CJK (SIL Open Font License 1.1): subsets as TrueType, zipped.

Usage: make.py SCHEMA OUTPUT. Writes OUTPUT/{song,hei,rest}.font (gzipped TrueType) and OFL.txt. Same input, same bytes.
"""
import gzip
import io
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

from characters import characters
from outlines import draw_boxes, to_truetype

NOTO = Path("/usr/share/fonts/opentype/noto")
COPYRIGHT = Path("/usr/share/doc/fonts-noto-cjk/copyright")
SOURCES = {
    "song": ("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"),
    "hei": ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC"),
    "rest": ("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"),
}
# The family is ours: a subset must not pass for the whole.
FAMILY = {"song": "Formcheck Song", "hei": "Formcheck Hei", "rest": "Formcheck Rest"}
# 2025-09-09 00:00 UTC, the day of the notice, in seconds since 1904.
TIMESTAMP = 3_840_220_800
# Lines are as high as their type size; renderers add what they want.
ASCENT, DESCENT = 880, -120


def face(name):
    file, family = SOURCES[name]
    for font in TTCollection(NOTO / file, lazy=True).fonts:
        if font["name"].getDebugName(1).startswith(family) or font["name"].getDebugName(16) == family:
            return font
    raise SystemExit(f"{file} has no face {family}")


def rename(font, name):
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in (0, 13, 14)}
    table.names = []
    family = FAMILY[name]
    texts = {1: family, 2: "Regular", 3: f"{family} 1.0", 4: family, 5: "Version 1.0", 6: family.replace(" ", "")}
    for number, text in sorted({**kept, **texts}.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)


def metrics(font):
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = 1160, 288
    font["head"].created = font["head"].modified = TIMESTAMP
    font["head"].flags &= ~0x10


def make(job):
    name, codes, output = job
    font = face(name)
    font.recalcTimestamp = False
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    to_truetype(font)
    if name == "song":
        draw_boxes(font)
    rename(font, name)
    metrics(font)
    file = io.BytesIO()
    font.save(file, reorderTables=True)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as zipped:
        zipped.write(file.getvalue())
    (output / f"{name}.font").write_bytes(packed.getvalue())
    return f"{name}: {len(codes)} characters, {len(file.getvalue()) >> 10} KB, {len(packed.getvalue()) >> 10} KB zipped"


def license_text():
    """The SIL Open Font License as Debian ships it: its paragraph, without the indent of that format."""
    text = COPYRIGHT.read_text("utf-8")
    paragraph = text[text.index("\n\nLicense: SIL-1.1\n") :].split("\n", 3)[3].split("\n\n")[0]
    lines = [line[1:] for line in paragraph.split("\n")]
    head = "Subsets of Noto Serif CJK SC and Noto Sans CJK SC, renamed. Copyright 2017-2022 Adobe (http://www.adobe.com/).\n\n"
    return head + "\n".join("" if line == "." else line for line in lines) + "\n"


def main():
    schema, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    available = {name: set(face(name).getBestCmap()) for name in ("song", "hei")}
    wanted = characters(schema, available)
    # The largest first, so that two processors end together.
    jobs = [(name, wanted[name], output) for name in ("rest", "song", "hei")]
    with ProcessPoolExecutor() as pool:
        for line in pool.map(make, jobs):
            print(line)
    (output / "OFL.txt").write_text(license_text(), "utf-8")


main()
