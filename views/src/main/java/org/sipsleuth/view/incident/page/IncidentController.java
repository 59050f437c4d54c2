package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.document.Block;
import org.sipsleuth.report.document.Document;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.document.IncidentDocument;
import org.sipsleuth.report.document.Places;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.report.exchange.IncidentStory;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.SentenceList;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.VerdictPane;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.explain.Explain;

/// Binds the page of an incident.
final class IncidentController {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final double NARROW_WIDTH = 1288;
    private static final double WIDE_WIDTH = 2200;

    private final EvidenceLinks links;
    private final Runnable export;
    private final Consumer<String> open;
    private final KeyTable keys;
    private final VerdictPane verdicts;
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

    IncidentController(CaseModel cases, EvidenceLinks links, Runnable export, Consumer<String> open) {
        this.links = links;
        this.export = export;
        this.open = open;
        keys = new KeyTable(links);
        verdicts = new VerdictPane(cases);
    }

    @FXML
    private void initialize() {
        root.widthProperty().subscribe(width -> {
            root.pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_WIDTH);
            root.pseudoClassStateChanged(WIDE, width.doubleValue() >= WIDE_WIDTH);
        });
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
            words.putString(IncidentStory.textOf(from, shown));
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

    void show(SipIndex from, Incident shown, List<Incident> ofCapture, RoleWords roles) {
        boolean isOther = incident == null || !incident.id().equals(shown.id());
        index = from;
        incident = shown;
        all = ofCapture;
        icon.getChildren().setAll(SeverityStyle.icon(shown.severity()));
        String words = IncidentTexts.visible(shown.title().text());
        title.setText(Tags.shortened(words));
        title.setTooltip(new Tooltip(words));
        tags.getChildren().setAll(Tags.of(shown));
        place.setText(text("place", place() + 1, all.size()));
        boolean areSeveral = all.size() > 1;
        for (Button step : List.of(previous, next)) {
            step.setVisible(areSeveral);
            step.setManaged(areSeveral);
        }
        previous.setDisable(place() <= 0);
        next.setDisable(place() >= all.size() - 1);
        copy.setText(text("copy"));
        Document document = IncidentDocument.of(shown, Places.named(from));
        showContent(from, shown, document);
        int[] cited = shown.evidence().messages(from);
        verdicts.setDisable(cited.length == 0);
        if (cited.length > 0) {
            verdicts.show(Subject.incident(shown.id()), from, cited[0]);
        }
        showSide(shown, document, roles);
        if (isOther) {
            scroll.setVvalue(0);
        }
    }

    private void showContent(SipIndex from, Incident shown, Document document) {
        content.getChildren()
                .setAll(new StorySteps(from, shown, links),
                        new Section(text("stages"), new StageLanes(from, shown, links)));
        Hyperlink allOfIt =
                Tags.link(text("evidence.all"), text("link.dialogs"), _ -> links.open(from, shown.evidence()));
        allOfIt.setId("show-evidence");
        Label count = Tags.label(text("evidence.count", shown.keys().size(), shown.evidence().messages(from).length),
                "muted");
        HBox head = new HBox(Tags.label(text("evidence"), "section-title"), count, gap(), allOfIt);
        head.getStyleClass().add("section-head");
        content.getChildren().add(new Section(head, keys.show(from, shown)));
        document.fact(Fact.Name.ATTACK)
                .ifPresent(attack -> content.getChildren()
                        .add(Tags.paragraph(attack.label().text() + ": " + attack.words(Integer.MAX_VALUE).text(),
                                "muted")));
    }

    private void showSide(Incident shown, Document document, RoleWords roles) {
        side.getChildren().clear();
        addItems(document, Topic.ADVICE, SentenceList::numbered);
        side.getChildren().add(new Section(text("verdicts"), verdicts));
        side.getChildren().add(new Section(text("people"), new People(shown, roles, links)));
        document.fact(Fact.Name.CONFIDENCE).ifPresent(sure -> {
            Label words = Tags.paragraph(sure.words(1).text(), "confidences");
            words.setId("confidences");
            Explain.on(words, () -> shown.confidence().explanations());
            side.getChildren().add(new Section(sure.label().text(), words));
        });
        List<Measurement> measured = Measures.of(shown);
        if (!measured.isEmpty()) {
            HBox head = new HBox(Tags.label(text("why"), "section-title"), gap(), Tags.cut(text("why.note"), "muted"));
            head.getStyleClass().add("section-head");
            side.getChildren().add(new Section(head, new Measures(shown, measured)));
        }
        addItems(document, Topic.ALTERNATIVES, items -> SentenceList.marked("fth-help-circle", items));
        addItems(document, Topic.NOT_DETERMINED, items -> SentenceList.marked("fth-minus", items));
    }

    private void addItems(Document document, Topic topic, Function<List<Sentence>, SentenceList> list) {
        for (Block block : document.about(topic)) {
            if (block instanceof Block.Items items) {
                side.getChildren().add(new Section(topic.heading().text(), list.apply(items.items())));
            }
        }
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
