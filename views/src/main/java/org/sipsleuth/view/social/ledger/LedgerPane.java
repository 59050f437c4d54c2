package org.sipsleuth.view.social.ledger;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.call.ledger.DestinationRange;
import org.sipsleuth.call.ledger.Ledger;
import org.sipsleuth.call.ledger.LedgerRow;
import org.sipsleuth.call.ledger.LedgerSums;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The ledger: calls, minutes and cost of each account by destination range. Used on the JavaFX
/// thread.
public final class LedgerPane extends VBox {

    /// What is asked for when a rate table is chosen.
    public static final FileChoice.Kind RATES =
            new FileChoice.Kind("rates.directory", "social.ledger.chooser.", List.of("*.csv", "*.txt"));

    private final Label summary = new Label();
    private final Label rates = new Label();
    private final Button open = new Button();
    private final TableView<LedgerRow> rows = new TableView<>();
    private final ValueColumn<LedgerRow> cost;
    private final ValueColumn<LedgerRow> news =
            ValueColumn.words(text("social.ledger.new"), 140, row -> row.isNew() ? text("social.ledger.is.new") : "");
    private boolean isSelecting;

    /// @param numbers which region and rates count
    /// @param files asks for a rate table
    /// @param chosen hears the name of the account that the user chooses
    /// @param opened hears the row whose calls are wanted
    public LedgerPane(NumberRules numbers, FileChoice files, Consumer<String> chosen, Consumer<LedgerRow> opened) {
        getStyleClass().add("social-tab");
        summary.setId("social-ledger-summary");
        summary.setMinWidth(0);
        rates.getStyleClass().add("social-note");
        rates.textProperty().bind(numbers.messageProperty());
        open.setId("social-ledger-open");
        open.getStyleClass().add("small");
        open.setDisable(true);
        open.setText(text("social.ledger.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> chosenRow().ifPresent(opened));
        Button choose = new Button(text("social.ledger.rates"));
        choose.setId("social-ledger-rates");
        choose.getStyleClass().add("small");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> files.toOpen(getScene().getWindow()).ifPresent(numbers::setRates));
        MenuButton copy = new MenuButton();
        copy.setId("social-ledger-copy");
        copy.getStyleClass().addAll("small", "flat", "button-icon");
        copy.setMinWidth(USE_PREF_SIZE);
        ChartCopies.installData(copy, this::data);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(summary, rates, gap, regions(numbers), choose, open, copy);
        tools.getStyleClass().add("social-tab-tools");
        cost = ValueColumn.amount(text("social.ledger.cost"), 92, row -> cost(row.sums()));
        columns();
        rows.setId("social-ledger");
        rows.getStyleClass().add("dense");
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            open.setDisable(row == null);
            if (row != null && !isSelecting) {
                chosen.accept(row.name());
            }
        });
        rows.setPlaceholder(new Label(text("social.ledger.none")));
        getChildren().setAll(tools, rows);
    }

    private static ComboBox<String> regions(NumberRules numbers) {
        ComboBox<String> regions = new ComboBox<>();
        regions.setId("social-ledger-home");
        regions.setAccessibleText(text("social.ledger.home"));
        regions.getItems().add(text("social.ledger.home"));
        Stream.of(Locale.getISOCountries()).map(LedgerPane::region).sorted().forEach(regions.getItems()::add);
        regions.setValue(regions.getItems().getFirst());
        regions.setMinWidth(USE_PREF_SIZE);
        regions.setPrefWidth(200);
        regions.valueProperty()
                .addListener((_, _,
                        value) -> numbers.setHome(Arrays.stream(Locale.getISOCountries())
                                .filter(code -> region(code).equals(value))
                                .findFirst()));
        return regions;
    }

    private static String region(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH) + " (" + code + ")";
    }

    private void columns() {
        rows.getColumns()
                .setAll(List.of(ValueColumn.words(text("social.ledger.account"), 140, LedgerRow::name),
                        ValueColumn.words(text("social.ledger.range"), 210, row -> range(row.range())),
                        ValueColumn.number(text("social.ledger.calls"), 66, row -> row.sums().calls()),
                        ValueColumn.number(text("social.ledger.answered"), 84, row -> row.sums().answered()),
                        ValueColumn.number(text("social.ledger.minutes"), 84, row -> row.sums().minutes()), cost,
                        ValueColumn.number(text("social.ledger.most"), 118, row -> row.peak().calls()),
                        ValueColumn.words(text("social.ledger.first"), 152,
                                row -> UtcTime.dateAndSecond(row.firstNanos())),
                        news));
    }

    /// NaN where it is not known.
    private static double cost(LedgerSums sums) {
        OptionalDouble cost = sums.cost();
        return cost.isPresent() ? cost.getAsDouble() : Double.NaN;
    }

    private static String range(DestinationRange range) {
        if (range.isInternal()) {
            return text("social.ledger.internal");
        }
        String kind = text("social.ledger.kind." + range.kind().orElseThrow().name());
        return range.country().isEmpty() ? text("social.ledger.range.item", range.prefix(), kind)
                : text("social.ledger.range.country", range.prefix(), range.country(), kind);
    }

    private Optional<LedgerRow> chosenRow() {
        return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
    }

    /// Shows a ledger; empty while it is summed up.
    public void show(Optional<Ledger> shown) {
        Ledger its = shown.orElse(null);
        isSelecting = true;
        if (its == null) {
            rows.getItems().clear();
            summary.setText("");
            isSelecting = false;
            return;
        }
        boolean isRated = its.rows().stream().anyMatch(LedgerPane::isRated);
        cost.setVisible(isRated);
        news.setVisible(its.rows().stream().anyMatch(LedgerRow::isNew));
        rows.getItems().setAll(its.rows());
        isSelecting = false;
        summary.setText(text(isRated ? "social.ledger.summary.cost" : "social.ledger.summary", its.sums().calls(),
                its.accounts().size() + its.accountsLeftOut(), its.sums().minutes(), its.sums().ratedCost(),
                its.sums().unrated()));
    }

    private static boolean isRated(LedgerRow row) {
        return !row.range().isInternal() && row.sums().unrated() < row.sums().answered();
    }

    /// Selects the first row of an account without notifying listeners.
    ///
    /// @param account its name; empty for none
    public void select(String account) {
        if (chosenRow().map(row -> row.name().equals(account)).orElse(account.isEmpty())) {
            return;
        }
        isSelecting = true;
        int place = 0;
        while (place < rows.getItems().size() && !rows.getItems().get(place).name().equals(account)) {
            place++;
        }
        if (place < rows.getItems().size()) {
            rows.getSelectionModel().clearAndSelect(place);
            rows.scrollTo(Math.max(0, place - 2));
        } else {
            rows.getSelectionModel().clearSelection();
        }
        isSelecting = false;
    }

    /// Whether calls can be opened: those of a table are in no capture.
    public void setOpenable(boolean isOpenable) {
        open.setVisible(isOpenable);
        open.setManaged(isOpenable);
    }

    private DataTable data() {
        List<List<Object>> all = new ArrayList<>();
        for (LedgerRow row : rows.getItems()) {
            DestinationRange range = row.range();
            double its = cost(row.sums());
            all.add(List.of(row.name(), range.prefix(), range.country(),
                    range.kind().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("internal"),
                    row.sums().calls(), row.sums().answered(), row.sums().minutes(), Double.isNaN(its) ? "" : its,
                    row.sums().unrated(), row.peak().calls(), UtcTime.dateAndSecond(row.firstNanos()),
                    UtcTime.dateAndSecond(row.lastNanos()), row.isNew()));
        }
        return new DataTable(List.of("account", "prefix", "country", "kind", "calls", "answered", "minutes", "cost",
                "calls_without_rate", "most_simultaneous_calls", "first", "last", "is_new"), all);
    }
}
