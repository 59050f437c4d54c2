package org.sipsleuth.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.DetectorStatus.Cancelled;
import org.sipsleuth.session.DetectorStatus.Failed;
import org.sipsleuth.session.DetectorStatus.Finished;
import org.sipsleuth.session.DetectorStatus.Running;
import org.sipsleuth.session.SessionState.Joined;

/// Runs the detectors in use over the open capture, and joins what they find: in the background,
/// those of one turn side by side, as many at a time as there are processors and the preferred one
/// first, each again when the capture grows or is replaced. A run waits
/// for those of earlier turns that had begun before it, not for later ones of the same detectors:
/// each gets its turn. Results are published as they arrive. While a capture grows, a run that has
/// begun is completed, and the next one, after a pause, looks at everything read until then. Any
/// thread.
public final class CaptureSession {

    private static final int PERCENT = 100;

    /// More at a time would only make each of them end later.
    private static final int MOST_AT_A_TIME = Math.max(2, Runtime.getRuntime().availableProcessors());

    /// How often a run that is waited for looks whether it has been cancelled.
    private static final long PATIENCE_MILLIS = 100;

    /// Runs something after a pause.
    @FunctionalInterface
    public interface Later {

        /// Runs it, on any thread, when the pause is over.
        void run(Duration pause, Runnable next);
    }

    private final Executor background;
    private final LookPace pace;
    private final Later later;
    private final Executor joining;
    private final boolean joinsBetween;
    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Detector, DetectorStatus> statuses = new HashMap<>();
    private final Map<Detector, Run> runs = new HashMap<>();

    /// How long each detector looked the last time, and when that ended.
    private final Map<Detector, Look> looks = new HashMap<>();
    private List<Detector> detectors = List.of();
    private String preferred = "";
    private @Nullable SipIndex index;
    private boolean isGrowing;
    private SessionState state = SessionState.EMPTY;

    /// What counts now, and what of it was joined last.
    private Findings known = Findings.NONE;

    private Findings lastJoined = Findings.NONE;
    private Joined joined = Joined.NOTHING;
    private @Nullable Join join;

    /// What is to be done without the lock, in order.
    private final Queue<Runnable> outgoing = new ConcurrentLinkedQueue<>();

    private final AtomicInteger sending = new AtomicInteger();

    /// @param background where detectors run; each run is one task
    /// @param pace between two looks of a detector at a capture that grows
    /// @param later what makes these pauses
    /// @param joining where findings are joined, whenever a detector has found something else
    public CaptureSession(Executor background, LookPace pace, Later later, Executor joining) {
        this(background, pace, later, joining, true);
    }

    private CaptureSession(Executor background, LookPace pace, Later later, Executor joining, boolean joinsBetween) {
        this.background = background;
        this.pace = pace;
        this.later = later;
        this.joining = joining;
        this.joinsBetween = joinsBetween;
    }

    /// Runs detectors over a capture, turn after turn, and waits for all of them. One that fails
    /// costs its own findings only; [Investigation#faults] has it.
    ///
    /// @param background where detectors run
    /// @param monitor gets the progress of the first detector that is running
    /// @throws CancellationException if the monitor asked to stop
    public static Investigation investigate(SipIndex index, List<Detector> detectors, Executor background,
            RunMonitor monitor) {
        CaptureSession session = new CaptureSession(background, LookPace.OF_COMMAND,
                (_, next) -> background.execute(next), background, false); // joins once
        session.subscribe(state -> state.progress().ifPresent(monitor::progress));
        session.use(detectors);
        session.open(index);
        SessionState ended = session.awaitAll(monitor);
        if (ended.failure().isPresent()) {
            throw fault(ended.failure().get());
        }
        return ended.joined().investigation().orElseGet(() -> Investigation.of(index, List.of(), ended.faults()));
    }

    private static RuntimeException fault(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException fault -> fault;
            default -> new IllegalStateException(cause);
        };
    }

    private synchronized SessionState awaitAll(RunMonitor monitor) {
        try {
            while ((state.isRunning() || state.joined().isRunning()) && state.failure().isEmpty()) {
                monitor.throwIfCancelled();
                wait(PATIENCE_MILLIS);
            }
            return state;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            stopAll();
        }
    }

    /// The state now.
    public synchronized SessionState state() {
        return state;
    }

    /// Passes on every state from now on, in order, the present one first.
    ///
    /// @param listener called by the thread that changed the state, or by another that passes on an
    ///     earlier state
    public void subscribe(Consumer<SessionState> listener) {
        synchronized (this) {
            SessionState now = state;
            outgoing.add(() -> {
                listeners.add(listener);
                listener.accept(now);
            });
        }
        send();
    }

    /// Opens a capture, or shows more of the one that is open. Whoever pauses looks at it now.
    public void open(SipIndex next) {
        change(() -> {
            isGrowing = false;
            show(next);
            endPauses();
        });
    }

    /// Opens a capture that grows from now on, or shows more of it: detectors that have looked pause.
    public void follow(SipIndex next) {
        change(() -> {
            isGrowing = true;
            show(next);
        });
    }

    /// The capture that is open grows no more: whoever pauses looks at it now.
    public void endGrowth() {
        change(() -> {
            isGrowing = false;
            endPauses();
        });
    }

    private void show(SipIndex next) {
        SipIndex before = index;
        boolean grows = before != null && files(before).equals(files(next));
        index = next;
        if (!grows) {
            stopAll();
        }
        for (Detector detector : byTurn()) {
            boolean isWaiting = runs.containsKey(detector);
            boolean isCancelled = statuses.get(detector) instanceof Cancelled;
            if (!next.equals(before) && !isWaiting && !isCancelled) {
                begin(detector, pauseBefore(detector));
            }
        }
    }

    private void endPauses() {
        byTurn().stream().map(runs::get).filter(Objects::nonNull).forEach(this::endPause);
    }

    /// Closes the capture.
    public void close() {
        change(() -> {
            stopAll();
            index = null;
        });
    }

    /// Uses these detectors from now on. What those that were in use already have found stays.
    public void use(List<Detector> wanted) {
        change(() -> {
            List<Detector> before = detectors;
            detectors = List.copyOf(wanted);
            before.stream().filter(old -> !detectors.contains(old)).forEach(this::stop);
            byTurn().stream()
                    .filter(each -> index != null && !statuses.containsKey(each))
                    .forEach(each -> begin(each, Duration.ZERO));
        });
    }

    /// Has the detectors of this name begin before others of their turn from now on.
    ///
    /// @param name empty for none
    public void prefer(String name) {
        change(() -> preferred = name);
    }

    /// Stops the running detectors of this name.
    public void cancel(String name) {
        change(() -> named(name).filter(runs::containsKey).forEach(detector -> {
            stop(detector);
            statuses.put(detector, new Cancelled());
        }));
    }

    /// Runs the detectors of this name again, after they were cancelled or failed.
    public void again(String name) {
        change(() -> named(name).filter(_ -> index != null).forEach(its -> {
            Run pausing = runs.get(its);
            if (pausing == null) {
                begin(its, Duration.ZERO);
            } else {
                endPause(pausing);
            }
        }));
    }

    private Stream<Detector> named(String name) {
        return detectors.stream().filter(detector -> detector.name().equals(name));
    }

    private List<Detector> byTurn() {
        return detectors.stream()
                .sorted(Comparator.comparing(Detector::turn).thenComparing(each -> !each.name().equals(preferred)))
                .toList();
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    private void change(Runnable change) {
        synchronized (this) {
            change.run();
            publish();
        }
        send();
    }

    /// Listeners are called, and runs begun, without the lock: either may take long, or need
    /// another thread that waits for it.
    private void send() {
        if (sending.getAndIncrement() > 0) {
            return; // whoever is sending sends this, too
        }
        try {
            do {
                for (Runnable next = outgoing.poll(); next != null; next = outgoing.poll()) {
                    next.run();
                }
            } while (sending.decrementAndGet() > 0);
        } catch (RuntimeException | Error fault) {
            sending.set(0); // the next change sends what is left
            throw fault;
        }
    }

    private void publish() {
        List<SessionState.DetectorRun> all = new ArrayList<>();
        for (Detector detector : detectors) {
            DetectorStatus status = statuses.get(detector);
            if (status != null) {
                all.add(new SessionState.DetectorRun(detector, status));
            }
        }
        SessionState now = withFindings(new SessionState(Optional.ofNullable(index), all, joined));
        state = now;
        outgoing.add(() -> listeners.forEach(listener -> listener.accept(now)));
        notifyAll();
    }

    /// A join that has begun is completed, and the next one joins all that was found until then: a
    /// capture that grows shows its incidents as they form.
    private SessionState withFindings(SessionState next) {
        known = Findings.of(next, known);
        boolean continues = !known.isEmpty() && joined.investigation().filter(known::isOfOther).isEmpty();
        if (!continues) {
            join = null;
            joined = Joined.NOTHING;
            lastJoined = Findings.NONE;
        }
        boolean isDue = !known.isEmpty() && !known.areThose(lastJoined);
        if (isDue && join == null && (joinsBetween || !next.isRunning())) {
            joined = joined.running();
            beginJoin();
        }
        return new SessionState(next.index(), next.runs(), joined);
    }

    private void beginJoin() {
        Join next = new Join(known);
        join = next;
        outgoing.add(() -> {
            try {
                joining.execute(next);
            } catch (RejectedExecutionException closed) {
                endJoin(next, _ -> Joined.NOTHING); // nobody waits for results any more
            }
        });
    }

    private void endJoin(Join ended, UnaryOperator<Joined> result) {
        change(() -> {
            if (ended.equals(join)) {
                join = null;
                joined = result.apply(joined);
                lastJoined = ended.findings;
            }
        });
    }

    /// While a capture grows, a detector looks again after a pause. Until then what it found in the
    /// earlier part stands, as it has finished with that.
    private void begin(Detector detector, Duration pause) {
        Run run = new Run(detector);
        runs.values()
                .stream()
                .filter(other -> other.detector.turn().compareTo(detector.turn()) < 0)
                .forEach(run.waitsFor::add);
        runs.put(detector, run);
        run.isPausing = true;
        if (pause.isPositive()) {
            outgoing.add(() -> later.run(pause, () -> change(() -> endPause(run))));
        } else {
            endPause(run);
        }
    }

    private void endPause(Run run) {
        if (run.isPausing && run.equals(runs.get(run.detector))) {
            run.isPausing = false;
            Optional<Detection> before =
                    Optional.ofNullable(statuses.get(run.detector)).flatMap(DetectorStatus::detection);
            statuses.put(run.detector, new Running(new Progress("", 0, -1), before));
            startDue();
        }
    }

    /// What is left of the pause after the last look of a detector. All detectors look side by side
    /// at times, so that the looks of all of them count.
    private Duration pauseBefore(Detector detector) {
        Look last = looks.get(detector);
        if (last == null || !isGrowing) {
            return Duration.ZERO;
        }
        long all = looks.values().stream().mapToLong(Look::nanos).sum();
        return pace.after(Duration.ofNanos(all)).minusNanos(System.nanoTime() - last.endedAt);
    }

    /// An executor that has shut down means that nobody waits for results any more.
    private void start(Run run) {
        try {
            background.execute(run);
        } catch (RejectedExecutionException closed) {
            run.cancel();
        }
    }

    /// Starts those that wait for nothing, as far as there is room.
    private void startDue() {
        long started = runs.values().stream().filter(run -> run.isStarted).count();
        byTurn().stream()
                .map(runs::get)
                .filter(Objects::nonNull)
                .filter(Run::isDue)
                .limit(Math.max(0, MOST_AT_A_TIME - started))
                .forEach(run -> {
                    run.isStarted = true;
                    outgoing.add(() -> start(run));
                });
    }

    /// Forgets the run of a detector, and starts those that waited for it or for its place.
    private @Nullable Run remove(Detector detector) {
        Run ended = runs.remove(detector);
        if (ended != null) {
            runs.values().forEach(run -> run.waitsFor.remove(ended));
            startDue();
        }
        return ended;
    }

    private void stopAll() {
        runs.values().forEach(Run::cancel);
        runs.clear();
        statuses.clear();
        looks.clear();
    }

    private void stop(Detector detector) {
        Run run = remove(detector);
        if (run != null) {
            run.cancel();
        }
        statuses.remove(detector);
        looks.remove(detector);
    }

    /// What is open when a run begins: it may have waited for long.
    private synchronized SipIndex openFor(Run run) {
        SipIndex open = index;
        if (open == null || run.isCancelled()) {
            throw new CancellationException();
        }
        run.looked = open;
        run.beganAt = System.nanoTime();
        return open;
    }

    private void progress(Run run, Progress progress) {
        change(() -> {
            if (run.equals(runs.get(run.detector)) && statuses.get(run.detector) instanceof Running(_, var before)) {
                statuses.put(run.detector, new Running(progress, before));
            }
        });
    }

    private void end(Run run, DetectorStatus status) {
        change(() -> {
            if (!run.equals(runs.get(run.detector))) {
                return; // it was stopped
            }
            remove(run.detector);
            statuses.put(run.detector, status);
            long now = System.nanoTime();
            looks.put(run.detector, new Look(now - run.beganAt, now));
            if (index != null && !index.equals(run.looked)) { // it has grown meanwhile
                begin(run.detector, pauseBefore(run.detector));
            }
        });
    }

    /// The last run of a detector.
    ///
    /// @param nanos how long it took
    /// @param endedAt when it ended, as [System#nanoTime] counts
    private record Look(long nanos, long endedAt) {}

    /// One joining of findings.
    private final class Join implements Runnable {

        private final Findings findings;

        Join(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void run() {
            Joined found;
            try {
                found = new Joined(Optional.of(findings.join()), false, Optional.empty());
            } catch (Throwable cause) { // the outermost edge of the run
                endJoin(this, before -> before.failed(cause));
                return;
            }
            endJoin(this, _ -> found);
        }
    }

    /// One run of a detector over an index; reports whole percents.
    private final class Run implements Runnable, RunMonitor {

        private record Step(String stage, long percent) {}

        private final Detector detector;

        /// The runs of earlier turns that have not ended.
        private final Set<Run> waitsFor = new HashSet<>();

        /// Whether it begins later, since the detector has just looked at an earlier part.
        private boolean isPausing;

        private boolean isStarted;

        private @Nullable SipIndex looked;
        private long beganAt = System.nanoTime();
        private final AtomicReference<@Nullable Step> last = new AtomicReference<>();
        private volatile boolean isCancelled;

        Run(Detector detector) {
            this.detector = detector;
        }

        void cancel() {
            isCancelled = true;
        }

        boolean isDue() {
            return !isPausing && !isStarted && waitsFor.isEmpty();
        }

        @Override
        public void run() {
            try {
                SipIndex open = openFor(this);
                Detection result = open.opened().verified(() -> detect(open));
                end(this, new Finished(result));
            } catch (CancellationException cancelled) {
                end(this, new Failed(cancelled)); // ignored where the session cancelled it
            } catch (Throwable cause) { // the outermost edge of the run
                end(this, new Failed(cause));
            }
        }

        /// What is computed when it is asked for is asked for here, where a fault is contained.
        private Detection detect(SipIndex open) {
            Detection result = detector.detect(open, this);
            result.findings();
            result.notJudged();
            return result;
        }

        @Override
        public void progress(Progress progress) {
            Step step = new Step(progress.stage(), (long) (progress.fraction() * PERCENT));
            if (!step.equals(last.getAndSet(step))) {
                CaptureSession.this.progress(this, progress);
            }
        }

        @Override
        public boolean isCancelled() {
            return isCancelled;
        }
    }
}
