package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.known.Continuation;
import org.sipsleuth.sequence.known.Neighbour;
import org.sipsleuth.sequence.known.PrefixTree;
import org.sipsleuth.sequence.known.StepProbability;
import org.sipsleuth.sequence.known.TreeCursor;

/// The dialogs of a capture that share a sequence which was never observed in training. Immutable.
public final class UnknownGroup {

    /// How a group departs from what is known.
    public enum Departure {
        /// It begins like known dialogs and stops, though nothing keeps it from going on.
        STOPS_EARLY,
        /// It begins like known dialogs, and may go on after the end of its coverage.
        STILL_OPEN,
        /// A message came that no known dialog has at this place.
        LEAVES_THE_KNOWN;

        /// The word for filters: `stops_early`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How long a dialog that waits for an answer may still get it (RFC 3261 §17.1.1.2: 64 × T1).
    private static final long WAIT_NANOS = DialogTable.TIMER_B_NANOS;

    private static final String STAGE = "Explaining unknown dialogs";
    private static final int GROUPS_A_STEP = 1 << 7;

    /// How many nearest known dialogs are searched for.
    public static final int NEIGHBOURS = 3;

    private final ScoredSequences scored;
    private final int sequence;
    private final Departure departure;
    private final List<Neighbour> neighbours;
    private final List<StepProbability> steps;
    private final List<Source> sources;
    private final List<String> callers;
    private final long firstNanos;
    private final long lastNanos;

    /// A sender of such dialogs.
    ///
    /// @param address the IP address that sent the first message
    /// @param dialogs how many of the dialogs
    public record Source(String address, int dialogs) {}

    private UnknownGroup(SipIndex index, ScoredSequences scored, int sequence) {
        this.scored = scored;
        this.sequence = sequence;
        KnownDialogs known = scored.model().known();
        int[] dialogs = scored.sequences().dialogs(sequence);
        this.neighbours = known.nearest().of(types(), NEIGHBOURS);
        this.steps = known.tree().steps(types());
        this.sources = sources(index, dialogs);
        this.callers =
                Arrays.stream(dialogs)
                        .mapToObj(index.dialogs()::caller)
                        .filter(caller -> !caller.isEmpty())
                        .distinct()
                        .toList();
        this.firstNanos =
                Arrays.stream(dialogs).mapToLong(index.dialogs()::startNanos).min().orElse(0);
        this.lastNanos =
                Arrays.stream(dialogs).mapToLong(dialog -> endNanos(index, dialog)).max().orElse(0);
        this.departure = departure(index, dialogs);
    }

    /// The group of a sequence.
    public static UnknownGroup of(SipIndex index, ScoredSequences scored, int sequence) {
        return new UnknownGroup(index, scored, sequence);
    }

    /// The groups of all sequences that were never observed in training, those of most dialogs
    /// first.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<UnknownGroup> allOf(
            SipIndex index, ScoredSequences scored, RunMonitor monitor) {
        int[] unknown = scored.unknown();
        List<UnknownGroup> groups = new ArrayList<>();
        for (int from = 0; from < unknown.length; from += GROUPS_A_STEP) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress(STAGE, from, unknown.length));
            int to = Math.min(unknown.length, from + GROUPS_A_STEP);
            groups.addAll(
                    Arrays.stream(unknown, from, to)
                            .parallel()
                            .mapToObj(sequence -> of(index, scored, sequence))
                            .toList());
        }
        return groups;
    }

    private static List<Source> sources(SipIndex index, int[] dialogs) {
        return Arrays.stream(dialogs)
                .mapToObj(
                        dialog -> {
                            int first = index.dialogs().firstMessage(dialog);
                            int source = index.messages().source(first);
                            return index.messages().endpoint(source).host();
                        })
                .collect(Collectors.groupingBy(address -> address, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Source(entry.getKey(), Math.toIntExact(entry.getValue())))
                .sorted(
                        Comparator.comparingInt(Source::dialogs)
                                .reversed()
                                .thenComparing(Source::address))
                .toList();
    }

    private Departure departure(SipIndex index, int[] dialogs) {
        if (leftAt() >= 0) {
            return Departure.LEAVES_THE_KNOWN;
        }
        OutcomeReader outcomes = new OutcomeReader(index);
        boolean open =
                Arrays.stream(dialogs)
                        .allMatch(dialog -> isOpen(index, dialog, outcomes.of(dialog)));
        return open ? Departure.STILL_OPEN : Departure.STOPS_EARLY;
    }

    private static long endNanos(SipIndex index, int dialog) {
        return index.dialogs().startNanos(dialog) + index.dialogs().durationNanos(dialog);
    }

    private static boolean isOpen(SipIndex index, int dialog, DialogOutcome outcome) {
        boolean isChallenged = outcome.status() == 401 || outcome.status() == 407;
        boolean isWaiting =
                isChallenged
                        || (outcome.outcome().isOpen() && outcome.outcome() != Outcome.PARTIAL);
        return outcome.outcome() == Outcome.ESTABLISHED
                || (isWaiting
                        && index.dialogs().clockEndNanos(dialog) - endNanos(index, dialog)
                                < WAIT_NANOS);
    }

    /// The number of its sequence among the [ScoredSequences].
    public int sequence() {
        return sequence;
    }

    /// The message types in order.
    public List<String> types() {
        return scored.sequences().types(sequence);
    }

    /// The dialogs, in order.
    public int[] dialogs() {
        return scored.sequences().dialogs(sequence);
    }

    /// How many dialogs there are.
    public int count() {
        return scored.sequences().count(sequence);
    }

    /// What the network says.
    public SequenceScore score() {
        return scored.score(sequence);
    }

    /// The model that says so.
    public SequenceModel model() {
        return scored.model();
    }

    /// How it departs from what is known.
    public Departure departure() {
        return departure;
    }

    /// The most similar known dialogs, the most similar first.
    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /// The probability of each message after those before it, as training had them.
    public List<StepProbability> steps() {
        return steps;
    }

    /// The message with which it left what is known, from 0; -1 if it only stopped early.
    public int leftAt() {
        TreeCursor walk = scored.model().known().tree().walk();
        types().forEach(walk::next);
        return walk.leftAt();
    }

    /// What went on in training where this left what is known, or stopped.
    public List<Continuation> expected() {
        PrefixTree tree = scored.model().known().tree();
        int leftAt = leftAt();
        int node = tree.root();
        for (String type : leftAt < 0 ? types() : types().subList(0, leftAt)) {
            node = tree.next(node, type);
        }
        return new ArrayList<>(tree.continuations(node));
    }

    /// Who sent the first messages, the busiest first.
    public List<Source> sources() {
        return sources;
    }

    /// The From URIs of the dialogs, each once, in the order of the dialogs.
    public List<String> callers() {
        return callers;
    }

    /// When the first of them began, in ns since the epoch.
    public long firstNanos() {
        return firstNanos;
    }

    /// When the last message of any of them came, in ns since the epoch.
    public long lastNanos() {
        return lastNanos;
    }
}
