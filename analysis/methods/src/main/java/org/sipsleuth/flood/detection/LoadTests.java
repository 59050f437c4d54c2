package org.sipsleuth.flood.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Finds load tests. People call independently of each other, and so do the customers of a trunk:
/// the counts of equal intervals vary as much as their mean (Poisson). A generator of calls such as
/// SIPp places them by a clock.
///
/// The variance is that of successive differences, so that a test whose rate rises in steps counts
/// as even too.
final class LoadTests {

    static final double LEAST_PER_SECOND = 1;
    static final double MOST_DISPERSION = 0.25;
    static final double LEAST_CARRIED_THROUGH = 0.8;

    private static final long PAUSE = Duration.ofSeconds(20).toNanos();

    /// An interval has this many calls on average, not a whole number: a boundary that always falls
    /// on a call would count the jitter of the clock.
    private static final double CALLS_OF_AN_INTERVAL = 4.5;

    /// With so many intervals, three of a thousand Poisson processes are as even by chance.
    private static final int LEAST_INTERVALS = 20;

    static final int LEAST_CALLS = (int) (CALLS_OF_AN_INTERVAL * LEAST_INTERVALS) + 1;

    private final InviteWindows windows;
    private final InviteAttempts attempts;
    private final Predicate<HopTransaction> comesToNothing;

    /// The dialogs with a BYE.
    private final BitSet ended = new BitSet();

    /// A way in which INVITEs are written.
    private record Style(String userAgent, String headerOrder) {

        static Style of(Fingerprint fingerprint) {
            return new Style(fingerprint.userAgent(), fingerprint.headerOrder());
        }
    }

    /// @param comesToNothing whether nobody acknowledged, cancelled or continued an INVITE
    LoadTests(InviteWindows windows, Predicate<HopTransaction> comesToNothing) {
        this.windows = windows;
        this.attempts = windows.attempts();
        this.comesToNothing = comesToNothing;
        for (HopTransaction each : attempts.table().all()) {
            if (each.method() == MessageTypes.BYE) {
                ended.set(each.dialog());
            }
        }
    }

    /// All, by server and source, in the order of time. Cost: the transactions.
    List<LoadTest> found(RunMonitor monitor) {
        List<LoadTest> found = new ArrayList<>();
        for (int group = 0; group < windows.groups(); group++) {
            monitor.throwIfCancelled();
            int from = windows.from(group);
            for (int place = from + 1; place <= windows.to(group); place++) {
                if (place == windows.to(group) || atNanos(place) - atNanos(place - 1) > PAUSE) {
                    add(from, place, found);
                    from = place;
                }
            }
        }
        return List.copyOf(found);
    }

    private long atNanos(int place) {
        return attempts.atNanos(windows.attempt(place));
    }

    /// Adds what is written alike of a range of places, if it is a load test.
    private void add(int from, int to, List<LoadTest> found) {
        if (to - from < LEAST_CALLS || !isOfOne(from, to)) {
            return;
        }
        int[] its = writtenAlike(from, to);
        if (its.length < LEAST_CALLS) {
            return;
        }
        double seconds = (attempts.atNanos(its[its.length - 1]) - attempts.atNanos(its[0])) / 1e9;
        double perSecond = (its.length - 1) / Math.max(seconds, 1e-9);
        double dispersion = dispersion(its);
        long carriedThrough = Arrays.stream(its).filter(this::isCarriedThrough).count();
        if (perSecond >= LEAST_PER_SECOND && dispersion < MOST_DISPERSION
                && carriedThrough >= LEAST_CARRIED_THROUGH * its.length) {
            found.add(new LoadTest(attempts.server(its[0]), attempts.source(its[0]),
                    Arrays.stream(its).boxed().toList(), perSecond, dispersion, (double) carriedThrough / its.length));
        }
    }

    /// The most frequent template's attempts of a range of places.
    private int[] writtenAlike(int from, int to) {
        Map<Style, IntColumn> byStyle = new LinkedHashMap<>();
        for (int place = from; place < to; place++) {
            int attempt = windows.attempt(place);
            int number = attempts.last(attempt).fingerprint();
            if (number != HopTransaction.NONE) {
                Style style = Style.of(attempts.table().fingerprint(number));
                byStyle.computeIfAbsent(style, _ -> new IntColumn()).add(attempt);
            }
        }
        IntColumn most = new IntColumn();
        for (IntColumn each : byStyle.values()) {
            most = each.size() > most.size() ? each : most;
        }
        return IntStream.range(0, most.size()).map(most::get).toArray();
    }

    private boolean isCarriedThrough(int attempt) {
        HopTransaction invite = attempts.last(attempt);
        return ended.get(invite.dialog()) || !comesToNothing.test(invite);
    }

    private boolean isOfOne(int from, int to) {
        int source = attempts.source(windows.attempt(from));
        for (int place = from; place < to; place++) {
            if (attempts.source(windows.attempt(place)) != source) {
                return false;
            }
        }
        return true;
    }

    /// NaN if all come at the same moment.
    private double dispersion(int[] its) {
        int[] counts = counts(attempts, its);
        double differences = 0;
        for (int i = 1; i < counts.length; i++) {
            differences += Math.pow(counts[i] - counts[i - 1], 2);
        }
        double variance = differences / 2 / (counts.length - 1);
        boolean areSpread = attempts.atNanos(its[its.length - 1]) > attempts.atNanos(its[0]);
        return areSpread ? variance / Arrays.stream(counts).average().orElse(0) : Double.NaN;
    }

    /// How many calls came in each of equal intervals.
    static int[] counts(InviteAttempts attempts, int[] its) {
        long start = attempts.atNanos(its[0]);
        double length = (attempts.atNanos(its[its.length - 1]) - start) / (its.length - 1.0);
        int[] counts = new int[(int) ((its.length - 1) / CALLS_OF_AN_INTERVAL)];
        for (int attempt : its) {
            double interval = (attempts.atNanos(attempt) - start) / (length * CALLS_OF_AN_INTERVAL);
            if (interval < counts.length) {
                counts[(int) interval]++;
            }
        }
        return counts;
    }
}
