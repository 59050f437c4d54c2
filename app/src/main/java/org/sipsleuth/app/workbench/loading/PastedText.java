package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sipsleuth.folder.PrivateFolder;

/// Text from the clipboard, kept as a file, so that it is opened, cited and put into a case like any
/// other log.
public final class PastedText {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'pasted-'yyyyMMdd-HHmmss", Locale.ROOT);

    private PastedText() {}

    /// Writes a text into a folder, for this user only.
    ///
    /// @param now names the file
    /// @return the file
    public static Path keep(String text, Path folder, LocalDateTime now) throws IOException {
        PrivateFolder.make(folder);
        String name = NAME.format(now);
        Path file = folder.resolve(name + ".txt");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".txt");
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
