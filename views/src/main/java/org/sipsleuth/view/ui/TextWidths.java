package org.sipsleuth.view.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures texts, and remembers what it measured: measuring costs more than drawing. Of ASCII it
/// adds up the letters: JavaFX lays out Latin letters without kerning.
public final class TextWidths {

    private static final int REMEMBERED = 4_096;
    private static final int FONTS = 64;
    private static final double NARROWEST = 1.5; // in pixels; only accents are narrower
    private static final int ASCII = 0x7f;
    private static final int TIMES = 32; // a font rounds the width of a single letter
    private static final String ELLIPSIS = "…";

    private record Measured(String text, Font font) {}

    private final Text ruler = new Text();
    private final Map<Font, double[]> letters = new HashMap<>();
    private final Map<Measured, Double> widths = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// The width of a text in pixels.
    public double of(String text, Font font) {
        double[] known = letters(font);
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter >= ASCII) {
                return widths.computeIfAbsent(new Measured(text, font), this::measure);
            }
            if (known[letter] < 0) {
                known[letter] = measure(new Measured(String.valueOf(letter).repeat(TIMES), font)) / TIMES;
            }
            width += known[letter];
        }
        return width;
    }

    /// The width of each letter, below 0 where it is not known yet.
    private double[] letters(Font font) {
        double[] known = letters.get(font);
        if (known == null) {
            known = new double[ASCII];
            Arrays.fill(known, -1);
            if (letters.size() >= FONTS) {
                letters.clear();
            }
            letters.put(font, known);
        }
        return known;
    }

    /// The text, or its beginning with an ellipsis if it is wider than `room`.
    public String fit(String text, Font font, double room) {
        int kept = kept(text, font, room, wanted -> beginning(text, wanted));
        return shown(text, kept, font, room, beginning(text, kept) + ELLIPSIS);
    }

    /// The text, or its end behind an ellipsis if it is wider than `room`: addresses of one network
    /// begin alike.
    public String fitEnd(String text, Font font, double room) {
        int kept = kept(text, font, room, wanted -> end(text, wanted));
        return shown(text, kept, font, room, ELLIPSIS + end(text, kept));
    }

    private String shown(String text, int kept, Font font, double room, String cut) {
        if (kept == text.length()) {
            return text;
        }
        return of(ELLIPSIS, font) > room ? "" : cut;
    }

    /// How many characters fit, beside an ellipsis if not all do. A text that is far too long for
    /// the room is not measured whole.
    private int kept(String text, Font font, double room, IntFunction<String> part) {
        int most = (int) Math.min(text.length(), Math.max(0, room) / NARROWEST);
        if (most == text.length() && of(text, font) <= room) {
            return most;
        }
        double left = room - of(ELLIPSIS, font);
        int low = 0;
        int high = Math.min(most, text.length() - 1);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (of(part.apply(middle), font) <= left) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.max(0, low);
    }

    /// So many characters of the beginning; one less where a pair would be cut in half.
    private static String beginning(String text, int kept) {
        boolean isHalf = kept > 0 && Character.isHighSurrogate(text.charAt(kept - 1));
        return text.substring(0, isHalf ? kept - 1 : kept);
    }

    private static String end(String text, int kept) {
        int from = text.length() - kept;
        boolean isHalf = kept > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(isHalf ? from + 1 : from);
    }

    private double measure(Measured wanted) {
        ruler.setFont(wanted.font());
        ruler.setText(wanted.text());
        return ruler.getLayoutBounds().getWidth();
    }
}
