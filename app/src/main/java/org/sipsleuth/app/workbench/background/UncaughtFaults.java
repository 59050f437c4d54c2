package org.sipsleuth.app.workbench.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody handles, on the JavaFX thread or another: its details go to the log, and the window
/// reports it. Nothing is printed on the terminal.
public final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final String LOG_FILE = "org.slf4j.simpleLogger.logFile";

    /// Not of the class: the first logger decides where the log goes.
    private final Logger logger = LoggerFactory.getLogger(UncaughtFaults.class);

    private final BiConsumer<Throwable, String> report;

    /// @param report gets a fault and the place of its details, on the JavaFX thread
    public UncaughtFaults(BiConsumer<Throwable, String> report) {
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

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        logger.error("A fault on the thread {}", thread.getName(), fault);
        String log = System.getProperty(LOG_FILE, "standard error");
        Platform.runLater(() -> report.accept(fault, log));
    }
}
