package org.sipsleuth.app.workbench.live;

import static org.sipsleuth.view.fx.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.capture.live.LiveCapture;
import org.sipsleuth.capture.live.LiveRequest;
import org.sipsleuth.capture.live.PacketSources;
import org.sipsleuth.dialog.LiveIndex;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.RunTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Captures in the background, one capture at a time, and leads the window through it. Used on the
/// JavaFX thread.
final class LiveSession {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final Duration BETWEEN_COUNTS = Duration.millis(250);

    private final PacketSources sources;
    private final WorkbenchViewModel workbench;
    private final LiveViewModel model;
    private final LiveControls.Background background;
    private final Timeline clock;
    private final AtomicReference<@Nullable SipIndex> latest = new AtomicReference<>();
    private @Nullable LiveCapture capture;
    private @Nullable SipIndex last;

    LiveSession(
            PacketSources sources,
            WorkbenchViewModel workbench,
            LiveViewModel model,
            LiveControls.Background background) {
        this.sources = sources;
        this.workbench = workbench;
        this.model = model;
        this.background = background;
        clock = new Timeline(new KeyFrame(BETWEEN_COUNTS, _ -> count()));
        clock.setCycleCount(Animation.INDEFINITE);
        workbench.stateProperty().subscribe(this::follow);
        model.pausedProperty().subscribe(this::deliver);
    }

    /// Begins a capture. One that is under way is stopped first.
    ///
    /// @param begun is told when it began
    /// @param refused gets the sentence that says why it could not
    void start(LiveRequest request, Runnable begun, Consumer<String> refused) {
        stop();
        RunTask<LiveCapture> open = new RunTask<>(_ -> LiveCapture.open(sources, request));
        open.setOnSucceeded(
                _ -> {
                    begin(open.getValue());
                    begun.run();
                });
        open.setOnFailed(_ -> refused.accept(sentence(open.getException())));
        background.quick().execute(open);
    }

    private void begin(LiveCapture opened) {
        capture = opened;
        last = null;
        latest.set(null);
        workbench.beginLive(opened.interfaceName());
        model.begin();
        count();
        clock.play();
        RunTask<@Nullable Void> capturing =
                new RunTask<>(
                        _ -> {
                            try (RingGuard _ = new RingGuard(opened)) {
                                opened.run();
                            }
                            return null;
                        });
        RunTask<@Nullable Void> indexing = new RunTask<>(_ -> index(opened));
        // The index ends after the capture, so by then it is known how that ended.
        indexing.setOnSucceeded(_ -> end(opened, capturing.getException()));
        indexing.setOnFailed(_ -> end(opened, indexing.getException()));
        background.capturing().execute(capturing);
        background.indexing().execute(indexing);
    }

    private @Nullable Void index(LiveCapture of) throws IOException {
        new LiveIndex(of.ring(), ReadOptions.NONE)
                .run(
                        part -> {
                            if (latest.getAndSet(part.index()) == null) {
                                Platform.runLater(this::deliver);
                            }
                        });
        return null;
    }

    /// Shows the newest part, unless what is shown stands still.
    private void deliver() {
        if (capture != null && !model.pausedProperty().get()) {
            SipIndex part = latest.getAndSet(null);
            if (part != null) {
                last = part;
                workbench.showLive(part);
            }
        }
    }

    private void end(LiveCapture ended, @Nullable Throwable failure) {
        if (!ended.equals(capture)) {
            return;
        }
        model.end();
        deliver();
        count();
        clock.stop();
        SipIndex shown = last;
        if (shown != null) {
            workbench.finishLive(shown);
        }
        if (failure != null) {
            LOG.warn("Live capture ended", failure);
            workbench.fail(
                    new OpenFailure(
                            text("live.failure.what"),
                            sentence(failure),
                            text("live.failure.advice")));
        }
    }

    private void count() {
        if (capture != null) {
            model.count(capture.interfaceName(), capture.counts());
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
            RunTask<@Nullable Void> save =
                    new RunTask<>(
                            _ -> {
                                from.ring().saveTo(file);
                                return null;
                            });
            save.setOnSucceeded(_ -> model.tell(text("live.saved", file.getFileName())));
            save.setOnFailed(
                    _ ->
                            model.tell(
                                    text(
                                            "live.saved.not",
                                            file.getFileName(),
                                            sentence(save.getException()))));
            background.quick().execute(save);
        }
    }

    /// When something else is shown, the capture has no place to be seen in.
    private void follow(WorkbenchState state) {
        if (capture == null || state instanceof Live) {
            return;
        }
        SipIndex shown = last;
        if (shown == null || state.index().filter(shown::equals).isEmpty()) {
            capture.stop();
            capture = null;
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
