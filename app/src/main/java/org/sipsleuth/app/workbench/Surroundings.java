package org.sipsleuth.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.stage.Window;
import org.sipsleuth.app.workbench.live.LiveSurroundings;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// What the window needs from outside.
///
/// @param reader how captures are read
/// @param settings what is remembered
/// @param chooser asks the user for captures; gives none if the user thought better of it
/// @param samples the captures that come with the program
/// @param sampleDirectory where they are written to when one is opened
/// @param folders shows where files lie that were written
/// @param live what live capture needs
record Surroundings(
        CaptureReader reader,
        Settings settings,
        Function<Window, List<Path>> chooser,
        List<SampleCapture> samples,
        Path sampleDirectory,
        FolderOpener folders,
        LiveSurroundings live) {
    Surroundings {
        samples = List.copyOf(samples);
    }
}
