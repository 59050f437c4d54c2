package org.sipsleuth.app.workbench.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import org.sipsleuth.app.fault.SeenFault;
import org.sipsleuth.app.fault.SeenFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody handles, on the JavaFX thread or another: its stack trace goes to the log, and the
/// window reports it. Nothing is printed on the terminal.
///
/// A fault may come back with every frame that is drawn: the log has it each time its count
/// doubles, and the window learns of all that came since it looked last.
public final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final String LOG_FILE = "org.slf4j.simpleLogger.logFile";

    /// Of different faults that the window has not looked at yet.
    private static final int MOST_WAITING = 20;

    /// Reports a fault, on the JavaFX thread.
    @FunctionalInterface
    public interface Report {

        /// Reports it.
        ///
        /// @param seen how often it came
        /// @param fault what was thrown last
        void show(SeenFault seen, Throwable fault);
    }

    private record Waiting(SeenFault seen, Throwable fault) {}

    /// Not of the class: the first logger decides where the log goes.
    private final Logger logger = LoggerFactory.getLogger(UncaughtFaults.class);

    private final SeenFaults faults;
    private final Report report;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /// @param faults counts them
    public UncaughtFaults(SeenFaults faults, Report report) {
        this.faults = faults;
        this.report = report;
    }

    /// Has the log written to a file, unless the user chose one. Called before anything is logged;
    /// where the file cannot be written, the log goes to standard error.
    public static void logTo(Path file) {
        if (System.getProperty(LOG_FILE) != null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException noLog) {
            return;
        }
        if (Files.isWritable(file)) {
            System.setProperty(LOG_FILE, file.toString());
        }
    }

    /// Where the details of faults are.
    public static String log() {
        return System.getProperty(LOG_FILE, "standard error");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        SeenFault seen = faults.add(thread, fault);
        if (seen.count() == 1) {
            logger.error("A fault on {}:\n{}", seen.thread(), seen.trace());
        } else if (Long.bitCount(seen.count()) == 1) {
            logger.error("The fault {} came {} times", seen.kind(), seen.count());
        }
        synchronized (waiting) {
            boolean isAwaited = !waiting.isEmpty();
            if (waiting.size() < MOST_WAITING || waiting.containsKey(seen.trace())) {
                waiting.put(seen.trace(), new Waiting(seen, fault));
            }
            if (isAwaited) {
                return;
            }
        }
        Platform.runLater(this::reportWaiting);
    }

    private void reportWaiting() {
        List<Waiting> now;
        synchronized (waiting) {
            now = List.copyOf(waiting.values());
            waiting.clear();
        }
        now.forEach(each -> report.show(each.seen(), each.fault()));
    }
}
