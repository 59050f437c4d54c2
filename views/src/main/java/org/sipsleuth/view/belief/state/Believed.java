package org.sipsleuth.view.belief.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection.TimeRange;

/// What is believed of the sources of a capture in the chosen time. Immutable.
public final class Believed {

    private static final Comparator<SourceRow> RANK = Comparator.comparing(SourceRow::standing)
            .thenComparingDouble(row -> -row.belief().attack())
            .thenComparingInt(row -> -row.messages())
            .thenComparing(SourceRow::name);

    private final Counted counted;
    private final BeliefTables tables;
    private final Optional<TimeRange> time;
    private final List<SourceRow> sources;
    private final Optional<SourceRow> together;
    private final Map<Integer, SourceRow> bySource = new HashMap<>();
    private final Map<String, SourceRow> byName = new HashMap<>();

    private Believed(Counted counted, BeliefTables tables, Optional<TimeRange> time, List<SourceRow> sources,
            Optional<SourceRow> together) {
        this.counted = counted;
        this.tables = tables;
        this.time = time;
        this.sources = List.copyOf(sources);
        this.together = together;
        for (SourceRow row : sources) {
            bySource.put(row.periods().source(), row);
            byName.putIfAbsent(row.name(), row);
        }
    }

    /// Believes with these tables.
    ///
    /// @param sequence how a belief goes on in the next period
    /// @param time only periods with a message in it count; all if it is empty
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Believed of(Counted counted, BeliefTables tables, SequentialBelief sequence, Optional<TimeRange> time,
            RunMonitor monitor) {
        Forming forming = new Forming(tables, sequence, time);
        List<SourceRow> sources = new ArrayList<>();
        List<Period> all = counted.bySource().all();
        int from = 0;
        while (from < all.size()) {
            monitor.throwIfCancelled();
            int source = all.get(from).group();
            int to = from;
            while (to < all.size() && all.get(to).group() == source) {
                to++;
            }
            forming.row(counted.bySource(), source, all.subList(from, to)).ifPresent(sources::add);
            from = to;
        }
        sources.sort(RANK);
        Periods together = counted.together();
        return new Believed(counted, tables, time, sources,
                forming.row(together, SourcePeriods.TOGETHER, together.all()));
    }

    /// What beliefs are formed with.
    private record Forming(BeliefTables tables, SequentialBelief sequence, Optional<TimeRange> time) {

        Optional<SourceRow> row(Periods periods, int source, List<Period> all) {
            Inference inference = new Inference(tables);
            List<Period> there = new ArrayList<>();
            List<Belief> beliefs = new ArrayList<>();
            List<ClassVector> priors = new ArrayList<>();
            ClassVector prior = tables.prior();
            for (Period period : all) {
                boolean isIn = time.map(range -> isWithin(period, range)).orElse(true);
                if (!isIn && sequence.isAnew()) {
                    continue; // nothing follows from it
                }
                Belief belief = inference.infer(period.observation(), prior);
                if (isIn) {
                    there.add(period);
                    beliefs.add(belief);
                    priors.add(prior);
                }
                prior = sequence.isAnew() ? prior : sequence.prior(tables.prior(), belief);
            }
            if (there.isEmpty()) {
                return Optional.empty();
            }
            boolean isTogether = source == SourcePeriods.TOGETHER;
            String name = isTogether ? "" : periods.events().sourceName(source);
            return Optional.of(SourceRow.of(new SourcePeriods(source, name, periods, there, beliefs, priors)));
        }

        private static boolean isWithin(Period period, TimeRange range) {
            return period.fromNanos() <= range.toNanos() && period.toNanos() >= range.fromNanos();
        }
    }

    /// What it rests on.
    public Counted counted() {
        return counted;
    }

    /// What is known of the classes.
    public BeliefTables tables() {
        return tables;
    }

    /// The time that periods lie in.
    public Optional<TimeRange> time() {
        return time;
    }

    /// The sources, those first of which an attack is believed most.
    public List<SourceRow> sources() {
        return sources;
    }

    /// All messages together; empty if that time has none.
    public Optional<SourceRow> together() {
        return together;
    }

    /// A source by its number.
    public Optional<SourceRow> ofSource(int source) {
        return source == SourcePeriods.TOGETHER ? together : Optional.ofNullable(bySource.get(source));
    }

    /// A source by its name.
    Optional<SourceRow> ofName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The sources that resemble an attack, in the same order.
    public List<SourceRow> suspects() {
        return sources.stream().filter(SourceRow::isSuspect).toList();
    }

    /// How many sources have too few messages in each period to be judged.
    public int tooFew() {
        return (int) sources.stream().filter(row -> row.standing() == SourcePeriods.Standing.TOO_FEW).count();
    }
}
