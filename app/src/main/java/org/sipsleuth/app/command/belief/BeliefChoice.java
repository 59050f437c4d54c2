package org.sipsleuth.app.command.belief;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Option;

/// Which periods are reported, and with which assumptions.
public final class BeliefChoice {

    private static final int MOST_COUNTS = 8;

    @Option(names = "--together", description = "treat all messages as sent by one source") private boolean isTogether;

    @Option(names = "--source", paramLabel = "NAME",
            description = "only this source (address or host name)") private @Nullable String source;

    @Option(names = "--without", paramLabel = "LEAF", split = ",",
            description = {
                "ignore the observations of these leaves: request-intensity,"
                        + " error-response-intensity, parsing-error-intensity, destinations,"
                        + " waiting-dialogs, opened-ports, request-distribution,"
                        + " response-distribution, request-peak, error-peak, source-role, fan-in,"
                        + " users-tried, failed-logins, unacknowledged, credentials, success,"
                        + " repeated-users, repeated-callers"}) private List<String> without = List.of();

    @Option(names = "--what-if", paramLabel = "LEAF=VALUE", description = {
        "compute beliefs as if a leaf had this value in every listed period; for a"
                + " distribution, its counts, as 9,0,9,1,1. Can be given several times."}) private List<String> tried =
                        List.of();

    @Option(names = "--forgetting", paramLabel = "SHARE", defaultValue = "1",
            description = {
                "share of a source's belief that is forgotten before its next period, 0 to 1;"
                        + " with 1 (the default, as in the paper) periods are independent"}) private double forgetting =
                                1;

    /// Whether all messages count as those of one source.
    boolean isTogether() {
        return isTogether;
    }

    /// Whether a source is reported.
    boolean has(String name) {
        return source == null || source.equals(name);
    }

    /// The source that the user named.
    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /// Checks all of it.
    ///
    /// @throws SettingException if something cannot be, with words for the user
    Checked checked() throws SettingException {
        if (!(forgetting >= 0 && forgetting <= 1)) {
            throw new SettingException("--forgetting must be 0 to 1 (got " + forgetting + ")");
        }
        Set<Variable> silent = EnumSet.noneOf(Variable.class);
        for (String name : without) {
            silent.add(leaf(name));
        }
        Map<Variable, List<Double>> values = new EnumMap<>(Variable.class);
        for (String each : tried) {
            int equals = each.indexOf('=');
            if (equals < 0) {
                throw new SettingException("--what-if must be LEAF=VALUE (got " + each + ")");
            }
            Variable variable = leaf(each.substring(0, equals));
            values.put(variable, numbers(variable, each.substring(equals + 1)));
        }
        return new Checked(values, silent, new SequentialBelief(forgetting));
    }

    private static Variable leaf(String name) throws SettingException {
        List<String> all = Variable.all().stream().map(Variable::word).toList();
        int place = all.indexOf(name.strip());
        if (place < 0) {
            List<String> near = Suggestions.to(name, all, 1);
            throw new SettingException(
                    near.isEmpty() ? "no such leaf: %s; available: %s".formatted(name, String.join(", ", all))
                            : "no such leaf: %s; did you mean: %s".formatted(name, near.getFirst()));
        }
        return Variable.all().get(place);
    }

    private static List<Double> numbers(Variable variable, String words) throws SettingException {
        List<Double> numbers = new ArrayList<>();
        for (String each : words.split("[, ]", MOST_COUNTS)) {
            numbers.add(number(variable, each));
        }
        int wanted = Math.max(1, variable.categories().size());
        if (numbers.size() != wanted) {
            throw new SettingException("%s needs %d %s (got %d)".formatted(variable.word(), wanted,
                    wanted == 1 ? "number" : "counts (" + String.join(" ", variable.categories()) + ")",
                    numbers.size()));
        }
        return numbers;
    }

    private static double number(Variable variable, String word) throws SettingException {
        try {
            double number = Double.parseDouble(word);
            boolean isCount = !variable.isDistribution() || number == Math.rint(number);
            if (number >= 0 && number < Integer.MAX_VALUE && isCount) {
                return number;
            }
        } catch (NumberFormatException _) {
            // the error is reported below
        }
        throw new SettingException("invalid value for %s: %s (must be a %s of 0 or more)".formatted(variable.word(),
                word, variable.isDistribution() ? "count" : "number"));
    }

    /// What is tried out.
    ///
    /// @param values of leaves: one number of a measure, counts of a distribution
    /// @param silent leaves whose evidence is left out
    /// @param sequence how a belief goes on in the next period
    record Checked(Map<Variable, List<Double>> values, Set<Variable> silent, SequentialBelief sequence) {

        /// What would have been observed.
        Observation of(Observation observed) {
            Observation changed = observed;
            for (Map.Entry<Variable, List<Double>> each : values.entrySet()) {
                changed = each.getKey().isDistribution()
                        ? changed.with(each.getKey(), each.getValue().stream().map(Double::intValue).toList())
                        : changed.with(each.getKey(), each.getValue().getFirst());
            }
            return changed;
        }
    }
}
