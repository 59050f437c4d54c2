package org.sipsleuth.view.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.Workplace;

/// Asks for the file of a lab: a zip, or `lab.json` in its folder.
final class LabFiles {

    private static final FileChoice.Kind LAB =
            new FileChoice.Kind("lab.directory", "lab.chooser.", List.of("*.zip", "lab.json"));

    private LabFiles() {}

    static Optional<Path> ask(Workplace place, Window owner) {
        return place.files().apply(LAB).toOpen(owner);
    }
}
