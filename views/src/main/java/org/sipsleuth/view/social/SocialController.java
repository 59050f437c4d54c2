package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.view.session.finding.IncidentLinks;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.session.model.ModelMenu;
import org.sipsleuth.view.session.model.ModelNote;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.social.SocialViewModel.Phase;
import org.sipsleuth.view.social.behaviour.BehaviourPane;
import org.sipsleuth.view.social.block.BlocksPane;
import org.sipsleuth.view.social.flag.FlagsPane;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphMl;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.social.graph.Relation;
import org.sipsleuth.view.social.identity.IdentityPane;
import org.sipsleuth.view.social.ledger.LedgerPane;
import org.sipsleuth.view.social.ledger.NumberRules;
import org.sipsleuth.view.social.list.ValueColumn;
import org.sipsleuth.view.social.table.CallTablePane;
import org.sipsleuth.view.social.table.TableCalls;
import org.sipsleuth.view.social.table.TableLearning;
import org.sipsleuth.view.social.traffic.TrafficPane;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Binds the parts of the page.
final class SocialController {

    private final SocialViewModel model;
    private final Workplace place;
    private final GraphPane graph;
    private final UserCallsPane course = new UserCallsPane();
    private final LedgerPane ledger;
    private final IdentityPane identity;
    private final BehaviourPane behaviour;
    private final BlocksPane blocks;
    private final FlagsPane flagsPane;
    private final TrafficPane traffic = new TrafficPane();
    private final GraphFiling filing;
    private final CallTablePane tables;
    private final FileChoice tableFiles;
    private final IncidentColumn incidentColumn;
    private final ModelNote modelNote = new ModelNote();
    private final ModelMenu models;
    private boolean isSelecting;

    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private ProgressBar progress;
    @FXML private TextField find;
    @FXML private ComboBox<Integer> clusters;
    @FXML private ToggleGroup relations;
    @FXML private ToggleButton calls;
    @FXML private ToggleButton contacts;
    @FXML private MenuButton copy;
    @FXML private Node content;
    @FXML private StackPane graphHolder;
    @FXML private GraphLegend legend;
    @FXML private Label drawn;
    @FXML private VBox details;
    @FXML private Label name;
    @FXML private Label role;
    @FXML private Label hint;
    @FXML private IncidentLinks incidents;
    @FXML private FlagReasons why;
    @FXML private Button openFlagged;
    @FXML private Label courseTitle;
    @FXML private StackPane courseHolder;
    @FXML private StackPane tableHolder;
    @FXML private StackPane modelHolder;
    @FXML private StackPane noteHolder;
    @FXML private Button closeTable;
    @FXML private Tab behaviourTab;
    @FXML private Tab blocksTab;
    @FXML private Tab flagsTab;
    @FXML private Tab trafficTab;
    @FXML private Tab ledgerTab;
    @FXML private Tab identityTab;
    @FXML private Button open;
    @FXML private ToggleButton neighbours;
    @FXML private TextField pathTo;
    @FXML private Button leavePath;
    @FXML private GridPane features;
    @FXML private TableView<UserRow> users;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;

    SocialController(SocialViewModel model, Workplace place) {
        this.model = model;
        this.place = place;
        graph = new GraphPane(place.background().pool(), model::look);
        tableFiles = place.files().apply(CallTablePane.TABLES);
        tables = new CallTablePane(place.files().apply(CallTablePane.KEYS), place.background().opening(),
                this::showTable, () -> setShown(tableHolder, false));
        filing = new GraphFiling(place.files().apply(GraphFiling.GRAPHS), place.background().quick(),
                () -> place.session().stateProperty().get().index(), words -> summary.setText(words));
        blocks = new BlocksPane(model::name, block -> open(picture -> picture.dialogsOf(block)));
        flagsPane = new FlagsPane(model::look);
        behaviour = new BehaviourPane(place.background().pool(), model::look);
        ledger = new LedgerPane(new NumberRules(place.session(), place.background().opening(), model::use),
                place.files().apply(LedgerPane.RATES), model::look, row -> open(picture -> picture.dialogsOf(row)));
        incidentColumn = new IncidentColumn(row -> model.incidentsOf(row.name()), place.window()::openIncident);
        models = new ModelMenu(place, SocialMethod.NAME, modelNote);
        identity = new IdentityPane(model::name, model::look, pair -> open(picture -> picture.dialogsOf(pair)));
    }

    @FXML
    private void initialize() {
        graphHolder.getChildren().setAll(graph);
        courseHolder.getChildren().setAll(course);
        tableHolder.getChildren().setAll(tables);
        modelHolder.getChildren().setAll(models);
        noteHolder.getChildren().setAll(modelNote);
        setShown(tableHolder, false);
        model.tableProperty().subscribe(this::showSource);
        ledgerTab.setContent(ledger);
        identityTab.setContent(identity);
        behaviourTab.setContent(behaviour);
        blocksTab.setContent(blocks);
        flagsTab.setContent(flagsPane);
        trafficTab.setContent(traffic);
        identityTab.selectedProperty().subscribe(isSelected -> {
            if (isSelected) {
                model.wantPairs();
            }
        });
        graph.setOnOpened(model::open);
        graph.setOnColours(() -> model.pictureProperty().get().ifPresent(this::showLegend));
        ChartCopies.install(copy, graph, () -> graph.colours().fx(ChartColours.GROUND), this::data);
        copy.getItems()
                .addAll(new SeparatorMenuItem(), file("social.file.graphml", "graphml", this::graphMl),
                        file("social.file.svg", "svg", this::svg));
        model.relationProperty().subscribe(now -> relations.selectToggle(now == Relation.CALLS ? calls : contacts));
        relations.selectedToggleProperty().subscribe(this::relate);
        clusters.getItems().setAll(IntStream.rangeClosed(1, SocialViewModel.MOST_CLUSTERS).boxed().toList());
        ItemCell.show(clusters, item -> text("social.clusters.item", item));
        clusters.setValue(model.clustersProperty().get());
        clusters.valueProperty().subscribe(count -> {
            model.clustersProperty().set(count);
            behaviour.choose(count);
        });
        columns();
        users.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.ledgerProperty().subscribe(ledger::show);
        model.successionsProperty().subscribe(identity::show);
        model.phaseProperty().subscribe(this::showPhase);
        model.pictureProperty().subscribe(this::showPicture);
        model.graphProperty().subscribe(this::showGraph);
        model.userProperty().subscribe(this::showUser);
        model.detectionProperty().subscribe(_ -> showFlags());
        model.tableFlagsProperty().subscribe(_ -> showFlags());
        model.partiesProperty().subscribe(_ -> showFlags());
        place.session().stateProperty().subscribe(_ -> showFault());
        model.pathProperty().subscribe(names -> setShown(leavePath, !names.isEmpty()));
        model.focusProperty().subscribe(who -> neighbours.setSelected(!who.isEmpty()));
    }

    /// Calls are shown also where nobody could be flagged since the detector failed.
    private void showFault() {
        place.session().faultOf(SocialMethod.NAME).ifPresent(summary::setText);
    }

    /// One of the two is always selected.
    private void relate(@Nullable Toggle toggle) {
        if (toggle == null) {
            relations.selectToggle(model.relationProperty().get() == Relation.CALLS ? calls : contacts);
        } else {
            model.relationProperty().set(calls.equals(toggle) ? Relation.CALLS : Relation.SHARED_CONTACTS);
        }
    }

    private MenuItem file(String key, String ending, Supplier<OutputFile.Content> content) {
        MenuItem item = new MenuItem(text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> filing.save(copy.getScene().getWindow(),
                text("social.file." + model.relationProperty().get().name()) + "." + ending, content.get()));
        return item;
    }

    private OutputFile.Content svg() {
        String shown = text("social.graph." + model.relationProperty().get().name());
        return graph.svg(headline.getText() + " \u2013 " + shown);
    }

    private OutputFile.Content graphMl() {
        GraphData whole = model.wholeGraph();
        return out -> GraphMl.write(whole, out);
    }

    private void columns() {
        incidentColumn.setVisible(false);
        users.getColumns()
                .setAll(List.of(ValueColumn.words(text("social.column.user"), 150, UserRow::name),
                        ValueColumn.number(text("social.column.made"), 74, UserRow::made),
                        ValueColumn.number(text("social.column.received"), 92, UserRow::received),
                        ValueColumn.number(text("social.column.contacts"), 92, UserRow::contacts),
                        ValueColumn.words(text("social.column.role"), 84, row -> roleWord(row.role())),
                        ValueColumn.words(text("social.column.cluster"), 82, UserRow::clusterLetter),
                        ValueColumn.number(text("social.column.minutes"), 86, UserRow::minutes), incidentColumn,
                        ValueColumn.words(text("social.column.flag"), 260, this::flagWords)));
    }

    private String flagWords(UserRow row) {
        return model.flag(row.name()).map(finding -> "\u25b2 " + FlagReasons.first(finding)).orElse("");
    }

    private static String roleWord(CallRole role) {
        return text("social.role." + role.name());
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void showPhase(Phase phase) {
        setShown(content, phase == Phase.KNOWN);
        setShown(page, phase != Phase.KNOWN);
        setShown(progress, phase == Phase.RUNNING);
        showTitle(phase);
        pageAdvice.setText(phase == Phase.NO_CAPTURE || phase == Phase.NO_CALLS || phase == Phase.FAILED
                ? text("social.page." + phase.name() + ".advice")
                : "");
        headline.setVisible(phase != Phase.RUNNING);
        summary.setVisible(phase != Phase.RUNNING);
        boolean isKnown = phase == Phase.KNOWN;
        for (Node tool : List.of(find, clusters, copy)) {
            setShown(tool, isKnown);
        }
    }

    private void showTitle(Phase phase) {
        pageTitle.setText(ofPart(text("social.page." + phase.name()), phase == Phase.NO_CALLS));
    }

    /// What is stated of the calls shown, and whether they are only those of a part.
    private String ofPart(String words, boolean isOfCalls) {
        return isOfCalls && model.showsPart() ? text("social.part", words) : words;
    }

    private void showPicture(Optional<SocialPicture> shown) {
        SocialPicture its = shown.orElse(null);
        blocks.show(shown.map(picture -> picture.calls().blocks()).orElse(List.of()));
        shown.ifPresent(picture -> traffic.show(picture.calls().hours(), picture.flows()));
        behaviour.show(shown.flatMap(SocialPicture::behaviour));
        behaviour.flag(Set.copyOf(model.flagged()));
        flagsPane.show(model.flags());
        behaviour.involve(name -> IncidentParties.titles(model.incidentsOf(name)));
        incidentColumn.setVisible(!model.involved().isEmpty());
        if (its == null) {
            headline.setText("");
            summary.setText("");
            users.getItems().clear();
            legend.getChildren().clear();
            return;
        }
        headline.setText(its.users().isEmpty() ? "" : headline(its));
        showTitle(model.phaseProperty().get());
        summary.setText(its.users().isEmpty() ? "" : summary(its));
        showFault();
        clusters.setDisable(its.clusters() == 0);
        isSelecting = true;
        users.getItems().setAll(its.users());
        isSelecting = false;
        showLegend(its);
        showUser(model.userProperty().get());
    }

    private String headline(SocialPicture its) {
        return ofPart(text("social.headline", its.users().size(), its.calls().records().size()), true);
    }

    /// Flags are found later than the calls are read.
    private void showFlags() {
        showPicture(model.pictureProperty().get());
        users.refresh();
    }

    /// How many users are flagged; why nobody is, where that cannot be said.
    private String flags() {
        Optional<SocialFlags> found = model.flags();
        if (found.isEmpty()) {
            return "";
        }
        List<Sentence> notJudged = found.get().notJudged();
        return notJudged.isEmpty() ? text("social.flags", found.get().users().size()) + " "
                : Sentence.joined(Sentence.Punctuation.SPACE, notJudged).text() + " ";
    }

    /// How many users belong to incidents, flagged or not; empty if none does.
    private String incidents() {
        List<UserRow> involved = model.involved();
        long count = IncidentParties.count(involved.stream().flatMap(row -> model.incidentsOf(row.name()).stream()));
        return involved.isEmpty() ? ""
                : text("social.flags.judged") + " " + text("social.incidents", involved.size(), count) + " ";
    }

    private String summary(SocialPicture its) {
        String left = its.calls().leftOut() == 0 ? "" : text("social.left", its.calls().leftOut()) + " ";
        String clusters = its.clusters() == 0 ? text("social.few", SocialPicture.FEWEST_USERS,
                SocialPicture.FEWEST_CALLS)
                : its.clusters() == 1 ? ""
                : text("social.silhouette", its.clusters(), String.format(Locale.ENGLISH, "%.2f", its.silhouette()));
        String within = model.time()
                .map(range -> text("social.within", UtcTime.dateAndSecond(range.fromNanos()),
                        UtcTime.dateAndSecond(range.toNanos())) + " ")
                .orElse("");
        String rows = model.tableProperty()
                .get()
                .stream()
                .map(table -> table.calls().count())
                .flatMap(count -> count.sentences().stream())
                .map(sentence -> VisibleText.of(sentence, true) + " ")
                .collect(Collectors.joining());
        String unlisted = its.calls().unlisted().sentence("call").map(sentence -> sentence + ". ").orElse("");
        return within + rows + unlisted + flags() + incidents() + left + clusters;
    }

    private void showLegend(SocialPicture its) {
        legend.show(its, model, graph.colours());
    }

    private void showGraph(GraphData shown) {
        graph.show(model.placesOf(), shown);
        drawn.setText(model.pathProperty().get().isEmpty()
                ? model.pictureProperty().get().map(picture -> GraphCaption.of(shown, picture)).orElse("")
                : text("social.path", String.join(" \u2013 ", model.pathProperty().get())));
        graph.select(model.userProperty().get().map(UserRow::name).orElse(""));
    }

    private void chosen(@Nullable UserRow row) {
        if (row != null && !isSelecting) {
            model.look(row.name());
        }
    }

    private void showUser(Optional<UserRow> shown) {
        setShown(details, shown.isPresent());
        setShown(hint, shown.isEmpty());
        behaviour.choose(shown.map(UserRow::name).orElse(""));
        flagsPane.choose(shown.map(UserRow::name).orElse(""));
        ledger.select(shown.map(UserRow::name).orElse(""));
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
        role.setText(text(row.cluster() < 0 ? "social.user.few" : "social.user", roleWord(row.role()),
                row.clusterLetter(), row.community() + 1, row.contacts()));
        open.setText(text("social.open", row.calls()));
        incidents.show(model.incidentsOf(row.name()), this.place.window()::openIncident);
        Optional<Finding> flag = model.flag(row.name());
        why.show(flag);
        boolean isTable = model.tableProperty().get().isPresent();
        setShown(open, !isTable);
        setShown(openFlagged, flag.isPresent() && !isTable);
        openFlagged.setText(text("social.open.flagged", model.flaggedDialogs().dialogs().size()));
        showCourse(its, row);
        showFeatures(its, row);
    }

    private void showCourse(SocialPicture its, UserRow row) {
        CallRecords records = its.calls().records();
        Set<Integer> flagged = model.flaggedOrigins(row.name());
        int count = its.calls().ofUser().count(row.user());
        long[] starts = new long[count];
        boolean[] areFlagged = new boolean[count];
        for (int place = 0; place < count; place++) {
            int call = its.calls().ofUser().call(row.user(), place);
            starts[place] = records.startNanos(call);
            areFlagged[place] = flagged.contains(records.origin(call));
        }
        courseTitle.setText(text(flagged.isEmpty() ? "social.course" : "social.course.flagged"));
        course.show(starts, areFlagged, records.fromNanos(), records.toNanos());
    }

    private void showFeatures(SocialPicture its, UserRow row) {
        int cluster = its.comparedWith(row);
        features.getChildren().clear();
        features.addRow(0, note(text("social.feature")), note(text("social.feature.own")),
                note(text("social.feature.all")));
        if (cluster >= 0) {
            features.add(note(text("social.feature.cluster", row.clusterLetter())), 3, 0);
        }
        FeatureTable.Row values = its.features(row);
        int line = 1;
        for (Feature feature : Feature.values()) {
            Label own = new Label(
                    values.isKnown(feature) ? value(feature, values.of(feature)) : text("social.feature.none"));
            own.getStyleClass().add("social-value");
            Label all = new Label(value(feature, its.median(feature, -1)));
            Label others = new Label(cluster < 0 ? "" : value(feature, its.median(feature, cluster)));
            Label what = new Label(
                    feature == Feature.ACTIVE_DAYS ? text("social.feature.days", its.calls().rows().periods().days())
                            : SocialMethod.TEXTS.text("feature." + feature.name()));
            what.setWrapText(true);
            GridPane.setHgrow(what, Priority.ALWAYS);
            for (Label each : List.of(own, all, others)) {
                each.setMinWidth(Label.USE_PREF_SIZE);
            }
            features.addRow(line++, what, own, all, others);
        }
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("social-note");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static String value(Feature feature, double value) {
        return Double.isNaN(value) ? ""
                : feature.kind() == Feature.Kind.SHARE ? String.format(Locale.ENGLISH, "%.0f %%", 100 * value)
                : ValueColumn.number(value);
    }

    @FXML
    private void find() {
        if (!model.find(find.getText())) {
            summary.setText(text("social.find.none", find.getText().strip()));
        }
    }

    @FXML
    private void findPath() {
        if (pathTo.getText().isBlank()) {
            model.leavePath();
        } else if (!model.findPath(pathTo.getText())) {
            summary.setText(text("social.path.none", pathTo.getText().strip()));
        }
    }

    @FXML
    private void leavePath() {
        model.leavePath();
    }

    @FXML
    private void focus() {
        model.focus(neighbours.isSelected());
    }

    @FXML
    private void openTable() {
        tableFiles.toOpen(page.getScene().getWindow())
                .ifPresent(
                        file -> tables.open(file, () -> setShown(tableHolder, true), words -> summary.setText(words)));
    }

    private void showTable(TableCalls calls) {
        setShown(tableHolder, false);
        model.showTable(calls);
    }

    @FXML
    private void closeTable() {
        model.closeTable();
    }

    private void showSource(Optional<TableCalls> table) {
        setShown(closeTable, table.isPresent());
        closeTable.setText(table.map(calls -> text("social.table.close", calls.name())).orElse(""));
        ledger.setOpenable(table.isEmpty());
        identity.setOpenable(table.isEmpty());
        blocks.setOpenable(table.isEmpty());
        models.learnTable(table.map(calls -> new TableLearning(calls, place.program())));
    }

    @FXML
    private void openFlagged() {
        place.window().showDialogs(model.flaggedDialogs(), "");
    }

    private void open(Function<SocialPicture, List<Integer>> dialogs) {
        place.window().showDialogs(model.dialogs(dialogs), "");
    }

    @FXML
    private void open() {
        place.window().showDialogs(model.dialogs(), "");
    }

    private DataTable data() {
        List<List<Object>> rows = new ArrayList<>();
        for (UserRow row : users.getItems()) {
            rows.add(List.of(row.name(), row.clusterLetter(), roleWord(row.role()), row.community() + 1, row.made(),
                    row.received(), row.contacts(), row.minutes(),
                    IncidentParties.titles(model.incidentsOf(row.name())),
                    model.flag(row.name()).map(finding -> finding.statement().title().text()).orElse("")));
        }
        return new DataTable(List.of("user", "cluster", "role", "community", "calls_made", "calls_received", "contacts",
                "minutes", "incident", "flag"), rows);
    }
}
