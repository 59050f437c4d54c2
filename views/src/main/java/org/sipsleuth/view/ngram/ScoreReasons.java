package org.sipsleuth.view.ngram;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.view.message.VisibleText;

/// What moved the score of a message, in words. A reason that there is not is left out.
final class ScoreReasons {

    private static final int SHOWN_DEPARTURES = 3;
    private static final int SHOWN_GRAMS = 3;
    private static final int LONGEST_DEPARTURE = 160;
    private static final int LONGEST_GRAM = 40;

    private ScoreReasons() {}

    /// Its defects; without one, whether it is unusual at all.
    static String defects(Explained its) {
        List<Departure> departures = its.departures();
        if (departures.isEmpty()) {
            boolean isUsual = its.unusual().isEmpty() && its.missing().isEmpty();
            return text(isUsual ? "anomalies.usual" : "anomalies.conforms");
        }
        return text(
                "anomalies.departs",
                departures.stream()
                        .limit(SHOWN_DEPARTURES)
                        .map(each -> VisibleText.ofValue(each.text(), LONGEST_DEPARTURE))
                        .collect(Collectors.joining("; ")),
                Math.max(0, departures.size() - SHOWN_DEPARTURES));
    }

    /// The n-grams that it has or lacks unlike normal messages; empty if there are none.
    static String grams(Explained its) {
        return Stream.of(
                        sentence("anomalies.grams", its.unusual()),
                        sentence("anomalies.grams.missing", its.missing()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String key, List<Explained.Gram> some) {
        return some.isEmpty() ? "" : text(key, words(some));
    }

    /// The values are left out where each n-gram adds the same.
    private static String words(List<Explained.Gram> some) {
        boolean areEqual = some.stream().mapToDouble(Explained.Gram::value).distinct().count() == 1;
        return some.stream()
                .limit(SHOWN_GRAMS)
                .map(its -> words(its, areEqual))
                .collect(Collectors.joining("  "));
    }

    private static String words(Explained.Gram gram, boolean isOnlyText) {
        String shown = VisibleText.ofValue(gram.text(), LONGEST_GRAM);
        return isOnlyText
                ? text("anomalies.gram.only", shown)
                : text("anomalies.gram", shown, String.format(Locale.ROOT, "%.2f", gram.value()));
    }
}
