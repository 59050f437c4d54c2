package org.sipsleuth.view.ngram.departure;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.SeverityStyle;

/// The departures of a message from the RFCs; below, the derivation of the chosen one: the rules of
/// the grammar that lead to the place, and what they allow there. Used on the JavaFX thread.
public final class DeparturesPane {

    private static final int LONGEST = 200;
    private static final int MOST_EXPECTED = 8;

    private final ListView<Departure> list = new ListView<>();
    private final Label derivation = new Label();
    private final VBox root = new VBox(list, derivation);
    private final IntConsumer chosen;

    /// @param chosen hears where the chosen departure is, in bytes
    public DeparturesPane(IntConsumer chosen) {
        this.chosen = chosen;
        root.getStyleClass().add("anomaly-departures");
        list.setId("anomalies-departures");
        list.getStyleClass().addAll("dense", "edge-to-edge");
        list.setAccessibleText(text("ngram.departures"));
        list.setPlaceholder(new Label(text("ngram.departures.none")));
        list.setCellFactory(_ -> new Cell());
        list.setMinHeight(0);
        list.getSelectionModel().selectedItemProperty().subscribe(this::look);
        derivation.setId("anomalies-derivation");
        derivation.getStyleClass().add("anomaly-derivation");
        derivation.setWrapText(true);
        derivation.setMinHeight(Label.USE_PREF_SIZE);
        derivation.managedProperty().bind(derivation.textProperty().isNotEmpty());
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Shows the departures of a message, the first one chosen.
    public void show(List<Departure> departures) {
        if (!List.copyOf(list.getItems()).equals(departures)) {
            list.getItems().setAll(departures);
        }
    }

    private void look(@Nullable Departure departure) {
        derivation.setText(departure == null ? "" : words(departure));
        if (departure != null) {
            chosen.accept(departure.offset());
        }
    }

    /// The rules, each further in than the one that it is part of.
    private static String words(Departure its) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < its.derivation().size(); i++) {
            lines.append("  ".repeat(i))
                    .append(i == 0 ? "" : "└ ")
                    .append(visible(its.derivation().get(i)))
                    .append('\n');
        }
        String where = text("ngram.departure.place", its.field(), its.offset());
        return its.expected().isEmpty() ? lines + where
                : lines + where
                        + text("ngram.departure.expected",
                                its.expected()
                                        .stream()
                                        .limit(MOST_EXPECTED)
                                        .map(DeparturesPane::visible)
                                        .collect(Collectors.joining(", ")));
    }

    private static String visible(String words) {
        return VisibleText.ofValue(words, LONGEST);
    }

    private static final class Cell extends ItemCell<Departure> {
        Cell() {
            setWrapText(true);
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void show(Departure item) {
            String reference = item.reference().isEmpty() ? "" : " · " + item.reference();
            setText(visible(item.text().text()) + reference);
            setGraphic(SeverityStyle.icon(item.severity()));
        }
    }
}
