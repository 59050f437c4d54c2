package org.sipsleuth.app.command.listing;

import java.nio.file.Path;
import org.sipsleuth.dialog.SipIndex;

/// The short names of the files of an index.
final class FileNames {

    private FileNames() {}

    /// The last name of the path of this file.
    static String of(SipIndex index, int file) {
        Path path = index.files().get(file).path();
        Path name = path.getFileName();
        return (name == null ? path : name).toString();
    }
}
