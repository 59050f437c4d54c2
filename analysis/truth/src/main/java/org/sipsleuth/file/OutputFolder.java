package org.sipsleuth.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.sipsleuth.text.FileName;

/// A folder for outputs that is made if it is missing, for its owner only, and removed again if none came into it, also
/// when the program is ended meanwhile.
public final class OutputFolder implements Closeable {

    private final Path folder;
    private final boolean isMade;

    private OutputFolder(Path folder, boolean isMade) {
        this.folder = folder;
        this.isMade = isMade;
    }

    /// Makes it, unless there is one.
    ///
    /// @throws OutputRefusedException if something else has its name, be it a link to a folder
    /// @throws OutputFailedException if it cannot be made
    public static OutputFolder at(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, OwnerOnly.FOLDER.at(folder));
            OwnerOnly.FOLDER.complete(folder);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new OutputRefusedException(FileName.text(folder)
                        + ": is a link or a file, not a folder; move it away, or choose another folder");
            }
            return new OutputFolder(folder, false);
        } catch (IOException obstacle) {
            throw new OutputFailedException(folder, obstacle);
        }
        folder.toFile().deleteOnExit(); // fails unless it is empty
        return new OutputFolder(folder, true);
    }

    /// Removes it if it was made and is empty.
    @Override
    public void close() {
        if (isMade) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException inUse) {
                return;
            }
        }
    }
}
