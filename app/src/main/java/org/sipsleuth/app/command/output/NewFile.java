package org.sipsleuth.app.command.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there whole or not at all: written beside its place, then renamed.
public final class NewFile {

    private NewFile() {}

    /// Writes the text as UTF-8, in the place of a file that may be there.
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        Path name = file.getFileName();
        Path beside = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        beside.toFile().deleteOnExit(); // also when Ctrl-C ends the process in between
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
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
