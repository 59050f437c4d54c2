package org.sipsleuth.app.workbench.find;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.sipsleuth.app.memory.MemoryAdvice;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.find.CallGroup;
import org.sipsleuth.find.FolderIndex;
import org.sipsleuth.find.FolderSearch;
import org.sipsleuth.find.UnsearchedFile;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.run.RunMonitor;

/// Searches folders for calls, as the command `find` does. Used off the JavaFX thread.
///
/// @param entries the folder of the index, which the command uses, too
/// @param reader reads the captures that have the calls
record FolderCalls(Path entries, CaptureReader reader) {

    private static final long NANOS_IN_SECOND = 1_000_000_000L;

    /// Searches.
    ///
    /// @param found gets the rows of each group of captures when it was read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; what was indexed
    /// until then stays
    FoundCalls find(FindRequest request, RunMonitor monitor, Consumer<List<FoundRow>> found) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> files = files(request.places(), faults);
        FolderIndex index = FolderIndex.of(files, entries, request.options(), monitor);
        index.unsearched().forEach(file -> faults.add(sentence(file)));
        FolderSearch search =
                new FolderSearch(index, request.query(), request.time(), request.options(), LegSettings.USUAL, monitor);
        List<FoundRow> rows = new ArrayList<>();
        for (CallGroup group : search.groups(false)) {
            monitor.throwIfCancelled();
            try {
                List<FoundRow> its = rows(group, search, request, rows.isEmpty() ? 0 : rows.getLast().call(), monitor);
                rows.addAll(its);
                found.accept(List.copyOf(its));
            } catch (NotEnoughMemoryException little) {
                faults.add(memory(group, little.neededMebibytes()));
            } catch (IOException | CaptureChangedException obstacle) {
                faults.add(text("workbench.find.fault.group", group.files().size(), reason(obstacle)));
            } catch (UncheckedIOException obstacle) {
                faults.add(text("workbench.find.fault.group", group.files().size(),
                        reason(Objects.requireNonNull(obstacle.getCause()))));
            }
        }
        search.unsearched().forEach(file -> faults.add(sentence(file)));
        index.damaged().forEach(capture -> faults.add(CaptureObstacle.describe(capture)));
        index.unstored()
                .ifPresent(obstacle -> faults
                        .add(text("workbench.find.fault.unstored", entries, String.valueOf(obstacle.getMessage()))));
        return new FoundCalls(rows, faults, files, index.size());
    }

    private static List<Path> files(List<Path> places, List<String> faults) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                faults.add(text("workbench.find.fault.missing", CaptureName.of(place)));
            } else if (Files.isDirectory(place)) {
                addFolder(place, files, faults);
            } else {
                files.add(place);
            }
        }
        return List.copyOf(files);
    }

    private static void addFolder(Path folder, Set<Path> files, List<String> faults) {
        try {
            List<Path> captures =
                    new CaptureFolder(folder, (path, obstacle) -> faults.add(sentence(path, obstacle))).captures();
            if (captures.isEmpty()) {
                faults.add(text("workbench.find.fault.empty", CaptureName.of(folder)));
            }
            files.addAll(captures);
        } catch (IOException obstacle) {
            faults.add(sentence(folder, obstacle));
        }
    }

    /// Reads a group, unless the memory does not suffice for it.
    private List<FoundRow> rows(CallGroup group, FolderSearch search, FindRequest request, int calls,
            RunMonitor monitor) throws IOException {
        long mebibytes = (long) Math.ceil(MemoryNeed.of("find").mebibytes(group.counted()));
        if (!MemoryAdvice.isEnough(Runtime.getRuntime().maxMemory(), mebibytes)) {
            throw new NotEnoughMemoryException(mebibytes);
        }
        SipIndex index = reader.read(group.files(), request.options(), monitor, _ -> {})
                .concealing(LabMode.concealed(group.files()));
        return index.opened().verified(() -> {
            Legs legs = Legs.of(index, LegSettings.USUAL, monitor);
            List<FoundRow> rows = new ArrayList<>();
            int number = calls;
            for (List<Integer> call : CallGroup.byCall(group.dialogs(index, legs), legs)) {
                monitor.throwIfCancelled();
                number++;
                rows.addAll(FoundRow.of(index, call, number, search.capturesOf(index, call)));
            }
            return rows;
        });
    }

    private static String memory(CallGroup group, long mebibytes) {
        return text("workbench.find.fault.memory", group.files().size(), group.counted().messages(), mebibytes,
                Instant.ofEpochSecond(Math.floorDiv(group.found().fromNanos(), NANOS_IN_SECOND)).toString());
    }

    private static String sentence(UnsearchedFile file) {
        return sentence(file.path(), file.cause());
    }

    private static String sentence(Path file, Exception cause) {
        return text("workbench.find.fault.file", CaptureName.of(file), reason(cause));
    }

    private static String reason(Exception cause) {
        return cause instanceof IOException obstacle ? CaptureObstacle.reason(obstacle)
                : String.valueOf(cause.getMessage());
    }
}
