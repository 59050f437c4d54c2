package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;
import org.sipsleuth.view.belief.state.TablesInUse;

/// The table of one variable: six rows, a field for each state, the sum; beside each field the
/// number of other tables, where they are compared.
final class TableGrid {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
    private static final String NOTHING = "nothing-";
    private static final double ROUNDING = 1e-6;

    private final TablesInUse tables;
    private final Consumer<String> report;
    private final GridPane root = new GridPane();
    private Optional<BorderFields> borders = Optional.empty();

    /// What the fields were made for.
    private Optional<VariableTable> shape = Optional.empty();

    private Optional<BeliefTables> compared = Optional.empty();

    /// @param report receives what is wrong with the input
    TableGrid(TablesInUse tables, Consumer<String> report) {
        this.tables = tables;
        this.report = report;
        root.getStyleClass().add("leaves");
    }

    Node root() {
        return root;
    }

    /// Shows the table of a variable.
    ///
    /// @param other tables to be compared with
    void show(Variable variable, Optional<BeliefTables> other) {
        Optional<VariableTable> table = tables.tablesProperty().get().flatMap(tables -> tables.table(variable));
        if (!isShape(table) || !other.equals(compared)) {
            String focused = focused();
            build(table, other.flatMap(tables -> tables.table(variable)));
            compared = other;
            Node again = focused.isEmpty() ? null : root.lookup("#" + focused);
            if (again != null) {
                again.requestFocus(); // whoever types goes on where they were
            }
        }
        shape = table;
        table.ifPresent(this::fill);
    }

    /// The id of the field with the focus; empty if none has it.
    private String focused() {
        return root.getChildren()
                .stream()
                .filter(Node::isFocused)
                .map(Node::getId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private boolean isShape(Optional<VariableTable> table) {
        return table.isPresent() && shape.filter(original -> original.variable() == table.get().variable())
                .filter(original -> original.borders().equals(table.get().borders()))
                .filter(original -> original.nothing().isPresent() == hasNothing(table.get()))
                .isPresent();
    }

    private static boolean hasNothing(VariableTable table) {
        return table.nothing().isPresent();
    }

    private void build(Optional<VariableTable> table, Optional<VariableTable> other) {
        root.getChildren().clear();
        borders = Optional.empty();
        if (table.isEmpty()) {
            root.add(new Label(text("belief.tables.none")), 0, 0);
            return;
        }
        VariableTable its = table.get();
        boolean isSame = other.filter(each -> each.borders().equals(its.borders())).isPresent();
        int width = isSame ? 2 : 1;
        for (int state = 0; state < its.states(); state++) {
            root.add(label(its.stateName(state), "heading"), 1 + state * width, 0, width, 1);
        }
        Label sums = label(text("belief.tables.sum"), "heading");
        sums.getStyleClass().add("figure");
        root.add(sums, 1 + its.states() * width, 0);
        int row = 1;
        if (!its.variable().isDistribution()) {
            addBorders(new BorderFields(tables, its, report), width);
            row++;
        }
        for (TrafficClass each : TrafficClass.all()) {
            root.add(label(BeliefText.of(each).text(), "row"), 0, row);
            for (int state = 0; state < its.states(); state++) {
                root.add(field(its, each, state), 1 + state * width, row);
                if (isSame) {
                    Label theirs = compared(its.probability(each, state), other.get().probability(each, state));
                    root.add(theirs, 2 + state * width, row);
                }
            }
            Label sum = label("", "figure");
            sum.setId("sum-" + each.word());
            root.add(sum, 1 + its.states() * width, row);
            row++;
        }
        its.nothing().ifPresent(_ -> addNothing(its, other, 2 + its.states() * width));
        if (other.isPresent() && !isSame) {
            addOther(other.get(), row);
        }
    }

    /// How probable it is that a period has nothing to count: beside the sums, being part of none.
    private void addNothing(VariableTable its, Optional<VariableTable> other, int column) {
        Label heading = label(text("belief.tables.nothing"), "heading");
        heading.setTooltip(new Tooltip(text("belief.tables.nothing.tip")));
        root.add(heading, column, 0);
        Optional<ClassVector> theirs = other.flatMap(VariableTable::nothing);
        int row = 1;
        for (TrafficClass each : TrafficClass.all()) {
            NumberField field =
                    NumberField.ofProbability(BeliefText.of(each).text() + ", " + text("belief.tables.nothing"),
                            probability -> tables.setNothing(its.variable(), each, probability), report);
            field.setId(NOTHING + each.word());
            root.add(field, column, row);
            double own = its.nothing().orElseThrow().get(each);
            if (theirs.isPresent()) {
                root.add(compared(own, theirs.get().get(each)), column + 1, row);
            }
            row++;
        }
    }

    private void addBorders(BorderFields fields, int width) {
        borders = Optional.of(fields);
        root.add(label(text("belief.tables.borders"), "heading"), 0, 1);
        int column = 1;
        for (NumberField each : fields.all()) {
            root.add(each, column, 1);
            column += width;
        }
    }

    /// Tables with other intervals cannot stand field by field: they stand below.
    private void addOther(VariableTable other, int firstRow) {
        int row = firstRow;
        root.add(label(text("belief.tables.compared"), "heading"), 0, row);
        for (int state = 0; state < other.states(); state++) {
            root.add(label(other.stateName(state), "heading"), 1 + state, row);
        }
        for (TrafficClass each : TrafficClass.all()) {
            row++;
            root.add(label(BeliefText.of(each).text(), "row"), 0, row);
            for (int state = 0; state < other.states(); state++) {
                root.add(label(Probabilities.words(other.probability(each, state)), "figure"), 1 + state, row);
            }
        }
    }

    private Node field(VariableTable its, TrafficClass trafficClass, int state) {
        NumberField field = NumberField.ofProbability(BeliefText.of(trafficClass).text() + ", " + its.stateName(state),
                probability -> tables.set(its.variable(), trafficClass, state, probability), report);
        field.setId(id(trafficClass, state));
        return field;
    }

    private static String id(TrafficClass trafficClass, int state) {
        return "cell-" + trafficClass.word() + "-" + state;
    }

    private static Label compared(double own, double theirs) {
        Label label = label(Probabilities.words(theirs), "compared");
        label.pseudoClassStateChanged(OTHER, Math.abs(theirs - own) > ROUNDING);
        return label;
    }

    private void fill(VariableTable table) {
        Optional<VariableTable> base = tables.base().flatMap(tables -> tables.table(table.variable()));
        borders.ifPresent(fields -> fields.show(table, base));
        Optional<VariableTable> alike = base.filter(original -> original.borders().equals(table.borders()));
        for (TrafficClass each : TrafficClass.all()) {
            for (int state = 0; state < table.states(); state++) {
                double probability = table.probability(each, state);
                int place = state;
                boolean isChanged =
                        alike.filter(original -> original.probability(each, place) != probability).isPresent();
                if (root.lookup("#" + id(each, state)) instanceof NumberField field) {
                    field.show(Probabilities.words(probability), isChanged);
                }
            }
            if (root.lookup("#" + NOTHING + each.word()) instanceof NumberField field) {
                fillNothing(field, each, table, base);
            }
            if (root.lookup("#sum-" + each.word()) instanceof Label sum) {
                sum.setText(Probabilities.sum(table.sum(each)));
                sum.pseudoClassStateChanged(WRONG, isWrong(table, each));
            }
        }
    }

    private static void fillNothing(NumberField field, TrafficClass trafficClass, VariableTable table,
            Optional<VariableTable> base) {
        double probability = table.nothing().orElseThrow().get(trafficClass);
        boolean isChanged = base.flatMap(VariableTable::nothing)
                .filter(vector -> vector.get(trafficClass) != probability)
                .isPresent();
        field.show(Probabilities.words(probability), isChanged);
    }

    /// Whether a row does not sum to one.
    static boolean isWrong(VariableTable table, TrafficClass trafficClass) {
        return Math.abs(table.sum(trafficClass) - 1) > ROUNDING;
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
