package org.sipsleuth.dialog.seeded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Seeded: writes a file past the guard.
public final class WritesFile {
    public static void write() throws IOException {
        Files.writeString(Path.of("evidence.pcap"), "");
    }
}
