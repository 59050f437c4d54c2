package org.sipsleuth.view.statistics;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Binds the page of statistics.
final class StatisticsController {

    private static final double NANOS = 1e9;

    private final StatisticsViewModel model;
    private final Links links;
    private final CardColumns cards = new CardColumns();
    private final TimelinePane timeline;
    private final WindowPane windows;
    private Optional<Statistics> shown = Optional.empty();

    @FXML private Label scope;
    @FXML private CheckBox onlyChosen;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private MenuButton copies;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Button again;

    /// @param windows counts messages in windows of time
    StatisticsController(StatisticsViewModel model, Runnable openDialogs, WindowPane windows) {
        this.windows = windows;
        this.model = model;
        links = new Links(figure -> model.open(figure, openDialogs));
        timeline = new TimelinePane(links);
    }

    @FXML
    private void initialize() {
        scope.textProperty().bind(model.scopeWordsProperty());
        onlyChosen.selectedProperty().bindBidirectional(model.onlyChosenProperty());
        cancel.visibleProperty().bind(progress.visibleProperty());
        ChartCopies.installData(copies, this::data);
        content.getChildren().addAll(timeline.root(), windows.root(), cards.root());
        model.stateProperty().subscribe(this::show);
    }

    /// Shows how far a run is.
    void follow(ObservableValue<? extends Number> how) {
        progress.progressProperty().unbind();
        progress.progressProperty().bind(how);
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void again() {
        model.again();
    }

    private void show(StatisticsState state) {
        progress.setVisible(state instanceof StatisticsState.Counting);
        Optional<Statistics> now = state.statistics();
        boolean hasAny = now.isPresent() && now.get().totals().messages() > 0;
        scroll.setVisible(hasAny);
        empty.setVisible(!hasAny);
        again.setVisible(state instanceof StatisticsState.Stopped);
        emptyTitle.setText(text(switch (state) {
            case StatisticsState.NoCapture _ -> "statistics.empty.capture";
            case StatisticsState.Counting _ -> "statistics.empty.counting";
            case StatisticsState.Known _ -> "statistics.empty.nothing";
            case StatisticsState.Stopped _ -> "statistics.empty.stopped";
            case StatisticsState.Failed _ -> "statistics.empty.failed";
        }));
        copies.setDisable(!hasAny);
        if (hasAny && !now.equals(shown)) {
            timeline.show(now.get().timeline());
            cards.show(new Cards(now.get(), links).all());
        }
        shown = now;
    }

    /// All figures, also those that have no room on the page.
    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        shown.map(StatisticsTable::rows).orElse(List.of()).forEach(row -> rows.add(values(row)));
        return new DataTable(
                List.of("group", "name", "count", "share", "least", "mean", "p50", "p90", "p95", "p99", "most", "note"),
                rows);
    }

    private static List<Object> values(StatisticsRow row) {
        Distribution times = row.times().orElse(Distribution.EMPTY);
        List<Object> values = new ArrayList<>();
        values.add(row.group());
        values.add(row.name());
        values.add(row.count());
        values.add(row.share().isEmpty() ? "" : (Object) row.share().getAsDouble());
        for (var nanos : List.of(times.least(), times.mean(), times.percentile(Percentile.P50),
                times.percentile(Percentile.P90), times.percentile(Percentile.P95), times.percentile(Percentile.P99),
                times.most())) {
            values.add(nanos.isEmpty() ? "" : (Object) (nanos.getAsLong() / NANOS));
        }
        values.add(row.note());
        return values;
    }
}
