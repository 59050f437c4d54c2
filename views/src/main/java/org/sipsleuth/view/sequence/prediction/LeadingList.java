package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.corpus.Folding;
import org.sipsleuth.view.sequence.prediction.course.Moment;

/// The known dialogs that lead, a bar each.
final class LeadingList extends VBox {

    /// How many are shown.
    static final int MOST = 4;

    private final List<LeadingRow> rows = new ArrayList<>();

    LeadingList() {
        getStyleClass().add("leading-list");
        setId("prediction-leading");
        Set<Integer> open = new HashSet<>();
        for (int i = 0; i < MOST; i++) {
            rows.add(new LeadingRow(open));
        }
        getChildren().addAll(rows);
        getChildren().add(scale());
    }

    /// The scale, below the bars only.
    private static HBox scale() {
        Region before = new Region();
        before.getStyleClass().add("leader-swatch-space");
        ProbabilityScale scale = new ProbabilityScale();
        HBox.setHgrow(scale, Priority.ALWAYS);
        Label after = new Label();
        after.getStyleClass().add("leading-probability");
        HBox line = new HBox(before, scale, after);
        line.getStyleClass().addAll("leading-line", "leading-scale");
        return line;
    }

    /// @param areNamed whether it is late enough to name any
    void show(Moment moment, boolean areNamed) {
        setVisible(areNamed);
        setManaged(areNamed);
        KnownDialogs dialogs = moment.course().model().known();
        boolean folds = !moment.course().model().settings().messages().repeats();
        List<String> types = folds ? Folding.of(moment.types()) : moment.types();
        List<PredictionStep.Leading> leading = moment.step().leading();
        for (int i = 0; i < MOST; i++) {
            LeadingRow row = rows.get(i);
            boolean has = i < leading.size();
            row.setVisible(has);
            row.setManaged(has);
            if (has) {
                int known = leading.get(i).known();
                row.show(leading.get(i), moment.course().leaders().place(known), moment,
                        agreed(types, dialogs.types(known)));
            }
        }
    }

    /// How many messages two sequences begin with together.
    static int agreed(List<String> one, List<String> other) {
        int agreed = 0;
        while (agreed < one.size() && agreed < other.size() && one.get(agreed).equals(other.get(agreed))) {
            agreed++;
        }
        return agreed;
    }
}
