package org.sipsleuth.app.workbench.fault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.sipsleuth.app.fault.FaultReport.Fact;
import org.sipsleuth.app.workbench.page.Notice;

/// The window that a fault is reported in. Used on the JavaFX thread.
public interface FaultSurroundings {

    /// The window; faults of its own part may keep it from being shown.
    Window window();

    /// Whether it has the dark look.
    boolean isDark();

    /// What it is about, without evidence.
    List<Fact> facts();

    /// Asks where a report is saved; empty if the user cancels.
    Optional<Path> place(Window owner, String name);

    /// The files that are open, which no report replaces.
    List<Path> inputs();

    /// Whether a fault comes from a capture that changed, which is shown otherwise.
    boolean explains(Throwable fault);

    /// Saves what the user noted.
    void saveNotes();

    /// Shows a notice.
    void note(Notice notice);

    /// Ends the program, as the window's own button does.
    void quit();
}
