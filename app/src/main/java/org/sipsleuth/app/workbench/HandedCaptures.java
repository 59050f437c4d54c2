package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.sipsleuth.app.handover.RunningWindow;
import org.sipsleuth.app.handover.WindowSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens captures that another process hands over, such as the file manager's next start of the
/// program. A window that captures live, asks something, or does not answer leaves them to the
/// other process.
final class HandedCaptures implements RunningWindow.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(HandedCaptures.class);
    private static final int MILLIS_TO_DECIDE = 1_500;

    private final Workbench workbench;
    private final Stage stage;

    HandedCaptures(Workbench workbench, Stage stage) {
        this.workbench = workbench;
        this.stage = stage;
    }

    /// Begins to listen in the background, if this machine has a place for that.
    ///
    /// @return ends it
    Runnable listen() {
        if (System.getProperty("glass.platform", "").startsWith("Headless")) {
            return () -> {};
        }
        CompletableFuture<Optional<RunningWindow>> window = CompletableFuture.supplyAsync(this::listening);
        return () -> window.join().ifPresent(HandedCaptures::close);
    }

    private Optional<RunningWindow> listening() {
        Optional<WindowSockets> windows = WindowSockets.ofUser();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunningWindow.listen(windows.get(), ProcessHandle.current().pid(), this));
        } catch (IOException noPlace) {
            LOG.debug("No files can be handed over: {}", noPlace.getClass().getName());
            return Optional.empty();
        }
    }

    private static void close(RunningWindow window) {
        try {
            window.close();
        } catch (IOException gone) {
            LOG.debug("The socket cannot be removed: {}", gone.getClass().getName());
        }
    }

    @Override
    public boolean open(List<Path> files) {
        AtomicBoolean isDecided = new AtomicBoolean();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            if (isDecided.compareAndSet(false, true)) {
                decide(files, answer);
            }
        });
        try {
            return answer.get(MILLIS_TO_DECIDE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            // what is decided by now is said; what is not will not be done any more
            return !isDecided.compareAndSet(false, true) && answer.join();
        } catch (ExecutionException failed) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void decide(List<Path> files, CompletableFuture<Boolean> answer) {
        boolean isOpened = false;
        try {
            isOpened = isOpened(files);
        } finally {
            answer.complete(isOpened);
        }
    }

    private boolean isOpened(List<Path> files) {
        if (!stage.isShowing() || workbench.isBusy() || isAsking()) {
            return false;
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        // After the answer: what goes wrong with the files is for this window to show.
        Platform.runLater(() -> workbench.captures().openLater(files));
        return true;
    }

    /// Whether a dialog of the program or of the system waits for an answer. That of the system has
    /// events handled while the call that opened it has not returned.
    private boolean isAsking() {
        return Platform.isNestedLoopRunning() || Window.getWindows().stream().anyMatch(this::isQuestion)
                || StackWalker.getInstance()
                        .walk(frames -> frames
                                .anyMatch(frame -> frame.getClassName().startsWith("javafx.stage.FileChooser")
                                        || frame.getClassName().startsWith("javafx.stage.DirectoryChooser")));
    }

    private boolean isQuestion(Window window) {
        return window instanceof Stage other && !other.equals(stage) && other.getModality() != Modality.NONE;
    }
}
