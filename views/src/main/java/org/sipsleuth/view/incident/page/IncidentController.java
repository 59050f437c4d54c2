package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.StoryFlow;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;

/// Binds the page of an incident.
final class IncidentController {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_WIDTH = 1288;
    private static final int MOST_CHIPS = 4;
    private static final int MOST_ACTORS = 12;
    private static final int MOST_MEASURES = 10;

    private final EvidenceLinks links;
    private final Runnable export;
    private final Consumer<String> open;
    private final KeyTable keys;
    private List<Incident> all = List.of();
    private @Nullable SipIndex index;
    private @Nullable Incident incident;

    @FXML private VBox root;
    @FXML private Button back;
    @FXML private StackPane icon;
    @FXML private Label title;
    @FXML private HBox tags;
    @FXML private Label place;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Button copy;
    @FXML private Button evidence;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;
    @FXML private VBox side;

    IncidentController(EvidenceLinks links, Runnable export, Consumer<String> open) {
        this.links = links;
        this.export = export;
        this.open = open;
        keys = new KeyTable(links);
    }

    @FXML
    private void initialize() {
        root.widthProperty()
                .subscribe(
                        width ->
                                root.pseudoClassStateChanged(
                                        NARROW, width.doubleValue() < NARROW_WIDTH));
        back.setTooltip(new Tooltip(text("back")));
        back.setAccessibleText(text("back"));
        previous.setTooltip(new Tooltip(text("previous")));
        previous.setAccessibleText(text("previous"));
        next.setTooltip(new Tooltip(text("next")));
        next.setAccessibleText(text("next"));
        evidence.setText(text("export"));
        evidence.setTooltip(new Tooltip(text("export.tip")));
    }

    void focus() {
        back.requestFocus();
    }

    @FXML
    private void goBack() {
        open.accept("");
    }

    @FXML
    private void showPrevious() {
        step(-1);
    }

    @FXML
    private void showNext() {
        step(1);
    }

    private void step(int by) {
        int at = place() + by;
        if (at >= 0 && at < all.size()) {
            open.accept(all.get(at).id());
        }
    }

    private int place() {
        Incident shown = incident;
        for (int i = 0; shown != null && i < all.size(); i++) {
            if (all.get(i).id().equals(shown.id())) {
                return i;
            }
        }
        return -1;
    }

    @FXML
    private void copyText() {
        SipIndex from = index;
        Incident shown = incident;
        if (from != null && shown != null) {
            ClipboardContent words = new ClipboardContent();
            words.putString(IncidentWords.of(from, shown));
            Clipboard.getSystemClipboard().setContent(words);
            copy.setText(text("copied"));
        }
    }

    @FXML
    private void exportEvidence() {
        SipIndex from = index;
        Incident shown = incident;
        if (from != null && shown != null) {
            links.select(from, shown.evidence(), export);
        }
    }

    void show(SipIndex from, Incident shown, List<Incident> ofCapture) {
        boolean isOther = incident == null || !incident.id().equals(shown.id());
        index = from;
        incident = shown;
        all = ofCapture;
        icon.getChildren().setAll(SeverityStyle.icon(shown.severity()));
        String words = IncidentTexts.visible(shown.title());
        title.setText(Tags.shortened(words));
        title.setTooltip(new Tooltip(words));
        tags.getChildren().setAll(Tags.of(shown));
        place.setText(text("place", place() + 1, all.size()));
        previous.setDisable(place() <= 0);
        next.setDisable(place() >= all.size() - 1);
        copy.setText(text("copy"));
        showContent(from, shown);
        showSide(shown);
        if (isOther) {
            scroll.setVvalue(0);
        }
    }

    private void showContent(SipIndex from, Incident shown) {
        content.getChildren().setAll(story(from, shown));
        content.getChildren().add(section(text("stages"), new StageLanes(from, shown, links)));
        Hyperlink allOfIt =
                Tags.link(
                        text("evidence.all"),
                        text("link.dialogs"),
                        _ -> links.open(from, shown.evidence()));
        allOfIt.setId("show-evidence");
        Label count =
                Tags.label(
                        text(
                                "evidence.count",
                                shown.keys().size(),
                                shown.evidence().messages(from).length),
                        "muted");
        HBox head = new HBox(Tags.label(text("evidence"), "section-title"), count, gap(), allOfIt);
        head.getStyleClass().add("section-head");
        VBox section = new VBox(head, keys.show(from, shown));
        section.getStyleClass().add("overview-section");
        content.getChildren().add(section);
        if (!shown.techniques().isEmpty()) {
            content.getChildren()
                    .add(
                            Tags.paragraph(
                                    text(
                                            "techniques.line",
                                            String.join(
                                                    ", ",
                                                    shown.techniques().stream()
                                                            .map(it -> it.id() + " " + it.name())
                                                            .toList())),
                                    "muted"));
        }
    }

    /// Numbered by the stage that each sentence is about.
    private Node story(SipIndex from, Incident shown) {
        GridPane rows = new GridPane();
        rows.setId("incident-story");
        rows.getStyleClass().add("incident-story");
        ColumnConstraints numbers = new ColumnConstraints();
        boolean areNumbered = shown.story().stream().anyMatch(each -> each.stage().isPresent());
        numbers.setMinWidth(areNumbered ? 28 : 0);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(numbers, words);
        List<IncidentKind> kinds = shown.stages().stream().map(Stage::kind).toList();
        StoryFlow flow = new StoryFlow(from, links);
        for (int i = 0; i < shown.story().size(); i++) {
            StorySentence sentence = shown.story().get(i);
            int at = i;
            var text = flow.of(List.of(sentence));
            chips(from, sentence).forEach(text.getChildren()::add);
            sentence.stage()
                    .map(kinds::indexOf)
                    .filter(number -> number >= 0)
                    .ifPresent(number -> rows.add(number(number + 1, kinds.get(number)), 0, at));
            rows.add(text, 1, at);
        }
        return rows;
    }

    private static Label number(int number, IncidentKind kind) {
        Label label =
                Tags.label(
                        Integer.toString(number), "stage-number", StageStyle.of(kind).styleClass());
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private List<Node> chips(SipIndex from, StorySentence sentence) {
        List<Node> chips = new ArrayList<>();
        List<Evidence> its =
                sentence.clauses().stream()
                        .map(Clause::evidence)
                        .flatMap(it -> it.stream())
                        .toList();
        for (Evidence each : its.stream().limit(MOST_CHIPS).toList()) {
            Button chip = new Button(EvidenceLinks.frameSpan(from, each));
            chip.getStyleClass().setAll("button", "evidence-chip");
            chip.setTooltip(new Tooltip(text("chip.tip")));
            chip.setOnAction(_ -> links.open(from, each));
            chips.add(chip);
        }
        if (its.size() > MOST_CHIPS) {
            chips.add(Tags.label(text("chip.more", its.size() - MOST_CHIPS), "muted"));
        }
        return chips;
    }

    private void showSide(Incident shown) {
        side.getChildren().clear();
        if (!shown.advice().isEmpty()) {
            side.getChildren().add(section(text("advice"), numbered(shown.advice())));
        }
        side.getChildren().add(section(text("people"), people(shown)));
        Map<String, Measurement> measures = new LinkedHashMap<>();
        boolean areObserved =
                shown.findings().stream().anyMatch(its -> its.observation().isPresent());
        shown.findings().stream()
                .filter(finding -> !areObserved || finding.observation().isPresent())
                .forEach(
                        finding ->
                                finding.grounds()
                                        .measures()
                                        .forEach(
                                                each ->
                                                        measures.merge(
                                                                each.statistic(),
                                                                each,
                                                                IncidentController::larger)));
        if (!measures.isEmpty()) {
            HBox head =
                    new HBox(
                            Tags.label(text("why"), "section-title"),
                            gap(),
                            Tags.cut(text("why.note"), "muted"));
            head.getStyleClass().add("section-head");
            VBox why =
                    new VBox(
                            head,
                            measures(measures.values().stream().limit(MOST_MEASURES).toList()));
            why.getStyleClass().add("overview-section");
            side.getChildren().add(why);
        }
        addList("alternatives", "fth-help-circle", shown.alternatives());
        addList("not.determined", "fth-minus", shown.notDetermined());
    }

    private static Measurement larger(Measurement a, Measurement b) {
        return b.value() > a.value() ? b : a;
    }

    private void addList(String key, String literal, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        GridPane rows = rows(24);
        for (int i = 0; i < sentences.size(); i++) {
            FontIcon mark = new FontIcon(literal);
            mark.getStyleClass().addAll("quality-icon", "neutral");
            GridPane.setValignment(mark, VPos.TOP);
            rows.addRow(
                    i, mark, Tags.paragraph(IncidentTexts.visible(sentences.get(i)), "sentence"));
        }
        side.getChildren().add(section(text(key), rows));
    }

    private static GridPane numbered(List<String> sentences) {
        GridPane rows = rows(24);
        for (int i = 0; i < sentences.size(); i++) {
            Label number = Tags.label(Integer.toString(i + 1), "section-title");
            GridPane.setValignment(number, VPos.TOP);
            rows.addRow(
                    i, number, Tags.paragraph(IncidentTexts.visible(sentences.get(i)), "sentence"));
        }
        return rows;
    }

    private static GridPane rows(double first) {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("numbered");
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setMinWidth(first);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(numbers, words);
        return rows;
    }

    private VBox people(Incident shown) {
        VBox people = new VBox();
        people.getStyleClass().add("people");
        Actors who = shown.actors();
        if (who.addresses().isEmpty()) {
            people.getChildren().add(Tags.paragraph(IncidentTexts.unnamed(who)));
        } else {
            people.getChildren()
                    .add(
                            Tags.label(
                                    text("people.actors", who.addresses().size()),
                                    "section-title"));
        }
        boolean isNamed = false;
        for (int i = 0; i < Math.min(MOST_ACTORS, who.addresses().size()); i++) {
            String address = who.addresses().get(i);
            String print = Tags.fingerprint(shown, address);
            isNamed |= !print.isEmpty();
            people.getChildren()
                    .add(
                            Tags.noted(
                                    address,
                                    address(address),
                                    Tags.wrapped(IncidentTexts.visible(print), "muted")));
        }
        if (who.addresses().size() > MOST_ACTORS) {
            people.getChildren()
                    .add(
                            Tags.label(
                                    text("card.more", who.addresses().size() - MOST_ACTORS),
                                    "muted"));
        }
        if (!isNamed) {
            who.fingerprints().stream()
                    .limit(MOST_ACTORS)
                    .map(print -> Tags.paragraph(IncidentTexts.visible(print), "muted"))
                    .forEach(people.getChildren()::add);
        }
        addNames(
                people,
                text("card.accounts", shown.accounts().size()),
                shown.accounts(),
                user ->
                        Tags.link(
                                IncidentTexts.visible(user),
                                text("link.user"),
                                _ -> links.openUser(user)));
        addNames(
                people,
                text("people.victims", shown.victims().size()),
                shown.victims(),
                this::address);
        return people;
    }

    /// Adds a head with as many names below it as there is room for.
    private static void addNames(
            VBox people, String head, List<String> names, Function<String, Hyperlink> link) {
        if (names.isEmpty()) {
            return;
        }
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("names");
        names.stream().limit(MOST_ACTORS).map(link).forEach(flow.getChildren()::add);
        if (names.size() > MOST_ACTORS) {
            flow.getChildren()
                    .add(Tags.label(text("card.more", names.size() - MOST_ACTORS), "muted"));
        }
        people.getChildren().addAll(Tags.label(head, "section-title"), flow);
    }

    private Hyperlink address(String host) {
        return Tags.address(host, () -> links.openHost(host));
    }

    private static GridPane measures(List<Measurement> measures) {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("side-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        values.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints(96);
        rows.getColumnConstraints().addAll(names, values, values, bars);
        double most =
                measures.stream()
                        .mapToDouble(each -> Math.max(each.value(), each.threshold()))
                        .reduce(1, Math::max);
        for (int i = 0; i < measures.size(); i++) {
            Measurement each = measures.get(i);
            String sign = each.anomalous() == Measurement.Side.BELOW ? "≤ " : "≥ ";
            Label value = Tags.label(number(each.value()), "section-title");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Label threshold = Tags.label(sign + number(each.threshold()), "muted");
            threshold.setMinWidth(Region.USE_PREF_SIZE);
            rows.addRow(
                    i,
                    Tags.wrapped(IncidentTexts.visible(each.statistic())),
                    value,
                    threshold,
                    new MeasureBar(each, isShare(each) ? 1 : most));
        }
        return rows;
    }

    /// Shares have a scale of their own.
    private static boolean isShare(Measurement measure) {
        return measure.value() <= 1 && measure.threshold() <= 1;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ENGLISH, "%,.0f", value)
                : String.format(Locale.ENGLISH, "%.3g", value);
    }

    private static VBox section(String name, Node... nodes) {
        VBox section = new VBox(Tags.label(name, "section-title"));
        section.getChildren().addAll(nodes);
        section.getStyleClass().add("overview-section");
        return section;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
