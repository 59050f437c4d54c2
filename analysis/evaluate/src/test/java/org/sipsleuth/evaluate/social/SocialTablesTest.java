package org.sipsleuth.evaluate.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.run.RunMonitor;

final class SocialTablesTest {

    private static final int TRAIN_DAYS = 60;

    private static Society society;

    @BeforeAll
    static void play() throws IOException {
        society =
                Society.of(41,
                        Map.of("members", "2000", "calls", "110000", "days", "120", "train-days",
                                Integer.toString(TRAIN_DAYS), "injected-calls", "40000", "ramp-days", "3"),
                        RunMonitor.NONE);
    }

    private static Map<String, Double> rows(EvaluationTable table) {
        return table.rows().stream().collect(Collectors.toMap(EvaluationRow::name, row -> row.ours().mean()));
    }

    @Test
    void attackedUsersAreFlaggedAndFewOthers() {
        EvaluationTable table = new AttackTables(List.of(measured(new CallThreshold(10))),
                new AttackTables.Goals(0, 0, OptionalDouble.of(1), OptionalDouble.of(0.05), OptionalDouble.empty()))
                .table("table", "Table");
        long bad = society.internal().stream().filter(society::isMalicious).count();
        long good = society.internal().size() - bad;
        Map<String, Double> rows = rows(table);
        assertTrue(bad >= 3);
        assertTrue(rows.get("found of " + bad + ", by the one-class SVM") >= 0.8 * bad, rows.toString());
        assertTrue(rows.get("false, by the one-class SVM") <= 0.08 * good, rows.toString());
    }

    private static FlagTable.Result measured(CallThreshold simple) {
        return new FlagTable(society, society.internal(), TRAIN_DAYS, RunMonitor.NONE).measure(simple);
    }

    /// Attacked users of Table 5 make, or receive, far more calls a day than anybody else: chosen
    /// on one half of the users, the threshold finds those of the other.
    @Test
    void aThresholdOfCallsADayFindsLoudAttacks() {
        CallThreshold chosen = new FlagTable(society, halves(0), TRAIN_DAYS, RunMonitor.NONE).threshold();
        FlagTable.Result other = new FlagTable(society, halves(1), TRAIN_DAYS, RunMonitor.NONE).measure(chosen);
        assertTrue(other.bad() >= 2, other::toString);
        assertEquals(other.bad(), other.simpleFound(), other::toString);
        assertEquals(0, other.simpleFalse(), other::toString);
    }

    private static List<Integer> halves(int remainder) {
        List<Integer> bad = society.internal().stream().filter(society::isMalicious).toList();
        return society.internal()
                .stream()
                .filter(user -> (society.isMalicious(user) ? bad.indexOf(user) : user) % 2 == remainder)
                .toList();
    }

    @Test
    void theThresholdWithTheFewestErrorsIsChosen() {
        double[] bad = {9, 12, 30};
        double[] good = {0, 1, 2, 3, 10};
        assertEquals(6, CallThreshold.choose(bad, good).callsPerDay());
        assertEquals(3, new CallThreshold(6).flagged(bad));
        assertEquals(1, new CallThreshold(6).flagged(good));
        assertEquals(Double.POSITIVE_INFINITY,
                CallThreshold.choose(new double[]{1}, new double[]{5, 6, 7}).callsPerDay());
    }

    @Test
    void seedsThatMeetBothRequirementsAreCounted() {
        FlagTable.Result one = measured(new CallThreshold(10));
        AttackTables.Goals goals = new AttackTables.Goals(0, 0, OptionalDouble.of(one.unlikeFound()),
                OptionalDouble.of(one.unlikeFalse() / one.good()), OptionalDouble.empty());
        AttackTables.Goals harder = new AttackTables.Goals(0, 0, OptionalDouble.of(one.unlikeFound() + 1),
                OptionalDouble.empty(), OptionalDouble.empty());
        String share = "share of the seeds that meet both requirements, 95 % interval";
        List<FlagTable.Result> both = List.of(one, otherSeed(one));
        assertEquals(1, rows(new AttackTables(both, goals).table("t", "T")).get(share));
        assertEquals(0, rows(new AttackTables(both, harder).table("t", "T")).get(share));
    }

    /// The same figures as of another seed.
    private static FlagTable.Result otherSeed(FlagTable.Result its) {
        return new FlagTable.Result(its.seed() + 1, its.bad(), its.good(), its.found(), its.falseOnes(),
                its.unlikeFound(), its.unlikeFalse(), its.foundByDay(), its.falseByDay(), its.falseNewcomers(),
                its.falseChanged(), its.inTime(), its.simple(), its.simpleFound(), its.simpleFalse(), its.rankFound(),
                its.rankArea(), its.labelledFound());
    }

    @Test
    void callRankFlagsThoseWhoAreHardlyCalled() {
        CallRankBaseline ranks = new CallRankBaseline(society.records(), 0, RunMonitor.NONE);
        List<Integer> called = society.internal().stream().filter(user -> isCalled(user, 50)).toList();
        List<Integer> hardlyCalled = society.internal().stream().filter(user -> !isCalled(user, 1)).toList();
        assertTrue(called.size() > 20 && hardlyCalled.size() > 20);
        assertEquals(hardlyCalled.size(), ranks.found(hardlyCalled, called, 0));
        assertEquals(0, ranks.found(called, hardlyCalled, 0));
        assertEquals(1, ranks.areaUnderCurve(hardlyCalled, called));
        assertEquals(0.5, ranks.areaUnderCurve(called, called), 1e-12);
    }

    private static boolean isCalled(int user, int times) {
        CallRecords records = society.records();
        return IntStream.range(0, society.calls().count(user))
                .map(place -> society.calls().call(user, place))
                .filter(call -> records.callee(call) == user && records.isAnswered(call))
                .count() >= times;
    }

    @Test
    void departmentsAreCommunities() {
        Map<String, Double> rows = rows(new Departments(society, RunMonitor.NONE).table());
        assertTrue(rows.get("adjusted Rand index") > 0.5, rows.toString());
        assertTrue(rows.get("shared contacts: adjusted Rand index") > 0.5, rows.toString());
        double density = rows.get("shared contacts: density");
        assertTrue(density > rows.get("density of the graph") && density < 1, rows.toString());
        assertTrue(rows.get("shared contacts: communities") > 1, rows.toString());
    }

    @Test
    void activeMembersHaveClustersAndAPlane() {
        MemberClusters members = new MemberClusters(society.firstDays(TRAIN_DAYS), TRAIN_DAYS, 1, RunMonitor.NONE);
        List<EvaluationTable> tables = new ClusterTables(members).tables();
        Map<String, Double> components = rows(tables.getFirst());
        double before = 1;
        double sum = 0;
        for (int i = 1; i <= 12; i++) {
            double share = components.get("share of the variance, component " + i);
            assertTrue(share >= 0 && share <= before, components.toString());
            before = share;
            sum += share;
        }
        assertEquals(1, sum, 1e-9);
        Map<String, Double> summary = rows(tables.get(1));
        assertTrue(summary.get("members in the same one of 9 clusters after a month") > 1 / 9.0, summary.toString());
        Map<String, Double> byNumber = rows(tables.getLast());
        for (int k = 2; k <= 12; k++) {
            assertTrue(byNumber.get("WSS, k = " + k) < byNumber.get("WSS, k = " + (k - 1)));
            assertTrue(byNumber.containsKey("silhouette, k = " + k));
            assertTrue(byNumber.containsKey("stability, k = " + k));
            assertTrue(byNumber.containsKey("BIC, full covariance, k = " + k));
        }
    }

    @Test
    void theAdjustedRandIndexIsThatOfHubertAndArabie() {
        assertEquals(1, Departments.adjustedRand(new int[]{0, 0, 1}, new int[]{5, 5, 2}));
        assertEquals(0.24242424, Departments.adjustedRand(new int[]{0, 0, 0, 1, 1, 1}, new int[]{0, 0, 1, 1, 2, 2}),
                1e-8);
        assertEquals(-0.5, Departments.adjustedRand(new int[]{0, 0, 1, 1}, new int[]{0, 1, 0, 1}), 1e-12);
    }
}
