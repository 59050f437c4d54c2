package org.sipsleuth.app.command.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.incident.change.IncidentChanges;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.exchange.CaptureTimes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.LookPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for incidents in a growing capture, on a thread of its own: at one state after the other,
/// with pauses several times as long as a look, so that capturing is not held up. States in between
/// are skipped; the last one is always looked at.
final class LiveIncidents {

    /// Receives what is found, on the thread that looks.
    interface Receiver {
        void receive(SipIndex index, List<IncidentChanges.Change> changes) throws IOException;

        /// A look failed, the one before did not; what was received until then stands.
        ///
        /// @param last when the last message of the state that was looked at last was captured; empty if
        ///     none was
        void fail(Optional<String> last, Throwable cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LiveIncidents.class);

    private final List<Detector> detectors;
    private final Receiver receiver;
    private final IncidentChanges changes = new IncidentChanges();
    private final Thread thread;
    private @Nullable SipIndex latest;
    private boolean isEnding;
    private @Nullable Throwable failure;

    /// The state itself would keep files mapped that the ring has discarded.
    private Optional<String> looked = Optional.empty();

    private List<Fault> faults = List.of();

    /// @param detectors that look
    LiveIncidents(List<Detector> detectors, Receiver receiver) {
        this.detectors = List.copyOf(detectors);
        this.receiver = receiver;
        thread = Thread.ofPlatform().daemon().name("sipsleuth-incidents").start(this::run);
    }

    /// The capture has grown. Returns at once.
    synchronized void take(SipIndex index) {
        latest = index;
        notifyAll();
    }

    /// Looks at the last state, if that was not done, and waits until it is done.
    ///
    /// @return why the last state could not be looked at; nothing if it was
    /// @throws IOException if what was found could not be written
    @Nullable
    Throwable end() throws IOException {
        synchronized (this) {
            isEnding = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (failure instanceof UncheckedIOException output) {
                throw output.getCause();
            }
            return failure;
        }
    }

    /// The rules and methods that failed in the last look.
    synchronized List<Fault> faults() {
        return faults;
    }

    private void run() {
        Optional<Duration> took = lookAtNext();
        while (took.isPresent()) {
            pause(LookPace.OF_COMMAND.after(took.get()));
            took = lookAtNext();
        }
    }

    /// Holds no state afterwards: files that the ring discards take room as long as one does.
    ///
    /// @return how long it took; nothing at the end, and where the reader of the output is gone
    private Optional<Duration> lookAtNext() {
        SipIndex index = next();
        if (index == null) {
            return Optional.empty();
        }
        long begin = System.nanoTime();
        Throwable fault = look(index);
        synchronized (this) {
            failure = fault;
        }
        return fault instanceof UncheckedIOException ? Optional.empty()
                : Optional.of(Duration.ofNanos(System.nanoTime() - begin));
    }

    /// A file of the ring may be discarded or shortened while it is read: the next look is at a later
    /// state.
    private @Nullable Throwable look(SipIndex index) {
        List<IncidentChanges.Change> found;
        try {
            Investigation now = DetectorThreads.investigate(index, detectors, RunMonitor.NONE);
            found = changes.of(now.incidents(), index);
            synchronized (this) {
                faults = now.faults();
            }
            looked = Optional
                    .of(CaptureTimes.iso(index, index.messages().capturedAtNanos(index.messages().size() - 1)));
        } catch (CancellationException interrupted) {
            return interrupted;
        } catch (RuntimeException | StackOverflowError | AssertionError | InternalError unknown) {
            LOG.warn("Incidents could not be looked for", unknown);
            if (failure == null) {
                receiver.fail(looked, unknown);
            }
            return unknown;
        }
        try {
            receiver.receive(index, found);
            return null;
        } catch (IOException output) {
            return new UncheckedIOException(output);
        }
    }

    /// The state to be looked at next; nothing at the end.
    private synchronized @Nullable SipIndex next() {
        try {
            while (latest == null && !isEnding) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
        SipIndex index = latest;
        latest = null;
        return index;
    }

    private synchronized void pause(Duration wanted) {
        long end = System.nanoTime() + wanted.toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0 && !isEnding; left = end - System.nanoTime()) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
