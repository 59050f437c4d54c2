package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.app.fault.SeenFaults;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.workbench.about.AboutPage;
import org.sipsleuth.app.workbench.background.Threads;
import org.sipsleuth.app.workbench.background.UncaughtFaults;
import org.sipsleuth.app.workbench.chooser.Desktop;
import org.sipsleuth.app.workbench.fault.FaultDisplay;
import org.sipsleuth.app.workbench.fault.FaultSurroundings;
import org.sipsleuth.app.workbench.field.FieldSupply;
import org.sipsleuth.app.workbench.find.FindControls;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.loading.AfterUrgent;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.CaptureWatch;
import org.sipsleuth.app.workbench.loading.MemoryBoundReader;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.app.workbench.notes.NoteAutosave;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.RecentList;
import org.sipsleuth.app.workbench.page.StartPage;
import org.sipsleuth.app.workbench.shell.CommandCopy;
import org.sipsleuth.app.workbench.shell.CommandRefusedException;
import org.sipsleuth.app.workbench.shell.ShownView;
import org.sipsleuth.app.workbench.shell.ViewCommand;
import org.sipsleuth.app.workbench.status.StatusBar;
import org.sipsleuth.app.workbench.truth.TruthControls;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.RingSettings;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.report.document.CaseScope;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.account.AccountView;
import org.sipsleuth.view.casefile.BookmarkView;
import org.sipsleuth.view.casefile.CasePage;
import org.sipsleuth.view.casefile.DialogVerdictView;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.export.ExportView;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.inspector.InspectorView;
import org.sipsleuth.view.lab.LabsPage;
import org.sipsleuth.view.legs.LegSettingsView;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.leg.LegRun;
import org.sipsleuth.view.session.page.DialogPair;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.PageFactory;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.timestrip.TimeStripView;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The window's content: every part, wired by constructors. Used on the JavaFX thread.
final class Workbench {

    /// More of a copied command is not shown.
    private static final int LONGEST_COMMAND = 300;

    /// Long enough to draw what was found last.
    private static final Duration SETTLED = Duration.seconds(2);

    private final WorkbenchViewModel model = new WorkbenchViewModel();
    private final LabLocks labs;
    private final SelectionModel selection = new SelectionModel();
    private final CaptureOpening captures;
    private final FilterControls filter;
    private final DialogsView dialogs;
    private final List<Page> pages = new ArrayList<>();
    private final AccountView account = new AccountView(this::hideOverlay);
    private final LiveControls live;
    private final TruthControls truth;
    private final SessionModel session;
    private final CaseModel cases;
    private final RecentList recent;
    private final ShippedModels shippedModels;
    private final LegRun legs;

    /// Whether something goes on that is more urgent than legs.
    private final BooleanProperty beforeLegs = new SimpleBooleanProperty();
    private final LegSettingsView legSettings;
    private final DialogVerdictView dialogVerdicts;
    private final BookmarkView bookmarks;
    private final ExportView exports;
    private final IncidentExport incidents;
    private final CaptureWatch watch;
    private final FindControls find;
    private Consumer<Optional<Notice>> notices = _ -> {};
    private final Rail rail;
    private final Look look;
    private final WorkbenchController frame;
    private final AboutPage about;
    private final CommandCentre commands;
    private final Desktop desktop;
    private final Presentation presentation;
    private final NoteAutosave autosave;
    private final CaseSettingsControls caseSettings;
    private final Parent root;

    /// @param reader reads captures from files
    /// @param network what live capture listens to
    /// @param cache the directory of what can be made again: sample captures and captured packets
    /// @param methods what is detected; they get the user's corrections of roles
    /// @param factories of the pages: the first one is that of every capture, the others come
    ///     below the dialogs
    Workbench(CaptureReader reader, PacketSources network, Path cache, Settings settings, Desktop desktop,
            Threads threads, Methods methods, List<PageFactory> factories) {
        this.desktop = desktop;
        live = new LiveControls(network, RingSettings.in(cache.resolve("live")), desktop, model, threads.live(),
                this::showOverlay, this::hideOverlay);
        labs = new LabLocks(threads.saving());
        captures = new CaptureOpening(labs.reading(new MemoryBoundReader(reader, MemoryNeed.ofWindow())),
                threads.reading(), settings, model, live, cache.resolve("samples"), this::hideOverlay,
                then -> desktop.capturesToOpen(window(), then), this::openCase, this::openLab);
        watch = new CaptureWatch(model, threads.watching());
        ReadOnlyBooleanProperty reading = captures.loader().runningProperty();
        find = new FindControls(cache.resolve("find"), new MemoryBoundReader(reader, MemoryNeed.of("find")),
                captures::options, settings, desktop, new FindFrame());
        truth = new TruthControls(threads.quick(), threads.hashing());
        UserRoles roles = UserRoles.read(settings.directory(), methods);
        session = new SessionModel(roles.methods(), threads.detectors(reading), RunTask.POOL);
        cases = new CaseModel(settings.directory().resolve("cases"), System.getProperty("user.name", ""),
                "sipsleuth " + ProgramVersion.text(), Clock.systemUTC(), settings, threads.ofCases());
        recent = new RecentList(captures.recent(), cases, Clock.system(ZoneId.systemDefault()));
        legs = new LegRun(new AfterUrgent(beforeLegs, threads.scoring()));
        legSettings = new LegSettingsView(legs, legs.legsProperty(), settings, this::hideOverlay);
        dialogs = new DialogsView(selection, settings, desktop);
        incidents = new IncidentExport(roles.methods(), this::record, this::caseNumber, this::exportable,
                this::isConcealed, desktop::files, this::window, RunTask.POOL, notice -> notices.accept(notice),
                settings, this::showOverlay, this::hideOverlay);
        exports = new ExportView(selection, legs.legsProperty(), RunTask.POOL, settings,
                incidents.menuItems(this::hideOverlay), file -> captures.open(List.of(file)), desktop,
                this::hideOverlay);
        Workplace place = new Workplace(selection, session, cases, threads.pages(reading), new PageFrame(),
                desktop::files, ProgramVersion.text());
        factories.forEach(factory -> pages.add(factory.create(place)));
        LabsPage lessons = new LabsPage(place, labs.desk(), settings.directory().resolve("labs"), this::filter);
        pages.add(lessons);
        labs.use(lessons);
        captures.answer().follow(page(OverviewPage.class).answerProperty());
        pages.add(1, new DialogsPage(dialogs));
        pages.forEach(page -> page.companion().ifPresent(dialogs::add));
        shippedModels = new ShippedModels(session, place.background().opening());
        shippedModels.open(pages);
        dialogs.offer(WorkbenchCommands.export(this::showExport));
        dialogs.offer(WorkbenchCommands.legs(this::showLegSettings));
        dialogVerdicts = new DialogVerdictView(cases, this::hideOverlay);
        bookmarks = new BookmarkView(cases, this::hideOverlay);
        dialogs.offer(WorkbenchCommands.verdict(this::showDialogVerdict));
        dialogs.offer(WorkbenchCommands.copy(this::copyCommand));
        dialogs.offer(WorkbenchCommands.copyLadder(this::copyLadderCommand));
        new LadderMemory(settings).remember(dialogs.ladderOptionsProperty());
        filter = new FilterControls(settings, cases, this::showOverlay, this::hideOverlay);
        look = new Look(settings);
        rail = new Rail(railEntries());
        rail.collapsedProperty().bindBidirectional(look.railCollapsedProperty());
        rail.chosenProperty().subscribe(entry -> session.prefer(entry.page().shownMethod()));
        beforeLegs.bind(Bindings.createBooleanBinding(() -> reading.get() || (isDetecting() && !showsDialogs()),
                reading, session.stateProperty(), rail.chosenProperty()));
        TimeStripView strip = new TimeStripView(selection, threads.quick());
        InspectorView inspector = new InspectorView(selection, session.methods(), threads.quick(), settings);
        frame = new WorkbenchController(look, captures);
        root = Views.load("Workbench.fxml", frame);
        frame.setRail(rail.root());
        frame.setTopBar(topBar());
        frame.setStrip(strip.root());
        frame.setLab(lessons.banner(), lessons.panel());
        frame.setInspector(inspector.root(), inspector.bar(look::switchInspector));
        frame.setStatusBar(statusBar(threads.hashing()));
        frame.setAbove(filter.layer());
        presentation = new Presentation((ScaledPane) root, settings, look.presentingProperty());
        look.presentingProperty().addListener((_, _, now) -> eachPage(page -> page.present(now)));
        root.sceneProperty().flatMap(Scene::windowProperty).map(_ -> true).orElse(false).subscribe(watch::setShown);
        look.applyTo(root);
        about = new AboutPage(desktop, RunTask.POOL, this::hideOverlay);
        commands = new CommandCentre(commands(), groups(), this::showAbout, this::showOverlay, this::hideOverlay);
        commands.listen(root);
        commands.onTyped("/", filter::focus);
        commands.alsoHear(this::keysInFront);
        filter.offerIn(List.of(dialogs::filterBy, inspector::filterBy));
        filter.onGrouping(dialogs::groupBy);
        filter.onFiltered(List.of(strip::showFiltered));
        pages.forEach(page -> filter.onFiltered(List.of(page::showFiltered)));
        supplyFields(inspector);
        new IncidentBands(strip, session, selection, this::openIncident).follow();
        IndexDisplay display = new IndexDisplay(selection, indexViews(strip, inspector));
        selection.usePlaces(this::here, this::goTo);
        model.stateProperty().addListener((_, old, now) -> openFirstPage(old, now));
        model.stateProperty().addListener((_, old, now) -> display.follow(old, now));
        model.stateProperty().addListener((_, old, now) -> endGrowth(old, now));
        StartPage start = new StartPage(captures, recent, SampleCaptures.list(), commands.groups(), live.rights());
        Pages middle = new Pages(frame, rail, captures, model, start.root(), this::showReport, this::showFind, labs);
        notices = middle::note;
        middle.warn(roles.problem());
        model.stateProperty().subscribe(middle::show);
        session.foundProperty().subscribe(middle::showFound);
        model.stateProperty().subscribe(this::exportFrom);
        pages.forEach(page -> truth.onTruth(page::showTruth));
        truth.onTruth(inspector::showTruth);
        truth.onTruth(new AttackBands(strip, selection)::show);
        lessons.onRanges(new AnswerBands(strip, selection)::show);
        session.stateProperty().subscribe(state -> inspector.showDetections(state.detections()));
        session.foundProperty()
                .map(found -> found.map(Workbench::misfits).orElse(List.of()))
                .subscribe(inspector::showMisfits);
        dialogs.onCurrentMessage(inspector::showCurrent);
        dialogs.onCurrentStream(inspector::showStream);
        dialogs.watchLegs(legs.runningProperty(), legs.progressProperty());
        legs.legsProperty().subscribe(dialogs::showLegs);
        legs.legsProperty().subscribe(inspector::showLegs);
        caseSettings = new CaseSettingsControls(settings, cases, middle::note, middle::offerOfCase);
        cases.openProperty().subscribe(new CaseCaptures(captures, rail, middle::note)::follow);
        truth.onNotice(middle::note);
        autosave = new NoteAutosave(settings.directory().resolve("notes"), cases, threads.hashing(), threads.saving(),
                dialogs.notesProperty(), dialogs::openNotes, middle::offer);
        model.stateProperty().subscribe(autosave::follow);
        model.stateProperty().subscribe(state -> truth.follow(labs.withTruth(state)));
        labs.onChange(this::followLab);
        labs.desk().onTurned(filter.model()::drop);
    }

    /// Who begins a lab starts at the dialogs if the page in front is locked.
    private void followLab() {
        frame.showLab(labs.desk().sessionProperty().get().isPresent(), labs.desk().inProgress().isPresent());
        rail.showLocks(page -> labs.desk().isLocked(page.id()));
        if (labs.desk().isLocked(shownPage())) {
            openDialogs();
        }
    }

    /// The number of the open case. Without one its name, unless it is that of a capture, as of a
    /// case that nobody named.
    private String caseNumber() {
        Optional<OpenCase> open = cases.openProperty().get();
        if (open.filter(openCase -> !openCase.number().isEmpty()).isPresent()) {
            return open.get().number();
        }
        return open
                .filter(openCase -> openCase.evidence()
                        .stream()
                        .noneMatch(each -> each.name().startsWith(openCase.name() + ".")))
                .map(OpenCase::name)
                .orElse("");
    }

    private CaseRecord record() {
        return cases.openProperty()
                .get()
                .map(openCase -> CaseRecord.of(openCase.verdicts(), openCase.notes(), openCase.lastHash())
                        .within(new CaseScope(
                                cases.absentProperty().get().stream().map(each -> FileName.last(each.path())).toList(),
                                cases.unsearched())))
                .orElse(CaseRecord.NONE);
    }

    private static List<ModelFit> misfits(Investigation found) {
        return found.fits().stream().filter(fit -> !fit.fits()).toList();
    }

    /// What models find, and what the analyst notes, can be asked by the filter.
    private void supplyFields(InspectorView inspector) {
        FieldSupply fields = new FieldSupply(filter.model(), session, RunTask.POOL);
        model.stateProperty()
                .subscribe(state -> fields.conceal(state.index()
                        .map(index -> EnumSet.allOf(Concealed.class)
                                .stream()
                                .filter(index::conceals)
                                .collect(Collectors.toSet()))
                        .orElse(Set.of())));
        fields.followNotes(dialogs.notesProperty());
        fields.fieldsProperty().subscribe(dialogs::showFields);
        fields.findings().subscribe(dialogs::showFindings);
        fields.incidents().subscribe(dialogs::showIncidents);
        fields.incidents().subscribe(inspector::showIncidents);
        fields.problems().subscribe(dialogs::showProblems);
        session.stateProperty().subscribe(state -> UserRoles.estimated(state).ifPresent(dialogs::showRoles));
    }

    private boolean isDetecting() {
        return session.stateProperty().get().isRunning();
    }

    private boolean showsDialogs() {
        return rail.chosenProperty().get().page() instanceof DialogsPage;
    }

    private boolean isLive() {
        return model.state() instanceof WorkbenchState.Live;
    }

    /// What pauses while a live capture grows looks at all of it once that has ended.
    private void endGrowth(WorkbenchState old, WorkbenchState now) {
        if (old instanceof WorkbenchState.Live && !(now instanceof WorkbenchState.Live)) {
            session.endGrowth();
            legs.endGrowth();
        }
    }

    private List<IndexDisplay.IndexView> indexViews(TimeStripView strip, InspectorView inspector) {
        List<IndexDisplay.IndexView> views = new ArrayList<>();
        views.add(IndexDisplay.view(labs::show, () -> {}));
        views.add(filter.indexView());
        views.add(IndexDisplay.view(index -> session.show(index, isLive()), session::showNothing));
        views.add(IndexDisplay.view(cases::show, cases::showNothing));
        pages.forEach(page -> views.add(labs.view(page)));
        views.add(IndexDisplay.view(strip::show, strip::showNothing));
        views.add(IndexDisplay.view(inspector::show, inspector::showNothing));
        views.add(IndexDisplay.view(account::show, this::hideOverlay));
        views.add(IndexDisplay.view(index -> legs.show(index, isLive()), legs::showNothing));
        return views;
    }

    private List<RailEntry> railEntries() {
        return pages.stream()
                .map(page -> new RailEntry(page, page.isFiltered() ? page.root() : filter.unfiltered(page.root())))
                .toList();
    }

    private Node topBar() {
        return Views.load("TopBar.fxml", new TopBarController(this, rail, truth, filter.bar(), live.button()));
    }

    private Node statusBar(Executor hashing) {
        return new StatusBar(model, captures.loader(), new StatusBar.Choice(selection, filter.model()), hashing,
                this::showReport, captures::dropKeyLogs, live.bar()).root();
    }

    private List<CommandGroup> groups() {
        List<CommandGroup> groups = new ArrayList<>();
        groups.add(filter.commands());
        pages.stream()
                .filter(page -> !(page instanceof DialogsPage))
                .forEach(page -> page.commands().ifPresent(groups::add));
        groups.addAll(dialogs.commands());
        return groups;
    }

    private List<Command> commands() {
        List<Command> own = WorkbenchCommands.of(this, rail);
        own.addAll(incidents.commands());
        own.addAll(presentation.commands());
        return Stream.concat(own.stream(), filter.everywhere().stream()).toList();
    }

    /// Makes ready what an opened capture will be shown in.
    void prepare() {
        frame.prepare(rail.chosenProperty().get().view());
        dialogs.prepare();
    }

    /// Whether all is found, and joined, that is looked for in the background once a capture is
    /// open.
    boolean isAtRest() {
        SessionState found = session.stateProperty().get();
        boolean isOfOpen = found.index().isEmpty() || found.index().equals(model.state().index());
        return isOfOpen && !found.isRunning() && !legs.runningProperty().get() && !session.joiningProperty().get();
    }

    /// Does this once, when all has been at rest for a moment: at once if no capture is read.
    void onceAtRest(Runnable action) {
        ReadOnlyBooleanProperty reading = captures.loader().runningProperty();
        new FirstRest(() -> !reading.get() && isAtRest(), SETTLED, action).follow(Stream.of(reading,
                model.stateProperty(), session.stateProperty(), legs.runningProperty(), session.joiningProperty()));
    }

    /// What the detectors find in the open captures.
    SessionModel session() {
        return session;
    }

    /// The case of the window.
    CaseModel cases() {
        return cases;
    }

    /// The id of the page in front.
    String shownPage() {
        return rail.chosenProperty().get().page().id();
    }

    /// What is noted of the open captures.
    DialogNotes notes() {
        return dialogs.notesProperty().get();
    }

    /// Saves the notes that are not saved yet, and stops whatever runs for the window.
    void close() {
        autosave.close();
        cases.finish();
        captures.cancel();
        live.stop();
        session.showNothing();
    }

    /// What gets the faults that nobody handled.
    UncaughtFaults uncaughtFaults() {
        SeenFaults seen = new SeenFaults();
        FaultSurroundings around = new WorkbenchFaults(this, desktop, rail, autosave::save, watch::explains,
                notice -> notices.accept(Optional.of(notice)));
        return new UncaughtFaults(seen, new FaultDisplay(seen, around, RunTask.POOL));
    }

    /// The content.
    Parent root() {
        return root;
    }

    /// Whether something is under way that opening other captures would end or hide.
    boolean isBusy() {
        return model.state() instanceof WorkbenchState.Live || frame.isOverlaid();
    }

    /// What the window is about.
    ReadOnlyObjectProperty<WorkbenchState> stateProperty() {
        return model.stateProperty();
    }

    /// Opens captures, and begins to take packets from the network.
    CaptureOpening captures() {
        return captures;
    }

    /// How long a sample takes to give its answer.
    FirstAnswer firstAnswer() {
        return captures.answer();
    }

    /// Opens the sample in which there is an incident.
    void openSampleIncident() {
        captures.openSample(SampleCaptures.list().getFirst());
    }

    /// Opens what the clipboard holds, where nothing is open and nobody types text.
    ///
    /// @return whether it holds something to open
    boolean pasteFirst() {
        boolean isTyping = root.getScene().getFocusOwner() instanceof TextInputControl;
        return !isTyping && !captures.isInUse() && captures.paste();
    }

    /// Opens the case that was open last, or shows the open one.
    ///
    /// @return whether there is one
    boolean continueCase() {
        Optional<Path> last = recent.lastCase();
        last.ifPresent(captures::openCase);
        return last.isPresent();
    }

    private void openCase(Path file) {
        model.dismissFailure(); // its page would hide the case
        rail.open(CasePage.ID);
        page(CasePage.class).open(file, window());
    }

    private void openLab(Path lab) {
        model.dismissFailure(); // its page would hide the labs
        rail.open(LabsPage.ID);
        page(LabsPage.class).open(lab);
    }

    /// What is chosen.
    SelectionModel selection() {
        return selection;
    }

    /// The page of this class.
    <P extends Page> P page(Class<P> type) {
        return pages.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    /// Goes through the pages, from top to bottom.
    void eachPage(Consumer<Page> act) {
        pages.forEach(act);
    }

    /// All commands, as the list of keys and the palette show them.
    List<CommandGroup> commandGroups() {
        return commands.groups();
    }

    /// The filter.
    FilterModel filter() {
        return filter.model();
    }

    /// How it looks.
    Look look() {
        return look;
    }

    /// Shows the capture report, where a capture is open.
    boolean showReport() {
        if (model.state().index().isEmpty()) {
            return false;
        }
        frame.showOverlay(account.root());
        return true;
    }

    /// Asks what is to be found in folders, or shows what was found.
    void showFind() {
        find.show();
    }

    /// Shows it with a folder to search.
    private void showFind(Path folder) {
        find.show(folder);
    }

    /// Asks what is to be exported.
    void showExport() {
        exports.begin();
        frame.showOverlay(exports.root());
        exports.focus();
    }

    /// Shows how the legs of calls are detected.
    void showLegSettings() {
        frame.showOverlay(legSettings.root());
        legSettings.focus();
    }

    /// Asks for a verdict about the dialog that is chosen.
    void showDialogVerdict() {
        Optional<SipIndex> index = model.state().index();
        List<Integer> chosen = selection.get().dialogs();
        if (index.isPresent() && !chosen.isEmpty()) {
            dialogVerdicts.show(index.get(), chosen.getFirst());
            frame.showOverlay(dialogVerdicts.root());
            dialogVerdicts.focus();
        }
    }

    /// Asks why the frame of the current message is bookmarked.
    void showBookmark() {
        Optional<SipIndex> index = model.state().index();
        List<Integer> chosen = selection.get().messages();
        if (index.isPresent() && !chosen.isEmpty()) {
            bookmarks.show(index.get(), chosen.getLast());
            frame.showOverlay(bookmarks.root());
            bookmarks.focus();
        }
    }

    /// Copies the command that gives what the page in front shows.
    void copyCommand() {
        copy(ViewCommand::ofPage);
    }

    /// Copies the command that gives the ladder of the chosen dialogs.
    void copyLadderCommand() {
        List<String> callIds = model.state()
                .index()
                .map(index -> selection.get().dialogs().stream().map(index.dialogs()::callId).toList())
                .orElse(List.of());
        copy(command -> command.ofLadder(callIds));
    }

    /// Makes a command of a view.
    @FunctionalInterface
    private interface CommandMaker {
        String of(ViewCommand view) throws CommandRefusedException;
    }

    private void copy(CommandMaker maker) {
        try {
            String command = maker.of(new ViewCommand(shownView(), filter.model().catalogProperty().get()));
            CommandCopy.copy(command);
            notices.accept(Optional.of(new Notice(Notice.Tone.INFORMATION,
                    text("workbench.command.copied", VisibleText.ofValue(command, LONGEST_COMMAND)), List.of(),
                    List.of())));
        } catch (CommandRefusedException none) {
            notices.accept(Optional
                    .of(new Notice(Notice.Tone.WARNING, String.valueOf(none.getMessage()), List.of(), List.of())));
        }
    }

    /// What a lab keeps back has no command.
    private ShownView shownView() throws CommandRefusedException {
        String page = shownPage();
        if (labs.desk().isLocked(page)) {
            throw CommandRefusedException.of("workbench.command.copy.locked");
        }
        Optional<OpenCaptures> open = model.state() instanceof Whole whole ? whole.investigation() : Optional.empty();
        return new ShownView(page, open.map(OpenCaptures::files).orElse(List.of()),
                open.map(its -> captures.options(its.keyLogs().files())).orElse(ReadOptions.NONE),
                filter.model().textProperty().get(), filter.model().onlyMessagesProperty().get(),
                selection.get().time(), cases.openProperty().get().map(OpenCase::file),
                labs.desk().sessionProperty().get().map(its -> its.folder().folder()));
    }

    private void exportFrom(WorkbenchState state) {
        if (state instanceof Whole whole && whole.investigation().isPresent()) {
            OpenCaptures open = whole.investigation().get();
            exports.show(open.index(), captures.options(open.keyLogs().files()));
        } else {
            exports.showNothing();
        }
    }

    /// Writes incidents into files.
    IncidentExport incidentExport() {
        return incidents;
    }

    private boolean isConcealed() {
        return model.state().index().filter(index -> index.conceals(Concealed.FINDINGS)).isPresent();
    }

    /// What is found in captures that are open as a whole, once all detectors have finished.
    private Optional<Investigation> exportable() {
        boolean isComplete = model.state() instanceof Whole && !session.stateProperty().get().isRunning()
                && !session.joiningProperty().get() && session.stateProperty().get().joined().failure().isEmpty();
        return isComplete ? session.foundProperty().getValue() : Optional.empty();
    }

    /// Goes to the search of the dialogs, where a capture is open.
    boolean focusSearch() {
        if (model.state().index().isEmpty()) {
            return false;
        }
        openDialogs();
        dialogs.focusSearch();
        return true;
    }

    /// Shows all keys.
    void showHelp() {
        commands.showHelp();
    }

    /// Shows what the program is.
    void showAbout() {
        frame.showOverlay(about.root());
    }

    /// Shows all commands.
    void showPalette() {
        commands.showPalette();
    }

    private void openDialogs() {
        rail.open(DialogsPage.ID);
    }

    /// A capture that was not open before begins with the first page, that of a lab with the dialogs.
    private void openFirstPage(WorkbenchState old, WorkbenchState now) {
        boolean reads = now instanceof WorkbenchState.Loading loading && !(old instanceof WorkbenchState.Loading)
                && !loading.isAgain();
        boolean listens = now instanceof WorkbenchState.Live && !(old instanceof WorkbenchState.Live);
        if (reads || listens) {
            rail.choose(0);
            pages.getFirst().goTo("");
            if (labs.desk().isLocked(pages.getFirst().id())) {
                openDialogs();
            }
        }
    }

    private SelectionModel.Place here() {
        Page page = rail.chosenProperty().get().page();
        return new SelectionModel.Place(page.id(), page.place(), filter.model().textProperty().get());
    }

    private void goTo(SelectionModel.Place place) {
        rail.open(place.page());
        rail.chosenProperty().get().page().goTo(place.within());
        filter.use(place.filter());
    }

    /// Shows an incident; Back returns.
    private void openIncident(String id) {
        selection.follow(selection.get());
        rail.choose(0);
        pages.getFirst().goTo(id);
    }

    /// Brings the page with this id to the front.
    void openPage(String page) {
        rail.open(page);
    }

    /// The window around the pages.
    private final class PageFrame implements Workplace.Frame {

        @Override
        public ObservableValue<Boolean> growing() {
            return model.stateProperty()
                    .map(state -> state instanceof WorkbenchState.Live || state instanceof WorkbenchState.Loading);
        }

        @Override
        public ObservableValue<Boolean> live() {
            return model.stateProperty().map(WorkbenchState.Live.class::isInstance);
        }

        @Override
        public void showOverlay(Node content) {
            frame.showOverlay(content);
        }

        @Override
        public void hideOverlay() {
            frame.hideOverlay();
        }

        @Override
        public void showUndecoded() {
            showReport();
        }

        @Override
        public void open(String page) {
            rail.open(page);
        }

        @Override
        public void open(String page, String within) {
            selection.follow(selection.get());
            rail.open(page);
            pages.stream().filter(each -> each.id().equals(page)).findFirst().ifPresent(target -> target.goTo(within));
        }

        @Override
        public void openIncident(String id) {
            Workbench.this.openIncident(id);
        }

        @Override
        public void useModel(ModelFile model, ModelOrigin origin) {
            Optional<Page> page = pages.stream()
                    .filter(each -> each.controlledMethod().filter(model.kind()::equals).isPresent())
                    .findFirst();
            page.ifPresentOrElse(target -> target.useModel(model, origin), () -> shippedModels.use(model));
        }

        @Override
        public void keepSettings() {
            caseSettings.keep();
        }

        @Override
        public void useSettings() {
            caseSettings.use();
        }

        @Override
        public DialogPair dialogPair() {
            return dialogs.pair();
        }

        @Override
        public void openDialogs() {
            Workbench.this.openDialogs();
        }

        @Override
        public void showDialogs(Selection chosen, String expression, String words) {
            selection.follow(chosen);
            filter.use(expression, words);
            Workbench.this.openDialogs();
        }

        @Override
        public void openCaptures(List<Path> files) {
            captures.open(files);
        }

        @Override
        public List<Path> recentCaptures() {
            return captures.recent().entries().stream().flatMap(entry -> entry.files().stream()).distinct().toList();
        }

        @Override
        public void exportMessages() {
            showExport();
            exports.chooseMessages();
        }

        @Override
        public void writeReport() {
            incidents.report();
        }

        @Override
        public List<MenuItem> incidentExports() {
            return incidents.menuItems(() -> {});
        }
    }

    /// The window around the page that finds calls.
    private final class FindFrame implements FindControls.Frame {

        @Override
        public void show(Node content) {
            frame.showOverlay(content);
        }

        @Override
        public void hide() {
            frame.hideOverlay();
        }

        @Override
        public void open(List<Path> files, String callId) {
            captures.openFound(files, () -> model.state().index().ifPresent(index -> {
                int dialog = index.dialogs().find(callId);
                if (dialog >= 0) {
                    selection.follow(Selection.NONE.withDialogs(List.of(dialog)));
                    openDialogs();
                }
            }));
        }
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    private void showOverlay(Node page) {
        frame.showOverlay(page);
    }

    private void hideOverlay() {
        frame.hideOverlay();
    }

    /// Asks the window to close, as its own button does.
    void quit() {
        Window window = window();
        Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// Whether a lab keeps the page with this id back.
    boolean isLocked(String page) {
        return labs.desk().isLocked(page);
    }

    /// The commands of the page in front, unless another page lies over it.
    private List<Command> keysInFront() {
        if (!frame.isViewInFront()) {
            return List.of();
        }
        Page front = rail.chosenProperty().get().page();
        List<Command> keys = new ArrayList<>(commandsOf(page(LabsPage.class)));
        if (!labs.desk().isLocked(front.id())) {
            keys.addAll(commandsOf(front));
        }
        return keys;
    }

    private static List<Command> commandsOf(Page page) {
        return page.commands().map(CommandGroup::commands).orElse(List.of());
    }

    /// Closes what lies on top, else restores a maximised pane, else clears the filter of a link, else
    /// ends the presentation, else stops the run.
    boolean escape() {
        if (frame.hideOverlay()) {
            return true;
        }
        return dialogs.restorePanes() || filter.model().dropLinked() || presentation.leave() || captures.cancel()
                || live.stop() || presentation.leaveFullScreen();
    }
}
