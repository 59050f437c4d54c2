package org.sipsleuth.app.workbench.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;

/// What is seen before the first capture: captures, samples and cases to begin with.
public final class StartPage {

    private final Parent root;

    /// @param samples the first one is an incident
    /// @param commands of the window, for their keys
    /// @param rights whether this user may capture from the network
    public StartPage(Opener opener, RecentList recent, List<SampleCapture> samples, List<CommandGroup> commands,
            Node rights) {
        StartController controller = new StartController(opener, recent, samples, new KeyCaps(commands), rights);
        root = Views.load("Start.fxml", controller);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                controller.refresh(); // files may have come or gone
            }
        });
    }

    /// The page.
    public Parent root() {
        return root;
    }
}
