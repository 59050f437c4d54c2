package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.casefile.CasePackage;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.text.FileName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What somebody opens: captures and key logs, with the captures of folders in place of these, a
/// case, and a lab.
///
/// @param files captures and key logs
/// @param openedCase the first case, packed or not
/// @param openedLab the first lab: its folder, its `lab.json`, or a zip with it
/// @param emptyFolder the first folder in which no capture is
public record FoundFiles(List<Path> files, Optional<Path> openedCase, Optional<Path> openedLab,
        Optional<Path> emptyFolder) {

    private static final Logger LOG = LoggerFactory.getLogger(FoundFiles.class);

    public FoundFiles {
        files = List.copyOf(files);
    }

    /// Looks at the disk, which takes long where a network share does not answer: not for the
    /// JavaFX thread.
    ///
    /// @throws NoSuchFileException if one of them does not exist
    public static FoundFiles of(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> cases = new ArrayList<>();
        List<Path> labs = new ArrayList<>();
        List<Path> empty = new ArrayList<>();
        for (Path path : given.stream().map(FileName::find).toList()) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (LabFolder.isLab(path)) {
                labs.add(path);
            } else if (Files.isDirectory(path)) {
                List<Path> captures =
                        new CaptureFolder(path, (file, obstacle) -> LOG.warn("{} cannot be looked at", file, obstacle))
                                .captures();
                files.addAll(captures);
                if (captures.isEmpty()) {
                    empty.add(path);
                }
            } else {
                (isCase(path) ? cases : files).add(path);
            }
        }
        return new FoundFiles(files, cases.stream().findFirst(), labs.stream().findFirst(), empty.stream().findFirst());
    }

    private static boolean isCase(Path path) {
        return DroppedNames.isCase(path) || (DroppedNames.isZip(path) && CasePackage.holdsCase(path));
    }
}
