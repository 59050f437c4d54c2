package org.sipsleuth.filter.syntax;

import java.io.Serial;

/// A filter that cannot be understood. The message says what is wrong and what was expected.
public final class FilterSyntaxException extends Exception {

    /// The most characters of a filter that are shown with a mistake.
    static final int MOST_SHOWN = 200;

    private static final String CUT = "…";

    @Serial private static final long serialVersionUID = 1;

    private final int from;
    private final int to;
    private final String suggestion;

    /// @param place the characters that are wrong
    public FilterSyntaxException(String message, Place place) {
        this(message, place, "");
    }

    /// @param suggestion what may have been meant in the place of the wrong characters, or empty
    public FilterSyntaxException(String message, Place place, String suggestion) {
        super(message);
        this.from = place.from();
        this.to = place.to();
        this.suggestion = suggestion;
    }

    /// The characters that are wrong; an empty range at the end where something is missing.
    public Place place() {
        return new Place(from, to);
    }

    /// What may have been meant in the place of the wrong characters, or empty.
    public String suggestion() {
        return suggestion;
    }

    /// The message, and what may have been meant.
    public String sentence() {
        String message = String.valueOf(getMessage());
        return suggestion.isEmpty() ? message : message + "; did you mean: " + suggestion;
    }

    /// The filter with a line under it that points at the wrong characters. Of a filter of more
    /// than [#MOST_SHOWN] characters only what is around them is shown.
    public static String marked(String text, Place place) {
        int from = Math.min(place.from(), text.length());
        int to = Math.clamp(place.to(), from, text.length());
        int begin = text.length() <= MOST_SHOWN ? 0 : Math.max(0, from - MOST_SHOWN / 2);
        int end = Math.min(text.length(), begin + MOST_SHOWN);
        String shown = (begin > 0 ? CUT : "") + text.substring(begin, end) + (end < text.length() ? CUT : "");
        int before = text.codePointCount(begin, from) + (begin > 0 ? CUT.length() : 0);
        int carets = Math.max(1, text.codePointCount(from, Math.clamp(to, from, end)));
        return shown + "\n" + " ".repeat(before) + "^".repeat(carets);
    }
}
