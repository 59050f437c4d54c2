package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.casefile.RecentCase;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.DataTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Binds the parts of the page.
final class CaseController {

    private static final Logger LOG = LoggerFactory.getLogger(CaseController.class);

    /// What is asked for when a case is opened or made.
    static final FileChoice.Kind CASES =
            new FileChoice.Kind("cases.directory", "casefile.chooser.", List.of("*.case", "*.zip"));

    /// What is asked for when a packed case is opened.
    private static final FileChoice.Kind UNPACKED =
            new FileChoice.Kind("cases.directory", "casefile.unpack.chooser.", List.of("*"));

    /// What is asked for when a case is added to the open one.
    private static final FileChoice.Kind MERGED =
            new FileChoice.Kind("cases.directory", "casefile.merge.chooser.", List.of("*.case"));

    private static final String PACKED = ".zip";

    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_NAME = 60;

    /// So many open captures that are not in the case are named; the others are counted.
    private static final int MOST_ABSENT = 5;

    /// Longer numbers have no place at the foot of a report's page.
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_FAULT = 1_000;

    /// What is asked for when a file is kept in the case.
    private static final FileChoice.Kind ATTACHED =
            new FileChoice.Kind("cases.attached", "casefile.attach.chooser.", List.of("*"));

    private final CaseModel cases;
    private final FileChoice files;
    private final Workplace place;
    private final Latest<List<Verdicts.Conflict>> covering;
    private final CaseTables tables =
            new CaseTables(this::openDialog, this::openFrame, this::remove, this::useFilter, this::save, this::use);

    @FXML private VBox page;
    @FXML private Label name;
    @FXML private Label numberName;
    @FXML private TextField number;
    @FXML private Label file;
    @FXML private Label hash;
    @FXML private Label obstacle;
    @FXML private Label problem;
    @FXML private MenuButton open;
    @FXML private MenuButton attach;
    @FXML private TabPane tabs;
    @FXML private Tab verdictsTab;
    @FXML private Button close;
    @FXML private Button report;
    @FXML private Button verify;
    @FXML private Button merge;
    @FXML private Node content;
    @FXML private VBox empty;
    @FXML private Label verified;
    @FXML private ListView<CaseFault> faults;
    @FXML private TableView<Evidence> evidence;
    @FXML private TableView<Verdict> verdicts;
    @FXML private Label conflicts;
    @FXML private HBox absent;
    @FXML private Label absentNames;
    @FXML private Button addOpen;
    @FXML private MenuButton copy;

    private Set<String> disputed = Set.of();

    /// The case whose number is shown, and that number.
    private Optional<Path> numbered = Optional.empty();

    private String shownNumber = "";

    private Optional<SipIndex> shown = Optional.empty();

    CaseController(Workplace place) {
        cases = place.cases();
        this.place = place;
        covering = new Latest<>(place.background().quick(), this::showConflicts, () -> showConflicts(List.of()));
        files = place.files().apply(CASES);
    }

    @FXML
    private void initialize() {
        CaseTables.explainEmpty(evidence, "evidence");
        CaseTables.explainEmpty(verdicts, "verdicts");
        evidence.getColumns()
                .setAll(List.of(CaseTables.column(text("casefile.evidence.name"), 160, Evidence::name),
                        CaseTables.column(text("casefile.evidence.size"), 80, each -> HumanText.size(each.bytes())),
                        CaseTables.column(text("casefile.evidence.sha256"), 260, Evidence::sha256),
                        CaseTables.column(text("casefile.evidence.path"), 260, Evidence::path),
                        CaseTables.column(text("casefile.when"), 160, each -> tables.when(each.added())),
                        CaseTables.column(text("casefile.who"), 110, Evidence::addedBy)));
        verdicts.getColumns()
                .setAll(List.of(CaseTables.column(text("casefile.verdict"), 170, Verdict::text),
                        CaseTables.column(text("casefile.subject"), 300, this::subject),
                        CaseTables.column(text("casefile.note"), 220, Verdict::note),
                        CaseTables.column(text("casefile.who"), 110, Verdict::who),
                        CaseTables.column(text("casefile.when"), 160, each -> tables.when(each.at())),
                        CaseTables.column(text("casefile.dispute"), 90, this::dispute)));
        CaseTables.onOpen(evidence, each -> cases.find(each, place.window()::openCapture));
        CaseTables.onOpen(verdicts, each -> each.place().ifPresent(where -> openDialog(where.callId())));
        tables.addTo(tabs);
        page.getChildren().add(page.getChildren().indexOf(problem) + 1, new MergePane(cases));
        number.textProperty().addListener((_, before, now) -> {
            if (now.length() > LONGEST_NUMBER) {
                number.setText(before);
            }
        });
        numberName.setLabelFor(number);
        number.setOnAction(_ -> keepNumber());
        number.focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                keepNumber();
            }
        });
        for (Attachment.Kind kind : Attachment.Kind.values()) {
            MenuItem item = new MenuItem(text("casefile.files.kind." + kind));
            item.setId("case-attach-" + kind);
            item.setOnAction(_ -> attach(kind));
            attach.getItems().add(item);
        }
        MenuItem keep = new MenuItem(text("casefile.settings.keep"));
        keep.setId("case-keep-settings");
        keep.setOnAction(_ -> keepSettings());
        attach.getItems().addAll(new SeparatorMenuItem(), keep);
        open.setOnShowing(_ -> offerRecent());
        offerRecent();
        ChartCopies.installData(copy, this::data);
        faults.setCellFactory(_ -> ItemCell.wrapping(fault -> VisibleText
                .ofValue(fault.place().isEmpty() ? fault.text() : fault.place() + ": " + fault.text(), LONGEST_FAULT)));
        cases.openProperty().subscribe(this::showCase);
        place.session().foundProperty().subscribe(_ -> {
            verdicts.refresh();
            findConflicts();
        });
        cases.absentProperty().subscribe(_ -> showAbsent());
        cases.addingProperty().subscribe(_ -> showAbsent());
        cases.problemProperty().subscribe(this::showProblem);
        cases.verificationProperty().subscribe(this::showVerification);
        cases.verifyingProperty().subscribe(_ -> showVerification(cases.verificationProperty().get()));
    }

    private void keepNumber() {
        String wanted = number.getText().strip();
        boolean isOpen = cases.openProperty().get().filter(openCase -> openCase.obstacle().isEmpty()).isPresent();
        if (isOpen && !wanted.equals(shownNumber)) {
            shownNumber = wanted;
            cases.setNumber(wanted);
        }
    }

    private void showNumber(Optional<OpenCase> open) {
        boolean isOpen = open.isPresent();
        numberName.setVisible(isOpen);
        numberName.setManaged(isOpen);
        number.setVisible(isOpen);
        number.setManaged(isOpen);
        number.setEditable(open.filter(openCase -> openCase.obstacle().isEmpty()).isPresent());
        boolean isOther = !open.map(OpenCase::file).equals(numbered);
        if (!number.isFocused() || isOther) { // else it is being typed
            numbered = open.map(OpenCase::file);
            String its = open.map(OpenCase::number).orElse("");
            number.setText(its.substring(0, Math.min(LONGEST_NUMBER, its.length())));
            shownNumber = number.getText().strip();
        }
    }

    private String subject(Verdict verdict) {
        Subject its = verdict.subject();
        return switch (its.kind()) {
            case STEP -> text("casefile.subject.step", its.title(), verdict.scopeText());
            case SEQUENCE -> its.key();
            case DIALOG -> text("casefile.subject.dialog", its.key());
            case INCIDENT -> incident(its.key(), verdict.place());
        };
    }

    /// The title of an incident of the open capture; of another one, where it is.
    private String incident(String id, Optional<Place> at) {
        return place.session()
                .foundProperty()
                .get()
                .stream()
                .flatMap(found -> found.incidents().stream())
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .map(incident -> text("casefile.subject.incident", incident.title().text()))
                .or(() -> at.map(place -> text("casefile.subject.incident.place", place.frame(),
                        tables.capture(place.capture()))))
                .orElse(text("casefile.subject.incident.unknown", id));
    }

    private String dispute(Verdict verdict) {
        return disputed.contains(verdict.matter()) ? text("casefile.dispute.yes") : "";
    }

    private void offerRecent() {
        MenuItem other = new MenuItem(text("casefile.open.other"));
        other.setId("case-open-other");
        other.setOnAction(_ -> open());
        open.getItems().setAll(other);
        List<Path> recent = cases.recent().stream().map(RecentCase::file).toList();
        if (!recent.isEmpty()) {
            open.getItems().add(new SeparatorMenuItem());
        }
        for (Path each : recent) {
            MenuItem item = new MenuItem(VisibleText.ofValue(FileName.text(each), LONGEST_PATH));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> cases.open(each));
            open.getItems().add(item);
        }
    }

    /// Shows a dialog, where the open capture has it.
    private void openDialog(String callId) {
        Optional<SipIndex> index = shown;
        if (index.isEmpty()) {
            showProblem(text("casefile.dialog.absent", VisibleText.ofValue(callId, LONGEST_PATH)));
            return;
        }
        RunTask<Integer> task = new RunTask<>(_ -> index.get().dialogs().find(callId));
        task.setOnSucceeded(_ -> {
            int dialog = task.getValue();
            if (dialog < 0) {
                showProblem(text("casefile.dialog.absent", VisibleText.ofValue(callId, LONGEST_PATH)));
            } else {
                showProblem("");
                place.window().showDialogs(place.selection().get().withDialogs(List.of(dialog)), "");
            }
        });
        task.setOnFailed(_ -> failed(task.getException()));
        place.background().quick().execute(task);
    }

    /// Shows a bookmarked message, where the open capture is that of the bookmark.
    private void openFrame(Bookmark bookmark) {
        Optional<SipIndex> index = shown;
        RunTask<OptionalInt> task = new RunTask<>(
                monitor -> index.isEmpty() ? OptionalInt.empty() : message(index.get(), bookmark, monitor));
        task.setOnSucceeded(_ -> {
            if (task.getValue().isEmpty()) {
                showProblem(text("casefile.bookmarks.absent"));
            } else {
                showProblem("");
                int message = task.getValue().getAsInt();
                int dialog = index.orElseThrow().messages().dialog(message);
                place.window()
                        .showDialogs(
                                place.selection().get().withDialogs(List.of(dialog)).withMessages(List.of(message)),
                                "");
            }
        });
        task.setOnFailed(_ -> failed(task.getException()));
        place.background().quick().execute(task);
    }

    private void failed(Throwable cause) {
        FailureLog.warn(LOG, "The dialog or message could not be shown", cause);
        showProblem(
                text("casefile.show.failed", VisibleText.ofValue(String.valueOf(cause.getMessage()), LONGEST_PATH)));
    }

    private static OptionalInt message(SipIndex index, Bookmark bookmark, RunMonitor monitor) throws IOException {
        for (int file = 0; file < index.files().size(); file++) {
            if (index.files().get(file).sha256(monitor).equals(bookmark.capture())) {
                MessageTable messages = index.messages();
                for (int message = 0; message < messages.size(); message++) {
                    if (messages.file(message) == file && messages.frame(message) == bookmark.frame()) {
                        return OptionalInt.of(message);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    private void remove(Bookmark bookmark) {
        if (bookmark.who().equals(cases.analyst())) {
            cases.remove(bookmark);
        } else {
            showProblem(text("casefile.bookmarks.others"));
        }
    }

    private void useFilter(String expression) {
        place.window().showDialogs(place.selection().get(), expression);
    }

    /// The open capture, if there is one.
    void show(Optional<SipIndex> index) {
        shown = index;
    }

    private void showCase(Optional<OpenCase> open) {
        content.setVisible(open.isPresent());
        empty.setVisible(open.isEmpty());
        close.setDisable(open.isEmpty());
        attach.setDisable(open.filter(openCase -> openCase.obstacle().isEmpty()).isEmpty());
        verify.setDisable(open.isEmpty());
        report.setDisable(open.isEmpty());
        merge.setDisable(open.filter(openCase -> openCase.obstacle().isEmpty()).isEmpty());
        name.setText(open.map(OpenCase::name).orElse(text("casefile.none")));
        showNumber(open);
        file.setText(open.map(openCase -> openCase.file().toString()).orElse(""));
        showSentence(obstacle, open.flatMap(OpenCase::obstacle).map(why -> text("casefile.readonly", why)).orElse(""));
        file.setTooltip(open.isEmpty() ? null : new Tooltip(file.getText())); // may be cut
        hash.setText(open.map(openCase -> text("casefile.hash", openCase.lastHash())).orElse(""));
        List<Verdict> standing = open.map(openCase -> openCase.verdicts().standing()).orElse(List.of());
        showConflicts(open.map(openCase -> openCase.verdicts().conflicts()).orElse(List.of()));
        findConflicts();
        open.ifPresent(tables::show);
        showAbsent();
        CaseTables.replace(evidence, open.map(OpenCase::evidence).orElse(List.of()), Evidence::sha256);
        CaseTables.replace(verdicts, standing, each -> List.of(each.subject(), each.who(), each.matter()));
        verdictsTab.setText(text("casefile.verdicts", standing.size()));
        showVerification(cases.verificationProperty().get());
    }

    /// Marks the verdicts that differ.
    private void showConflicts(List<Verdicts.Conflict> all) {
        disputed = all.stream()
                .flatMap(each -> each.verdicts().stream())
                .map(Verdict::matter)
                .collect(Collectors.toCollection(HashSet::new));
        showSentence(conflicts, all.isEmpty() ? "" : text("casefile.conflicts", all.size()));
        verdicts.refresh();
    }

    /// Adds those that only the open captures show: verdicts on whole sequences, from cases of before,
    /// and on steps that cover the same dialogs. Without such verdicts, there is nothing to look for.
    private void findConflicts() {
        covering.stop();
        Optional<Investigation> found = place.session().foundProperty().get();
        Verdicts its = cases.openProperty().get().map(OpenCase::verdicts).orElseGet(() -> new Verdicts(List.of()));
        boolean isOld = its.standing().stream().anyMatch(each -> each.subject().kind() == Subject.Kind.SEQUENCE);
        if (isOld && found.isPresent()) {
            covering.compute(monitor -> its.conflicts(TriageQueue.of(found.get(), monitor)
                    .map(queue -> JudgedQueue.of(queue, its).contradictions())
                    .orElse(List.of())));
        }
    }

    /// Which open captures the case does not hold: what was searched in them is not in its reports.
    private void showAbsent() {
        List<CaptureSummary> outside = cases.absentProperty().get();
        boolean isAdding = cases.addingProperty().get();
        boolean canChange = cases.openProperty().get().filter(openCase -> openCase.obstacle().isEmpty()).isPresent();
        String names = outside.stream()
                .limit(MOST_ABSENT)
                .map(each -> VisibleText.ofValue(FileName.last(each.path()), LONGEST_NAME))
                .collect(Collectors.joining(", "));
        absentNames.setText(outside.isEmpty() ? ""
                : text(isAdding ? "casefile.absent.adding" : "casefile.absent", outside.size(), names,
                        Math.max(0, outside.size() - MOST_ABSENT)));
        addOpen.setDisable(isAdding || !canChange);
        absent.setVisible(!outside.isEmpty());
        absent.setManaged(!outside.isEmpty());
    }

    /// Adds the open captures to the case.
    @FXML
    void addOpen() {
        cases.addOpenCaptures();
    }

    private void showProblem(String words) {
        showSentence(problem, words);
    }

    private static void showSentence(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private void showVerification(Optional<CaseVerification> found) {
        if (cases.verifyingProperty().get()) {
            verified.setText(text("casefile.verifying"));
        } else {
            verified.setText(found
                    .map(verification -> verification.isIntact() ? text("casefile.intact", verification.entries())
                            : text("casefile.faults", verification.faults().size()))
                    .orElse(text("casefile.unverified")));
        }
        faults.getItems().setAll(found.map(CaseVerification::faults).orElse(List.of()));
        boolean hasFaults = !faults.getItems().isEmpty();
        faults.setVisible(hasFaults);
        faults.setManaged(hasFaults);
    }

    private DataTable data() {
        return new DataTable(List.of("verdict", "subject", "note", "who", "at"),
                verdicts.getItems()
                        .stream()
                        .map(each -> List.<Object>of(each.text(), subject(each), each.note(), each.who(), each.at()))
                        .toList());
    }

    /// Asks where a new case goes.
    @FXML
    void create() {
        files.toSave(window(), text("casefile.new.name")).ifPresent(cases::create);
    }

    /// Asks for a case.
    @FXML
    void open() {
        Window owner = window();
        files.toOpen(owner).ifPresent(chosen -> open(chosen, owner));
    }

    /// Of a packed case, asks where it goes.
    void open(Path chosen, Window owner) {
        String itsName = FileName.last(chosen);
        if (itsName.toLowerCase(Locale.ROOT).endsWith(PACKED)) {
            place.files()
                    .apply(UNPACKED)
                    .toSave(owner, itsName.substring(0, itsName.length() - PACKED.length()))
                    .ifPresent(folder -> cases.unpack(chosen, folder));
        } else {
            cases.open(chosen);
        }
    }

    /// Asks for a case to be added to the open one.
    @FXML
    void merge() {
        if (cases.openProperty().get().filter(openCase -> openCase.obstacle().isEmpty()).isEmpty()) {
            showProblem(text("casefile.merge.no.case"));
        } else {
            place.files().apply(MERGED).toOpen(window()).ifPresent(other -> cases.merge(other, Set.of()));
        }
    }

    /// The window with this page in front: a command can come from another page.
    private Window window() {
        place.window().open(CasePage.ID);
        return page.getScene().getWindow();
    }

    private void attach(Attachment.Kind kind) {
        place.files().apply(ATTACHED).toOpen(window()).ifPresent(file -> cases.attach(kind, file));
    }

    private void use(Attachment attachment) {
        switch (attachment.kind()) {
            case LAYOUT, SETTINGS -> useSettings();
            case MODEL, TABLE, RATES, OTHER ->
                    cases.readModel(attachment, model -> place.window().useModel(model, ModelOrigin.CASE));
        }
    }

    /// Keeps the layout and the settings of the window in the case.
    void keepSettings() {
        place.window().keepSettings();
    }

    /// Uses the layout and the settings of the case.
    void useSettings() {
        place.window().useSettings();
    }

    private void save(Attachment attachment) {
        place.files()
                .apply(ATTACHED)
                .toSave(window(), attachment.name())
                .ifPresent(file -> cases.extract(attachment, file));
    }

    @FXML
    void close() {
        cases.close();
    }

    /// Asks for the report of the case on the open captures.
    @FXML
    void report() {
        if (shown.isEmpty()) {
            window();
            showProblem(text("casefile.report.no.capture"));
        } else {
            showProblem("");
            place.window().writeReport();
        }
    }

    @FXML
    void verify() {
        cases.verify();
    }
}
