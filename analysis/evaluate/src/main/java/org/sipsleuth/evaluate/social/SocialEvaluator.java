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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;

/// Measures paper 5: Table 5 on as many societies as splits are asked for, Table 6 on forty at
/// least; on the first, departments as communities, and, in the days without attacks,
/// Tables 1 to 3 and Figs 2 to 19; Fig. 20 in those with attacks.
public final class SocialEvaluator implements Evaluator {

    private static final int TRAIN_DAYS = 92;

    /// Table 6 has 120 users only, so that one seed says little; a society of it takes seconds.
    private static final int LEAST_OF_TABLE_6 = 40;

    /// For a look at the tables.
    private static final int QUICK_OF_TABLE_6 = 2;

    /// The society that thresholds are chosen on lies far from those of the test.
    private static final long CHOICE_SEEDS_APART = 1_000_000;

    private static final Map<String, String> TABLE_5 = Map.of("members", "8498", "calls", "422687", "injected-calls",
            "200000", "outsiders", "4.7", "train-days", Integer.toString(TRAIN_DAYS), "ramp-days", "3");

    /// A tenth of the society, as many attacks.
    private static final Map<String, String> QUICK_TABLE_5 = smaller();

    /// Attacks of 5 to 20 calls a day instead of some 75.
    private static final String FEW_CALLS = "30000";

    private static final Map<String, String> TABLE_6 = Map.of("injections", "table-6", "members", "100", "calls",
            "3128", "train-days", Integer.toString(TRAIN_DAYS));

    @Override
    public String method() {
        return "social";
    }

    /// The society is divided by time as well: what is usual is learned from its first 92 days.
    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(choice(request), test(request));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(
                request.isQuick() ? Duration.ofMinutes(2) : Duration.ofSeconds(300 + 60L * request.splits()),
                request.isQuick() ? 1_024 : 3_072);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<EvaluationTable> tables = new ArrayList<>();
        PlayedSeeds test = test(request);
        Map<String, String> table5 = request.isQuick() ? QUICK_TABLE_5 : TABLE_5;
        news.accept("thresholds of calls a day");
        CallThreshold ofMembers = threshold(table5, Society::internal, request, monitor);
        CallThreshold ofCallers = threshold(TABLE_6, SocialEvaluator::callers, request, monitor);
        Map<String, String> slow = new HashMap<>(table5);
        slow.put("injected-calls", FEW_CALLS);
        CallThreshold ofSlow = threshold(slow, Society::internal, request, monitor);
        Map<String, String> plain = new HashMap<>(table5);
        plain.putAll(Map.of("newcomers", "0", "role-changes", "0", "ramp-days", "0"));
        List<FlagTable.Result> ofHard = new ArrayList<>();
        List<FlagTable.Result> ofEasy = new ArrayList<>();
        List<FlagTable.Result> ofQuiet = new ArrayList<>();
        Society hard = Society.of(test.at(0), table5, monitor);
        Society easy = Society.of(test.at(0), plain, monitor);
        for (int i = 0; i < request.splits(); i++) {
            news.accept("Table 5, seed " + test.at(i));
            Society one = i == 0 ? hard : Society.of(test.at(i), table5, monitor);
            ofHard.add(result(one, one.internal(), ofMembers, monitor));
            Society other = i == 0 ? easy : Society.of(test.at(i), plain, monitor);
            ofEasy.add(result(other, other.internal(), ofMembers, monitor));
            Society quiet = Society.of(test.at(i), slow, monitor);
            ofQuiet.add(result(quiet, quiet.internal(), ofSlow, monitor));
        }
        tables.add(new AttackTables(ofHard,
                new AttackTables.Goals(161, 426, OptionalDouble.of(165), OptionalDouble.of(0.01),
                        OptionalDouble.of(0.9)))
                .table("table-5",
                        "Table 5, with newcomers, changed roles and three days until the"
                                + " maximum; simplest: a threshold of calls made or"
                                + " received a day, chosen on another society"));
        tables.add(new AttackTables(ofEasy,
                new AttackTables.Goals(161, 426, OptionalDouble.empty(), OptionalDouble.empty(),
                        OptionalDouble.empty()))
                .table("table-5-plain", "Table 5, without newcomers, changed roles and a slow beginning;"
                        + " simplest: the same threshold"));
        tables.add(new AttackTables(ofQuiet,
                new AttackTables.Goals(161, 426, OptionalDouble.empty(), OptionalDouble.empty(),
                        OptionalDouble.empty()))
                .table("table-5-slow", "Table 5 with attacks of 5 to 20 calls a day; simplest: a threshold"
                        + " chosen on another such society"));
        List<FlagTable.Result> ofSmall = new ArrayList<>();
        for (int i = 0; i < test.count(); i++) {
            news.accept("Table 6, seed " + test.at(i));
            Society callers = Society.of(test.at(i), TABLE_6, monitor);
            ofSmall.add(result(callers, callers(callers), ofCallers, monitor));
        }
        tables.add(new AttackTables(ofSmall,
                new AttackTables.Goals(18, 3, OptionalDouble.of(17.5), OptionalDouble.of(0.02), OptionalDouble.empty()))
                .table("table-6", "Table 6, callers; simplest: a threshold of calls made or received"
                        + " a day, chosen on another society"));
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
        return new Evaluation(method(), new Corpus("social", request.seed(), counts),
                Duration.ofNanos(System.nanoTime() - start), tables, figures);
    }

    private static PlayedSeeds test(EvaluationRequest request) {
        int least = request.isQuick() ? QUICK_OF_TABLE_6 : LEAST_OF_TABLE_6;
        return new PlayedSeeds(PlayedSeeds.Purpose.TEST, request.seed(), Math.max(request.splits(), least));
    }

    private static Map<String, String> smaller() {
        Map<String, String> smaller = new HashMap<>(TABLE_5);
        smaller.putAll(Map.of("members", "850", "calls", "42269"));
        return Map.copyOf(smaller);
    }

    private static PlayedSeeds choice(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.CHOICE, request.seed() + CHOICE_SEEDS_APART, 1);
    }

    private static CallThreshold threshold(Map<String, String> settings, Function<Society, List<Integer>> users,
            EvaluationRequest request, RunMonitor monitor) throws IOException {
        Society society = Society.of(choice(request).at(0), settings, monitor);
        return new FlagTable(society, users.apply(society), TRAIN_DAYS, monitor).threshold();
    }

    private static FlagTable.Result result(Society society, List<Integer> users, CallThreshold simple,
            RunMonitor monitor) {
        monitor.throwIfCancelled();
        return new FlagTable(society, users, TRAIN_DAYS, monitor).measure(simple);
    }

    /// Members who call, and spam callers.
    private static List<Integer> callers(Society society) {
        return IntStream.range(0, society.records().users().size())
                .filter(user -> society.truth().containsKey(user) && IntStream.range(0, society.calls().count(user))
                        .map(i -> society.calls().call(user, i))
                        .anyMatch(call -> society.records().caller(call) == user))
                .boxed()
                .toList();
    }
}
