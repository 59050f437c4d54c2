package org.sipsleuth.view.dialogs;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.Command;

/// Switches the extended flow: a button that shows how many more legs there are, and the key X.
final class FlowButton {

    private final ExtendedFlow flow;
    private final ToggleButton button = new ToggleButton();
    private final StackPane holder = new StackPane(button);
    private final Tooltip tip = new Tooltip();
    private final Command command = Command.when("dialogs.command.dialogs.flow", "X", this::toggled);

    FlowButton(ExtendedFlow flow) {
        this.flow = flow;
        button.setId("extended-flow");
        button.setGraphic(new FontIcon(Feather.GIT_MERGE));
        button.getStyleClass().addAll("small", "flat", "button-icon", "prediction-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(flow.onProperty());
        button.disableProperty().bind(flow.othersProperty().isEqualTo(0));
        Tooltip.install(holder, tip); // a disabled button shows none of its own
        flow.othersProperty().subscribe(this::describe);
        flow.knownProperty().subscribe(this::describe);
        flow.onProperty().subscribe(this::describe);
    }

    private void describe() {
        int others = flow.othersProperty().get();
        button.setText(others == 0 ? "" : Texts.text("dialogs.flow.others", others));
        String words = others > 0 ? Texts.text("dialogs.flow.tip", others)
                : Texts.text(flow.knownProperty().get() ? "dialogs.flow.none" : "dialogs.flow.unknown");
        tip.setText(words);
        button.setAccessibleText(words);
    }

    /// The button.
    Node node() {
        return holder;
    }

    /// What it does, for the palette and the help.
    Command command() {
        return command;
    }

    /// Switches if the event is its key, and there is something to switch.
    boolean handle(KeyEvent event) {
        return !(event.getTarget() instanceof TextInputControl) && command.handle(event);
    }

    private boolean toggled() {
        boolean does = flow.othersProperty().get() > 0 || flow.onProperty().get();
        if (does) {
            flow.onProperty().set(!flow.onProperty().get());
        }
        return does;
    }
}
