package org.sipsleuth.dialog.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;

/// Statistics as one long table, for the command line and for exports.
public final class StatisticsTable {

    private static final double NANOS_IN_SECOND = 1e9;

    private final List<StatisticsRow> rows = new ArrayList<>();

    private StatisticsTable() {}

    /// All figures, group by group.
    public static List<StatisticsRow> rows(Statistics statistics) {
        StatisticsTable table = new StatisticsTable();
        table.totals(statistics.totals());
        table.failures(statistics.totals().calls());
        table.types(statistics);
        table.methods(statistics.methods());
        table.metrics(statistics);
        table.counted("user_agent", statistics.userAgents(), statistics.totals().dialogs());
        table.counted("server", statistics.servers(), statistics.totals().dialogs());
        table.counted("transport", statistics.transports(), statistics.totals().messages());
        return List.copyOf(table.rows);
    }

    /// What keeps a distribution from reporting all percentiles, or empty.
    public static String tooFew(Distribution times) {
        for (Percentile each : Percentile.values()) {
            if (times.count() > 0 && times.count() < each.leastValues()) {
                String values = times.count() == 1 ? "1 value" : times.count() + " values";
                return values + ": too few for " + name(each);
            }
        }
        return "";
    }

    private static String name(Percentile percentile) {
        return percentile == Percentile.P50 ? "a median" : "a " + percentile.percent() + "th percentile";
    }

    private void totals(Statistics.Totals totals) {
        total("dialogs", totals.dialogs(), new Figure.Everything());
        total("messages", totals.messages(), new Figure.Everything());
        total("requests", totals.requests(), new Figure.Everything());
        total("responses", totals.responses(), new Figure.Everything());
        total("retransmissions", totals.retransmissions(), new Figure.Repeated());
        total("defective messages", totals.defective(), new Figure.Defective());
        total("calls", totals.calls().calls(), new Figure.Called());
        total("answered calls", totals.calls().answered(), new Figure.Ended(true, 0));
        total("undecided calls", totals.calls().undecided(), new Figure.Undecided());
        talkTime(totals.calls());
    }

    private void talkTime(CallTotals calls) {
        rows.add(new StatisticsRow("total", "talk time", calls.talked(), OptionalDouble.empty(), Optional.empty(),
                String.format(Locale.ROOT, "%.3f s in all", calls.talkNanos() / NANOS_IN_SECOND),
                new Figure.Ended(true, 0)));
    }

    private void failures(CallTotals calls) {
        for (CallTotals.Failure each : calls.failures()) {
            rows.add(row("failed_calls", each.text(), each.count(), share(each.count(), calls.calls()),
                    new Figure.WentWrong(each.text())));
        }
    }

    private void total(String name, long count, Figure figure) {
        rows.add(row("total", name, count, OptionalDouble.empty(), figure));
    }

    private void types(Statistics statistics) {
        Map<Integer, Long> classes = new TreeMap<>();
        for (Statistics.TypeCount type : statistics.types()) {
            if (type.isMethod()) {
                rows.add(row("method", type.name(), type.count(), share(type.count(), statistics.totals().requests()),
                        new Figure.OfType(type.type())));
            } else {
                classes.merge(type.type() / 100, type.count(), Long::sum);
            }
        }
        long responses = statistics.totals().responses();
        classes.forEach((hundreds, count) -> rows.add(
                row("status_class", hundreds + "xx", count, share(count, responses), new Figure.OfClass(hundreds))));
        statistics.types()
                .stream()
                .filter(type -> !type.isMethod())
                .forEach(type -> rows.add(row("status", type.name(), type.count(), share(type.count(), responses),
                        new Figure.OfType(type.type()))));
    }

    private void methods(List<MethodFigures> methods) {
        for (MethodFigures each : methods) {
            timed("first_response", each.name(), each.first(), responded(each, false, 0));
        }
        for (MethodFigures each : methods) {
            timed("final_response", each.name(), each.last(), responded(each, true, 0));
        }
        for (MethodFigures each : methods) {
            if (each.unanswered() > 0) {
                rows.add(row("without_final_response", each.name(), each.unanswered(),
                        share(each.unanswered(), each.requests()), new Figure.Unanswered(each.type())));
            }
        }
    }

    private static Figure responded(MethodFigures method, boolean isFinal, long atLeast) {
        return new Figure.Responded(method.type(), isFinal, atLeast);
    }

    private void metrics(Statistics statistics) {
        for (Metric metric : Metric.values()) {
            String name = metric.name().toLowerCase(Locale.ROOT);
            switch (metric.unit()) {
                case TIME -> timed("metric", name, statistics.times().getOrDefault(metric, Distribution.EMPTY),
                        new Figure.Timed(metric, 0));
                case SHARE -> {
                    Ratio ratio = statistics.ratios().getOrDefault(metric, Ratio.NONE);
                    rows.add(row("metric", name, ratio.all(), ratio.share(), new Figure.Shared(metric, false)));
                }
            }
        }
    }

    private void timed(String group, String name, Distribution times, Figure figure) {
        if (times.count() > 0 || group.equals("metric")) {
            rows.add(new StatisticsRow(group, name, times.count(), OptionalDouble.empty(), Optional.of(times),
                    tooFew(times), figure));
        }
    }

    private void counted(String group, List<Counted> counted, long all) {
        for (Counted each : counted) {
            rows.add(row(group, each.name(), each.count(), share(each.count(), all), each.figure()));
        }
    }

    private static OptionalDouble share(long count, long all) {
        return new Ratio(count, all).share();
    }

    private static StatisticsRow row(String group, String name, long count, OptionalDouble share, Figure figure) {
        return new StatisticsRow(group, name, count, share, Optional.empty(), "", figure);
    }
}
