package org.sipsleuth.view.flood.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.flood.detection.FloodCourse;
import org.sipsleuth.flood.detection.FloodDetection;
import org.sipsleuth.flood.detection.FloodKnown;
import org.sipsleuth.flood.detection.FloodScores;
import org.sipsleuth.flood.detection.FloodSpan;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.rule.FloodRule;
import org.sipsleuth.flood.rule.FloodRules;
import org.sipsleuth.flood.rule.OverdueFlood;
import org.sipsleuth.flood.rule.TimeSeries;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;

/// What one server gets over time: attempts to call, their answers and ACKs, transactions that are
/// half open, and what networks and rules make of them. About 100 bytes for each attempt.
/// Immutable.
public final class Traffic {

    /// So many windows are scored in a moment.
    private static final int FEW = 2_000;

    /// Windows that a processor scores at once.
    private static final int BLOCK = 512;

    /// More evidence of a high rate is not gathered, in nats.
    public static final double HIGHEST_CUSUM = 30;

    /// So much of it is a flood: 10 of 30 nats.
    public static final double CUSUM_THRESHOLD = 1.0 / 3;

    /// Two of ten INVITEs that are overdue are marked.
    public static final double OVERDUE_THRESHOLD = InviteWindows.LEAST_MALICIOUS / (double) FloodNetwork.MESSAGES;

    /// Malicious attempts with longer pauses are drawn apart.
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private static final Set<TrafficClass> FLOODS = EnumSet.of(TrafficClass.INVITE_FLOOD, TrafficClass.DOS);

    /// A time with a name.
    ///
    /// @param fromNanos in ns since the epoch
    /// @param toNanos in ns since the epoch
    /// @param attempts how many attempts it has
    public record Band(long fromNanos, long toNanos, int attempts) {}

    /// A flood that was found.
    ///
    /// @param known when the rule of overdue INVITEs knew it, in ns since the epoch; empty if it did
    ///     not
    public record Flood(Band band, FloodCourse course, OptionalLong known) {}

    /// Attempts of one class of the truth that follow each other.
    public record TrueSpan(Band band, TruthLabel label) {}

    private final FloodScores scores;
    private final int group;
    private final Moments invites;
    private final Moments answers;
    private final Moments acks;
    private final Track halfOpen;
    private final Track overdue;
    private final Track cusum;
    private final Moments decided;
    private final Map<NetworkKind, Track> verdicts = new EnumMap<>(NetworkKind.class);
    private final boolean isScored;
    private final List<Flood> floods;
    private final List<TrueSpan> truth;
    private final Optional<BitSet> maliciousWindows;

    private Traffic(FloodDetection detection, int group, Optional<IndexTruth> truth) {
        this.scores = detection.scores();
        this.group = group;
        Columns columns = new Columns(detection.rules());
        invites = Moments.of(columns.invites);
        answers = Moments.of(Arrays.copyOf(columns.answers, columns.answered));
        acks = Moments.of(Arrays.copyOf(columns.acks, columns.acked));
        halfOpen = halfOpen(detection.rules().halfOpen(group));
        cusum = new Track(invites, columns.cusum);
        overdue = new Track(invites, columns.overdue);
        InviteWindows windows = windows();
        int first = windows.firstWindow(group);
        int count = windows.endWindow(group) - first;
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            int place = windows.from(group) + i * windows.settings().step() + windows.settings().size() - 1;
            ends[i] = windows.attempts().atNanos(windows.attempt(place));
        }
        decided = Moments.of(ends);
        for (NetworkKind kind : NetworkKind.values()) {
            double[] values = new double[count];
            Arrays.fill(values, Double.NaN);
            verdicts.put(kind, new Track(decided, values));
        }
        isScored = count == 0;
        floods = IntStream.range(0, detection.floods().size())
                .filter(flood -> detection.floods().get(flood).server() == windows.server(group))
                .mapToObj(flood -> flood(detection.floods().get(flood), detection.known().get(flood)))
                .toList();
        this.truth = truth.map(this::truth).orElse(List.of());
        this.maliciousWindows = truth.map(this::maliciousWindows);
    }

    private Traffic(Traffic other, Map<NetworkKind, Track> verdicts) {
        scores = other.scores;
        group = other.group;
        invites = other.invites;
        answers = other.answers;
        acks = other.acks;
        halfOpen = other.halfOpen;
        overdue = other.overdue;
        cusum = other.cusum;
        decided = other.decided;
        floods = other.floods;
        truth = other.truth;
        maliciousWindows = other.maliciousWindows;
        this.verdicts.putAll(verdicts);
        isScored = true;
    }

    /// The traffic of a server, or of a source at it. Where there are few windows they have their
    /// scores already.
    ///
    /// @param group of the windows
    public static Traffic of(FloodDetection detection, int group, Optional<IndexTruth> truth) {
        Traffic traffic = new Traffic(detection, group, truth);
        return traffic.decided.size() <= FEW ? traffic.withScores(RunMonitor.NONE) : traffic;
    }

    /// The same with the scores of all windows, on all processors. Cost: about 0.1 ms for a window
    /// that has not been scored before.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public Traffic withScores(RunMonitor monitor) {
        int first = windows().firstWindow(group);
        Map<NetworkKind, Track> all = new EnumMap<>(NetworkKind.class);
        for (NetworkKind kind : NetworkKind.values()) {
            double[] values = new double[decided.size()];
            IntStream.range(0, Math.ceilDiv(values.length, BLOCK)).parallel().forEach(block -> {
                monitor.throwIfCancelled();
                int end = Math.min(values.length, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    values[i] = scores.score(kind, first + i);
                }
            });
            all.put(kind, new Track(decided, values));
        }
        return new Traffic(this, all);
    }

    private static Track halfOpen(TimeSeries series) {
        long[] changes = new long[series.size()];
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            changes[i] = series.atNanos(i);
            values[i] = series.value(i);
        }
        return new Track(Moments.of(changes), values);
    }

    private Flood flood(FloodSpan span, FloodKnown known) {
        OptionalLong at = known.byRule().stream().mapToLong(OverdueFlood::knownNanos).findFirst();
        return new Flood(band(span), span.course(), at);
    }

    private Band band(FloodSpan span) {
        InviteAttempts attempts = windows().attempts();
        return new Band(attempts.atNanos(span.attempts().getFirst()), attempts.atNanos(span.attempts().getLast()),
                span.attempts().size());
    }

    private List<TrueSpan> truth(IndexTruth known) {
        List<TrueSpan> spans = new ArrayList<>();
        InviteWindows windows = windows();
        for (int place = windows.from(group); place < windows.to(group); place++) {
            HopTransaction call = windows.attempts().first(windows.attempt(place));
            Optional<TruthLabel> label =
                    known.ofMessage(call.request()).filter(each -> each.trafficClass() != TrafficClass.NORMAL);
            if (label.isPresent()) {
                add(spans, label.get(), call.atNanos());
            }
        }
        return List.copyOf(spans);
    }

    /// By what the networks learn: floods alone are malicious, other attacks are not.
    private BitSet maliciousWindows(IndexTruth known) {
        InviteWindows windows = windows();
        BitSet malicious = new BitSet();
        int first = windows.firstWindow(group);
        for (int window = first; window < windows.endWindow(group); window++) {
            malicious.set(window - first, windows.isMalicious(window, attempt -> isFlood(known, attempt)));
        }
        return malicious;
    }

    private boolean isFlood(IndexTruth known, int attempt) {
        return known.ofMessage(windows().attempts().first(attempt).request())
                .map(TruthLabel::trafficClass)
                .filter(FLOODS::contains)
                .isPresent();
    }

    private static void add(List<TrueSpan> spans, TruthLabel label, long at) {
        for (int i = spans.size() - 1; i >= Math.max(0, spans.size() - 4); i--) {
            TrueSpan span = spans.get(i);
            Band band = span.band();
            if (span.label().equals(label) && at - band.toNanos() <= PAUSE) {
                Band longer = new Band(band.fromNanos(), at, band.attempts() + 1);
                spans.set(i, new TrueSpan(longer, label));
                return;
            }
        }
        spans.add(new TrueSpan(new Band(at, at, 1), label));
    }

    /// The scores it is a part of.
    public FloodScores scores() {
        return scores;
    }

    /// The windows it is a part of.
    public InviteWindows windows() {
        return scores.inputs().windows();
    }

    /// The server, as a group of the windows.
    public int group() {
        return group;
    }

    /// The server.
    public String host() {
        return windows().attempts().table().host(windows().server(group));
    }

    /// The group of all that the server gets, also if this is what one source sends.
    public int server() {
        int group = 0;
        while (windows().server(group) != windows().server(this.group)) {
            group++;
        }
        return group;
    }

    /// The source whose calls alone these are; empty for all.
    public String source() {
        int source = windows().source(group);
        return source < 0 ? "" : windows().attempts().table().host(source);
    }

    /// Whether its windows have their scores; without them all verdicts are NaN.
    public boolean isScored() {
        return isScored;
    }

    /// When attempts began.
    public Moments invites() {
        return invites;
    }

    /// When final responses came.
    public Moments answers() {
        return answers;
    }

    /// When ACKs came.
    public Moments acks() {
        return acks;
    }

    /// Evidence of twice the usual rate, as a share of its limit, at each attempt.
    public Track cusum() {
        return cusum;
    }

    /// How many transactions are open, at each change.
    public Track halfOpen() {
        return halfOpen;
    }

    /// The share of the last ten attempts that became overdue, at each attempt.
    public Track overdue() {
        return overdue;
    }

    /// When windows ended; the place of each is that among the group's windows.
    public Moments decided() {
        return decided;
    }

    /// The scores of a network, at the end of each window.
    public Track verdict(NetworkKind kind) {
        return Objects.requireNonNull(verdicts.get(kind));
    }

    /// The floods that were found, in the order of time.
    public List<Flood> floods() {
        return floods;
    }

    /// What is malicious by the truth, by when it begins.
    public List<TrueSpan> truth() {
        return truth;
    }

    /// Which of the group's windows are malicious by the truth; empty without a truth.
    public Optional<BitSet> maliciousWindows() {
        return maliciousWindows.map(windows -> (BitSet) windows.clone());
    }

    /// The window that ended last at or before a moment, or the first; -1 without windows.
    public int windowAt(long moment) {
        return decided.size() == 0 ? -1 : windows().firstWindow(group) + Math.max(0, decided.before(moment + 1) - 1);
    }

    /// What is known of the attempts one by one.
    private final class Columns {
        final long[] invites;
        final long[] answers;
        final long[] acks;
        final double[] cusum;
        final double[] overdue;
        int answered;
        int acked;

        Columns(FloodRules rules) {
            InviteWindows windows = windows();
            InviteAttempts attempts = windows.attempts();
            MessageTable messages = attempts.table().index().messages();
            int from = windows.from(group);
            int count = windows.to(group) - from;
            invites = new long[count];
            answers = new long[count];
            acks = new long[count];
            cusum = new double[count];
            overdue = new double[count];
            for (int i = 0; i < count; i++) {
                int attempt = windows.attempt(from + i);
                HopTransaction last = attempts.last(attempt);
                long at = attempts.atNanos(attempt);
                invites[i] = at;
                if (last.status() != 0) {
                    answers[answered++] = last.answeredAtNanos();
                }
                if (last.ack() >= 0) {
                    acks[acked++] = messages.capturedAtNanos(last.ack());
                }
                cusum[i] = rules.ofAttempt(FloodRule.CUSUM, attempt) / HIGHEST_CUSUM;
                overdue[i] = rules.ofAttempt(FloodRule.OVERDUE, attempt) / FloodNetwork.MESSAGES;
            }
        }
    }
}
