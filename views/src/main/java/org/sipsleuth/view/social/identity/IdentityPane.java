package org.sipsleuth.view.social.identity;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.social.identity.Succession;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Users whose calls faded when another's rose who knows the same people. Used on the JavaFX
/// thread.
public final class IdentityPane extends VBox {

    private static final int MOST_SHOWN = 8;

    private final Label summary = new Label();
    private final Button open = new Button(text("social.identity.open"));
    private final TableView<Succession> rows = new TableView<>();
    private final Label empty = new Label();
    private final IntFunction<String> names;

    /// @param names of the users
    /// @param chosen hears the name of the user who rose, when the analyst chooses a pair
    /// @param opened hears the pair whose calls are wanted
    public IdentityPane(IntFunction<String> names, Consumer<String> chosen, Consumer<Succession> opened) {
        this.names = names;
        getStyleClass().add("social-tab");
        summary.setId("social-identity-summary");
        summary.setMinWidth(0);
        open.setId("social-identity-open");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setDisable(true);
        open.setOnAction(_ -> Optional.ofNullable(rows.getSelectionModel().getSelectedItem()).ifPresent(opened));
        MenuButton copy = new MenuButton();
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        copy.setMinWidth(USE_PREF_SIZE);
        ChartCopies.installData(copy, this::data);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(summary, gap, open, copy);
        tools.getStyleClass().add("social-tab-tools");
        rows.setId("social-identity");
        rows.getStyleClass().add("dense");
        rows.setPlaceholder(empty);
        rows.getColumns()
                .setAll(List.of(
                        ValueColumn.words(text("social.identity.before"), 150, pair -> names.apply(pair.before())),
                        ValueColumn.words(text("social.identity.after"), 150, pair -> names.apply(pair.after())),
                        ValueColumn.words(text("social.identity.score"), 200, pair -> decimals(pair.score())),
                        ValueColumn.words(text("social.identity.lead"), 180, pair -> decimals(pair.lead())),
                        ValueColumn.words(text("social.identity.shared"), 380, this::shared)));
        rows.getSelectionModel().selectedItemProperty().subscribe(pair -> {
            open.setDisable(pair == null);
            if (pair != null) {
                chosen.accept(names.apply(pair.after()));
            }
        });
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().setAll(tools, rows);
    }

    private static String decimals(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value);
    }

    private String shared(Succession pair) {
        String first = pair.shared().stream().limit(MOST_SHOWN).map(names::apply).collect(Collectors.joining(", "));
        int more = pair.shared().size() - MOST_SHOWN;
        return more > 0 ? text("social.identity.more", first, more) : first;
    }

    /// Shows pairs; empty while they are looked for.
    public void show(Optional<List<Succession>> shown) {
        rows.getItems().setAll(shown.orElse(List.of()));
        empty.setText(text(shown.isPresent() ? "social.identity.none" : "social.identity.looking"));
        summary.setText(
                shown.isEmpty() || shown.get().isEmpty() ? "" : text("social.identity.summary", shown.get().size()));
    }

    /// Whether calls can be opened: those of a table are in no capture.
    public void setOpenable(boolean isOpenable) {
        open.setVisible(isOpenable);
        open.setManaged(isOpenable);
    }

    private DataTable data() {
        List<List<Object>> all = new ArrayList<>();
        for (Succession pair : rows.getItems()) {
            all.add(List.of(names.apply(pair.before()), names.apply(pair.after()), pair.score(), pair.lead(),
                    pair.shared().stream().map(names::apply).collect(Collectors.joining(" "))));
        }
        return new DataTable(List.of("before", "after", "score", "lead", "shared_contacts"), all);
    }
}
