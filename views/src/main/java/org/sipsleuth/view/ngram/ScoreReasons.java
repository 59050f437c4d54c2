package org.sipsleuth.view.ngram;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ngram.heat.FieldColumns;
import org.sipsleuth.view.ngram.heat.HeatRow;

/// What moved the score of a message, in words. A reason that there is not is left out.
final class ScoreReasons {

    private static final int SHOWN_DEPARTURES = 3;
    private static final int SHOWN_GRAMS = 3;
    private static final int LONGEST_DEPARTURE = 160;
    private static final int LONGEST_GRAM = 40;
    private static final char BLANK = '␣';

    private ScoreReasons() {}

    /// Its defects; without one, whether it is unusual at all.
    static String defects(Explained its) {
        List<Departure> departures = its.departures();
        if (departures.isEmpty()) {
            boolean isUsual = its.unusual().isEmpty() && its.missing().isEmpty() && its.headers().isEmpty();
            return text(isUsual ? "ngram.usual" : "ngram.conforms");
        }
        return text("ngram.departs",
                departures.stream()
                        .limit(SHOWN_DEPARTURES)
                        .map(each -> VisibleText.ofValue(each.text().text(), LONGEST_DEPARTURE))
                        .collect(Collectors.joining("; ")),
                Math.max(0, departures.size() - SHOWN_DEPARTURES));
    }

    /// What of its header fields is unlike normal ones, or empty.
    static String headers(Explained its) {
        return its.headers().isEmpty() ? ""
                : text("ngram.headers",
                        its.headers()
                                .stream()
                                .limit(SHOWN_DEPARTURES)
                                .map(each -> VisibleText.ofValue(each, LONGEST_DEPARTURE))
                                .collect(Collectors.joining("; ")),
                        Math.max(0, its.headers().size() - SHOWN_DEPARTURES));
    }

    /// The n-grams that it has or lacks unlike normal messages, or empty.
    static String grams(Explained its) {
        return Stream
                .of(sentence("ngram.grams", its.unusual(), its.heat()),
                        sentence("ngram.grams.missing", its.missing(), its.heat()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String key, List<Explained.Gram> some, HeatRow message) {
        return some.isEmpty() ? "" : text(key, words(some, message));
    }

    /// The values are left out where each n-gram adds the same.
    private static String words(List<Explained.Gram> some, HeatRow message) {
        boolean areEqual = some.stream().mapToDouble(Explained.Gram::value).distinct().count() == 1;
        return some.stream()
                .limit(SHOWN_GRAMS)
                .map(gram -> words(gram, message, areEqual))
                .collect(Collectors.joining("  "));
    }

    /// The bytes between marks that SIP does not use, blanks shown, and the part of the message
    /// that has them first; one that it lacks is in no part.
    private static String words(Explained.Gram gram, HeatRow message, boolean isOnlyText) {
        String shown = VisibleText.ofValue(gram.text(), LONGEST_GRAM).replace(' ', BLANK);
        String part = message.partOf(gram.text()).map(FieldColumns::name).orElse("");
        int isIn = part.isEmpty() ? 0 : 1;
        return isOnlyText ? text("ngram.gram.only", shown, isIn, part)
                : text("ngram.gram", shown, isIn, part, String.format(Locale.ROOT, "%.2f", gram.value()));
    }
}
