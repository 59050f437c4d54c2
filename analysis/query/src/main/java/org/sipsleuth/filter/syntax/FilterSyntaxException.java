package org.sipsleuth.filter.syntax;

import java.io.Serial;

/// A filter that cannot be understood. The message says what is wrong and what was expected.
public final class FilterSyntaxException extends Exception {

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

    /// The filter with a line under it that points at the wrong characters.
    public static String marked(String text, Place place) {
        int from = Math.min(place.from(), text.length());
        int to = Math.clamp(place.to(), from, text.length());
        int carets = Math.max(1, text.codePointCount(from, to));
        return text + "\n" + " ".repeat(text.codePointCount(0, from)) + "^".repeat(carets);
    }
}
