package org.sipsleuth.view.dialogs.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sipsleuth.compare.HostParts;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.view.message.VisibleText;

/// The hosts over the strips of one dialog, as the heads of a ladder name them: the name with the
/// address below, or the address alone. A part that only the other dialog has leaves its place
/// empty.
final class PartHeads extends Pane {

    private static final double HEIGHT = 26;
    private static final double HEIGHT_OF_NAMES = 42;
    private static final double MARGIN = 3;
    private static final double GAP = 4;
    private static final int LONGEST_NAME = 100;

    private final List<VBox> heads = new ArrayList<>();
    private final double height;

    PartHeads(List<HostParts.Part> parts, boolean isLeft, HostNames names) {
        boolean areNamed = parts.stream()
                .flatMap(part -> List.of(part.left(), part.right()).stream())
                .anyMatch(host -> names.of(host).isPresent());
        height = areNamed ? HEIGHT_OF_NAMES : HEIGHT; // the same on both sides
        for (HostParts.Part part : parts) {
            String host = isLeft ? part.left() : part.right();
            VBox head = head(host, names.of(host));
            head.setVisible(part.isIn(isLeft));
            heads.add(head);
        }
        getChildren().addAll(heads);
        setMinHeight(height);
        setPrefHeight(height);
        setMinWidth(0);
    }

    private static VBox head(String host, Optional<String> name) {
        VBox head = new VBox();
        head.setAlignment(Pos.CENTER);
        head.getStyleClass().add("comparison-host");
        Label address = new Label(host);
        address.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // addresses begin alike
        if (name.isPresent()) {
            String shown = VisibleText.ofValue(name.get(), LONGEST_NAME);
            Label called = new Label(shown);
            called.getStyleClass().add("comparison-host-name");
            called.setTooltip(new Tooltip(shown + "\n" + host));
            head.getChildren().add(called);
        } else {
            address.getStyleClass().add("comparison-host-name");
        }
        address.setTooltip(new Tooltip(host));
        head.getChildren().add(address);
        return head;
    }

    @Override
    protected void layoutChildren() {
        double lane = (getWidth() - LadderStrip.PAUSE_WIDTH) / Math.max(1, heads.size());
        for (int i = 0; i < heads.size(); i++) {
            double x = LadderStrip.laneX(getWidth(), heads.size(), i);
            VBox head = heads.get(i);
            double width = Math.clamp(head.prefWidth(-1), 0, Math.max(0, lane - GAP));
            head.resizeRelocate(Math.floor(x - width / 2), MARGIN, width, height - 2 * MARGIN);
        }
    }
}
