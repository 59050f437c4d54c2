package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.KeyLogs;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.export.RingExport;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.live.LiveCapture;
import org.sipsleuth.live.LiveIndex;
import org.sipsleuth.live.LiveIndex.Part;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.session.LookPace;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Ticks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Captures in the background, one capture at a time, and leads the window through it. Used on the
/// JavaFX thread.
final class LiveSession {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);

    /// What is shown is renewed once a second at most, and takes a tenth of the JavaFX thread's time.
    private static final LookPace SHOWN = new LookPace(9, Duration.ofSeconds(1));

    private final PacketSources sources;
    private final WorkbenchViewModel workbench;
    private final LiveViewModel model;
    private final LiveControls.Background background;
    private final Ticks clock;
    private final AtomicReference<@Nullable Part> latest = new AtomicReference<>();
    private @Nullable LiveCapture capture;
    private @Nullable LiveIndex index;
    private @Nullable Part last;

    /// How long it took to show a part, and when that was done.
    private Duration showing = Duration.ZERO;

    private long shownAt = System.nanoTime() - SHOWN.shortest().toNanos();

    /// What the capture shall be read with.
    private ReadOptions options = ReadOptions.NONE;

    LiveSession(PacketSources sources, WorkbenchViewModel workbench, LiveViewModel model,
            LiveControls.Background background) {
        this.sources = sources;
        this.workbench = workbench;
        this.model = model;
        this.background = background;
        clock = new Ticks(BETWEEN_COUNTS, this::count);
        workbench.stateProperty().subscribe(this::follow);
        model.pausedProperty().subscribe(this::deliver);
    }

    /// Begins a capture. One that is under way is stopped first.
    ///
    /// @param keyLogs open TLS
    /// @param begun is called when it has started
    /// @param refused gets the sentence that says why it could not
    void start(LiveRequest request, List<Path> keyLogs, Runnable begun, Consumer<String> refused) {
        stop();
        RunTask<LiveCapture> open = new RunTask<>(_ -> LiveCapture.open(sources, request));
        open.setOnSucceeded(_ -> {
            options = new ReadOptions(keyLogs);
            begin(open.getValue());
            begun.run();
        });
        open.setOnFailed(_ -> refused.accept(sentence(open.getException())));
        background.quick().execute(open);
    }

    private void begin(LiveCapture opened) {
        LiveIndex opening = new LiveIndex(opened.ring(), options);
        capture = opened;
        index = opening;
        last = null;
        latest.set(null);
        workbench.beginLive(opened.sourceName());
        model.begin();
        model.report(String.join("\n", opened.ring().notices()));
        count();
        clock.start();
        RunTask<@Nullable Void> capturing = new RunTask<>(_ -> {
            try (RingGuard _ = new RingGuard(opened)) {
                opened.run();
            }
            return null;
        });
        background.capturing().execute(capturing);
        read(opened, opening, capturing::getException);
    }

    /// @param failure why the capture ended; known when the index has, which ends after it
    private void read(LiveCapture opened, LiveIndex opening, Supplier<@Nullable Throwable> failure) {
        RunTask<@Nullable Void> indexing = new RunTask<>(_ -> {
            opening.run(this::take);
            return null;
        });
        indexing.setOnSucceeded(_ -> end(opened, opening, failure));
        indexing.setOnFailed(_ -> end(opened, opening, indexing::getException));
        background.indexing().execute(indexing);
    }

    private void take(Part part) {
        if (latest.getAndSet(part) == null) {
            Platform.runLater(this::deliverInTime);
        }
    }

    private void deliverInTime() {
        long left = SHOWN.after(showing).minusNanos(System.nanoTime() - shownAt).toNanos();
        if (left <= 0) {
            deliver();
        } else {
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS, Platform::runLater).execute(this::deliver);
        }
    }

    /// Shows the newest part, unless what is shown stands still.
    private void deliver() {
        if (capture != null && !model.pausedProperty().get()) {
            Part part = latest.getAndSet(null);
            if (part != null) {
                last = part;
                long begin = System.nanoTime();
                workbench.showLive(part.index(), new KeyLogs(part.options().keyLogs(), part.secrets()));
                shownAt = System.nanoTime();
                showing = Duration.ofNanos(shownAt - begin);
            }
        }
    }

    private void end(LiveCapture ended, LiveIndex opening, Supplier<@Nullable Throwable> ofCapture) {
        if (!ended.equals(capture)) {
            return;
        }
        model.end();
        deliver();
        Part shown = last;
        Throwable failure = ofCapture.get();
        if (failure == null && shown != null && !shown.options().equals(options)) {
            read(ended, opening, ofCapture); // a key log came too late for the last part
            return;
        }
        count();
        clock.stop();
        if (shown != null) {
            workbench.finishLive(shown.index());
        }
        if (failure != null) {
            LOG.warn("Live capture ended", failure);
            workbench.fail(new OpenFailure(text("workbench.live.failure.what"), sentence(failure),
                    text("workbench.live.failure.advice")));
        }
    }

    /// Opens TLS with these key logs as well. Who asks for that wants to see it: what stands still
    /// goes on.
    void addKeyLogs(List<Path> keyLogs) {
        readWith(Stream.concat(options.keyLogs().stream(), keyLogs.stream()).distinct().toList());
    }

    /// Reads without key logs.
    void dropKeyLogs() {
        readWith(List.of());
    }

    private void readWith(List<Path> keyLogs) {
        LiveIndex reading = index;
        if (capture != null && reading != null) {
            options = new ReadOptions(keyLogs);
            reading.readWith(options);
            model.pausedProperty().set(false);
        }
    }

    private void count() {
        if (capture != null) {
            model.count(capture.sourceName(), capture.counts(), capture.ring().fullDisk());
        }
    }

    /// Ends the capture; what was captured is shown when all of it was read.
    void stop() {
        if (capture != null) {
            capture.stop();
        }
    }

    /// The same.
    ///
    /// @return whether there was one under way
    boolean stopRunning() {
        boolean running = model.runningProperty().get();
        stop();
        return running;
    }

    /// Saves all that the ring holds.
    void save(Path file) {
        LiveCapture from = capture;
        if (from != null) {
            OutputRules rules = OutputRules.CONFIRMED.with(options.keyLogs());
            RunTask<@Nullable Void> save = new RunTask<>(_ -> {
                RingExport.at(file, rules).write(from.ring());
                return null;
            });
            save.setOnSucceeded(_ -> model.report(text("workbench.live.saved", file.getFileName())));
            save.setOnFailed(_ -> model
                    .report(text("workbench.live.saved.not", file.getFileName(), sentence(save.getException()))));
            background.quick().execute(save);
        }
    }

    /// When something else is shown, the capture has no place to be seen in.
    private void follow(WorkbenchState state) {
        if (capture == null || state instanceof Live) {
            return;
        }
        Part shown = last;
        if (shown == null || state.index().filter(shown.index()::equals).isEmpty()) {
            capture.stop();
            capture = null;
            index = null;
            clock.stop();
            model.end();
            model.forget();
        }
    }

    private static String sentence(Throwable failure) {
        String words = failure.getMessage();
        return words == null ? failure.getClass().getSimpleName() : words;
    }
}
