package org.sipsleuth.belief.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.tree.Observation;
import org.sipsleuth.belief.tree.TrafficClass;
import org.sipsleuth.finding.TrafficLabels;

/// Observations of periods whose class is known. Immutable.
public final class LabelledPeriods {

    private static final Map<String, TrafficClass> CLASSES =
            Map.of(
                    "normal", TrafficClass.NORMAL,
                    "scan", TrafficClass.SCAN,
                    "spit", TrafficClass.SPIT,
                    "dos", TrafficClass.DOS,
                    "invite_flood", TrafficClass.DOS,
                    "password_cracking", TrafficClass.PASSWORD_CRACKING,
                    "firewall_traversal", TrafficClass.FIREWALL_TRAVERSAL);

    private final Map<TrafficClass, List<Observation>> observations;
    private final long leftOut;

    private LabelledPeriods(Map<TrafficClass, List<Observation>> observations, long leftOut) {
        this.observations = observations;
        this.leftOut = leftOut;
    }

    /// The periods whose messages are all normal, or of which at least half belong to one attack of
    /// the paper's classes; the others are left out.
    public static LabelledPeriods of(Periods periods, TrafficLabels labels) {
        Map<TrafficClass, List<Observation>> observations = new EnumMap<>(TrafficClass.class);
        TrafficClass.all().forEach(each -> observations.put(each, new ArrayList<>()));
        long leftOut = 0;
        for (Period period : periods.all()) {
            Optional<TrafficClass> label = label(periods.messages(period), labels);
            label.ifPresent(each -> observations.get(each).add(period.observation()));
            leftOut += label.isEmpty() ? 1 : 0;
        }
        return new LabelledPeriods(observations, leftOut);
    }

    /// The class of some messages together; empty if none can be said.
    public static Optional<TrafficClass> label(int[] messages, TrafficLabels labels) {
        Map<TrafficClass, Integer> counts = new EnumMap<>(TrafficClass.class);
        for (int message : messages) {
            labels.of(message)
                    .map(CLASSES::get)
                    .ifPresent(each -> counts.merge(each, 1, Integer::sum));
        }
        for (Map.Entry<TrafficClass, Integer> entry : counts.entrySet()) {
            boolean enough =
                    entry.getKey().isAttack()
                            ? entry.getValue() * 2L >= messages.length
                            : entry.getValue() == messages.length;
            if (enough) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /// Both together.
    public LabelledPeriods and(LabelledPeriods others) {
        Map<TrafficClass, List<Observation>> both = new EnumMap<>(TrafficClass.class);
        for (TrafficClass each : TrafficClass.all()) {
            List<Observation> all = new ArrayList<>(of(each));
            all.addAll(others.of(each));
            both.put(each, all);
        }
        return new LabelledPeriods(both, leftOut + others.leftOut);
    }

    /// None.
    public static LabelledPeriods none() {
        Map<TrafficClass, List<Observation>> none = new EnumMap<>(TrafficClass.class);
        TrafficClass.all().forEach(each -> none.put(each, List.of()));
        return new LabelledPeriods(none, 0);
    }

    /// The observations of a class.
    public List<Observation> of(TrafficClass trafficClass) {
        return observations.getOrDefault(trafficClass, List.of());
    }

    /// How many periods there are of a class.
    public int count(TrafficClass trafficClass) {
        return of(trafficClass).size();
    }

    /// How many periods are of all classes.
    public long size() {
        return TrafficClass.all().stream().mapToLong(this::count).sum();
    }

    /// How many periods are left out: mixed ones, and those of classes that the paper has not.
    public long leftOut() {
        return leftOut;
    }
}
