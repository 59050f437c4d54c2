package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;

/// The example of paper 4, §4.2: from the values that it prints, and from its trace.
final class WorkedExample {

    private static final double DIGITS = 10_000;

    private static final Observation PRINTED = Observation.NOTHING.with(Variable.REQUEST_INTENSITY, 2.424)
            .with(Variable.ERROR_RESPONSE_INTENSITY, 2.70)
            .with(Variable.DESTINATIONS, 9)
            .with(Variable.WAITING_DIALOGS, 1)
            .with(Variable.REQUEST_DISTRIBUTION, List.of(9, 0, 9, 1, 1))
            .with(Variable.RESPONSE_DISTRIBUTION, List.of(7, 2, 0, 6, 2, 0));

    /// The codes of its responses in the order of its nine dialogs.
    private static final int[] RESPONSES =
            {404, 484, 100, 503, 100, 180, 200, 487, 404, 484, 100, 503, 100, 180, 200, 200, 404};

    /// How many requests each of its dialogs has.
    private static final int[] REQUESTS = {2, 2, 2, 3, 2, 2, 2, 3, 2};

    private static final double SECONDS = 5;
    private static final double REQUEST_RATE = -0.35;
    private static final double ERROR_RATE = -0.15;
    private static final int FIRST_ERROR = 300;

    private WorkedExample() {}

    static List<EvaluationTable> tables() {
        return List.of(fromVectors(), fromTrace());
    }

    private static EvaluationTable fromVectors() {
        Reasoning reasoning = Reasoning.of(PaperTables.printed(), PRINTED, Set.of());
        ClassVector belief = reasoning.belief().classes();
        List<EvaluationRow> rows = new ArrayList<>();
        double[] product = {0, 6.11, 4.85, 0, 0, 0};
        double[] exact = {0, 6.1152, 4.8544, 0, 0, 0};
        for (TrafficClass each : TrafficClass.all()) {
            int place = TrafficClass.all().indexOf(each);
            rows.add(row("L of " + each.name(), product[place], rounded(reasoning.product().get(each)),
                    Expectation.exactly(exact[place])));
        }
        rows.add(row("BEL(SCAN)", .56, rounded(belief.get(TrafficClass.SCAN)), Expectation.exactly(.5575)));
        rows.add(row("BEL(SPIT)", .44, rounded(belief.get(TrafficClass.SPIT)), Expectation.exactly(.4425)));
        return new EvaluationTable("4.2", "The worked example, from its printed vectors", rows);
    }

    private static EvaluationTable fromTrace() {
        double errors = 0;
        int[] codes = new int[Variable.RESPONSE_DISTRIBUTION.categories().size()];
        for (int code : RESPONSES) {
            errors = Math.exp(ERROR_RATE) * errors + (code >= FIRST_ERROR ? 1 : 0);
            codes[code / 100 - 1]++;
        }
        double requests = 0;
        for (int count : REQUESTS) {
            requests = Math.exp(REQUEST_RATE * SECONDS) * requests + count;
        }
        double steady = 2 / (1 - Math.exp(REQUEST_RATE * SECONDS));
        Observation observation = PRINTED.with(Variable.REQUEST_INTENSITY, requests)
                .with(Variable.ERROR_RESPONSE_INTENSITY, errors)
                .with(Variable.RESPONSE_DISTRIBUTION, Arrays.stream(codes).boxed().toList());
        ClassVector belief = Reasoning.of(PaperTables.printed(), observation, Set.of()).belief().classes();
        return new EvaluationTable("4.2, trace",
                "The worked example, from its trace (the paper counts one 1xx too many)",
                List.of(row("error response intensity", 2.70, errors, null),
                        row("request intensity at the end", null, requests, null),
                        row("request intensity, two requests every 5 s", 2.424, steady, null),
                        row("responses 1xx", 7.0, codes[0], Expectation.exactly(6)),
                        row("responses 2xx", 2.0, codes[1], Expectation.exactly(3)),
                        row("BEL(SCAN)", .56, belief.get(TrafficClass.SCAN), null),
                        row("BEL(SPIT)", .44, belief.get(TrafficClass.SPIT), null)));
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }

    private static EvaluationRow row(String name, @Nullable Double paper, double ours, @Nullable Expectation must) {
        return new EvaluationRow(name, paper, Spread.of(ours), must);
    }
}
