package org.sipsleuth.report.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all: written beside its place, then renamed.
public final class NewFile {

    /// Writes all that shall be in a file.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private NewFile() {}

    /// Writes the text as UTF-8, in the place of a file that may be there.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes the content, in the place of a file that may be there. If writing it fails, whatever
    /// it throws goes on to the caller, and the file that was there stays.
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder");
        }
        Path name = file.getFileName();
        Path beside = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        beside.toFile().deleteOnExit(); // also when Ctrl-C ends the process in between
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                content.writeTo(out);
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
