package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.rarity.UsualDistances;
import org.sipsleuth.run.RunMonitor;

/// What a model that learned one day of a network says of its next one, without attack, and of
/// attacks in the same network.
final class NextDay {

    private static final long MIDNIGHT = nanos("2026-03-03T00:00:00Z");

    /// Then the phones log off, which the first day does not show.
    private static final long END = nanos("2026-03-03T23:50:00Z");

    /// Users and calls in the busiest hour.
    private static final List<List<String>> NETWORKS =
            List.of(List.of("60", "60"), List.of("100", "120"), List.of("30", "30"), List.of("200", "300"));

    private static final double LEAST_FOUND = 0.6;

    private final BeliefModel bundled;
    private final PeriodNovelty known;
    private final RunMonitor monitor;

    NextDay(BeliefModel bundled, RunMonitor monitor) {
        this.bundled = bundled;
        this.known = bundled.novelty().orElseThrow();
        this.monitor = monitor;
    }

    private static long nanos(String instant) {
        return TimeUnit.SECONDS.toNanos(Instant.parse(instant).getEpochSecond());
    }

    /// What judges a period, with its threshold.
    private enum Judge {
        BUNDLED("bundled model"), RANKED("own day, threshold by rank alone"), OWN("own day");

        private final String title;

        Judge(String title) {
            this.title = title;
        }
    }

    /// How many periods of a network are unlike normal ones.
    ///
    /// @param normal of the second day
    /// @param unlike how many of them
    /// @param sources how many sources these are of
    /// @param attacks periods of attacks
    /// @param found how many of them are unlike
    private record Counts(long normal, long unlike, long sources, long attacks, long found) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /// @param seeds one for each network
    /// @param seed for the intervals
    EvaluationTable table(PlayedSeeds seeds, long seed) throws IOException {
        List<Map<Judge, Counts>> networks = new ArrayList<>();
        for (int i = 0; i < seeds.count(); i++) {
            networks.add(network(NETWORKS.get(i % NETWORKS.size()), seeds.at(i)));
        }
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(row("networks", Spread.of(networks.size())));
        for (Judge judge : Judge.values()) {
            List<Counts> its = networks.stream().map(each -> each.getOrDefault(judge, Counts.NONE)).toList();
            if (rows.size() == 1) {
                rows.add(row("normal periods of the second day", Spread.of(sum(its, Counts::normal))));
                rows.add(row("periods of attacks", Spread.of(sum(its, Counts::attacks))));
            }
            rows.add(row(judge.title + ": false",
                    Interval.of(its, seed, some -> share(some, Counts::unlike, Counts::normal))));
            rows.add(row(judge.title + ": sources with a false one, a day",
                    Interval.of(its, seed, some -> sum(some, Counts::sources) / some.size())));
            rows.add(row(judge.title + ": found",
                    Interval.of(its, seed, some -> share(some, Counts::found, Counts::attacks))));
        }
        List<Counts> own = networks.stream().map(each -> each.getOrDefault(Judge.OWN, Counts.NONE)).toList();
        rows.add(must("own day: false, without interval", share(own, Counts::unlike, Counts::normal),
                Expectation.atMost(known.share())));
        rows.add(must("own day: found, without interval", share(own, Counts::found, Counts::attacks),
                Expectation.atLeast(LEAST_FOUND)));
        return new EvaluationTable("next-day",
                "The day after the one that was learned, with 95 % intervals over networks", rows);
    }

    private static double sum(List<Counts> all, ToLongFunction<Counts> what) {
        return (double) all.stream().mapToLong(what).sum();
    }

    private static double share(List<Counts> all, ToLongFunction<Counts> part, ToLongFunction<Counts> whole) {
        return sum(all, part) / sum(all, whole);
    }

    private static EvaluationRow row(String name, Spread ours) {
        return new EvaluationRow(name, null, ours, null);
    }

    /// How a model of one's own day has to be: the share of false ones that was asked for, and a clear
    /// majority of attacks.
    private static EvaluationRow must(String name, double ours, Expectation must) {
        return new EvaluationRow(name, null, Spread.of(ours), must);
    }

    private Map<Judge, Counts> network(List<String> size, long seed) throws IOException {
        Labelled clean = played(size, seed, "");
        List<Observation> first =
                clean.of(period -> period.toNanos() < MIDNIGHT).stream().map(Period::observation).toList();
        PeriodNovelty own = PeriodNovelty.learn(List.of(first), known.share(), Optional.of(known)).orElseThrow();
        List<Period> next = clean.of(period -> period.fromNanos() >= MIDNIGHT && period.toNanos() < END);
        List<Observation> attacks = played(size, seed, "scan,spit,password-cracking,invite-flood").attacks();
        double ranked = new UsualDistances(own.parts().distances()).threshold(known.share()).orElseThrow();
        Map<Judge, Counts> counts = new HashMap<>();
        counts.put(Judge.BUNDLED, counts(next, attacks, period -> known.judge(period).isUnlike()));
        counts.put(Judge.RANKED, counts(next, attacks, period -> own.judge(period).distance() > ranked));
        counts.put(Judge.OWN, counts(next, attacks, period -> own.judge(period).isUnlike()));
        return counts;
    }

    private static Counts counts(List<Period> next, List<Observation> attacks, Predicate<Observation> isUnlike) {
        List<Period> unlike = next.stream().filter(each -> isUnlike.test(each.observation())).toList();
        return new Counts(next.size(), unlike.size(), unlike.stream().map(Period::group).distinct().count(),
                attacks.size(), attacks.stream().filter(isUnlike).count());
    }

    private Labelled played(List<String> size, long seed, String attacks) throws IOException {
        monitor.throwIfCancelled();
        BeliefCase two = new BeliefCase("two days", "normal", Map.of("start", "2026-03-02T00:00:00Z", "hours", "48",
                "users", size.getFirst(), "calls-per-hour", size.getLast(), "attacks", attacks));
        LabelledTraffic traffic = LabelledTraffic.simulated(two, seed, monitor);
        return new Labelled(traffic,
                Periods.bySource(traffic.events(), bundled.settings().periods(), bundled.tables().decay(), monitor),
                bundled.settings().thresholds().leastMessages());
    }

    /// Periods with their truth, those with enough messages.
    private record Labelled(LabelledTraffic traffic, Periods periods, int leastMessages) {

        List<Period> of(Predicate<Period> some) {
            return periods.all()
                    .stream()
                    .filter(some)
                    .filter(each -> label(each).filter(TrafficClass.NORMAL::equals).isPresent())
                    .toList();
        }

        List<Observation> attacks() {
            return periods.all()
                    .stream()
                    .filter(each -> label(each).filter(TrafficClass::isAttack).isPresent())
                    .map(Period::observation)
                    .toList();
        }

        private Optional<TrafficClass> label(Period period) {
            return period.messages() < leastMessages ? Optional.empty()
                    : LabelledPeriods.label(periods, period, traffic.labels());
        }
    }
}
