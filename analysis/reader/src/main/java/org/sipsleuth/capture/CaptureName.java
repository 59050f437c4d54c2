package org.sipsleuth.capture;

import java.nio.file.Path;
import org.sipsleuth.text.FileName;

/// What captures are called wherever results name them: as the user named them, with
/// escapes for bytes that are not UTF-8.
public final class CaptureName {

    /// The name of a capture that comes from standard input.
    public static final String STANDARD_INPUT = "-";

    /// What the name of the folder begins with that holds such a capture while it is read. The file
    /// in it is named [#STANDARD_INPUT].
    public static final String FOLDER_PREFIX = "sipsleuth-standard-input-";

    private CaptureName() {}

    /// The name of a capture in this file.
    public static String of(Path file) {
        Path name = file.getFileName();
        Path folder = file.getParent();
        Path folderName = folder == null ? null : folder.getFileName();
        boolean isSpooled = name != null && name.toString().equals(STANDARD_INPUT) && folderName != null
                && folderName.toString().startsWith(FOLDER_PREFIX);
        return isSpooled ? STANDARD_INPUT : FileName.text(file);
    }
}
