package org.sipsleuth.view.message.text;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.sipsleuth.view.ui.TextWidths;

/// Measures the characters of a text in pixels: what belongs to one place of the screen (a letter
/// and its accents, both halves of a surrogate pair) has its width in the first, and 0 behind it.
final class TextMeter {

    private static final int ASCII = 0x80;

    /// Scripts before this, the Hebrew one, have letters that are beside each other.
    private static final int FIRST_JOINED = 0x590;

    /// All of its kind are as wide.
    private static final String SQUARE = "\u6f22";

    private final TextWidths measured = new TextWidths();
    private final Font plain;
    private final Font bold;
    private final double[] plainAscii;
    private final double[] boldAscii;
    private final RowPlace row;

    TextMeter(Font plain, Font bold) {
        this.plain = plain;
        this.bold = bold;
        plainAscii = ascii(plain);
        boldAscii = ascii(bold);
        Text letters = new Text("Ag");
        letters.setFont(plain);
        Bounds bounds = letters.getLayoutBounds();
        row = new RowPlace(0, Math.ceil(bounds.getHeight()), Math.round(-bounds.getMinY()));
    }

    /// A row that is drawn at 0.
    RowPlace row() {
        return row;
    }

    /// The fonts that it measures with.
    boolean isOf(Font otherPlain, Font otherBold) {
        return plain.equals(otherPlain) && bold.equals(otherBold);
    }

    /// The width of a space.
    double space() {
        return plainAscii[' '];
    }

    /// The width of each character of a text; 0 for ends of lines, tabs, and accents.
    double[] widths(String text, List<StyledRun> runs, TextStyles styles) {
        double[] widths = new double[text.length()];
        for (StyledRun run : runs) {
            boolean isBold = styles.style(run.styles()).isBold();
            double[] ascii = isBold ? boldAscii : plainAscii;
            int at = run.from();
            while (at < run.to()) {
                int to = TextPieces.end(text, at, run.to());
                if (TextPieces.isPlain(text, at)) {
                    for (; at < to; at++) {
                        widths[at] = ascii[text.charAt(at)];
                    }
                } else {
                    joined(text, at, to, isBold, widths);
                    at = to;
                }
            }
        }
        return widths;
    }

    /// Letters that are joined are narrower together than each by itself: their widths are made to
    /// fit what all of them have.
    private void joined(String text, int from, int to, boolean isBold, double[] widths) {
        String all = text.substring(from, to);
        BreakIterator parts = BreakIterator.getCharacterInstance(Locale.ROOT);
        parts.setText(all);
        boolean isJoined = false;
        double sum = 0;
        int begin = 0;
        for (int end = parts.next(); end != BreakIterator.DONE; end = parts.next()) {
            int codePoint = all.codePointAt(begin);
            boolean isSquare = Character.isIdeographic(codePoint);
            isJoined |= !isSquare && codePoint >= FIRST_JOINED;
            double width = width(isSquare ? SQUARE : Character.toString(codePoint), isBold);
            widths[from + begin] = width;
            sum += width;
            begin = end;
        }
        if (isJoined && sum > 0) {
            double combinedWidth = width(all, isBold);
            for (int at = from; at < to; at++) {
                widths[at] *= combinedWidth / sum;
            }
        }
    }

    private double width(String characters, boolean isBold) {
        return measured.of(characters, isBold ? bold : plain);
    }

    private double[] ascii(Font font) {
        double[] widths = new double[ASCII]; // 0 for controls: ends of lines, and tabs
        double narrow = measured.of("i", font);
        boolean isFixed = narrow == measured.of("W", font) && narrow == measured.of(" ", font);
        for (char c = ' '; c < ASCII - 1; c++) {
            widths[c] = isFixed ? narrow : measured.of(String.valueOf(c), font);
        }
        return widths;
    }
}
