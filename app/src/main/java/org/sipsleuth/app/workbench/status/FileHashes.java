package org.sipsleuth.app.workbench.status;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SHA-256 of the open files, computed in the background.
final class FileHashes {

    /// What can be said of the hashes.
    ///
    /// @param words for the status bar
    /// @param details a line per file, whole hashes, as they are copied; empty while unknown
    record HashText(String words, String details) {}

    private static final Logger LOG = LoggerFactory.getLogger(FileHashes.class);
    private static final int SHORT_DIGITS = 8;

    private final Executor background;
    private final ReadOnlyObjectWrapper<HashText> shown = new ReadOnlyObjectWrapper<>(new HashText("", ""));
    private @Nullable RunTask<Map<Path, String>> run;
    private @Nullable OpenCaptures hashed;
    private HashText known = new HashText("", "");

    FileHashes(Executor background) {
        this.background = background;
    }

    /// What can be said now.
    ReadOnlyObjectProperty<HashText> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Shows the hashes of an investigation's files; computes them if the investigation changed.
    void show(OpenCaptures investigation) {
        if (investigation.equals(hashed) && !known.words().isEmpty()) {
            shown.set(known);
            return;
        }
        showNothing();
        hashed = investigation;
        known = new HashText("", "");
        List<CaptureSummary> files = investigation.index().files();
        shown.set(new HashText(text("workbench.hash.pending"), ""));
        RunTask<Map<Path, String>> task = new RunTask<>(monitor -> hashes(files, monitor));
        task.setOnSucceeded(_ -> become(describe(task.getValue())));
        task.setOnFailed(_ -> {
            LOG.warn("The SHA-256 of a file cannot be computed", task.getException());
            become(new HashText(text("workbench.hash.unknown"), ""));
        });
        run = task;
        background.execute(task);
    }

    /// Computes nothing any more.
    void showNothing() {
        if (run != null) {
            run.cancel();
            run = null;
        }
        shown.set(new HashText("", ""));
    }

    private void become(HashText known) {
        this.known = known;
        shown.set(known);
    }

    private static HashText describe(Map<Path, String> hashes) {
        String details = hashes.entrySet()
                .stream()
                .map(e -> e.getValue() + "  " + FileName.last(e.getKey()))
                .collect(Collectors.joining("\n"));
        if (hashes.size() > 1) {
            return new HashText(text("workbench.hash.files", hashes.size()), details);
        }
        String hash = hashes.values().iterator().next();
        return new HashText(text("workbench.hash.one", hash.substring(0, SHORT_DIGITS)), hash);
    }

    private static Map<Path, String> hashes(List<CaptureSummary> files, RunMonitor monitor) throws IOException {
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (CaptureSummary file : files) {
            hashes.put(file.path(), file.sha256(monitor));
        }
        return hashes;
    }
}
