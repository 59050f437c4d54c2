package org.sipsleuth.app.workbench.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.memory.FittingPart;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.OpenRequest;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.text.FileName;

/// The command that writes, of captures that do not fit into memory, a smaller one that does.
public final class PartCommand {

    private static final String EXPORT = "export";
    private static final String OUTPUT = "part.pcapng";
    private static final long NANOS = 1_000_000_000L;

    /// More files are named by their folder.
    private static final int MOST_FILES = 12;

    private PartCommand() {}

    /// `sipsleuth export`, where that has enough memory; else, for one capture, Wireshark's `editcap`,
    /// which keeps no tables. Nothing if there is neither, or a name that no terminal takes as text.
    public static Optional<String> of(OpenRequest request, FittingPart part) {
        try {
            if (part.time().isEmpty()) {
                return Optional.empty();
            }
            Span time = part.time().get();
            if (part.isEnoughFor(EXPORT)) {
                return Optional.of(export(request, time));
            }
            return request.captures().size() == 1 ? Optional.of(editcap(request.captures().getFirst(), time))
                    : Optional.empty();
        } catch (CommandRefusedException refused) {
            return Optional.empty();
        }
    }

    private static String export(OpenRequest request, Span time) throws CommandRefusedException {
        ShellWords words = new ShellWords().add("sipsleuth").add(EXPORT);
        for (Path keys : request.keyLogs()) {
            words.add("--keylog", FileName.string(keys));
        }
        words.add("--from", from(time)).add("--to", to(time)).add("-o").add(OUTPUT);
        List<Path> files = request.captures();
        if (files.size() > MOST_FILES) {
            return words.add("--recursive").add(path(CaptureNames.folderOf(files))).text();
        }
        for (Path file : files) {
            words.add(path(file));
        }
        return words.text();
    }

    private static String editcap(Path file, Span time) throws CommandRefusedException {
        return new ShellWords().add("editcap")
                .add("-A")
                .add(from(time))
                .add("-B")
                .add(to(time))
                .add(path(file))
                .add(OUTPUT)
                .text();
    }

    /// Absolute, so that no name is taken for an option, and the folder does not matter.
    private static String path(Path file) {
        return FileName.string(file.toAbsolutePath());
    }

    private static String from(Span time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.fromNanos(), NANOS)).toString();
    }

    /// Earlier by less than a second, unless nothing would be left.
    private static String to(Span time) {
        long second = Math.floorDiv(time.toNanos(), NANOS);
        return second > Math.floorDiv(time.fromNanos(), NANOS) ? Instant.ofEpochSecond(second).toString()
                : Instant.ofEpochSecond(second, Math.floorMod(time.toNanos(), NANOS)).toString();
    }
}
