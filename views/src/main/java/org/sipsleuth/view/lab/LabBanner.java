package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.session.LabSession;

/// The line over the full width that names what a lab in progress hides.
final class LabBanner {

    private final HBox root = new HBox();
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label time = new Label();

    /// @param handIn asks whether to hand in
    LabBanner(LabDesk desk, Runnable handIn) {
        root.setId("lab-banner");
        root.getStyleClass().add("lab-banner");
        root.getStylesheets().add(LabTexts.STYLES);
        title.getStyleClass().add("lab-banner-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        facts.setId("lab-banner-facts");
        facts.setWrapText(true);
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        Button hand = new Button(text("lab.handin"));
        hand.setId("lab-handin");
        hand.getStyleClass().add("accent");
        hand.setMinWidth(Region.USE_PREF_SIZE);
        hand.setOnAction(_ -> handIn.run());
        root.getChildren().addAll(new FontIcon("fth-lock"), title, facts, time, hand);
        desk.sessionProperty().subscribe(_ -> show(desk.inProgress()));
        desk.questionProperty().subscribe(_ -> show(desk.inProgress()));
    }

    /// The node.
    Node root() {
        return root;
    }

    private void show(Optional<LabSession> session) {
        session.ifPresent(its -> {
            String hidden = LabTexts.hidden(its);
            title.setText(text(hidden.isEmpty() ? "lab.banner.open" : "lab.banner"));
            facts.setText(hidden.isEmpty() ? "" : text("lab.banner.hidden", hidden));
            time.setText(text("lab.time", its.worked().toMinutes(), its.lab().minutes()));
        });
    }
}
