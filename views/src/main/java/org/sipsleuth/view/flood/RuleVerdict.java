package org.sipsleuth.view.flood;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sipsleuth.flood.detection.FloodDetection;
import org.sipsleuth.flood.detection.FloodKnown;
import org.sipsleuth.flood.detection.FloodKnown.Added;
import org.sipsleuth.flood.rule.OverdueInvites;

/// What the rule of overdue INVITEs states of a capture, and what the deciding network adds.
///
/// @param floods when each flood was known
/// @param few how often INVITEs were overdue without a flood
/// @param network the name of the network
record RuleVerdict(List<FloodKnown> floods, int few, String network) {

    /// Takes a copy.
    RuleVerdict {
        floods = List.copyOf(floods);
    }

    /// That of a detection.
    ///
    /// @param network the name of its deciding network
    static RuleVerdict of(FloodDetection found, String network) {
        OverdueInvites overdue = found.rules().overdue();
        long all = IntStream.range(0, found.scores().inputs().windows().servers())
                .mapToObj(overdue::floods)
                .mapToLong(Collection::size)
                .sum();
        long ofFloods = found.known().stream().flatMap(each -> each.byRule().stream()).distinct().count();
        return new RuleVerdict(found.known(), (int) (all - ofFloods), network);
    }

    /// The verdict of the rule, then what the network adds.
    String words() {
        return rule() + " " + added();
    }

    private String rule() {
        double[] known = floods.stream().flatMapToDouble(each -> each.afterSeconds().stream()).sorted().toArray();
        if (known.length == 0) {
            return few == 0 ? text("flood.rule.nothing") : text("flood.rule.few", few);
        }
        String words = text("flood.rule.known", known.length, seconds(known[known.length / 2]));
        int others = floods.size() - known.length;
        return others == 0 ? words : words + " " + text("flood.rule.unknown", others);
    }

    private String added() {
        int alone = count(Added.FLOOD);
        int earlier = count(Added.TIME);
        if (alone > 0) {
            return text("flood.rule.adds", network, alone);
        }
        double most = floods.stream().mapToDouble(FloodKnown::secondsBefore).max().orElse(0);
        return earlier > 0 ? text("flood.rule.earlier", network, earlier, floods.size(), seconds(most))
                : text("flood.rule.same", network);
    }

    private int count(Added added) {
        return (int) floods.stream().filter(each -> each.added() == added).count();
    }

    /// A time in seconds with two digits.
    static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
