package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.belief.state.TablesInUse;

/// The editor of the tables, one variable at a time. Each change is used at once.
public final class TablesPane {

    private final TablesInUse tables;
    private final VBox root = new VBox();
    private final ComboBox<Optional<Variable>> variables = new ComboBox<>();
    private final ComboBox<Optional<TableChoice>> compared = new ComboBox<>();
    private final Button reset = new Button(text("belief.tables.reset"));
    private final Button normalise = new Button(text("belief.tables.normalise"));
    private final Label message = new Label();
    private final TableGrid grid;
    private final PriorGrid prior;
    private final ScrollPane scroll = new ScrollPane();

    /// @param filing opens and writes files
    /// @param learning learns tables from the open capture
    public TablesPane(TablesInUse tables, TablesFiling filing, TablesLearning learning) {
        this.tables = tables;
        grid = new TableGrid(tables, message::setText);
        prior = new PriorGrid(tables, message::setText);
        root.setId("beliefs-tables-editor");
        root.getStyleClass().add("drawer-body");
        variables.setId("beliefs-variable");
        Variable.all().forEach(each -> variables.getItems().add(Optional.of(each)));
        variables.getItems().add(Optional.empty());
        variables.setConverter(words(
                variable -> variable.map(BeliefText::of).map(Sentence::text).orElse(text("belief.tables.prior"))));
        variables.setAccessibleText(text("belief.tables.variable"));
        variables.setTooltip(new Tooltip(text("belief.tables.variable")));
        compared.setId("beliefs-compared");
        compared.setAccessibleText(text("belief.tables.compare"));
        compared.setTooltip(new Tooltip(text("belief.tables.compare")));
        compared.setConverter(words(choice -> choice.map(each -> text("belief.tables." + each.name()))
                .orElse(text("belief.tables.compare.none"))));
        reset.setOnAction(_ -> tables.reset());
        normalise.setOnAction(_ -> variable().ifPresent(tables::normalise));
        Button open = new Button(text("belief.tables.open"));
        open.setOnAction(_ -> filing.open(root.getScene().getWindow(), this::report));
        Button save = new Button(text("belief.tables.save"));
        save.setOnAction(_ -> filing.save(root.getScene().getWindow(), message::setText));
        Button learn = new Button(text("belief.tables.learn"));
        learn.setId("beliefs-tables-learn");
        learn.setTooltip(new Tooltip(text("belief.tables.learn.tip")));
        learn.setOnAction(_ -> learn(learn, learning));
        reset.setId("beliefs-tables-reset");
        normalise.setId("beliefs-tables-normalise");
        FlowPane tools = new FlowPane(variables, compared, normalise, reset, learn, open, save);
        tools.getStyleClass().add("table-tools");
        for (Node each : tools.getChildren()) {
            each.getStyleClass().add("small");
        }
        message.setId("beliefs-tables-message");
        message.getStyleClass().add("table-message");
        message.setWrapText(true);
        message.setMinHeight(Label.USE_PREF_SIZE);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(tools, message, scroll);
        variables.setValue(Optional.of(Variable.REQUEST_INTENSITY));
        compared.setValue(Optional.empty());
        variables.valueProperty().subscribe(_ -> show());
        compared.valueProperty().subscribe(_ -> show());
        tables.choiceProperty().subscribe(_ -> offer());
        tables.tablesProperty().subscribe(_ -> show());
        tables.sequenceProperty().subscribe(_ -> show());
    }

    /// Turns a value into words that nobody types.
    private interface Words<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.of(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("never typed");
            }
        };
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Whose table is shown; empty for the prior.
    private Optional<Variable> variable() {
        return variables.getValue();
    }

    private void offer() {
        Optional<TableChoice> before = compared.getValue();
        compared.getItems().setAll(List.of(Optional.<TableChoice>empty()));
        tables.choices().forEach(each -> compared.getItems().add(Optional.of(each)));
        compared.setValue(before == null ? Optional.empty() : before);
    }

    private void show() {
        if (variables.getValue() == null || compared.getValue() == null) {
            return;
        }
        reset.setDisable(!tables.isChanged() && tables.sequenceProperty().get().isAnew());
        message.setText(warning());
        normalise.setDisable(warning().isEmpty());
        Optional<BeliefTables> other = compared.getValue().flatMap(tables::of);
        variable().ifPresentOrElse(variable -> grid.show(variable, other), () -> prior.show(other));
        scroll.setContent(variable().isPresent() ? grid.root() : prior.root());
    }

    private void learn(Button learn, TablesLearning learning) {
        learn.setDisable(learning.learn(words -> {
            learn.setDisable(false);
            report(words);
        }));
    }

    /// Shows what became of a file or of learning, or else what is wrong with the tables.
    private void report(String words) {
        message.setText(words.isEmpty() ? warning() : words);
    }

    /// Which rows do not sum to one.
    private String warning() {
        String rows = tables.tablesProperty()
                .get()
                .flatMap(tables -> variable().flatMap(tables::table))
                .stream()
                .flatMap(table -> TrafficClass.all()
                        .stream()
                        .filter(each -> TableGrid.isWrong(table, each))
                        .map(each -> text("belief.tables.row", BeliefText.of(each).text(),
                                Probabilities.sum(table.sum(each)))))
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "" : text("belief.tables.rows", rows);
    }
}
