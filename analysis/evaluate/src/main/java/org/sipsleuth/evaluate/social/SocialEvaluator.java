package org.sipsleuth.evaluate.social;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.evaluate.Corpus;
import org.sipsleuth.evaluate.Evaluation;
import org.sipsleuth.evaluate.EvaluationRequest;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Evaluator;
import org.sipsleuth.evaluate.PaperFigure;
import org.sipsleuth.run.RunMonitor;

/// Measures paper 5: Tables 5 and 6, departments as communities, and, in the days without attacks,
/// Tables 1 to 3 and Figs 2 to 19; Fig. 20 in those with attacks.
public final class SocialEvaluator implements Evaluator {

    private static final int TRAIN_DAYS = 92;

    private static final Map<String, String> TABLE_5 =
            Map.of(
                    "members", "8498",
                    "calls", "422687",
                    "injected-calls", "200000",
                    "outsiders", "4.7",
                    "train-days", Integer.toString(TRAIN_DAYS),
                    "ramp-days", "3");

    private static final Map<String, String> TABLE_6 =
            Map.of(
                    "injections", "table-6",
                    "members", "100",
                    "calls", "3128",
                    "train-days", Integer.toString(TRAIN_DAYS));

    @Override
    public String method() {
        return "social";
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<EvaluationTable> tables = new ArrayList<>();
        news.accept("Table 5");
        Society hard = Society.of(request.seed(), TABLE_5, monitor);
        tables.add(
                new FlagTable(hard, hard.internal(), TRAIN_DAYS, monitor)
                        .table(
                                "table-5",
                                "Table 5, with newcomers, changed roles and three days until the"
                                        + " maximum",
                                new FlagTable.Goals(
                                        161,
                                        426,
                                        OptionalDouble.of(165),
                                        OptionalDouble.of(0.01),
                                        OptionalDouble.of(0.9))));
        news.accept("Table 5 without the hard cases");
        Map<String, String> plain = new HashMap<>(TABLE_5);
        plain.putAll(Map.of("newcomers", "0", "role-changes", "0", "ramp-days", "0"));
        Society easy = Society.of(request.seed(), plain, monitor);
        tables.add(
                new FlagTable(easy, easy.internal(), TRAIN_DAYS, monitor)
                        .table(
                                "table-5-plain",
                                "Table 5, without newcomers, changed roles and a slow beginning",
                                new FlagTable.Goals(
                                        161,
                                        426,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty())));
        news.accept("Table 6");
        Society callers = Society.of(request.seed(), TABLE_6, monitor);
        tables.add(
                new FlagTable(callers, callers(callers), TRAIN_DAYS, monitor)
                        .table(
                                "table-6",
                                "Table 6, callers",
                                new FlagTable.Goals(
                                        18,
                                        3,
                                        OptionalDouble.of(18),
                                        OptionalDouble.of(0.03),
                                        OptionalDouble.empty())));
        news.accept("departments");
        Departments departments = new Departments(easy, monitor);
        tables.add(departments.table());
        news.accept("clusters");
        Society ordinary = easy.firstDays(TRAIN_DAYS);
        MemberClusters members = new MemberClusters(ordinary, TRAIN_DAYS, request.seed(), monitor);
        tables.add(GroupTable.of(ordinary.records(), members.groups()));
        tables.addAll(new ClusterTables(members).tables());
        tables.add(new PatternTable(members).table());
        news.accept("figures");
        TrafficFigures traffic = new TrafficFigures(ordinary, TRAIN_DAYS);
        AttackFigures attacks = new AttackFigures(hard);
        tables.add(traffic.fits());
        tables.add(attacks.table());
        List<PaperFigure> figures = new ArrayList<>(traffic.figures());
        figures.addAll(new CallFigures(ordinary).figures());
        figures.add(departments.figure());
        figures.addAll(new ClusterFigures(members).figures());
        figures.addAll(new FlowFigures(members).figures());
        figures.addAll(attacks.figures());
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("calls", (long) hard.records().size());
        counts.put("users", (long) hard.records().users().size());
        counts.put("members", (long) hard.internal().size());
        return new Evaluation(
                method(),
                new Corpus("social", request.seed(), counts),
                Duration.ofNanos(System.nanoTime() - start),
                tables,
                figures);
    }

    /// Members who call, and spam callers.
    private static List<Integer> callers(Society society) {
        return IntStream.range(0, society.records().users().size())
                .filter(
                        user ->
                                society.truth().containsKey(user)
                                        && IntStream.range(0, society.calls().count(user))
                                                .map(i -> society.calls().call(user, i))
                                                .anyMatch(
                                                        call ->
                                                                society.records().caller(call)
                                                                        == user))
                .boxed()
                .toList();
    }
}
