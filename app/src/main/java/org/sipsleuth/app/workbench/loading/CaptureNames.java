package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.name.FileName;

/// Names captures that are open together.
public final class CaptureNames {

    private CaptureNames() {}

    /// `incident.pcap`, `incident.pcap and 2 more`.
    public static String of(List<Path> files) {
        String first = FileName.last(files.getFirst());
        return files.size() == 1 ? first : text("workbench.files.and.more", first, files.size() - 1);
    }

    /// The directory of the first, `~` for the user's own.
    public static String directoryOf(List<Path> files) {
        String directory = FileName.text(folderOf(files.getFirst()));
        String home = System.getProperty("user.home", "");
        return !home.isEmpty() && directory.startsWith(home) ? "~" + directory.substring(home.length()) : directory;
    }

    private static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }
}
