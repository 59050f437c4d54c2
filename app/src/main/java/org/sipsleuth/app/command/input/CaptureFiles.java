package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.order.CopiedFile;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// Reads the files of a command line as one investigation. A file that cannot be read is named on
/// standard error; the others are read all the same.
public final class CaptureFiles {

    /// One way to read files.
    @FunctionalInterface
    private interface Reading<T> {
        T read(List<Path> files, RunMonitor monitor) throws IOException;
    }

    /// So often all are tried again while others change or remove them.
    private static final int MOST_TRIES = 5;

    private final Terminal terminal;
    private final boolean showsProgress;
    private final KeyLogs keyLogs;
    private final ReadOptions options;
    private final List<OpenedFile> opened = new ArrayList<>();
    private boolean reportsDamage = true;

    /// @param keyLogs the files with the secrets of TLS, as the user named them
    /// @param countsOnce whether a frame that several files hold counts once
    /// @param unpackLimit how much of a compressed file is unpacked
    public CaptureFiles(Terminal terminal, boolean showsProgress, List<String> keyLogs, boolean countsOnce,
            UnpackLimit unpackLimit) {
        this.terminal = terminal;
        this.showsProgress = showsProgress;
        this.keyLogs = new KeyLogs(terminal, keyLogs);
        this.options = new ReadOptions(this.keyLogs.files(), countsOnce, unpackLimit);
    }

    /// Whoever asks reports damage itself.
    public CaptureFiles withoutDamage() {
        reportsDamage = false;
        return this;
    }

    /// How they are read.
    public ReadOptions options() {
        return options;
    }

    /// The captures that were read, as they were when they were opened.
    public OpenedFiles opened() {
        return new OpenedFiles(opened);
    }

    /// Reads these files, named as the user named them, into an index. It conceals what a lab hides.
    public ReadCaptures<SipIndex> read(List<String> names) {
        return read(names,
                (files, progress) -> CaptureIndexer.read(files, options, progress).concealing(LabMode.concealed(files)),
                SipIndex::files);
    }

    /// Reads these files, named as the user named them, only to say what is in them.
    public ReadCaptures<List<CaptureSummary>> summarize(List<String> names) {
        return read(names, (files, progress) -> CaptureIndexer.summarize(files, options, progress),
                summaries -> summaries);
    }

    private <T> ReadCaptures<T> read(List<String> names, Reading<T> reading,
            Function<T, List<CaptureSummary>> summaries) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Optional<String> obstacle = obstacle(name);
            if (obstacle.isPresent()) {
                terminal.report(name + ": " + obstacle.get());
            } else {
                files.add(FileName.path(name));
            }
        }
        boolean isComplete = files.size() == names.size() && keyLogs.isComplete();
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            if (files.isEmpty()) {
                return new ReadCaptures<>(Optional.empty(), files, false);
            }
            try {
                T content = reading.read(files, progress);
                boolean isUndamaged = addSummaries(summaries.apply(content));
                return new ReadCaptures<>(Optional.of(content), files, isComplete && isUndamaged);
            } catch (CaptureChangedException changed) {
                return readUnchanged(files, changed, reading, summaries, progress);
            } catch (IOException oneOfThem) {
                return readable(files, oneOfThem, reading, summaries, progress, MOST_TRIES);
            }
        }
    }

    /// Why a capture of this name cannot be opened, before it is tried.
    public static Optional<String> obstacle(String name) {
        return obstacle(name, "capture");
    }

    /// The same of a file of another kind.
    ///
    /// @param kind what the file should be
    public static Optional<String> obstacle(String name, String kind) {
        Path file;
        try {
            file = FileName.path(name);
        } catch (InvalidPathException noName) {
            return Optional.of("not a valid file name on this system");
        }
        if (!Files.exists(file)) {
            return Optional.of("no such file");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("is a directory, not a " + kind
                    + (kind.equals("capture") ? "; use --recursive to read the captures in it" : ""));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("is a pipe or device; save the %s to a file first".formatted(kind));
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of("permission denied");
    }

    /// Reads on without the captures that change while they are read.
    private <T> ReadCaptures<T> readUnchanged(List<Path> files, CaptureChangedException first, Reading<T> reading,
            Function<T, List<CaptureSummary>> summaries, RunMonitor monitor) {
        List<Path> left = new ArrayList<>(files);
        CaptureChangedException changed = first;
        while (true) {
            Path gone = changed.path();
            terminal.report(changed(changed));
            if (!left.removeIf(gone::equals) || left.isEmpty()) {
                return new ReadCaptures<>(Optional.empty(), List.of(), false);
            }
            try {
                T content = reading.read(left, monitor);
                addSummaries(summaries.apply(content));
                return new ReadCaptures<>(Optional.of(content), left, false);
            } catch (CaptureChangedException another) {
                changed = another;
            } catch (IOException oneOfThem) {
                ReadCaptures<T> rest = readable(left, oneOfThem, reading, summaries, monitor, MOST_TRIES);
                return new ReadCaptures<>(rest.content(), rest.files(), false);
            }
        }
    }

    // The exception does not say which file it speaks of, so each is tried alone.
    private <T> ReadCaptures<T> readable(List<Path> files, IOException cause, Reading<T> reading,
            Function<T, List<CaptureSummary>> summaries, RunMonitor monitor, int tries) {
        List<Path> good = new ArrayList<>();
        for (Path file : files) {
            IOException obstacle = files.size() == 1 ? cause : tried(file, monitor);
            if (obstacle == null) {
                good.add(file);
            } else {
                terminal.report(CaptureName.of(file) + ": " + CaptureObstacle.reason(obstacle));
            }
        }
        if (good.isEmpty()) {
            return new ReadCaptures<>(Optional.empty(), good, false);
        }
        try {
            T content = reading.read(good, monitor);
            addSummaries(summaries.apply(content));
            return new ReadCaptures<>(Optional.of(content), good, false);
        } catch (CaptureChangedException changed) {
            return readUnchanged(good, changed, reading, summaries, monitor);
        } catch (IOException again) { // others go while these are read
            if (tries > 0 && good.size() > 1) {
                return readable(good, again, reading, summaries, monitor, tries - 1);
            }
            terminal.report(CaptureObstacle.reason(again));
            return new ReadCaptures<>(Optional.empty(), good, false);
        }
    }

    private @Nullable IOException tried(Path file, RunMonitor monitor) {
        try {
            CaptureIndexer.summarize(List.of(file), options, monitor);
            return null;
        } catch (IOException obstacle) {
            return obstacle;
        } catch (CaptureChangedException changed) {
            return null; // reported when all are read
        }
    }

    /// Remembers captures that were read, and reports what is wrong with them.
    ///
    /// @return whether no file is damaged
    private boolean addSummaries(List<CaptureSummary> summaries) {
        summaries.forEach(summary -> summary.opened().ifPresent(opened::add));
        for (CopiedFile copy : CopiedFile.of(summaries)) {
            terminal.report(copied(summaries, copy));
        }
        return reportDamage(summaries);
    }

    private String copied(List<CaptureSummary> summaries, CopiedFile copy) {
        String name = FileName.text(summaries.get(copy.file()).path());
        String original = FileName.text(summaries.get(copy.original()).path());
        String what = name.equals(original) ? name + ": the same file was given twice"
                : "%s: is %s %s".formatted(name, copy.isSameFile() ? "the same file as" : "a copy of", original);
        return what + (options.countsOnce() ? "; its frames are counted once"
                : "; its messages are counted twice. Name it once, or use --once");
    }

    /// What a user has to know of a capture that changed.
    public static String changed(CaptureChangedException change) {
        return FileName.text(change.path()) + ": " + change.getMessage()
                + ". Data read after the change was not used for the output; run the command"
                + " again to read the current file";
    }

    /// @return whether all files were read to their end
    private boolean reportDamage(List<CaptureSummary> summaries) {
        boolean isUndamaged = true;
        for (CaptureSummary summary : summaries) {
            if (summary.damage().isPresent()) {
                isUndamaged = false;
                if (reportsDamage) {
                    terminal.report(CaptureObstacle.describe(summary.path(), summary.damage().get()));
                }
            }
        }
        return isUndamaged;
    }
}
