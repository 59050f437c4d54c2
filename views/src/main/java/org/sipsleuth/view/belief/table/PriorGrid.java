package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.SequentialBelief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.TablesInUse;

/// The prior: what is believed before anything was observed, a field for each class.
final class PriorGrid {

    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
    private static final double ROUNDING = 1e-6;
    private static final int COLUMNS = 4;
    private static final double NOTE_WIDTH = 560;

    private final TablesInUse tables;
    private final GridPane root = new GridPane();
    private final Map<TrafficClass, NumberField> fields = new EnumMap<>(TrafficClass.class);
    private final NumberField forgetting;
    private final Map<TrafficClass, Label> compared = new EnumMap<>(TrafficClass.class);

    /// @param report receives what is wrong with the input
    PriorGrid(TablesInUse tables, Consumer<String> report) {
        this.tables = tables;
        forgetting = NumberField.ofProbability(text("belief.tables.forgetting"),
                share -> tables.sequenceProperty().set(new SequentialBelief(share)), report);
        root.getStyleClass().add("leaves");
        root.add(heading(text("belief.tables.prior.of")), 1, 0);
        int row = 1;
        for (TrafficClass each : TrafficClass.all()) {
            NumberField field = NumberField.ofProbability(text("belief.tables.prior.class", BeliefText.of(each).text()),
                    probability -> tables.setPrior(each, probability), report);
            field.setId("prior-" + each.word());
            fields.put(each, field);
            Label other = new Label();
            other.getStyleClass().add("compared");
            compared.put(each, other);
            root.addRow(row, heading(BeliefText.of(each).text()), field, other);
            row++;
        }
        root.add(note("belief.tables.prior.note"), 0, row, COLUMNS, 1);
        forgetting.setId("prior-forgetting");
        root.addRow(row + 1, heading(text("belief.tables.forgetting")), forgetting);
        root.add(note("belief.tables.forgetting.note"), 0, row + 2, COLUMNS, 1);
    }

    private static Label note(String key) {
        Label note = new Label(text(key));
        note.getStyleClass().add("part-note");
        note.setWrapText(true);
        note.setPrefWidth(NOTE_WIDTH);
        note.setMinHeight(Label.USE_PREF_SIZE);
        return note;
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    Node root() {
        return root;
    }

    /// Shows the prior of the tables in use.
    ///
    /// @param other tables to be compared with
    void show(Optional<BeliefTables> other) {
        SequentialBelief sequence = tables.sequenceProperty().get();
        forgetting.show(Probabilities.words(sequence.forgetting()), !sequence.isAnew());
        Optional<BeliefTables> base = tables.base();
        tables.tablesProperty().get().ifPresent(now -> fields.forEach((each, field) -> {
            double its = now.prior().get(each);
            field.show(Probabilities.words(its), base.filter(b -> b.prior().get(each) != its).isPresent());
            compare(each, its, other);
        }));
    }

    private void compare(TrafficClass each, double its, Optional<BeliefTables> other) {
        Label label = compared.get(each);
        if (label != null) {
            Optional<Double> theirs = other.map(tables -> tables.prior().get(each));
            label.setText(theirs.map(Probabilities::words).orElse(""));
            label.pseudoClassStateChanged(OTHER, theirs.filter(value -> Math.abs(value - its) > ROUNDING).isPresent());
        }
    }
}
