"""A CFF font as a TrueType one: quadratic outlines, and the ballot boxes drawn in."""
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable

# Of 1,000 units to the em: less than can be seen at any size of print.
MAX_ERROR = 1.0


def quadratic(font):
    order = font.getGlyphOrder()
    source = font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        source[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    return glyf


def to_truetype(font):
    glyf = quadratic(font)
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    metrics = font["hmtx"].metrics
    for name, glyph in glyf.glyphs.items():
        glyph.recalcBounds(glyf)
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field, value in {
        "maxZones": 1, "maxTwilightPoints": 0, "maxStorage": 0, "maxFunctionDefs": 0, "maxInstructionDefs": 0, "maxStackElements": 0,
        "maxSizeOfInstructions": 0, "maxComponentElements": 0, "maxPoints": 0, "maxContours": 0, "maxCompositePoints": 0,
        "maxCompositeContours": 0, "maxComponentDepth": 0,
    }.items():
        setattr(maxp, field, value)
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"
    post = font["post"]
    post.formatType = 3.0
    post.extraNames = []
    post.mapping = {}


def ring(pen, low, high, thickness):
    """A square frame: outer contour clockwise, inner one against it."""
    pen.moveTo((low, low)), pen.lineTo((low, high)), pen.lineTo((high, high)), pen.lineTo((high, low)), pen.closePath()
    a, b = low + thickness, high - thickness
    pen.moveTo((a, a)), pen.lineTo((b, a)), pen.lineTo((b, b)), pen.lineTo((a, b)), pen.closePath()


def tick(pen):
    points = [(230, 400), (305, 475), (435, 320), (740, 690), (805, 630), (440, 195)]
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def draw_boxes(font):
    """☐ and ☑, as wide as a hanzi, on its em square (-120 … 880)."""
    for code, name, checked in ((0x2610, "ballotBox", False), (0x2611, "ballotBoxChecked", True)):
        pen = TTGlyphPen(None)
        ring(pen, 110, 790, 50)
        if checked:
            tick(pen)
        glyph = pen.glyph()
        font["glyf"].glyphs[name] = glyph
        font["glyf"].glyphOrder.append(name)
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (900, glyph.xMin)
        for table in font["cmap"].tables:
            table.cmap[code] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)
