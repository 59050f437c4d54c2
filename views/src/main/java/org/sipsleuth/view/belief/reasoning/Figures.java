package org.sipsleuth.view.belief.reasoning;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.Probability;

/// Six numbers in a row, one for each class.
final class Figures {

    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");

    private final Map<TrafficClass, Label> labels = new EnumMap<>(TrafficClass.class);

    Figures(String... styleClasses) {
        for (TrafficClass each : TrafficClass.all()) {
            Label label = new Label();
            label.getStyleClass().add("figure");
            label.getStyleClass().addAll(styleClasses);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(Label.USE_PREF_SIZE);
            labels.put(each, label);
        }
    }

    /// Names them for what looks for them, each by its class.
    void name(String prefix) {
        labels.forEach((each, label) -> label.setId(prefix + each.word()));
    }

    /// Puts them into a grid.
    void add(GridPane grid, int firstColumn, int row) {
        int column = firstColumn;
        for (Label label : labels.values()) {
            grid.add(label, column++, row);
        }
    }

    /// Shows the words of the classes.
    void showClasses() {
        labels.forEach((each, label) -> label.setText(org.sipsleuth.view.ui.Texts.text("belief.short." + each.word())));
    }

    /// Shows numbers of which a 0 is nothing special.
    void show(ClassVector values) {
        labels.forEach((each, label) -> label.setText(number(values.get(each))));
    }

    /// Shows probabilities, of which none is certain.
    void showProbabilities(ClassVector values) {
        labels.forEach((each, label) -> label.setText(Probability.text(values.get(each))));
    }

    /// Shows the message of a leaf: a 0 excludes the class.
    ///
    /// @param speaks whether it counts
    void show(ClassVector values, boolean speaks) {
        labels.forEach((each, label) -> {
            double value = values.get(each);
            label.setText(number(value));
            label.pseudoClassStateChanged(ZERO, speaks && value == 0);
            label.pseudoClassStateChanged(SILENT, !speaks);
        });
    }

    /// A number with four significant digits, so that a product of many is right to three.
    static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
    }

    /// Marks the class that was asked for.
    void mark(TrafficClass chosen) {
        labels.forEach((each, label) -> label.pseudoClassStateChanged(CHOSEN, each == chosen));
    }
}
