package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.UtcTime;

/// Beliefs in the words of the window.
public final class BeliefWords {

    private static final int LONGEST_NAME = 120;

    private BeliefWords() {}

    /// The name of a source; a source can write into it what it likes.
    public static String name(SourcePeriods source) {
        if (source.isTogether()) {
            return text("belief.together");
        }
        return name(source.name());
    }

    /// A source's address or host; a source can write into it what it likes.
    public static String name(String source) {
        return VisibleText.ofValue(source, LONGEST_NAME);
    }

    /// What is believed of a source, in a few words.
    ///
    /// @param harmless what the rules call harmless
    public static String of(SourceRow row, Harmless harmless) {
        return switch (row.standing()) {
            case TOO_FEW -> text("belief.standing.TOO_FEW");
            case CONTRADICTION -> text("belief.standing.CONTRADICTION");
            case BELIEVED -> {
                List<TrafficClass> set = row.belief().classSet();
                String words = set.size() > 1 ? shortly(set) : classes(set, harmless);
                yield words + " " + Probability.text(row.belief().strengthOf(set));
            }
        };
    }

    private static String shortly(List<TrafficClass> set) {
        return set.stream()
                .sorted()
                .map(each -> text("belief.short." + each.word()))
                .collect(Collectors.joining(text("belief.or")));
    }

    /// Classes of which each comes into question: `Scan or SPIT`.
    static String classes(List<TrafficClass> set, Harmless harmless) {
        return set.stream().sorted().map(harmless::name).collect(Collectors.joining(text("belief.or")));
    }

    /// Which period is looked at.
    public static String period(Shown shown) {
        return text("belief.period", shown.place() + 1, shown.row().periods().all().size(), shown.period().messages(),
                UtcTime.dateAndClock(shown.period().fromNanos()),
                UtcTime.length((double) (shown.period().toNanos() - shown.period().fromNanos())));
    }

    /// What is believed of it, and how much that is worth.
    ///
    /// @param harmless what the rules call harmless
    public static String verdict(Shown shown, Harmless harmless) {
        String words = shown.remembered().map(Remembered::words).orElseGet(() -> now(shown, harmless));
        return shown.standing() == Standing.TOO_FEW ? text("belief.too.few", shown.period().messages(), words) : words;
    }

    private static String now(Shown shown, Harmless harmless) {
        Belief belief = shown.belief();
        return belief.isContradiction() ? text("belief.contradiction")
                : text("belief.verdict", harmless.name(belief.leading()),
                        Probability.relation(belief.strength()).text(), harmless.name(belief.runnerUp()),
                        Probability.relation(belief.classes().get(belief.runnerUp())).text());
    }

    /// What is to be known of a belief that is worth little; empty for others.
    public static String detail(Shown shown) {
        String few =
                shown.standing() == Standing.TOO_FEW ? text("belief.too.few.detail", SourcePeriods.LEAST_MESSAGES) : "";
        String against = shown.belief().isContradiction() ? text("belief.contradiction.detail", excluded(shown)) : "";
        String carried = shown.isCarried() ? text("belief.carried") : "";
        return String.join(" ", few, against, carried).strip();
    }

    /// Which leaves exclude which classes: `Normal by request intensity; …`.
    private static String excluded(Shown shown) {
        return TrafficClass.all()
                .stream()
                .map(each -> excluded(each, shown.reasoning().excluding(each)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String excluded(TrafficClass each, List<Variable> by) {
        return by.isEmpty() ? ""
                : text("belief.excluded", BeliefText.of(each).text(),
                        by.stream().map(BeliefText::of).map(Sentence::text).collect(Collectors.joining(", ")));
    }
}
