package org.sipsleuth.evaluate.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.run.RunMonitor;

final class SocialFiguresTest {

    private static final int DAYS = 60;

    private static Society whole;
    private static Society ordinary;
    private static MemberClusters members;

    @BeforeAll
    static void play() throws IOException {
        whole = Society.of(43, Map.of("members", "1200", "calls", "80000", "days", "120", "train-days",
                Integer.toString(DAYS), "injected-calls", "24000", "ramp-days", "3"), RunMonitor.NONE);
        ordinary = whole.firstDays(DAYS);
        members = new MemberClusters(ordinary, DAYS, 1, RunMonitor.NONE);
    }

    private static Map<String, PaperFigure> byId(List<PaperFigure> figures) {
        return figures.stream().collect(Collectors.toMap(PaperFigure::id, Function.identity()));
    }

    private static PaperFigure figure(List<PaperFigure> figures, String id) {
        PaperFigure figure = byId(figures).get(id);
        assertTrue(figure != null && !figure.series().isEmpty(), id);
        return figure;
    }

    private static List<PaperFigure.Point> points(PaperFigure figure, int series) {
        return figure.series().get(series).points();
    }

    private static double sum(List<PaperFigure.Point> points) {
        return points.stream().mapToDouble(PaperFigure.Point::y).sum();
    }

    private static double values(List<PaperFigure.Point> points) {
        return points.stream().mapToDouble(PaperFigure.Point::value).sum();
    }

    private static Map<String, EvaluationRow> rows(EvaluationTable table) {
        return table.rows().stream().collect(Collectors.toMap(EvaluationRow::name, Function.identity()));
    }

    @Test
    void onlyCallsOfTheFirstDaysAreOrdinary() {
        CallRecords records = ordinary.records();
        long end = (whole.firstDay() + DAYS) * Society.DAY;
        assertEquals(whole.records().firstAt(end), records.size());
        assertTrue(records.toNanos() < end && records.size() > 20_000);
        int call = records.size() / 2;
        int before = IntStream.range(0, whole.records().size())
                .filter(i -> whole.records().origin(i) == records.origin(call))
                .findFirst()
                .orElseThrow();
        assertEquals(whole.records().users().get(whole.records().caller(before)),
                records.users().get(records.caller(call)));
        assertEquals(whole.facts(whole.records().caller(before)), ordinary.facts(records.caller(call)));
    }

    @Test
    void arrivalsOfAllDaysAreAllCalls() {
        PaperFigure figure = figure(new TrafficFigures(ordinary, DAYS).figures(), "fig-2");
        double weekdays = IntStream.range(0, DAYS).filter(day -> Society.isWeekday(ordinary.firstDay() + day)).count();
        double calls = sum(points(figure, 0)) * weekdays + sum(points(figure, 1)) * (DAYS - weekdays);
        assertEquals(ordinary.records().size(), calls, 1e-6);
        assertTrue(points(figure, 0).get(10).y() > 10 * points(figure, 0).get(22).y());
    }

    @Test
    void gapsFollowTheExponentialOfTheirOwnHour() {
        TrafficFigures traffic = new TrafficFigures(ordinary, DAYS);
        PaperFigure figure = figure(traffic.figures(), "fig-4");
        double own = 0;
        double joined = 0;
        for (int i = 0; i < points(figure, 0).size(); i++) {
            double measured = points(figure, 0).get(i).y();
            own = Math.max(own, Math.abs(points(figure, 1).get(i).y() - measured));
            joined = Math.max(joined, Math.abs(points(figure, 2).get(i).y() - measured));
        }
        assertTrue(own < 0.02 && own < joined, own + " and " + joined);
        double rejected = rows(traffic.fits()).get("share of these that are rejected").ours().mean();
        assertTrue(rejected < 0.12, "rejected " + rejected);
    }

    @Test
    void theTimeToTheAnswerIsThatOfTheTable() {
        List<PaperFigure> figures = new TrafficFigures(ordinary, DAYS).figures();
        assertEquals(1, sum(points(figure(figures, "fig-6"), 0)), 1e-9);
        CallRecords records = ordinary.records();
        double mean = IntStream.range(0, records.size())
                .filter(records::isAnswered)
                .mapToDouble(call -> ordinary.setups().seconds(records.origin(call)))
                .average()
                .orElseThrow();
        List<PaperFigure.Point> byHour = points(figure(figures, "fig-5"), 0);
        assertTrue(byHour.stream().anyMatch(point -> point.y() >= mean), "mean " + mean);
        assertTrue(byHour.stream().anyMatch(point -> point.y() <= mean), "mean " + mean);
        assertTrue(mean > 1, "mean " + mean);
    }

    @Test
    void durationsAreSharesAndCallsOfUsersFall() {
        List<PaperFigure> figures = new CallFigures(ordinary).figures();
        CallRecords records = ordinary.records();
        double atMostTen = IntStream.range(0, records.size()).filter(call -> records.talkMillis(call) < 10_000).count();
        List<PaperFigure.Point> all = points(figure(figures, "fig-7"), 0);
        assertEquals(1, sum(all), 1e-9);
        assertEquals(atMostTen / records.size(), all.getFirst().y(), 1e-12);
        assertEquals(1, sum(points(figure(figures, "fig-8"), 0)), 1e-9);
        for (String id : List.of("fig-9", "fig-10")) {
            for (PaperFigure.Series series : figure(figures, id).series()) {
                assertEquals(1, series.points().getFirst().y());
                for (int i = 1; i < series.points().size(); i++) {
                    assertTrue(series.points().get(i).x() > series.points().get(i - 1).x(), id);
                    assertTrue(series.points().get(i).y() < series.points().get(i - 1).y(), id);
                }
            }
        }
    }

    @Test
    void clustersHaveOnePointForEachActiveMember() {
        List<PaperFigure> figures = new ClusterFigures(members).figures();
        int active = members.groups().users(UserGroup.INTERNAL_ACTIVE).size();
        assertTrue(active > 100);
        for (String id : List.of("fig-12", "fig-15")) {
            assertEquals(active, figure(figures, id).series().stream().mapToInt(series -> series.points().size()).sum(),
                    id);
        }
        assertEquals(9, figure(figures, "fig-15").series().size());
        List<PaperFigure.Point> within = points(figure(figures, "fig-13"), 0);
        for (int i = 1; i < within.size(); i++) {
            assertTrue(within.get(i).y() < within.get(i - 1).y());
        }
        assertEquals(2, figure(figures, "fig-14").series().size());
    }

    @Test
    void flowsAddUpToAllCalls() {
        List<PaperFigure> figures = new FlowFigures(members).figures();
        PaperFigure flows = figure(figures, "fig-16");
        assertEquals(12, flows.x().names().size());
        assertEquals(144, points(flows, 0).size());
        assertEquals(ordinary.records().size(), values(points(flows, 0)));
        for (PaperFigure inside : figures.subList(1, figures.size())) {
            int cluster = Integer.parseInt(inside.title().replaceAll(".*inside C(\\d+),.*", "$1"));
            PaperFigure.Point own = points(flows, 0).get((cluster - 1) * flows.x().names().size() + cluster - 1);
            List<PaperFigure.Point> ends = points(inside, 0);
            assertTrue(ends.size() <= 400, inside.title());
            assertTrue(values(ends) / 2 <= own.value(), inside.title());
            int users = inside.series()
                    .stream()
                    .filter(series -> series.kind() == PaperFigure.Kind.POINTS)
                    .mapToInt(series -> series.points().size())
                    .sum();
            assertEquals(ends.stream().map(end -> List.of(end.x(), end.y())).distinct().count(), users);
        }
    }

    @Test
    void communitiesHaveTheCallsOfActiveMembers() {
        Departments departments = new Departments(ordinary, RunMonitor.NONE);
        double among = IntStream.range(0, ordinary.records().size())
                .filter(call -> isActive(ordinary.records().caller(call)) && isActive(ordinary.records().callee(call)))
                .count();
        assertEquals(among, values(points(departments.figure(), 0)));
        assertTrue(among > 0);
    }

    private static boolean isActive(int user) {
        return members.groups().of(user) == UserGroup.INTERNAL_ACTIVE;
    }

    @Test
    void groupsHaveAllUsersAndCalls() {
        Map<String, EvaluationRow> rows = rows(GroupTable.of(ordinary.records(), members.groups()));
        double users = 0;
        double shares = 0;
        for (UserGroup group : UserGroup.values()) {
            users += rows.get(group.label() + " users").ours().mean();
            shares += rows.get("share of calls by " + group.label() + " users").ours().mean();
        }
        assertEquals(ordinary.records().users().size(), users);
        assertEquals(1, shares, 1e-12);
    }

    @Test
    void patternsShareTheCallsOfActiveMembers() {
        List<EvaluationRow> rows = new PatternTable(members).table().rows();
        assertEquals(members.rows().size(), total(rows, "users in these"), members.rows().size() / 5.0);
        double made = total(rows, "share of the calls that active members make");
        double received = total(rows, "share of the calls that active members receive");
        assertTrue(made > 0.8 && made <= 1 + 1e-9, "made " + made);
        assertTrue(received > 0.8 && received <= 1 + 1e-9, "received " + received);
    }

    private static double total(List<EvaluationRow> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).mapToDouble(row -> row.ours().mean()).sum();
    }

    @Test
    void attackedUsersHaveMoreCallsThanBefore() {
        AttackFigures attacks = new AttackFigures(whole);
        for (PaperFigure.Series series : figure(attacks.figures(), "fig-20-days").series()) {
            assertFalse(series.points().isEmpty());
            double before = series.points()
                    .stream()
                    .filter(point -> point.x() < 0)
                    .mapToDouble(PaperFigure.Point::y)
                    .average()
                    .orElseThrow();
            double after = series.points()
                    .stream()
                    .filter(point -> point.x() >= 0 && point.x() < 7)
                    .mapToDouble(PaperFigure.Point::y)
                    .average()
                    .orElseThrow();
            assertTrue(after > 2 * before, series.name() + ": " + before + ", " + after);
        }
        Map<String, EvaluationRow> rows = rows(attacks.table());
        assertEquals(3, rows.size());
    }
}
