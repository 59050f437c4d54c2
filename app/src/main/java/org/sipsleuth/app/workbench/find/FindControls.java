package org.sipsleuth.app.workbench.find;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Views;

/// The page that finds calls in folders. Used on the JavaFX thread.
public final class FindControls {

    /// What the window does for the page.
    public interface Frame {

        /// Shows a page over everything else.
        void show(Node page);

        /// Takes it away.
        void hide();

        /// Opens captures in place of those that are open, and selects a dialog of them.
        void open(List<Path> captures, String callId);
    }

    private final FindViewModel model;
    private final FindController controller;
    private final Parent page;
    private final Consumer<Node> show;

    /// @param entries the folder of the index
    /// @param reader reads captures
    /// @param options how captures are read with key logs
    public FindControls(Path entries, CaptureReader reader, Function<List<Path>, ReadOptions> options, Memory memory,
            Desktop desktop, Frame frame) {
        model = new FindViewModel(new FolderCalls(entries, reader), options, memory);
        controller = new FindController(model, desktop, frame);
        page = Views.load("Find.fxml", controller);
        show = frame::show;
        page.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.cancel(); // nobody waits for it any more
            }
        });
    }

    /// Shows the page to search one folder.
    public void show(Path folder) {
        model.choose(folder);
        show();
    }

    /// Shows the page, with what was found last.
    public void show() {
        show.accept(page);
        controller.focus();
    }
}
