package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.social.traffic.HourTraffic;

/// When calls begin, the times between them, and how long they take to be answered (paper 5, Figs 2
/// to 6).
final class TrafficFigures {

    /// The paper's peak hours: 8 to 17 o'clock in Fig. 4, to 19 o'clock in Fig. 3.
    private static final int FIRST_HOUR = 8;

    private static final int END_HOUR = 17;
    private static final int LATE_HOUR = 19;

    private static final long HOUR = 3_600_000_000_000L;
    private static final long HOURS = 24;
    private static final double NANOS_IN_SECOND = 1e9;
    private static final int STEPS = 60;
    private static final double MOST_GAPS = 0.99;
    private static final double SETUP_BIN = 1;
    private static final int SETUP_BINS = 60;

    private final Society society;
    private final Society weekdays;
    private final int days;
    private final List<HourTraffic> perHour = new ArrayList<>();
    private final double[] gaps;

    /// @param days so many days the society is looked at
    TrafficFigures(Society society, int days) {
        this.society = society;
        this.days = days;
        weekdays = society.weekdays();
        gaps = gaps();
    }

    /// Reads the gaps of the peak hours, and adds the traffic of each hour of each day, which has
    /// its own rate.
    private double[] gaps() {
        CallRecords records = weekdays.records();
        List<Double> found = new ArrayList<>();
        CallRecords.Builder hour = new CallRecords.Builder();
        long before = Long.MIN_VALUE;
        for (int call = 0; call < records.size(); call++) {
            long at = records.startNanos(call);
            boolean isSame = call > 0 && Math.floorDiv(before, HOUR) == Math.floorDiv(at, HOUR);
            if (!isSame) {
                addHour(hour.build());
                hour = new CallRecords.Builder();
            }
            if (isPeak(at)) {
                hour.add("", "", at, true, 0, call);
                if (isSame) {
                    found.add((at - before) / NANOS_IN_SECOND);
                }
            }
            before = at;
        }
        addHour(hour.build());
        return found.stream().mapToDouble(gap -> gap).sorted().toArray();
    }

    private static boolean isPeak(long at) {
        long hour = Math.floorMod(Math.floorDiv(at, HOUR), HOURS);
        return hour >= FIRST_HOUR && hour < END_HOUR;
    }

    private void addHour(CallRecords records) {
        if (records.size() > 1) {
            int hour = (int) Math.floorMod(Math.floorDiv(records.fromNanos(), HOUR), HOURS);
            perHour.add(HourTraffic.of(records).get(hour));
        }
    }

    List<PaperFigure> figures() {
        return List.of(arrivals(), meanGaps(), gapDistribution(), setups(), setupDistribution());
    }

    private PaperFigure arrivals() {
        Society weekends = society
                .where(call -> !Society.isWeekday(Math.floorDiv(society.records().startNanos(call), Society.DAY)));
        return new PaperFigure("fig-2", "Fig. 2: calls by hour of the day (UTC)", "hour of the day",
                "calls per hour, mean of the days",
                List.of(arrivals("Monday to Friday", weekdays, true), arrivals("weekend", weekends, false)));
    }

    private PaperFigure.Series arrivals(String name, Society some, boolean isWeekday) {
        long first = society.firstDay();
        double count = LongStream.range(first, first + days).filter(day -> Society.isWeekday(day) == isWeekday).count();
        return byHour(name, HourTraffic.of(some.records()), 0, 24, hour -> hour.calls() / Math.max(1, count));
    }

    private static PaperFigure.Series byHour(String name, List<HourTraffic> traffic, int from, int to,
            ToDoubleFunction<HourTraffic> value) {
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES,
                traffic.subList(from, to)
                        .stream()
                        .map(hour -> new PaperFigure.Point(hour.hour(), value.applyAsDouble(hour)))
                        .filter(point -> !Double.isNaN(point.y()))
                        .toList());
    }

    private PaperFigure meanGaps() {
        return new PaperFigure("fig-3", "Fig. 3: mean time between two calls by hour of the day (UTC)",
                "hour of the day", "mean time between two calls (s)", List.of(byHour("Monday to Friday",
                        HourTraffic.of(weekdays.records()), FIRST_HOUR, LATE_HOUR, HourTraffic::meanSeconds)));
    }

    private PaperFigure gapDistribution() {
        double mean = Arrays.stream(gaps).average().orElse(1);
        return new PaperFigure("fig-4", "Fig. 4: time between two calls, Monday to Friday, 8 to 17 o'clock (UTC)",
                "time between two calls (s)", "share that is no longer",
                List.of(gaps(PaperFigure.Kind.POINTS, "measured", this::measured),
                        gaps(PaperFigure.Kind.LINES, "exponential, each hour of each day with its own mean",
                                this::fitted),
                        gaps(PaperFigure.Kind.LINES, "exponential, one mean for all",
                                time -> 1 - Math.exp(-time / mean))));
    }

    private PaperFigure.Series gaps(PaperFigure.Kind kind, String name, DoubleUnaryOperator share) {
        double most = gaps.length == 0 ? 1 : gaps[(int) (MOST_GAPS * (gaps.length - 1))];
        return new PaperFigure.Series(name, kind,
                IntStream.rangeClosed(0, STEPS)
                        .mapToDouble(step -> most * step / STEPS)
                        .mapToObj(time -> new PaperFigure.Point(time, share.applyAsDouble(time)))
                        .toList());
    }

    private double measured(double time) {
        int place = Arrays.binarySearch(gaps, Math.nextUp(time));
        return (place < 0 ? -place - 1 : place) / (double) Math.max(1, gaps.length);
    }

    private double fitted(double time) {
        return perHour.stream().mapToDouble(hour -> hour.gaps() * (1 - Math.exp(-time / hour.meanSeconds()))).sum()
                / Math.max(1, gaps.length);
    }

    /// How well the exponential distribution fits (Fig. 4).
    EvaluationTable fits() {
        List<HourTraffic> judged = perHour.stream().filter(HourTraffic::isJudged).toList();
        double rejected = judged.stream().filter(HourTraffic::isRejected).count();
        List<HourTraffic> joined = HourTraffic.of(weekdays.records())
                .subList(FIRST_HOUR, END_HOUR)
                .stream()
                .filter(HourTraffic::isJudged)
                .toList();
        return new EvaluationTable("Fig 4",
                "Exponential times between calls, Monday to Friday, 8 to 17 o'clock (Kolmogorov–Smirnov, 5 %)",
                List.of(row("hours, each of one day", judged.size()),
                        row("share of these that are rejected", rejected / Math.max(1, judged.size())),
                        row("hours of the day, all days together", joined.size()),
                        row("share of these that are rejected, all days together",
                                joined.stream().filter(HourTraffic::isRejected).count()
                                        / (double) Math.max(1, joined.size()))));
    }

    private static EvaluationRow row(String name, double ours) {
        return new EvaluationRow(name, null, Spread.of(ours), null);
    }

    private PaperFigure setups() {
        CallRecords records = society.records();
        double[] sums = new double[(int) HOURS];
        int[] counts = new int[(int) HOURS];
        for (int call = 0; call < records.size(); call++) {
            if (records.isAnswered(call)) {
                int hour = (int) Math.floorMod(Math.floorDiv(records.startNanos(call), HOUR), HOURS);
                sums[hour] += society.setups().seconds(records.origin(call));
                counts[hour]++;
            }
        }
        return new PaperFigure("fig-5", "Fig. 5: mean time to the answer by hour of the day (UTC)", "hour of the day",
                "from INVITE to 200, mean (s)",
                List.of(new PaperFigure.Series("answered calls", PaperFigure.Kind.LINES,
                        IntStream.range(0, (int) HOURS)
                                .filter(hour -> counts[hour] > 0)
                                .mapToObj(hour -> new PaperFigure.Point(hour, sums[hour] / counts[hour]))
                                .toList())));
    }

    private PaperFigure setupDistribution() {
        CallRecords records = weekdays.records();
        double[] seconds = IntStream.range(0, records.size())
                .filter(records::isAnswered)
                .mapToDouble(call -> weekdays.setups().seconds(records.origin(call)))
                .toArray();
        return new PaperFigure("fig-6", "Fig. 6: time to the answer, Monday to Friday (last bar: all longer ones)",
                "from INVITE to 200 (s)", "share of answered calls",
                List.of(Histogram.of("answered calls", seconds, 0, SETUP_BIN, SETUP_BINS)));
    }
}
