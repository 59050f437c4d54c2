package org.sipsleuth.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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

/// Runs the detectors in use over the open capture: in the background, side by side, each again
/// when the capture grows or is replaced. Results are published as they arrive. While a capture
/// grows, a run that has begun is completed, and the next one looks at everything read until then.
/// Any thread.
public final class CaptureSession {

    private static final int PERCENT = 100;

    /// How often a run that is waited for looks whether it has been cancelled.
    private static final long PATIENCE_MILLIS = 100;

    private final Executor background;
    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Detector, DetectorStatus> statuses = new HashMap<>();
    private final Map<Detector, Run> runs = new HashMap<>();
    private List<Detector> detectors = List.of();
    private @Nullable SipIndex index;
    private SessionState state = SessionState.EMPTY;

    /// @param background where detectors run; each run is one task
    public CaptureSession(Executor background) {
        this.background = background;
    }

    /// Runs detectors over a capture, side by side, and waits for all of them.
    ///
    /// @param background where detectors run
    /// @param monitor gets the progress of the first detector that is running
    /// @throws CancellationException if the monitor asked to stop
    public static Investigation investigate(
            SipIndex index, List<Detector> detectors, Executor background, RunMonitor monitor) {
        CaptureSession session = new CaptureSession(background);
        session.subscribe(state -> state.progress().ifPresent(monitor::progress));
        session.use(detectors);
        session.open(index);
        SessionState ended = session.awaitAll(monitor);
        if (ended.failure().isPresent()) {
            throw fault(ended.failure().get());
        }
        return ended.investigation();
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
            while (state.isRunning() && state.failure().isEmpty()) {
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
    /// @param listener called on the thread that changed the state, which waits for it: it must
    ///     return at once and must not call the session
    public synchronized void subscribe(Consumer<SessionState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    /// Opens a capture, or shows more of the one that is open.
    public synchronized void open(SipIndex next) {
        SipIndex before = index;
        index = next;
        if (next.equals(before)) {
            return;
        }
        boolean grows = before != null && files(before).equals(files(next));
        if (!grows) {
            stopAll();
        }
        for (Detector detector : detectors) {
            if (!runs.containsKey(detector)
                    && !(grows && statuses.get(detector) instanceof Cancelled)) {
                begin(detector);
            }
        }
        publish();
    }

    /// Closes the capture.
    public synchronized void close() {
        stopAll();
        index = null;
        publish();
    }

    /// Uses these detectors from now on. What those that were in use already have found stays.
    public synchronized void use(List<Detector> wanted) {
        List<Detector> before = detectors;
        detectors = List.copyOf(wanted);
        before.stream().filter(old -> !detectors.contains(old)).forEach(this::stop);
        if (index != null) {
            detectors.stream().filter(each -> !statuses.containsKey(each)).forEach(this::begin);
        }
        publish();
    }

    /// Stops the running detectors of this name.
    public synchronized void cancel(String name) {
        for (Detector detector : detectors) {
            if (detector.name().equals(name) && runs.containsKey(detector)) {
                stop(detector);
                statuses.put(detector, new Cancelled());
            }
        }
        publish();
    }

    /// Runs the detectors of this name again, after they were cancelled or failed.
    public synchronized void again(String name) {
        for (Detector detector : detectors) {
            if (detector.name().equals(name) && index != null && !runs.containsKey(detector)) {
                begin(detector);
            }
        }
        publish();
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }

    private void begin(Detector detector) {
        SipIndex open = index;
        if (open == null) {
            return;
        }
        Optional<Detection> before =
                Optional.ofNullable(statuses.get(detector)).flatMap(DetectorStatus::detection);
        Run run = new Run(detector, open);
        runs.put(detector, run);
        statuses.put(detector, new Running(new Progress("", 0, -1), before));
        background.execute(run);
    }

    private void stopAll() {
        detectors.forEach(this::stop);
    }

    private void stop(Detector detector) {
        Run run = runs.remove(detector);
        if (run != null) {
            run.cancel();
        }
        statuses.remove(detector);
    }

    private synchronized void progress(Run run, Progress progress) {
        if (run.equals(runs.get(run.detector))
                && statuses.get(run.detector) instanceof Running(_, var before)) {
            statuses.put(run.detector, new Running(progress, before));
            publish();
        }
    }

    private synchronized void end(Run run, DetectorStatus status) {
        if (!run.equals(runs.get(run.detector))) {
            return; // it was stopped
        }
        runs.remove(run.detector);
        statuses.put(run.detector, status);
        publish();
        if (!run.open.equals(index)) { // the capture has grown, or was opened again
            begin(run.detector);
            publish();
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
        state = new SessionState(Optional.ofNullable(index), all);
        listeners.forEach(listener -> listener.accept(state));
        notifyAll();
    }

    /// One run of a detector over an index; reports whole percents.
    private final class Run implements Runnable, RunMonitor {

        private record Step(String stage, long percent) {}

        private final Detector detector;
        private final SipIndex open;
        private final AtomicReference<@Nullable Step> last = new AtomicReference<>();
        private volatile boolean isCancelled;

        Run(Detector detector, SipIndex open) {
            this.detector = detector;
            this.open = open;
        }

        void cancel() {
            isCancelled = true;
        }

        @Override
        public void run() {
            try {
                throwIfCancelled();
                Detection result = open.opened().verified(() -> detector.detect(open, this));
                end(this, new Finished(result));
            } catch (CancellationException cancelled) {
                // whoever cancelled it has changed the state
            } catch (Throwable cause) { // the outermost edge of the run
                end(this, new Failed(cause));
            }
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
