package org.sipsleuth.view.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;

/// The page of the case. Used on the JavaFX thread.
public final class CasePage implements Page {

    /// Its [Page#id].
    public static final String ID = "case";

    private final CaseController controller;
    private final Parent root;

    public CasePage(Workplace place) {
        controller = new CaseController(place);
        root = Views.load("Case.fxml", controller);
    }

    /// Opens a case, in place of the one that is open; of a packed one, asks where it goes.
    public void open(Path file, Window owner) {
        controller.open(file, owner);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-briefcase";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(SipIndex index) {
        controller.show(Optional.of(index));
    }

    @Override
    public void showNothing() {
        controller.show(Optional.empty());
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public boolean isShownWithoutCapture() {
        return true; // a case can be opened first
    }

    @Override
    public List<Command> everywhere() {
        return List.of(Command.of("casefile.new", "", controller::create),
                Command.of("casefile.open", "", controller::open), Command.of("casefile.close", "", controller::close),
                Command.of("casefile.report", "", controller::report),
                Command.of("casefile.verify", "", controller::verify),
                Command.of("casefile.merge", "", controller::merge),
                Command.of("casefile.settings.keep", "", controller::keepSettings),
                Command.of("casefile.settings.use", "", controller::useSettings));
    }
}
