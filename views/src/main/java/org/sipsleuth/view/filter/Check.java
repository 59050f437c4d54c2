package org.sipsleuth.view.filter;

import java.util.Optional;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Place;

/// Whether what is typed is a filter, and if not, where it is wrong and what may have been meant.
///
/// @param place the characters that are wrong
/// @param sentence what is wrong, for people; empty unless something is
/// @param suggestion what may have been meant in their place, or empty
record Check(State state, Place place, String sentence, String suggestion) {

    /// The state of the filter text.
    enum State {
        /// Nothing is typed.
        EMPTY,
        /// It can be applied.
        RIGHT,
        /// It may become right by what is typed next.
        UNFINISHED,
        /// It is wrong.
        WRONG
    }

    /// Longer ones are checked when they are applied: typing goes on without delay.
    private static final int LONGEST = 4_000;

    private static final Place NOWHERE = new Place(0, 0);

    /// Nothing is typed.
    static final Check EMPTY = new Check(State.EMPTY, NOWHERE, "", "");

    /// Checks what is typed.
    ///
    /// @param caret where the next character comes to be
    static Check of(String text, int caret, FieldCatalog catalog) {
        if (text.isBlank()) {
            return EMPTY;
        }
        if (text.length() > LONGEST) {
            return new Check(State.RIGHT, NOWHERE, "", "");
        }
        return wrong(text, catalog)
                .map(mistake -> mistake.unlessTypedAt(text, caret))
                .orElse(new Check(State.RIGHT, NOWHERE, "", ""));
    }

    private static Optional<Check> wrong(String text, FieldCatalog catalog) {
        try {
            Filter.of(text, catalog);
            return Optional.empty();
        } catch (FilterSyntaxException mistake) {
            return Optional.of(of(mistake));
        }
    }

    static Check of(FilterSyntaxException mistake) {
        return new Check(
                State.WRONG,
                mistake.place(),
                String.valueOf(mistake.getMessage()),
                mistake.suggestion());
    }

    /// What is being typed is not wrong yet.
    private Check unlessTypedAt(String text, int caret) {
        boolean atEnd = place.from() >= text.stripTrailing().length();
        boolean underCaret = caret >= place.from() && caret <= place.to();
        return atEnd || (underCaret && place.from() < caret)
                ? new Check(State.UNFINISHED, place, sentence, suggestion)
                : this;
    }

    /// The same, with its error shown on demand.
    Check insisted() {
        return state == State.UNFINISHED
                ? new Check(State.WRONG, place, sentence, suggestion)
                : this;
    }

    /// Whether to show the error.
    boolean isWrong() {
        return state == State.WRONG;
    }
}
