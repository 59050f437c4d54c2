package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.social.SocialViewModel.Phase;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Binds the parts of the page.
final class SocialController {

    private static final double SWATCH = 12;

    private final SocialViewModel model;
    private final Workplace place;
    private final GraphPane graph;
    private boolean isSelecting;

    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private ProgressBar progress;
    @FXML private TextField find;
    @FXML private ComboBox<Integer> clusters;
    @FXML private MenuButton copy;
    @FXML private Node content;
    @FXML private StackPane graphHolder;
    @FXML private FlowPane legend;
    @FXML private Label drawn;
    @FXML private VBox details;
    @FXML private Label name;
    @FXML private Label role;
    @FXML private Button open;
    @FXML private ToggleButton neighbours;
    @FXML private GridPane features;
    @FXML private TableView<UserRow> users;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;

    SocialController(SocialViewModel model, Workplace place) {
        this.model = model;
        this.place = place;
        graph = new GraphPane(place.background().pool(), model::look);
    }

    @FXML
    private void initialize() {
        graphHolder.getChildren().setAll(graph);
        graph.setOnOpened(model::open);
        graph.setOnColours(() -> model.pictureProperty().get().ifPresent(this::showLegend));
        ChartCopies.install(copy, graph, () -> graph.colours().fx(ChartColours.GROUND), this::data);
        clusters.getItems()
                .setAll(IntStream.rangeClosed(1, SocialViewModel.MOST_CLUSTERS).boxed().toList());
        clusters.setCellFactory(_ -> new ClusterCell());
        clusters.setButtonCell(new ClusterCell());
        clusters.setValue(model.clustersProperty().get());
        clusters.valueProperty().subscribe(count -> model.clustersProperty().set(count));
        columns();
        users.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.phaseProperty().subscribe(this::showPhase);
        model.pictureProperty().subscribe(this::showPicture);
        model.graphProperty().subscribe(this::showGraph);
        model.userProperty().subscribe(this::showUser);
        model.focusProperty().subscribe(who -> neighbours.setSelected(!who.isEmpty()));
    }

    private static final class ClusterCell extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : text("social.clusters.item", item));
        }
    }

    private void columns() {
        column("social.column.user", 132, UserRow::name, false);
        column("social.column.made", 66, UserRow::made, true);
        column("social.column.received", 92, UserRow::received, true);
        column("social.column.contacts", 92, UserRow::contacts, true);
        column("social.column.role", 84, row -> roleWord(row.role()), false);
        column("social.column.cluster", 82, UserRow::clusterLetter, false);
        column("social.column.minutes", 86, UserRow::minutes, true);
    }

    private <T> void column(
            String key, double width, Function<UserRow, T> value, boolean isNumber) {
        TableColumn<UserRow, T> column = new TableColumn<>(text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable T item, boolean empty) {
                                super.updateItem(item, empty);
                                setAlignment(isNumber ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
                                setText(item == null || empty ? "" : words(item));
                            }
                        });
        users.getColumns().add(column);
    }

    private static String words(Object value) {
        return value instanceof Double number
                ? number(number)
                : value instanceof Number whole
                        ? String.format(Locale.ENGLISH, "%,d", whole.longValue())
                        : value.toString();
    }

    private static String roleWord(CallRole role) {
        return text("social.role." + role.name());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : String.format(Locale.ENGLISH, value >= 100 ? "%,.0f" : "%.1f", value);
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void showPhase(Phase phase) {
        setShown(content, phase == Phase.KNOWN);
        setShown(page, phase != Phase.KNOWN);
        setShown(progress, phase == Phase.RUNNING);
        pageTitle.setText(text("social.page." + phase.name()));
        pageAdvice.setText(
                phase == Phase.NO_CALLS || phase == Phase.FAILED
                        ? text("social.page." + phase.name() + ".advice")
                        : "");
        boolean isKnown = phase == Phase.KNOWN;
        for (Node tool : List.of(find, clusters, copy)) {
            setShown(tool, isKnown);
        }
    }

    private void showPicture(Optional<SocialPicture> shown) {
        SocialPicture its = shown.orElse(null);
        if (its == null) {
            headline.setText("");
            summary.setText("");
            users.getItems().clear();
            legend.getChildren().clear();
            return;
        }
        headline.setText(
                its.users().isEmpty()
                        ? ""
                        : text(
                                "social.headline",
                                its.users().size(),
                                its.calls().records().size()));
        summary.setText(its.users().isEmpty() ? "" : summary(its));
        clusters.setDisable(its.clusters() == 0);
        isSelecting = true;
        users.getItems().setAll(its.users());
        isSelecting = false;
        showLegend(its);
        showUser(model.userProperty().get());
    }

    private static String summary(SocialPicture its) {
        String left =
                its.calls().leftOut() == 0 ? "" : text("social.left", its.calls().leftOut()) + " ";
        String clusters =
                its.clusters() == 0
                        ? text("social.few", SocialPicture.FEWEST_USERS, SocialPicture.FEWEST_CALLS)
                        : its.clusters() == 1
                                ? ""
                                : text(
                                        "social.silhouette",
                                        its.clusters(),
                                        String.format(Locale.ENGLISH, "%.2f", its.silhouette()));
        return left + clusters;
    }

    private void showLegend(SocialPicture its) {
        List<Node> entries = new ArrayList<>();
        for (int cluster = 0; cluster < its.clusters(); cluster++) {
            int number = cluster;
            long count = its.users().stream().filter(row -> row.cluster() == number).count();
            entries.add(
                    entry(
                            CallRole.GROUP,
                            GraphPane.clusterStyle(cluster),
                            text(
                                    "social.legend.cluster",
                                    Character.toString('A' + cluster),
                                    count)));
        }
        long few = its.users().stream().filter(row -> row.cluster() < 0).count();
        if (few > 0) {
            entries.add(
                    entry(
                            CallRole.GROUP,
                            GraphPane.clusterStyle(-1),
                            text("social.legend.few", few)));
        }
        for (CallRole each : List.of(CallRole.CALLER, CallRole.RECEIVER, CallRole.BOTH)) {
            entries.add(entry(each, ChartColours.TEXT, text("social.legend." + each.name())));
        }
        legend.getChildren().setAll(entries);
    }

    private Label entry(CallRole shape, String style, String words) {
        Canvas swatch = new Canvas(SWATCH, SWATCH);
        swatch.getGraphicsContext2D().setFill(graph.colours().fx(style));
        GraphPane.mark(swatch.getGraphicsContext2D(), shape, SWATCH / 2, SWATCH / 2, 5);
        Label label = new Label(words, swatch);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void showGraph(GraphData shown) {
        graph.show(shown);
        int pairs = shown.edges().size();
        drawn.setText(
                shown.nodes().stream().anyMatch(node -> node.role() == CallRole.GROUP)
                        ? text("social.drawn.groups", shown.nodes().size(), shown.hidden())
                        : pairs <= GraphPane.MOST_MOVING
                                ? text("social.drawn", shown.nodes().size(), pairs)
                                : text(
                                        "social.drawn.strongest",
                                        shown.nodes().size(),
                                        pairs,
                                        GraphPane.MOST_MOVING,
                                        Math.min(pairs, GraphPane.MOST_STILL)));
        graph.select(model.userProperty().get().map(UserRow::name).orElse(""));
    }

    private void chosen(@Nullable UserRow row) {
        if (row != null && !isSelecting) {
            model.look(row.name());
        }
    }

    private void showUser(Optional<UserRow> shown) {
        setShown(details, shown.isPresent());
        graph.select(shown.map(UserRow::name).orElse(""));
        SocialPicture its = model.pictureProperty().get().orElse(null);
        if (shown.isEmpty() || its == null) {
            isSelecting = true;
            users.getSelectionModel().clearSelection();
            isSelecting = false;
            return;
        }
        UserRow row = shown.get();
        isSelecting = true;
        int place = its.users().indexOf(row);
        if (users.getSelectionModel().getSelectedIndex() != place) {
            users.getSelectionModel().clearAndSelect(place);
            users.scrollTo(Math.max(0, place - 2));
        }
        isSelecting = false;
        name.setText(row.name());
        role.setText(
                text(
                        row.cluster() < 0 ? "social.user.few" : "social.user",
                        roleWord(row.role()),
                        row.clusterLetter(),
                        row.community() + 1,
                        row.contacts()));
        open.setText(text("social.open", row.calls()));
        showFeatures(its, row);
    }

    private void showFeatures(SocialPicture its, UserRow row) {
        features.getChildren().clear();
        features.addRow(
                0,
                note(text("social.feature")),
                note(text("social.feature.own")),
                note(
                        row.cluster() < 0
                                ? text("social.feature.all")
                                : text("social.feature.cluster", row.clusterLetter())));
        FeatureTable.Row values = its.features(row);
        int line = 1;
        for (Feature feature : Feature.values()) {
            Label own = new Label(value(feature, values.of(feature)));
            own.getStyleClass().add("social-value");
            features.addRow(
                    line++,
                    new Label(SocialMethod.TEXTS.text("feature." + feature.name())),
                    own,
                    new Label(value(feature, its.median(feature, row.cluster()))));
        }
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("social-note");
        return label;
    }

    private static String value(Feature feature, double value) {
        return Double.isNaN(value)
                ? ""
                : feature.kind() == Feature.Kind.SHARE
                        ? String.format(Locale.ENGLISH, "%.0f %%", 100 * value)
                        : number(value);
    }

    @FXML
    private void find() {
        if (!model.find(find.getText())) {
            summary.setText(text("social.find.none", find.getText().strip()));
        }
    }

    @FXML
    private void focus() {
        model.focus(neighbours.isSelected());
    }

    @FXML
    private void open() {
        place.window().showDialogs(model.dialogs(), "");
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        for (UserRow row : users.getItems()) {
            rows.add(
                    List.of(
                            row.name(),
                            row.clusterLetter(),
                            roleWord(row.role()),
                            row.community() + 1,
                            row.made(),
                            row.received(),
                            row.contacts(),
                            row.minutes()));
        }
        return new DataTable(
                List.of(
                        "user",
                        "cluster",
                        "role",
                        "community",
                        "calls_made",
                        "calls_received",
                        "contacts",
                        "minutes"),
                rows);
    }
}
