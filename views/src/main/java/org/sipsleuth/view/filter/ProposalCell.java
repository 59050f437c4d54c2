package org.sipsleuth.view.filter;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sipsleuth.filter.complete.Proposal;
import org.sipsleuth.view.ui.ItemCell;

/// A proposal: how it is written, what it is, what it means.
final class ProposalCell extends ItemCell<Proposal> {

    private static final double TEXT_WIDTH = 190;

    private final Label text = new Label();
    private final Label description = new Label();
    private final Label kind = new Label();
    private final HBox line = new HBox(text, description, kind);

    ProposalCell() {
        line.getStyleClass().add("filter-proposal");
        text.getStyleClass().add("filter-text");
        text.setMinWidth(TEXT_WIDTH);
        description.getStyleClass().add("filter-description");
        description.setMinWidth(0);
        HBox.setHgrow(description, Priority.ALWAYS);
        description.setMaxWidth(Double.MAX_VALUE);
        kind.getStyleClass().add("filter-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(Proposal proposal) {
        text.setText(proposal.text());
        description.setText(proposal.description());
        kind.setText(proposal.kind());
        setGraphic(line);
    }
}
