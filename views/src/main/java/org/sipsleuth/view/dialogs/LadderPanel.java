package org.sipsleuth.view.dialogs;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sipsleuth.view.dialogs.compare.Comparisons;
import org.sipsleuth.view.dialogs.export.LadderExport;
import org.sipsleuth.view.dialogs.ladder.LadderView;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.command.Command;

/// The ladder, or the comparison that replaces it, with the buttons of its bar: extended flow,
/// compare, export.
final class LadderPanel {

    private final LadderView ladder;
    private final FlowButton flow;
    private final Comparisons comparisons;
    private final LadderExport export;

    LadderPanel(LadderView ladder, ExtendedFlow flow, Comparisons comparisons, LadderExport export) {
        this.ladder = ladder;
        this.flow = new FlowButton(flow);
        this.comparisons = comparisons;
        this.export = export;
    }

    /// Builds the panel.
    ///
    /// @param above what is shown above the ladder
    /// @param buttons further buttons at the end of the ladder's bar
    Node build(Node above, Node... buttons) {
        Node upper = comparisons.inPlaceOfLadder(ladder.root());
        VBox.setVgrow(upper, Priority.ALWAYS);
        List<Node> own = List.of(flow.node(), comparisons.button(), export.button());
        ladder.barEnd().getChildren().setAll(Stream.concat(own.stream(), Stream.of(buttons)).toList());
        VBox panel = new VBox(above, upper, export.bar());
        panel.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        return panel;
    }

    private void keyPressed(KeyEvent event) {
        if (flow.handle(event)) {
            event.consume();
        }
    }

    /// Handles a key that steps through the ladder while another part of the page has the focus.
    boolean steppedBy(KeyEvent event) {
        return ladder.steppedBy(event);
    }

    /// Handles a key that steps through the ladder or switches the extended flow.
    boolean handleFromList(KeyEvent event) {
        return ladder.steppedBy(event) || flow.handle(event);
    }

    /// Handles a key of comparison or export, wherever the focus is in the page.
    boolean handleFromPage(KeyEvent event) {
        return comparisons.commands().handle(event) || export.commands().handle(event);
    }

    /// Switches the extended flow.
    Command flowCommand() {
        return flow.command();
    }

    void focus() {
        ladder.focus();
    }

    void filterBy(ConditionMenu filter) {
        ladder.filterBy(filter);
    }
}
