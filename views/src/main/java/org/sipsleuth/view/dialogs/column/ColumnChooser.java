package org.sipsleuth.view.dialogs.column;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;

/// Lets the user choose columns, beside the button that asks for it.
public final class ColumnChooser {

    private final ChooserController controller;
    private final Parent content;
    private final Popover popover = new Popover();

    public ColumnChooser(ColumnChoice choice) {
        controller = new ChooserController(choice);
        content = Views.load("Chooser.fxml", controller);
        popover.setContentNode(content);
        popover.setTitle(Texts.text("dialogs.chooser"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    }

    /// Opens it, or closes it.
    public void toggle(Node beside) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(beside);
            controller.focus();
        }
    }

    /// What is shown.
    public Parent content() {
        return content;
    }
}
