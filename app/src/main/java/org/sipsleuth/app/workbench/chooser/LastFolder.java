package org.sipsleuth.app.workbench.chooser;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import org.sipsleuth.app.workbench.memory.Settings;

/// The directory of the last answer, as far as it is still there: the system's dialogs refuse one
/// that is not. The disk is asked in the background, since a network share may not answer.
final class LastFolder {

    /// A disk answers within some ms, one that has to start within some seconds; nobody waits
    /// longer for a dialog.
    private static final long MILLIS_TO_ANSWER = 1_000;

    private final Settings settings;
    private final String key;
    private final Predicate<File> disk;
    private final Executor background;

    /// @param key the setting with the directory
    LastFolder(Settings settings, String key) {
        this(settings, key, File::isDirectory, look -> Thread.ofVirtual().name("sipsleuth-folder").start(look));
    }

    /// @param disk whether a directory is there
    /// @param background asks the disk
    LastFolder(Settings settings, String key, Predicate<File> disk, Executor background) {
        this.settings = settings;
        this.key = key;
        this.disk = disk;
        this.background = background;
    }

    /// Looks whether it is there.
    ///
    /// @param then gets it on the JavaFX thread, once; empty if it is not there, or the disk does
    ///     not answer within a second
    void find(Consumer<Optional<File>> then) {
        Optional<File> last = settings.get(key).map(File::new);
        var _ = CompletableFuture.supplyAsync(() -> last.filter(disk), background)
                .completeOnTimeout(Optional.empty(), MILLIS_TO_ANSWER, TimeUnit.MILLISECONDS)
                .exceptionally(_ -> Optional.empty())
                .thenAccept(found -> Platform.runLater(() -> then.accept(found)));
    }

    /// Remembers the directory of a file.
    void remember(File file) {
        settings.put(key, file.getAbsoluteFile().getParent());
        settings.save();
    }
}
