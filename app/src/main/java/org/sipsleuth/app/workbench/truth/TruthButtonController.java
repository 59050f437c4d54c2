package org.sipsleuth.app.workbench.truth;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.truth.TruthState.None;
import org.sipsleuth.app.workbench.truth.TruthState.Offered;
import org.sipsleuth.app.workbench.truth.TruthState.Reading;
import org.sipsleuth.app.workbench.truth.TruthState.Refused;
import org.sipsleuth.app.workbench.truth.TruthState.Visible;

/// Binds the button that shows and hides the truth; it is there only where there is one.
final class TruthButtonController {

    private final TruthLoader loader;
    private final Tooltip tip = new Tooltip();

    @FXML private Node holder;
    @FXML private ToggleButton truth;
    @FXML private FontIcon icon;

    TruthButtonController(TruthLoader loader) {
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        truth.setTooltip(tip);
        loader.stateProperty().subscribe(this::show);
    }

    private void show(TruthState state) {
        boolean there = !(state instanceof None);
        holder.setVisible(there);
        holder.setManaged(there);
        truth.setSelected(state instanceof Visible);
        truth.setText(text(state instanceof Reading ? "workbench.truth.reading" : "workbench.truth.button"));
        icon.setIconLiteral(state instanceof Visible ? "fth-eye" : "fth-eye-off");
        tip.setText(switch (state) {
            case None _,Offered _ -> text("workbench.truth.tip.show");
            case Reading _ -> text("workbench.truth.tip.reading");
            case Visible _ -> text("workbench.truth.tip.hide");
            case Refused(String sentence) -> sentence;
        });
        truth.setAccessibleText(text(state instanceof Visible ? "workbench.truth.hide" : "workbench.truth.show"));
    }

    @FXML
    private void turn() {
        loader.turn();
        show(loader.stateProperty().get()); // a click has turned the button by itself
    }
}
