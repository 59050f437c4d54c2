package org.sipsleuth.flood.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.percent;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.TransactionTable;

/// Makes a finding of a load test: for information, and part of no incident.
final class LoadTestFindings {

    private static final String KIND = "load_test";
    private static final MethodTexts TEXTS = FloodFindings.TEXTS;

    private LoadTestFindings() {}

    static Finding of(InviteAttempts attempts, Origin origin, LoadTest test) {
        TransactionTable table = attempts.table();
        List<Integer> its = test.attempts();
        long from = attempts.atNanos(its.getFirst());
        long to = attempts.atNanos(its.getLast());
        String source = table.host(test.source());
        String server = table.host(test.server());
        Sentence explanation = TEXTS.sentence("load.explanation", count(its.size()), host(source), host(server),
                number((to - from) / 1e9, 1), number(test.perSecond(), 1), percent(test.carriedThrough(), 1));
        return new Finding(
                FindingId.of(FloodModel.KIND,
                        String.format(Locale.ROOT, "%s %d %d %d %s", KIND, from, to, its.size(), source)),
                origin, Severity.INFO,
                Statement.of(KIND, TEXTS.sentence("title.load_test", host(source), host(server)), explanation, TEXTS),
                new Grounds(measures(test), true, TEXTS.sentence("load.sample", count(its.size()))),
                Evidence.ofMessages(its.stream().map(attempts::last).mapToInt(HopTransaction::request).toArray(),
                        List.of()),
                new Subject(Subject.Kind.TARGET, server), () -> rationale(attempts, test));
    }

    private static Rationale rationale(InviteAttempts attempts, LoadTest test) {
        List<Measurement> measures = measures(test);
        int calls = test.attempts().size();
        int[] counts = LoadTests.counts(attempts, test.attempts().stream().mapToInt(each -> each).toArray());
        List<Double> differences =
                IntStream.range(1, counts.length).mapToObj(i -> (double) counts[i] - counts[i - 1]).toList();
        double seconds =
                (attempts.atNanos(test.attempts().getLast()) - attempts.atNanos(test.attempts().getFirst())) / 1e9;
        Sentence source = Explanation.page("METHOD-FLOOD", "When no network is needed");
        return new Rationale.Builder()
                .explained(Explanation.of(measures.get(0), "Σ(d^2) ÷ 2 ÷ count(d) ÷ mean(c)",
                        List.of(Input.of("d", TEXTS.sentence("explain.differences"), differences),
                                Input.of("c", TEXTS.sentence("explain.counts"),
                                        IntStream.of(counts).asDoubleStream().boxed().toList())),
                        source))
                .explained(Explanation.of(measures.get(1), "(n − 1) ÷ t",
                        List.of(Input.of("n", TEXTS.sentence("explain.calls"), calls),
                                Input.of("t", TEXTS.sentence("explain.seconds"), Math.max(seconds, 1e-9))),
                        source))
                .explained(Explanation.of(measures.get(2), "c ÷ n",
                        List.of(Input.of("c", TEXTS.sentence("explain.carried"),
                                Math.rint(test.carriedThrough() * calls)),
                                Input.of("n", TEXTS.sentence("explain.calls"), calls)),
                        source))
                .build();
    }

    private static List<Measurement> measures(LoadTest test) {
        return List.of(
                new Measurement(TEXTS.sentence("load.dispersion"), test.dispersion(), LoadTests.MOST_DISPERSION,
                        Measurement.Side.BELOW),
                new Measurement(TEXTS.sentence("load.rate"), test.perSecond(), LoadTests.LEAST_PER_SECOND,
                        Measurement.Side.AT_LEAST),
                new Measurement(TEXTS.sentence("load.carried_through"), test.carriedThrough(),
                        LoadTests.LEAST_CARRIED_THROUGH, Measurement.Side.AT_LEAST));
    }
}
