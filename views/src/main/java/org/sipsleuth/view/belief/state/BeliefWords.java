package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.belief.tree.Belief;
import org.sipsleuth.belief.tree.Observation;
import org.sipsleuth.belief.tree.TrafficClass;
import org.sipsleuth.belief.tree.Variable;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.fx.UtcTime;
import org.sipsleuth.view.message.VisibleText;

/// Beliefs in the words of the window.
public final class BeliefWords {

    private static final int LONGEST_NAME = 120;
    private static final double SMALL = 0.00005;
    private static final double LARGE = 100_000;

    private BeliefWords() {}

    /// A class: `Password cracking`.
    public static String of(TrafficClass trafficClass) {
        return text("beliefs.class." + trafficClass.word());
    }

    /// The CSS class of what stands for a class: that of the same class in a truth.
    public static String styleClass(TrafficClass trafficClass) {
        return "belief-" + trafficClass.word().replace('_', '-');
    }

    /// The name of a leaf.
    public static String of(Variable variable) {
        return text("beliefs.leaf." + variable.word());
    }

    /// A probability or a message: four digits, or as many as tell it from 0.
    public static String number(double value) {
        if (value != 0 && value < SMALL) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, value >= LARGE ? "%.3e" : "%.4f", value);
    }

    /// The value of a measure, `2.72`, or the counts of a distribution, `9 0 9 1 1`.
    public static String value(Variable variable, Observation observation) {
        if (variable.isDistribution()) {
            return observation.counts(variable).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }
        double value = observation.value(variable);
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    /// The name of a source; a source can write into it what it likes.
    public static String name(SourcePeriods source) {
        if (source.isTogether()) {
            return text("beliefs.together");
        }
        return VisibleText.ofValue(source.name(), LONGEST_NAME);
    }

    /// What is believed of a source, in a few words.
    public static String of(SourceRow row) {
        return switch (row.standing()) {
            case TOO_FEW -> text("beliefs.standing.TOO_FEW");
            case CONTRADICTION -> text("beliefs.standing.CONTRADICTION");
            case BELIEVED -> of(row.belief().leading()) + " " + number(row.belief().strength());
        };
    }

    /// Which period is looked at.
    public static String period(Shown shown) {
        return text(
                "beliefs.period",
                shown.place() + 1,
                shown.row().periods().all().size(),
                shown.period().messages(),
                UtcTime.dateAndClock(shown.period().fromNanos()),
                UtcTime.length((double) (shown.period().toNanos() - shown.period().fromNanos())));
    }

    /// What is believed of it, and how much that is worth.
    public static String verdict(Shown shown) {
        Belief belief = shown.belief();
        String words =
                belief.isContradiction()
                        ? text("beliefs.contradiction", excluded(shown))
                        : text(
                                "beliefs.verdict",
                                of(belief.leading()),
                                number(belief.strength()),
                                of(belief.runnerUp()),
                                number(belief.classes().get(belief.runnerUp())));
        return shown.standing() == Standing.TOO_FEW
                ? text(
                        "beliefs.too.few",
                        shown.period().messages(),
                        SourcePeriods.LEAST_MESSAGES,
                        words)
                : words;
    }

    /// Which leaves exclude which classes: `Normal by request intensity; …`.
    private static String excluded(Shown shown) {
        return TrafficClass.all().stream()
                .map(each -> excluded(each, shown.reasoning().excluding(each)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String excluded(TrafficClass each, List<Variable> by) {
        return by.isEmpty()
                ? ""
                : text(
                        "beliefs.excluded",
                        of(each),
                        by.stream().map(BeliefWords::of).collect(Collectors.joining(", ")));
    }
}
