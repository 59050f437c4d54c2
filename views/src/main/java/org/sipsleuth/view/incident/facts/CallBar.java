package org.sipsleuth.view.incident.facts;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.view.incident.part.CallStyle;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.Tags;

/// Calls by what they were for those who called: a bar, and a row for each class that opens its
/// dialogs.
final class CallBar extends VBox {

    private static final double SHAPE_WIDTH = 16;
    private static final double PERCENT = 100;

    /// Shares below this would not be seen.
    private static final double LEAST_SHARE = 1.5;

    /// @param calls at least one
    CallBar(SipIndex index, CallOutcomes calls, EvidenceLinks links) {
        GridPane bar = new GridPane();
        bar.getStyleClass().add("calls-bar");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("side-rows");
        ColumnConstraints shapes = new ColumnConstraints(SHAPE_WIDTH);
        shapes.setHalignment(HPos.CENTER);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().addAll(shapes, names, counts);
        List<CallClass> present = Arrays.stream(CallClass.values()).filter(each -> calls.count(each) > 0).toList();
        for (CallClass each : present) {
            addSegment(bar, each, (double) calls.count(each) / calls.all());
            Label shape = Tags.label(CallStyle.shape(each), CallStyle.styleClass(each));
            Hyperlink count = Tags.link(String.format(Locale.ENGLISH, "%,d", calls.count(each)), text("link.dialogs"),
                    _ -> links.openCalls(index, calls.dialogs(each), CallStyle.words(each)));
            count.setId("calls-" + each.word());
            count.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(rows.getRowCount(), shape, Tags.cut(CallStyle.words(each)), count);
        }
        getChildren().addAll(bar, rows);
        getStyleClass().add("calls-by-class");
    }

    private static void addSegment(GridPane bar, CallClass calls, double share) {
        ColumnConstraints width = new ColumnConstraints();
        width.setPercentWidth(Math.max(LEAST_SHARE, PERCENT * share));
        bar.getColumnConstraints().add(width);
        Region segment = new Region();
        segment.getStyleClass().addAll("calls-segment", CallStyle.styleClass(calls));
        bar.add(segment, bar.getColumnConstraints().size() - 1, 0);
    }
}
