package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;

/// Binds the parts of the page.
final class CaseController {

    /// What is asked for when a case is opened or made.
    static final FileChoice.Kind CASES =
            new FileChoice.Kind("cases.directory", "casefile.chooser.", List.of("*.case"));

    private static final int LONGEST = 2_000;
    private static final int MINUTES_OF_ISO = 16;

    private final CaseModel cases;
    private final FileChoice files;

    @FXML private Node page;
    @FXML private Label name;
    @FXML private Label file;
    @FXML private Label hash;
    @FXML private Label problem;
    @FXML private Button close;
    @FXML private Button verify;
    @FXML private Node content;
    @FXML private VBox empty;
    @FXML private Label verified;
    @FXML private ListView<CaseFault> faults;
    @FXML private TableView<Evidence> evidence;
    @FXML private TableView<Verdict> verdicts;
    @FXML private Label conflicts;
    @FXML private MenuButton copy;

    private Set<String> disputed = Set.of();

    CaseController(Workplace place) {
        cases = place.cases();
        files = place.files().apply(CASES);
    }

    @FXML
    private void initialize() {
        evidence.getColumns()
                .setAll(
                        List.of(
                                column(text("casefile.evidence.name"), 160, Evidence::name),
                                column(
                                        text("casefile.evidence.size"),
                                        80,
                                        each -> HumanText.size(each.bytes())),
                                column(text("casefile.evidence.sha256"), 260, Evidence::sha256),
                                column(text("casefile.evidence.path"), 260, Evidence::path),
                                column(text("casefile.when"), 160, each -> minute(each.added())),
                                column(text("casefile.who"), 110, Evidence::addedBy)));
        verdicts.getColumns()
                .setAll(
                        List.of(
                                column(text("casefile.verdict"), 170, CaseController::judgement),
                                column(text("casefile.subject"), 300, CaseController::subject),
                                column(text("casefile.note"), 220, Verdict::note),
                                column(text("casefile.who"), 110, Verdict::who),
                                column(text("casefile.when"), 160, each -> minute(each.at())),
                                column(text("casefile.dispute"), 90, this::dispute)));
        ChartCopies.installData(copy, this::data);
        faults.setCellFactory(_ -> new FaultCell());
        cases.openProperty().subscribe(this::show);
        cases.problemProperty().subscribe(this::showProblem);
        cases.verificationProperty().subscribe(this::showVerification);
        cases.verifyingProperty()
                .subscribe(_ -> showVerification(cases.verificationProperty().get()));
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row ->
                        new ReadOnlyStringWrapper(
                                VisibleText.ofValue(value.apply(row.getValue()), LONGEST)));
        return column;
    }

    private static String judgement(Verdict verdict) {
        return verdict.judgement().map(Judgement::text).orElse("");
    }

    private static String subject(Verdict verdict) {
        Subject its = verdict.subject();
        return switch (its.kind()) {
            case SEQUENCE -> its.key();
            case DIALOG -> text("casefile.subject.dialog", its.key());
            case INCIDENT -> text("casefile.subject.incident", its.key());
        };
    }

    private String dispute(Verdict verdict) {
        return disputed.contains(verdict.matter()) ? text("casefile.dispute.yes") : "";
    }

    /// `2026-11-20 11:12` of an ISO time in UTC.
    private static String minute(String at) {
        return at.length() < MINUTES_OF_ISO
                ? at
                : at.substring(0, MINUTES_OF_ISO).replace('T', ' ');
    }

    private void show(Optional<OpenCase> open) {
        content.setVisible(open.isPresent());
        empty.setVisible(open.isEmpty());
        close.setDisable(open.isEmpty());
        verify.setDisable(open.isEmpty());
        name.setText(open.map(OpenCase::name).orElse(text("casefile.none")));
        file.setText(
                open.map(
                                its ->
                                        its.obstacle()
                                                .map(why -> text("casefile.readonly", why))
                                                .orElse(its.file().toString()))
                        .orElse(""));
        hash.setText(open.map(its -> text("casefile.hash", its.lastHash())).orElse(""));
        List<Verdict> standing = open.map(its -> its.verdicts().standing()).orElse(List.of());
        var all = open.map(its -> its.verdicts().conflicts()).orElse(List.of());
        disputed =
                all.stream()
                        .flatMap(each -> each.verdicts().stream())
                        .map(Verdict::matter)
                        .collect(Collectors.toCollection(HashSet::new));
        conflicts.setText(all.isEmpty() ? "" : text("casefile.conflicts", all.size()));
        evidence.getItems().setAll(open.map(OpenCase::evidence).orElse(List.of()));
        verdicts.getItems().setAll(standing);
        showVerification(cases.verificationProperty().get());
    }

    private void showProblem(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }

    private void showVerification(Optional<CaseVerification> found) {
        if (cases.verifyingProperty().get()) {
            verified.setText(text("casefile.verifying"));
        } else {
            verified.setText(
                    found.map(
                                    its ->
                                            its.isIntact()
                                                    ? text("casefile.intact", its.entries())
                                                    : text("casefile.faults", its.faults().size()))
                            .orElse(text("casefile.unverified")));
        }
        faults.getItems().setAll(found.map(CaseVerification::faults).orElse(List.of()));
        boolean hasFaults = !faults.getItems().isEmpty();
        faults.setVisible(hasFaults);
        faults.setManaged(hasFaults);
    }

    private DataTable data() {
        return new DataTable(
                List.of("verdict", "subject", "note", "who", "at"),
                verdicts.getItems().stream()
                        .map(
                                each ->
                                        List.<Object>of(
                                                judgement(each),
                                                subject(each),
                                                each.note(),
                                                each.who(),
                                                each.at()))
                        .toList());
    }

    /// Asks where a new case goes.
    @FXML
    void create() {
        files.toSave(page.getScene().getWindow(), text("casefile.new.name"))
                .ifPresent(cases::create);
    }

    /// Asks for a case.
    @FXML
    void open() {
        files.toOpen(page.getScene().getWindow()).ifPresent(cases::open);
    }

    @FXML
    void close() {
        cases.close();
    }

    @FXML
    void verify() {
        cases.verify();
    }
}
