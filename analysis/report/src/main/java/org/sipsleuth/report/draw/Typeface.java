package org.sipsleuth.report.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.sipsleuth.report.draw.Pen.Letters;

/// The letters of reports: Liberation Sans, which comes with PDFBox and is as wide as Arial and
/// Helvetica. So texts have the same width in every format and on every machine.
///
/// It has the letters of Latin, Greek and Cyrillic script. Others it has, or that must be shaped or
/// written from right to left, it does not draw: [#drawable] writes them as escapes.
public final class Typeface implements TextMeasure {

    /// What to ask a viewer for who brings its own letters.
    public static final String FAMILIES = "'Liberation Sans',Arial,Helvetica,sans-serif";

    /// Its name.
    public static final String FAMILY = "Liberation Sans";

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ELLIPSIS = "…";
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int BMP = 0x10000;
    private static final double SMALLEST = 7;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        glyphs = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
    }

    /// Loads it; takes some tens of milliseconds.
    public static Typeface load() throws IOException {
        try (InputStream in = open()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false); // no ligatures: text must be found again
            return new Typeface(font);
        }
    }

    private static InputStream open() throws IOException {
        InputStream in = PDDocument.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new FileNotFoundException(RESOURCE);
        }
        return in;
    }

    @Override
    public double width(String text, Letters letters) {
        return width(text, letters.size());
    }

    @Override
    public String fit(String text, Letters letters, double room) {
        return fit(text, letters.size(), room);
    }

    @Override
    public String fitEnd(String text, Letters letters, double room) {
        if (width(text, letters.size()) <= room) {
            return text;
        }
        double left = room - width(ELLIPSIS, letters.size());
        int at = text.length();
        while (at > 0) {
            int letter = text.codePointBefore(at);
            left -= advance(letter) / unitsPerEm * letters.size();
            if (left < 0) {
                break;
            }
            at -= Character.charCount(letter);
        }
        return ELLIPSIS + text.substring(at);
    }

    @Override
    public double smallest() {
        return SMALLEST;
    }

    /// The width of a text; a letter that it has not counts as a square.
    public double width(String text, double size) {
        double units = 0;
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            units += advance(letter);
            at += Character.charCount(letter);
        }
        return units / unitsPerEm * size;
    }

    private double advance(int letter) {
        int glyph = glyphs.getGlyphId(letter);
        try {
            return glyph == 0 ? unitsPerEm : font.getAdvanceWidth(glyph);
        } catch (IOException unread) {
            return unitsPerEm; // the font is in memory
        }
    }

    /// The text, or its beginning with an ellipsis if it is wider than `room`.
    public String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        double left = room - width(ELLIPSIS, size);
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            left -= advance(letter) / unitsPerEm * size;
            if (left < 0) {
                break;
            }
            at += Character.charCount(letter);
        }
        return text.substring(0, at) + ELLIPSIS;
    }

    /// The text with each letter that this typeface does not draw as an escape: `\u4e2d`.
    public String drawable(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < FIRST_BEYOND_ASCII) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder drawable = new StringBuilder(text.length() + 8).append(text, 0, at);
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (draws(letter)) {
                drawable.appendCodePoint(letter);
            } else {
                drawable.append(letter < BMP ? "\\u" : "\\U")
                        .append(HexFormat.of().toHexDigits(letter, letter < BMP ? 4 : 8));
            }
            at += Character.charCount(letter);
        }
        return drawable.toString();
    }

    private boolean draws(int letter) {
        if (glyphs.getGlyphId(letter) == 0) {
            return false;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN, GREEK, CYRILLIC, COMMON -> true;
            default -> false;
        };
    }

    /// The same typeface for a PDF; only the letters that are used go into it.
    public PDFont embedIn(PDDocument document) throws IOException {
        FontMappers.set(new OneFont(font));
        return PDType0Font.load(document, font, true);
    }

    /// The same typeface for pixels.
    static Font forPixels() throws IOException {
        try (InputStream in = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }
}
