package org.sipsleuth.view.belief.source;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.belief.state.Believed;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.SourceFilter;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.UnlikePeriods;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// The list of sources with its search; above all sources stands what is believed of all messages
/// together. However many sources there are, only the cells in view exist.
public final class SourceList {

    private final Consumer<SourceRow> choose;
    /// In px: rows of several heights confuse a list whose items are replaced, which then shows its
    /// end while its scroll bar stands at the beginning.
    private static final double ROW_HEIGHT = 62;

    /// With a line for an incident.
    private static final double TALL_ROW_HEIGHT = 80;

    private final VBox root = new VBox();
    private final TextField search = new TextField();
    private final ComboBox<SourceFilter> kinds = new ComboBox<>();
    private final Label count = new Label();
    private final ListView<SourceRow> list = new ListView<>();
    /// Where sources stand in the list, by their numbers.
    private final Map<Integer, Integer> places = new HashMap<>();

    private Optional<Believed> believed = Optional.empty();
    private Optional<Shown> shown = Optional.empty();

    /// Whether a row is being chosen by the program and not by the user.
    private boolean isFollowing;

    private IncidentParties parties = IncidentParties.NONE;
    private UnlikePeriods unlike = UnlikePeriods.NONE;

    /// @param choose looks at a source
    /// @param openIncident shows the incident of an id
    public SourceList(Consumer<SourceRow> choose, Consumer<String> openIncident) {
        this.choose = choose;
        search.setId("beliefs-search");
        search.setPromptText(text("belief.search"));
        search.setAccessibleText(text("belief.search"));
        search.getStyleClass().add("small");
        search.textProperty().subscribe(_ -> fill());
        HBox.setHgrow(search, Priority.ALWAYS);
        initializeKinds();
        count.getStyleClass().add("part-note");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        list.setId("beliefs-sources");
        list.getStyleClass().add("source-list");
        list.setCellFactory(_ -> new SourceCell(this::incidentsOf, row -> unlike.isFound(row), openIncident));
        list.setPlaceholder(new Label(text("belief.sources.none")));
        list.setAccessibleText(text("belief.sources"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        list.setOnMouseClicked(this::clicked);
        list.setOnKeyPressed(this::keyPressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        MenuButton copies = new MenuButton();
        copies.getStyleClass().addAll("small", "flat", "button-icon");
        copies.setMinWidth(MenuButton.USE_PREF_SIZE);
        ChartCopies.installData(copies, this::data);
        HBox tools = new HBox(search, kinds);
        tools.getStyleClass().add("source-tools");
        HBox second = new HBox(count, copies);
        second.getStyleClass().add("source-tools");
        root.getStyleClass().add("sources");
        root.getChildren().addAll(tools, second, list);
    }

    private void initializeKinds() {
        List<SourceFilter> all = new ArrayList<>();
        all.add(SourceFilter.ALL);
        TrafficClass.all().forEach(each -> all.add(new SourceFilter("", Optional.of(each), Optional.empty())));
        Arrays.stream(Standing.values())
                .filter(each -> each != Standing.BELIEVED)
                .forEach(each -> all.add(new SourceFilter("", Optional.empty(), Optional.of(each))));
        kinds.setId("beliefs-kinds");
        kinds.getStyleClass().add("small");
        kinds.setPrefWidth(124);
        kinds.setMinWidth(90);
        kinds.setAccessibleText(text("belief.kinds"));
        kinds.getItems().setAll(all);
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SourceFilter its) {
                return its == null ? "" : words(its);
            }

            @Override
            public SourceFilter fromString(String words) {
                throw new UnsupportedOperationException("never typed");
            }
        });
        kinds.setValue(SourceFilter.ALL);
        kinds.valueProperty().subscribe(_ -> fill());
    }

    private static String words(SourceFilter its) {
        return its.trafficClass()
                .map(BeliefText::of)
                .map(Sentence::text)
                .or(() -> its.standing().map(each -> text("belief.standing." + each.name())))
                .orElse(text("belief.kinds.all"));
    }

    /// The node.
    public Node root() {
        return root;
    }

    /// Lists the sources.
    public void show(Optional<Believed> now) {
        believed = now;
        fill();
    }

    /// Marks the source that is looked at.
    public void mark(Optional<Shown> now) {
        shown = now;
        follow();
    }

    /// Names the incidents that sources are actors of.
    public void involve(IncidentParties now) {
        parties = now;
        fitRows();
        list.refresh();
    }

    /// Names the sources that are unlike normal ones.
    public void mark(UnlikePeriods now) {
        unlike = now;
        list.refresh();
    }

    private void fitRows() {
        boolean isTall = list.getItems().stream().anyMatch(row -> !incidentsOf(row).isEmpty());
        list.setFixedCellSize(isTall ? TALL_ROW_HEIGHT : ROW_HEIGHT);
    }

    private List<Incident> incidentsOf(SourceRow row) {
        return row.periods().isTogether() ? List.of() : parties.ofActor(row.name());
    }

    private void fill() {
        SourceFilter kind = kinds.getValue() == null ? SourceFilter.ALL : kinds.getValue();
        SourceFilter filter = new SourceFilter(search.getText(), kind.trafficClass(), kind.standing());
        List<SourceRow> rows = new ArrayList<>();
        int all = 0;
        if (believed.isPresent()) {
            believed.get().together().ifPresent(rows::add);
            List<SourceRow> listed = filter.of(believed.get().sources());
            rows.addAll(listed);
            all = believed.get().sources().size();
            int others = believed.get().counted().bySource().others().sources();
            count.setText(text("belief.sources.count", listed.size(), all)
                    + (others == 0 ? "" : text("belief.sources.others", others)));
        } else {
            count.setText("");
        }
        isFollowing = true;
        list.setItems(FXCollections.observableList(rows));
        fitRows();
        places.clear();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).periods().source(), i);
        }
        isFollowing = false;
        follow();
    }

    private void follow() {
        isFollowing = true;
        int place = shown.map(source -> places.getOrDefault(source.row().periods().source(), -1)).orElse(-1);
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != place) {
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - 2));
        }
        isFollowing = false;
    }

    /// The source that the page has opened on is marked, and is chosen like any other.
    private void clicked(MouseEvent event) {
        SourceRow row = list.getSelectionModel().getSelectedItem();
        boolean isOnRow = isInRow(event.getPickResult().getIntersectedNode(), row);
        if (event.getButton() == MouseButton.PRIMARY && isOnRow) {
            chosen(row);
        }
    }

    private static boolean isInRow(@Nullable Node node, @Nullable SourceRow row) {
        @Nullable Node each = node;
        while (each != null && !(each instanceof SourceCell)) {
            each = each.getParent();
        }
        return each instanceof SourceCell cell && row != null && row.equals(cell.getItem());
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            chosen(list.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void chosen(@Nullable SourceRow row) {
        if (row != null && !isFollowing) {
            choose.accept(row);
        }
    }

    private DataTable data() {
        List<String> columns =
                new ArrayList<>(List.of("source", "messages", "periods", "standing", "incident", "unlike_normal"));
        TrafficClass.all().forEach(each -> columns.add(each.name()));
        List<List<Object>> rows = new ArrayList<>();
        for (SourceRow row : list.getItems()) {
            List<Object> values = new ArrayList<>();
            values.add(row.periods().isTogether() ? "*" : row.name());
            values.add(row.messages());
            values.add(row.periods().all().size());
            values.add(row.standing().name());
            values.add(IncidentParties.titles(incidentsOf(row)));
            values.add(unlike.isFound(row));
            TrafficClass.all().forEach(each -> values.add(row.belief().classes().get(each)));
            rows.add(values);
        }
        return new DataTable(columns, rows);
    }
}
