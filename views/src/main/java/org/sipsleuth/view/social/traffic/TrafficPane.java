package org.sipsleuth.view.social.traffic;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.social.graph.GroupFlows;
import org.sipsleuth.social.traffic.HourTraffic;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Calls by hour of the day, whether they begin at random, and how many go from one cluster to
/// another. Used on the JavaFX thread.
public final class TrafficPane extends HBox {

    private final TableView<HourTraffic> hours = new TableView<>();
    private final TableView<Integer> flows = new TableView<>();

    public TrafficPane() {
        getStyleClass().add("social-tab");
        hours.setId("social-hours");
        hours.getStyleClass().add("dense");
        hours.getColumns()
                .setAll(List.of(
                        ValueColumn.words(text("social.traffic.hour"), 66,
                                hour -> text("social.traffic.from", hour.hour())),
                        ValueColumn.number(text("social.traffic.calls"), 66, HourTraffic::calls),
                        ValueColumn.number(text("social.traffic.answered"), 84, HourTraffic::answered),
                        ValueColumn.number(text("social.traffic.gap"), 108, HourTraffic::meanSeconds),
                        ValueColumn.words(text("social.traffic.fit"), 170, TrafficPane::fit)));
        flows.setId("social-flows");
        flows.getStyleClass().add("dense");
        flows.setPlaceholder(new Label(text("social.flows.none")));
        MenuButton copyHours = menu();
        ChartCopies.installData(copyHours, this::hourData);
        MenuButton copyFlows = menu();
        ChartCopies.installData(copyFlows, this::flowData);
        getChildren().setAll(part(text("social.traffic.title"), copyHours, hours),
                part(text("social.flows.title"), copyFlows, flows));
    }

    private static MenuButton menu() {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().addAll("small", "flat", "button-icon");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static VBox part(String title, MenuButton copy, TableView<?> table) {
        Label label = new Label(title);
        label.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(label, gap, copy);
        tools.getStyleClass().add("social-tab-tools");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox part = new VBox(tools, table);
        part.setPrefWidth(400);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private static String fit(HourTraffic hour) {
        return hour.isJudged()
                ? text(hour.isRejected() ? "social.traffic.rejected" : "social.traffic.fits",
                        String.format(Locale.ENGLISH, "%.2f", hour.statistic()))
                : "";
    }

    /// Shows traffic; hours without calls are left out.
    ///
    /// @param traffic of the 24 hours
    /// @param between the flows between clusters; the last group is those without one
    public void show(List<HourTraffic> traffic, GroupFlows between) {
        hours.getItems().setAll(traffic.stream().filter(hour -> hour.calls() > 0).toList());
        List<ValueColumn<Integer>> columns = new ArrayList<>();
        columns.add(ValueColumn.words(text("social.flows.from"), 120, row -> name(row, between.groups())));
        for (int to = 0; to < between.groups(); to++) {
            int group = to;
            columns.add(ValueColumn.number(text("social.flows.to", name(to, between.groups())), 86,
                    row -> between.calls(row, group)));
        }
        flows.getColumns().setAll(columns);
        flows.getItems().setAll(IntStream.range(0, between.groups()).boxed().toList());
        if (between.groups() < 2) {
            flows.getItems().clear();
        }
    }

    private static String name(int group, int groups) {
        return group == groups - 1 ? text("social.flows.others") : Character.toString('A' + group);
    }

    private DataTable hourData() {
        return new DataTable(List.of("hour_utc", "calls", "answered", "gaps", "mean_gap_seconds", "statistic"),
                hours.getItems()
                        .stream()
                        .map(hour -> List.<Object>of(hour.hour(), hour.calls(), hour.answered(), hour.gaps(),
                                hour.meanSeconds(), hour.statistic()))
                        .toList());
    }

    private DataTable flowData() {
        List<String> names = flows.getColumns().stream().map(column -> column.getText()).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Integer row : flows.getItems()) {
            rows.add(flows.getColumns().stream().map(column -> (Object) column.getCellData(row)).toList());
        }
        return new DataTable(names, rows);
    }
}
