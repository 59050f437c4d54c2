package org.sipsleuth.app.workbench.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.view.ui.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings of the window, kept in a file of the user. Where the file cannot be read or written,
/// they last until the program ends.
///
/// Several windows may use one file at a time: each writes only what it changed, into what the file
/// holds by then, while it holds a lock. All but the writing is for one thread.
public final class Settings implements Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String FILE = "window.properties";
    private static final int SECONDS_TO_WRITE = 5;

    /// A lock of a file is that of the whole process.
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path directory;
    private final Path file;
    private final Executor writing;
    private final Properties values;
    private final List<Runnable> recalls = new ArrayList<>();

    /// What was changed since the last [#save]: how the value of each key comes from that in the
    /// file; null where it is to be gone.
    private Map<String, UnaryOperator<@Nullable String>> changes = new LinkedHashMap<>();

    /// Settings that are written where they are saved, at once.
    ///
    /// @param directory where the file is; made if need be
    public Settings(Path directory) {
        this(directory, Runnable::run);
    }

    /// @param writing where the file is written, one change after another
    Settings(Path directory, Executor writing) {
        this.directory = directory;
        file = directory.resolve(FILE);
        this.writing = writing;
        values = read();
    }

    /// The settings of this user, written in the background.
    public static Settings ofUser() {
        return new Settings(UserFolders.settings(),
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("settings").factory()));
    }

    /// The folder of the settings.
    public Path directory() {
        return directory;
    }

    private Properties read() {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The settings cannot be read from {}; the window starts without", file, e);
            }
        }
        return read;
    }

    /// The value of a setting.
    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /// The value of a setting that is on or off.
    public boolean isOn(String key, boolean otherwise) {
        return get(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /// The value of a setting that is a number; `otherwise` also for what is no number.
    public double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// Sets a value; it is kept by the next [#save].
    public void put(String key, String value) {
        values.setProperty(key, value);
        changes.put(key, _ -> value);
    }

    @Override
    public void keep(String key, String value) {
        put(key, value);
        save();
    }

    /// Changes a value, here and in the file; there it may be another by now.
    @Override
    public void change(String key, UnaryOperator<String> change) {
        values.setProperty(key, change.apply(get(key).orElse("")));
        UnaryOperator<@Nullable String> before = changes.getOrDefault(key, old -> old);
        changes.put(key, old -> {
            String changed = before.apply(old);
            return change.apply(changed == null ? "" : changed);
        });
        save();
    }

    @Override
    public void whenReplaced(Runnable recall) {
        recalls.add(recall);
    }

    /// Replaces values, and shows the new ones in the open window.
    public void replace(Map<String, String> others) {
        others.forEach(this::put);
        save();
        recalls.forEach(Runnable::run);
    }

    /// Forgets a value; it is gone with the next [#save].
    public void remove(String key) {
        values.remove(key);
        changes.put(key, _ -> null);
    }

    /// Writes the changes. Never leaves an incomplete file: a temporary file is written, then
    /// renamed.
    public void save() {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, UnaryOperator<@Nullable String>> changed = changes;
        changes = new LinkedHashMap<>();
        writing.execute(() -> write(changed));
    }

    /// Waits, for a few seconds at most, until everything is written that was saved.
    public void finish() {
        CountDownLatch written = new CountDownLatch(1);
        writing.execute(written::countDown);
        try {
            if (!written.await(SECONDS_TO_WRITE, TimeUnit.SECONDS)) {
                LOG.warn("The settings are not yet written to {}", file);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Map<String, UnaryOperator<@Nullable String>> changed) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Files.createDirectories(directory());
                try (FileChannel lock = FileChannel.open(file.resolveSibling(FILE + ".lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE); FileLock _ = lock.lock()) {
                    merge(changed);
                }
            } catch (IOException e) {
                LOG.warn("The settings cannot be written to {}", file, e);
            }
        }
    }

    private void merge(Map<String, UnaryOperator<@Nullable String>> changed) throws IOException {
        Properties now = read();
        changed.forEach((key, change) -> {
            String value = change.apply(now.getProperty(key));
            if (value == null) {
                now.remove(key);
            } else {
                now.setProperty(key, value);
            }
        });
        Path beside = Files.createTempFile(directory(), FILE, ".new"); // for this user only
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                now.store(out, null); // all but ASCII as escapes, also what no encoding has
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
