package org.sipsleuth.view.edge.flow;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.edge.traffic.MessageClass;

/// Where the flow is drawn. One scale for all: so many pixels a message, but at least 2 for any
/// flow.
///
/// @param scale pixels a message
/// @param top of the ribbons
/// @param foot where ribbons that leave the flow end
/// @param columns the stages, and last what passed
record FlowLayout(double scale, double top, double foot, List<Column> columns) {

    static final double BAR = 13;
    static final double LEFT = 16;
    private static final double HEAD = 44;

    /// Room for the arrow of the feedback.
    static final double FEEDBACK = 16;

    static final double OUTCOME_HEIGHT = 66;

    private static final double LEAST_FLOW = 2;
    private static final double GAP = 4;
    private static final double BEND = 12;
    private static final double RIGHT = 130;

    /// A stage without an outcome is so much narrower.
    private static final double PLAIN_WEIGHT = 0.65;

    /// One where all leaves is so much wider.
    private static final double DROP_WEIGHT = 0.8;

    /// Room below the bars for ribbons to bend.
    private static final double BELOW = 34;

    /// Where a stage is.
    ///
    /// @param x left end of its bar
    /// @param width to the next stage
    record Column(double x, double width) {}

    /// Places a flow.
    ///
    /// @param hasFeedback whether there is an arrow above it
    static FlowLayout of(Flow flow, boolean hasFeedback, double width, double height) {
        double head = hasFeedback ? HEAD + FEEDBACK : HEAD;
        double all = Math.max(1, flow.ingress().sum());
        double room = width - LEFT - RIGHT - BAR;
        double weights = 0;
        for (Flow.Stage stage : flow.stages()) {
            weights += weight(stage, all);
        }
        List<Column> columns = new ArrayList<>();
        double x = LEFT;
        double foot = height - OUTCOME_HEIGHT;
        double scale = Math.max(1, foot - head - BELOW - GAP) / all;
        for (Flow.Stage stage : flow.stages()) {
            double its = room * weight(stage, all) / weights;
            columns.add(new Column(x, its));
            double bent = its - BAR - 2 * BEND - GAP;
            double dropped = stage.outcome().count().sum();
            if (dropped > 0) {
                scale = Math.min(scale, Math.max(1, bent) / dropped);
            }
            x += its;
        }
        columns.add(new Column(x, RIGHT));
        return new FlowLayout(scale, head, foot, columns);
    }

    private static double weight(Flow.Stage stage, double all) {
        double dropped = stage.outcome().count().sum();
        return dropped == 0 ? PLAIN_WEIGHT : 1 + DROP_WEIGHT * dropped / all;
    }

    /// How thick a flow is.
    double thick(int messages) {
        return messages == 0 ? 0 : Math.max(LEAST_FLOW, messages * scale);
    }

    /// The top of the ribbon of a class.
    double top(MessageClass its, Tally ingress) {
        return its == MessageClass.LEGITIMATE ? top : top + thick(ingress.legitimate()) + GAP;
    }

    /// The left end of the ribbon that leaves at a stage, at its foot.
    double footLeft(int stage, MessageClass its, Tally dropped) {
        double first = columns.get(stage).x() + BAR + BEND;
        return its == MessageClass.LEGITIMATE ? first
                : first + thick(dropped.legitimate()) + (dropped.legitimate() > 0 ? GAP : 0);
    }
}
