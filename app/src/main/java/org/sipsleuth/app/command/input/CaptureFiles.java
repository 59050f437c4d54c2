package org.sipsleuth.app.command.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads the files of a command line as one investigation. A file that cannot be read is named on
/// standard error; the others are read all the same.
public final class CaptureFiles {

    private final Terminal terminal;
    private final boolean showsProgress;
    private final KeyLogs keyLogs;
    private final ReadOptions options;

    /// @param keyLogs the files with the secrets of TLS, as the user named them
    public CaptureFiles(Terminal terminal, boolean showsProgress, List<String> keyLogs) {
        this.terminal = terminal;
        this.showsProgress = showsProgress;
        this.keyLogs = new KeyLogs(terminal, keyLogs);
        this.options = new ReadOptions(this.keyLogs.files());
    }

    /// Reads these files, named as the user named them.
    public ReadCaptures read(List<String> names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Optional<String> obstacle = obstacle(name);
            if (obstacle.isPresent()) {
                terminal.say(name + ": " + obstacle.get());
            } else {
                files.add(Path.of(name));
            }
        }
        boolean isComplete = files.size() == names.size() && keyLogs.isComplete();
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            if (files.isEmpty()) {
                return new ReadCaptures(Optional.empty(), files, false);
            }
            try {
                return told(SipIndex.read(files, options, progress, _ -> {}), files, isComplete);
            } catch (IOException oneOfThem) {
                return readable(files, oneOfThem, progress);
            }
        }
    }

    /// Why a file of this name cannot be opened, before it is tried.
    public static Optional<String> obstacle(String name) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException noName) {
            return Optional.of("is not a file name that this system knows");
        }
        if (!Files.exists(file)) {
            return Optional.of("no such file");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("is a directory, not a capture");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(
                    "is a pipe or a device; captures are read from files, so save it to one first");
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of("no permission to read it");
    }

    // The exception does not say which file it speaks of, so each is tried alone.
    private ReadCaptures readable(List<Path> files, IOException cause, RunMonitor monitor) {
        List<Path> good = new ArrayList<>();
        for (Path file : files) {
            IOException obstacle = files.size() == 1 ? cause : tried(file, monitor);
            if (obstacle == null) {
                good.add(file);
            } else {
                terminal.say(file + ": " + reason(obstacle));
            }
        }
        if (good.isEmpty()) {
            return new ReadCaptures(Optional.empty(), good, false);
        }
        try {
            return told(SipIndex.read(good, options, monitor, _ -> {}), good, false);
        } catch (IOException again) {
            terminal.say(reason(again));
            return new ReadCaptures(Optional.empty(), good, false);
        }
    }

    private static @Nullable IOException tried(Path file, RunMonitor monitor) {
        try {
            SipIndex.read(List.of(file), monitor);
            return null;
        } catch (IOException obstacle) {
            return obstacle;
        }
    }

    private static String reason(IOException exception) {
        return switch (exception) {
            case CaptureFormatException format ->
                    "cannot be read as a capture: "
                            + format.getMessage()
                            + " (at byte "
                            + format.offset()
                            + ")";
            case NoSuchFileException gone -> "no such file";
            case FileNotFoundException gone -> "no such file";
            case AccessDeniedException denied -> "no permission to read it";
            default -> "cannot be read: " + exception.getMessage();
        };
    }

    private ReadCaptures told(SipIndex index, List<Path> files, boolean isComplete) {
        boolean isWhole = true;
        for (CaptureSummary summary : index.files()) {
            if (summary.damage().isPresent()) {
                isWhole = false;
                terminal.say(
                        summary.path()
                                + ": damaged from byte "
                                + summary.damage().get().offset()
                                + " on ("
                                + summary.damage().get().what()
                                + "); all before it was read");
            }
        }
        return new ReadCaptures(Optional.of(index), files, isComplete && isWhole);
    }
}
