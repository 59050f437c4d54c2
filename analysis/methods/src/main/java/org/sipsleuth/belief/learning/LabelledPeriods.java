package org.sipsleuth.belief.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.truth.TrafficLabels;

/// Observations of periods whose class is known. Immutable.
public final class LabelledPeriods {

    private static final String NORMAL = "normal";
    private static final Map<String, TrafficClass> CLASSES = Map.of(NORMAL, TrafficClass.NORMAL, "scan",
            TrafficClass.SCAN, "spit", TrafficClass.SPIT, "dos", TrafficClass.DOS, "invite_flood", TrafficClass.DOS,
            "password_cracking", TrafficClass.PASSWORD_CRACKING, "firewall_traversal", TrafficClass.FIREWALL_TRAVERSAL);

    /// Of each class those of each capture.
    private final Map<TrafficClass, List<List<Observation>>> observations;
    private final long leftOut;

    private LabelledPeriods(Map<TrafficClass, List<List<Observation>>> observations, long leftOut) {
        this.observations = observations;
        this.leftOut = leftOut;
    }

    /// The periods whose messages are all normal, or of which at least half belong to one attack of
    /// the paper's classes; the others are left out.
    public static LabelledPeriods of(Periods periods, TrafficLabels labels) {
        return of(periods, labels, 0);
    }

    /// The same, with at most so many periods of a class from one capture, evenly spread over those
    /// that it has: long captures teach no more than short ones.
    ///
    /// @param most 0 for all of them
    public static LabelledPeriods of(Periods periods, TrafficLabels labels, int most) {
        Map<TrafficClass, Map<Integer, List<Observation>>> byFile = new EnumMap<>(TrafficClass.class);
        long leftOut = 0;
        for (Period period : periods.all()) {
            Optional<TrafficClass> label = label(periods, period, labels);
            label.ifPresent(each -> byFile.computeIfAbsent(each, _ -> new TreeMap<>())
                    .computeIfAbsent(file(periods, period), _ -> new ArrayList<>())
                    .add(period.observation()));
            leftOut += label.isEmpty() ? 1 : 0;
        }
        Map<TrafficClass, List<List<Observation>>> observations = new EnumMap<>(TrafficClass.class);
        byFile.forEach((label, files) -> observations.put(label,
                files.values().stream().map(its -> spread(its, most)).toList()));
        return new LabelledPeriods(observations, leftOut);
    }

    private static int file(Periods periods, Period period) {
        return periods.events().index().messages().file(periods.messages(period)[0]);
    }

    /// So many of them, evenly spread.
    private static List<Observation> spread(List<Observation> all, int most) {
        if (most == 0 || all.size() <= most) {
            return all;
        }
        return IntStream.range(0, most).mapToObj(each -> all.get((int) ((long) each * all.size() / most))).toList();
    }

    /// The class of a period; empty if none can be said. An attack's messages in dialogs that
    /// somebody else began are of its victims: a period with nothing but them has no class.
    public static Optional<TrafficClass> label(Periods periods, Period period, TrafficLabels labels) {
        Map<TrafficClass, Integer> counts = new EnumMap<>(TrafficClass.class);
        int own = 0;
        for (int message : periods.messages(period)) {
            Optional<String> label = labels.of(message);
            boolean isNormal = label.filter(NORMAL::equals).isPresent();
            if (isNormal || begins(periods.events(), message)) {
                own++;
                label.map(CLASSES::get).ifPresent(each -> counts.merge(each, 1, Integer::sum));
            }
        }
        for (Map.Entry<TrafficClass, Integer> entry : counts.entrySet()) {
            int count = entry.getValue();
            boolean isFullyLabelled = own == period.messages() && count == own;
            if (entry.getKey().isAttack() ? count * 2 >= own : isFullyLabelled) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /// Whether the source of a message began its dialog.
    public static boolean begins(TrafficEvents events, int message) {
        int dialog = events.index().messages().dialog(message);
        int first = events.index().dialogs().firstMessage(dialog);
        return events.source(first) == events.source(message);
    }

    /// Both together.
    public LabelledPeriods and(LabelledPeriods others) {
        Map<TrafficClass, List<List<Observation>>> both = new EnumMap<>(TrafficClass.class);
        for (TrafficClass each : TrafficClass.all()) {
            List<List<Observation>> all = new ArrayList<>(observations.getOrDefault(each, List.of()));
            all.addAll(others.observations.getOrDefault(each, List.of()));
            both.put(each, all);
        }
        return new LabelledPeriods(both, leftOut + others.leftOut);
    }

    /// Those of one class.
    LabelledPeriods only(TrafficClass trafficClass) {
        return new LabelledPeriods(Map.of(trafficClass, observations.getOrDefault(trafficClass, List.of())), 0);
    }

    /// None.
    public static LabelledPeriods none() {
        return new LabelledPeriods(Map.of(), 0);
    }

    /// The observations of a class.
    public List<Observation> of(TrafficClass trafficClass) {
        return observations.getOrDefault(trafficClass, List.of()).stream().flatMap(List::stream).toList();
    }

    /// Those of a class with enough messages, capture by capture.
    ///
    /// @param leastMessages periods with fewer are left out
    public List<List<Observation>> captures(TrafficClass trafficClass, int leastMessages) {
        return observations.getOrDefault(trafficClass, List.of())
                .stream()
                .map(its -> its.stream().filter(each -> each.messages() >= leastMessages).toList())
                .filter(its -> !its.isEmpty())
                .toList();
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
