package org.sipsleuth.view.dialogs.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.sipsleuth.compare.HostParts;

/// The hosts over the strips of one dialog.
final class PartHeads extends Pane {

    private static final double HEIGHT = 26;

    private final List<Label> heads = new ArrayList<>();

    PartHeads(List<HostParts.Part> parts, boolean isLeft) {
        for (HostParts.Part part : parts) {
            String host = isLeft ? part.left() : part.right();
            Label head = new Label(host.isEmpty() ? "–" : host);
            head.getStyleClass().add("comparison-host");
            head.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // addresses begin alike
            if (!host.isEmpty()) {
                head.setTooltip(new Tooltip(host));
            }
            heads.add(head);
        }
        getChildren().addAll(heads);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        double lane = (getWidth() - LadderStrip.PAUSE_WIDTH) / Math.max(1, heads.size());
        for (int i = 0; i < heads.size(); i++) {
            double x = LadderStrip.laneX(getWidth(), heads.size(), i);
            Label head = heads.get(i);
            double width = Math.clamp(head.prefWidth(-1), 0, Math.max(0, lane - 4));
            head.resizeRelocate(Math.floor(x - width / 2), 3, width, HEIGHT - 6);
        }
    }
}
