package org.sipsleuth.app.workbench;

import java.nio.file.Path;
import java.util.List;

/// The window.
public final class WorkbenchApplication {
    private WorkbenchApplication() {}

    /// Opens it.
    public static void launch(List<Path> files) {}
}
