package org.sipsleuth.app.workbench.about;

import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.folder.FolderOpener;

/// What the program is: version, commit, licences, folders, and the papers that it rests on.
public final class AboutPage {

    private final AboutController controller;
    private final Parent root;

    /// @param folders shows them in the file manager
    /// @param background where the file manager is waited for
    /// @param close takes the page away
    public AboutPage(FolderOpener folders, Executor background, Runnable close) {
        controller = new AboutController(folders, background, close);
        root = Views.load("About.fxml", controller);
    }

    /// The page, as it looks first.
    public Parent root() {
        controller.renew();
        return root;
    }
}
