package org.sipsleuth.app.workbench.loading;

import static org.sipsleuth.view.fx.Texts.text;

import java.nio.file.Path;
import java.util.List;

/// Names captures that are open together.
public final class CaptureNames {

    private CaptureNames() {}

    /// `incident.pcap`, `incident.pcap and 2 more`.
    public static String of(List<Path> files) {
        String first = String.valueOf(files.getFirst().getFileName());
        return files.size() == 1
                ? first
                : text("workbench.files.and.more", first, files.size() - 1);
    }

    /// The directory of the first, `~` for the user's own.
    public static String directoryOf(List<Path> files) {
        String directory = String.valueOf(files.getFirst().toAbsolutePath().getParent());
        String home = System.getProperty("user.home", "");
        return !home.isEmpty() && directory.startsWith(home)
                ? "~" + directory.substring(home.length())
                : directory;
    }
}
