package org.sipsleuth.view.triage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.OpenCase;

/// The captures that are at hand for a comparison. Used on the JavaFX thread; folders are listed
/// elsewhere.
final class CaptureProposals {

    /// So many files of a folder are looked at.
    private static final int MOST_OF_FOLDER = 500;

    private final ObservableValue<Optional<OpenCase>> cases;
    private final Supplier<List<Path>> recent;
    private final Executor background;
    private final Runnable changed;
    private List<Path> open = List.of();
    private List<Path> neighbours = List.of();

    /// Where a capture is at hand.
    enum Origin {
        OPEN, CASE, FOLDER, RECENT;

        /// The word for texts: `open`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A capture that can be taken.
    record Proposal(Origin origin, ChosenCapture capture) {}

    /// @param cases the open case
    /// @param recent the captures that were opened last, the last one first
    /// @param changed runs when other captures are at hand
    CaptureProposals(ObservableValue<Optional<OpenCase>> cases, Supplier<List<Path>> recent, Executor background,
            Runnable changed) {
        this.cases = cases;
        this.recent = recent;
        this.background = background;
        this.changed = changed;
        cases.subscribe(_ -> changed.run());
    }

    /// Follows the open captures, whose folders have others.
    void show(Optional<SipIndex> index) {
        List<Path> now = index.stream().flatMap(each -> each.files().stream()).map(file -> file.path()).toList();
        open = now;
        neighbours = List.of();
        RunTask<List<Path>> task = new RunTask<>(monitor -> neighbours(now, monitor));
        task.setOnSucceeded(_ -> {
            if (open.equals(now)) {
                neighbours = task.getValue();
                changed.run();
            }
        });
        background.execute(task);
    }

    private static List<Path> neighbours(List<Path> captures, RunMonitor monitor) {
        Set<Path> folders = new HashSet<>();
        List<Path> found = new ArrayList<>();
        for (Path capture : captures) {
            monitor.throwIfCancelled();
            Path folder = capture.toAbsolutePath().normalize().getParent();
            if (folder != null && folders.add(folder)) {
                list(folder, found);
            }
        }
        found.sort(null);
        return found;
    }

    /// A folder that cannot be listed proposes nothing.
    private static void list(Path folder, List<Path> found) {
        int seen = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (CaptureFolder.isNamedCapture(FileName.last(file)) && Files.isRegularFile(file)) {
                    found.add(file);
                }
                if (++seen == MOST_OF_FOLDER) {
                    return;
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return;
        }
    }

    /// All but those that a side has, each once.
    ///
    /// @param taken their keys
    List<Proposal> all(Set<String> taken) {
        List<Proposal> all = new ArrayList<>();
        Set<String> keys = new HashSet<>(taken);
        add(all, keys, Origin.OPEN, open.stream().map(ChosenCapture::of).toList());
        add(all, keys, Origin.CASE,
                cases.getValue()
                        .stream()
                        .flatMap(its -> its.evidence().stream().map(each -> ChosenCapture.of(its.file(), each)))
                        .toList());
        add(all, keys, Origin.FOLDER, neighbours.stream().map(ChosenCapture::of).toList());
        add(all, keys, Origin.RECENT, recent.get().stream().map(ChosenCapture::of).toList());
        return all;
    }

    private static void add(List<Proposal> all, Set<String> keys, Origin origin, List<ChosenCapture> captures) {
        captures.stream().filter(each -> keys.add(each.key())).forEach(each -> all.add(new Proposal(origin, each)));
    }
}
