package org.sipsleuth.app.command.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.incident.change.IncidentChanges;
import org.sipsleuth.live.LiveCapture;
import org.sipsleuth.live.LiveIndex;
import org.sipsleuth.report.rows.Format;

/// Runs a live capture on the terminal: prints dialogs and incidents as they come and change.
public final class LiveText {

    private static final long DRAW_MILLIS = 500;

    private final Terminal terminal;
    private final LiveLimits limits;
    private final boolean showsProgress;
    private final boolean isRawCsv;
    private final List<Detector> detectors;
    private final FaultLog faults;

    /// @param detectors that look for incidents
    /// @param faults takes the rules and methods that failed in the last look
    /// @param showsProgress whether the status line is wanted
    /// @param isRawCsv whether values of CSV stand as they are in the capture
    public LiveText(Terminal terminal, LiveLimits limits, List<Detector> detectors, FaultLog faults,
            boolean showsProgress, boolean isRawCsv) {
        this.isRawCsv = isRawCsv;
        this.faults = faults;
        this.detectors = List.copyOf(detectors);
        this.terminal = terminal;
        this.limits = limits;
        this.showsProgress = showsProgress;
    }

    /// Captures until a limit is reached or [LiveCapture#stop] is called, and saves what the user
    /// wants to keep. All that was captured is printed and saved also when the capture fails.
    ///
    /// @throws org.sipsleuth.live.LiveCaptureException if the interface delivers no more
    /// @throws IOException if an output, or the ring, cannot be written
    public void run(LiveCapture capture, ReadOptions options, Format format) throws IOException {
        LiveIndex index = new LiveIndex(capture.ring(), options);
        LiveStatus status = new LiveStatus(terminal, capture, showsProgress);
        CompletableFuture<Void> capturing = capturing(capture);
        ScheduledExecutorService clock = clock(capture, status);
        LiveRows rows = LiveRows.open(format, terminal, isRawCsv, faults.to(terminal));
        @Nullable Throwable missed;
        LiveIncidents incidents = new LiveIncidents(detectors, receiver(rows, status));
        try {
            index.run(part -> {
                print(part, rows, status, capture);
                if ((part.freshCount() > 0 || part.isAnew()) && rows.hasIncidents()) {
                    incidents.take(part.index());
                }
            });
        } catch (UncheckedIOException output) {
            throw output.getCause();
        } finally {
            capture.stop();
            capturing.exceptionally(_ -> null).join();
            clock.shutdown();
            status.wipe();
            missed = incidents.end();
        }
        rows.close();
        if (missed != null) {
            faults.report(Fault.isContained(missed) ? List.of(Fault.of("incidents", missed)) : List.of(), terminal);
            terminal.report("incidents of the last messages could not be looked for; to do that, save the"
                    + " packets with -o and run sipsleuth analyze");
        }
        faults.report(incidents.faults(), terminal);
        status.reportEnd();
        if (limits.save().isPresent()) {
            limits.save().get().write(capture.ring());
        }
        failIfFailed(capturing);
    }

    private static CompletableFuture<Void> capturing(LiveCapture capture) {
        return CompletableFuture.runAsync(() -> {
            try {
                capture.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, run -> Thread.ofPlatform().daemon().name("sipsleuth-capturing").start(run));
    }

    private ScheduledExecutorService clock(LiveCapture capture, LiveStatus status) {
        ScheduledExecutorService clock = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sipsleuth-clock").factory());
        var _ = clock.scheduleAtFixedRate(status::draw, DRAW_MILLIS, DRAW_MILLIS, TimeUnit.MILLISECONDS);
        if (limits.duration().isPositive()) {
            long millis = TimeUnit.MILLISECONDS.convert(limits.duration()); // at most the longest
            var _ = clock.schedule(capture::stop, millis, TimeUnit.MILLISECONDS);
        }
        return clock;
    }

    /// Prints each dialog that a new message belongs to.
    private void print(LiveIndex.Part part, LiveRows rows, LiveStatus status, LiveCapture capture) {
        SipIndex index = part.index();
        BitSet changed = new BitSet();
        BitSet fresh = new BitSet();
        part.fresh().forEach(fresh::set);
        fresh.stream().map(index.messages()::dialog).forEach(changed::set);
        status.add(part.freshCount(), index.dialogs().size());
        try {
            synchronized (rows) {
                if (!changed.isEmpty()) {
                    status.wipe();
                }
                for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
                    rows.write(index, i, fresh.get(index.dialogs().firstMessage(i)));
                }
                rows.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (limits.messages() > 0 && status.messages() >= limits.messages()) {
            capture.stop();
        }
    }

    private LiveIncidents.Receiver receiver(LiveRows rows, LiveStatus status) {
        return new LiveIncidents.Receiver() {
            @Override
            public void receive(SipIndex index, List<IncidentChanges.Change> changes) throws IOException {
                print(index, changes, rows, status);
            }

            @Override
            public void fail(Optional<String> last, Throwable cause) {
                String until = last.map(time -> "incidents as of " + time + " could not be renewed: ")
                        .orElse("incidents could not be determined: ");
                synchronized (rows) {
                    status.wipe();
                    terminal.report(until + cause.getClass().getName());
                }
            }
        };
    }

    /// Prints what has become of incidents.
    private static void print(SipIndex index, List<IncidentChanges.Change> changes, LiveRows rows, LiveStatus status)
            throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        synchronized (rows) {
            status.wipe();
            for (IncidentChanges.Change change : changes) {
                rows.write(index, change);
            }
            rows.flush();
        }
    }

    private static void failIfFailed(CompletableFuture<Void> capturing) throws IOException {
        try {
            capturing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause.getCause();
            }
            throw e;
        }
    }
}
