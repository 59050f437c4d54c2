package org.sipsleuth.app.workbench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.sipsleuth.app.workbench.background.Threads;
import org.sipsleuth.app.workbench.chooser.FileAsker;
import org.sipsleuth.app.workbench.field.FieldSupply;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.loading.AfterReading;
import org.sipsleuth.app.workbench.loading.CaptureWatch;
import org.sipsleuth.app.workbench.loading.OpenCaptures;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.notes.NoteAutosave;
import org.sipsleuth.app.workbench.page.LoadingPage;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.app.workbench.page.StartPage;
import org.sipsleuth.app.workbench.sequence.SequenceControls;
import org.sipsleuth.app.workbench.status.StatusBar;
import org.sipsleuth.app.workbench.truth.TruthControls;
import org.sipsleuth.casefile.DialogNotes;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.account.AccountView;
import org.sipsleuth.view.belief.BeliefsView;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.export.ExportView;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Views;
import org.sipsleuth.view.fx.command.Command;
import org.sipsleuth.view.fx.command.CommandGroup;
import org.sipsleuth.view.fx.filter.FilterModel;
import org.sipsleuth.view.fx.leg.LegRun;
import org.sipsleuth.view.fx.session.SessionModel;
import org.sipsleuth.view.inspector.InspectorView;
import org.sipsleuth.view.legs.LegSettingsView;
import org.sipsleuth.view.statistics.StatisticsView;
import org.sipsleuth.view.timestrip.TimeStripView;

/// The window's content: every part, wired by constructors. Used on the JavaFX thread.
final class Workbench {

    /// The place of the page Beliefs in the rail.
    private static final int BELIEFS = 3;

    private final Surroundings outside;
    private final WorkbenchViewModel model = new WorkbenchViewModel();
    private final SelectionModel selection = new SelectionModel();
    private final CaptureOpening captures;
    private final FilterControls filter;
    private final DialogsView dialogs;
    private final StatisticsView statistics;
    private final BeliefsView beliefs;
    private final AccountView account = new AccountView(this::hideOverlay);
    private final LiveControls live;
    private final TruthControls truth;
    private final SessionModel session;
    private final SequenceControls sequences;
    private final LegRun legs;
    private final LegSettingsView legSettings;
    private final ExportView exports;
    private final CaptureWatch watch;
    private Consumer<Optional<Notice>> notices = _ -> {};
    private final Rail rail;
    private final Look look;
    private final WorkbenchController frame;
    private final CommandCentre commands;
    private final Presentation presentation;
    private final NoteAutosave autosave;
    private final Parent root;

    Workbench(Surroundings outside, Threads threads) {
        this.outside = outside;
        live =
                new LiveControls(
                        outside.live(),
                        model,
                        threads.live(),
                        this::showOverlay,
                        this::hideOverlay);
        captures =
                new CaptureOpening(
                        outside, model, live, threads.reading(), this::hideOverlay, this::window);
        watch = new CaptureWatch(model, threads.watching());
        ReadOnlyBooleanProperty reading = captures.loader().runningProperty();
        truth = new TruthControls(threads.quick(), threads.hashing());
        session = new SessionModel(Methods.standard(), threads.detectors(reading));
        sequences =
                new SequenceControls(
                        selection,
                        session,
                        threads.sequences(),
                        new FileAsker(outside.settings(), FileAsker.Kind.MODELS),
                        this::showOverlay,
                        this::hideOverlay);
        legs = new LegRun(new AfterReading(reading, threads.scoring()));
        legSettings =
                new LegSettingsView(
                        legs, legs.legsProperty(), outside.settings(), this::hideOverlay);
        exports =
                new ExportView(
                        selection,
                        legs.legsProperty(),
                        ForkJoinPool.commonPool(),
                        outside.settings(),
                        file -> captures.open(List.of(file)), outside.folders(), this::hideOverlay);
        dialogs =
                new DialogsView(
                        selection,
                        sequences.models().modelProperty(),
                        sequences.analysis().stateProperty(),
                        outside.settings(),
                        outside.folders());
        statistics = new StatisticsView(selection, ForkJoinPool.commonPool(), this::openDialogs);
        beliefs =
                new BeliefsView(
                        selection,
                        session,
                        threads.beliefs(reading),
                        new FileAsker(outside.settings(), FileAsker.Kind.TABLES),
                        this::openBeliefs);
        dialogs.addBelowPrediction(beliefs.step(), beliefs::follow, beliefs::followNothing);
        dialogs.offer(WorkbenchCommands.export(this::showExport));
        dialogs.offer(WorkbenchCommands.legs(this::showLegSettings));
        new LadderMemory(outside.settings()).remember(dialogs.ladderOptionsProperty());
        filter = new FilterControls(outside.settings(), this::showOverlay, this::hideOverlay);
        look = new Look(outside.settings());
        rail = new Rail(railEntries());
        rail.collapsedProperty().bindBidirectional(look.railCollapsedProperty());
        TimeStripView strip = new TimeStripView(selection, threads.quick());
        InspectorView inspector = new InspectorView(
                        selection, session.methods(), threads.quick(), outside.settings());
        frame = new WorkbenchController(parts(strip, inspector, threads), look, captures);
        root = Views.load("Workbench.fxml", frame);
        presentation = new Presentation((ScaledPane) root, outside.settings());
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .map(_ -> true)
                .orElse(false)
                .subscribe(watch::setShown);
        look.applyTo(root);
        commands = new CommandCentre(commands(), groups(), this::showOverlay, this::hideOverlay);
        commands.listen(root);
        commands.onTyped("/", filter::focus);
        commands.alsoHear(this::keysInFront);
        filter.offerIn(List.of(dialogs::filterBy, inspector::filterBy));
        filter.onGrouping(dialogs::groupBy);
        filter.onFiltered(
                List.of(dialogs::showFiltered, strip::showFiltered, statistics::showFiltered));
        supplyFields();
        IndexDisplay display =
                new IndexDisplay(
                        selection,
                        List.of(
                                filter.indexView(),
                                IndexDisplay.view(session::show, session::showNothing),
                                IndexDisplay.view(dialogs::show, dialogs::showNothing),
                                IndexDisplay.view(statistics::show, statistics::showNothing),
                                IndexDisplay.view(beliefs::show, beliefs::showNothing),
                                IndexDisplay.view(strip::show, strip::showNothing),
                                IndexDisplay.view(inspector::show, inspector::showNothing),
                                IndexDisplay.view(account::show, this::hideOverlay),
                                IndexDisplay.view(legs::show, legs::showNothing)));
        model.stateProperty().addListener((_, old, now) -> display.follow(old, now));
        Pages pages = pages();
        notices = pages::note;
        model.stateProperty().subscribe(pages::show);
        model.stateProperty().subscribe(this::exportFrom);
        truth.onTruth(dialogs::showTruth);
        truth.onTruth(inspector::showTruth);
        truth.onTruth(sequences::showTruth);
        truth.onTruth(beliefs::showTruth);
        session.stateProperty()
                .subscribe(state -> inspector.showDetections(state.detections()));
        dialogs.onCurrentMessage(inspector::showCurrent);
        dialogs.watchLegs(legs.runningProperty(), legs.progressProperty());
        legs.legsProperty().subscribe(dialogs::showLegs);
        legs.legsProperty().subscribe(inspector::showLegs);
        truth.onNotice(pages::note);
        autosave =
                new NoteAutosave(
                        outside.settings().directory().resolve("notes"),
                        threads.hashing(),
                        threads.saving(),
                        dialogs.notesProperty(),
                        dialogs::openNotes,
                        pages::offer);
        model.stateProperty().subscribe(autosave::follow);
        model.stateProperty().subscribe(truth::follow);
    }

    /// What models find, and what the analyst notes, can be asked by the filter.
    private void supplyFields() {
        FieldSupply fields = new FieldSupply(filter.model(), session, ForkJoinPool.commonPool());
        fields.followNotes(dialogs.notesProperty());
        fields.findings().subscribe(dialogs::showFindings);
    }

    /// The views, a line each.
    private List<RailEntry> railEntries() {
        return List.of(
                RailEntry.of("dialogs", "fth-list", dialogs.root(), new ReadOnlyStringWrapper("")),
                RailEntry.of(
                        "unknown",
                        "fth-help-circle",
                        filter.unfiltered(sequences.unknown()),
                        sequences.badge()),
                RailEntry.of(
                        "statistics",
                        "fth-bar-chart-2",
                        statistics.root(),
                        new ReadOnlyStringWrapper("")),
                RailEntry.of(
                        "beliefs",
                        "fth-pie-chart",
                        filter.unfiltered(beliefs.root()),
                        beliefs.badge()));
    }

    private WorkbenchController.Parts parts(
            TimeStripView strip, InspectorView inspector, Threads threads) {
        TopBarController topBar =
                new TopBarController(
                        captures,
                        model,
                        captures.recent(),
                        selection,
                        look,
                        new TopBarController.Extras(
                                filter.bar(),
                                live.button(),
                                captures.once(),
                                truth,
                                this::showExport,
                                this::showHelp,
                                this::showPalette));
        return new WorkbenchController.Parts(
                rail.root(),
                Views.load("TopBar.fxml", topBar),
                strip.root(),
                inspector.root(),
                inspector.bar(look::switchInspector),
                new StatusBar(
                                model,
                                captures.loader(),
                                new StatusBar.Choice(selection, filter.model()),
                                threads.hashing(),
                                this::showAccount,
                                captures::dropKeyLogs,
                                live.bar())
                        .root(),
                filter.layer());
    }

    private Pages pages() {
        return new Pages(
                frame,
                rail,
                new Pages.Fixed(
                        new StartPage(captures, captures.recent().entries(), outside.samples())
                                .root(),
                        new LoadingPage(model, captures.loader()).root()),
                new Pages.Acts(
                        captures::ask,
                        captures::openAgain,
                        this::showAccount,
                        captures::unpackWhole,
                        model::dismissFailure));
    }

    private List<CommandGroup> groups() {
        return Stream.concat(
                        Stream.of(filter.commands(), beliefs.commands()),
                        dialogs.commands().stream())
                .toList();
    }

    private List<Command> commands() {
        List<Command> own =
                WorkbenchCommands.of(
                        rail,
                        selection,
                        look,
                        new WorkbenchCommands.Acts(
                                captures::ask,
                                this::focusSearch,
                                this::showAccount,
                                sequences::showModel,
                                this::showExport,
                                this::quit,
                                this::escape));
        own.add(WorkbenchCommands.legs(this::showLegSettings));
        own.addAll(presentation.commands());
        return Stream.concat(own.stream(), filter.everywhere().stream()).toList();
    }

    /// Makes ready what an opened capture will be shown in.
    void prepare() {
        frame.prepare(rail.chosenProperty().get().view());
        dialogs.prepare();
    }

    /// Whether all is found that is looked for in the background once a capture is open.
    boolean isAtRest() {
        return !legs.runningProperty().get() && !session.stateProperty().get().isRunning();
    }

    /// What the detectors find in the open captures.
    SessionModel session() {
        return session;
    }

    /// What is noted of the open captures.
    DialogNotes notes() {
        return dialogs.notesProperty().get();
    }

    /// Saves the notes that are not saved yet.
    void saveNotes() {
        autosave.close();
    }

    /// Shows a fault that nobody handled, unless it comes from a capture that changed.
    ///
    /// @param log where its details are
    void showFault(Throwable fault, String log) {
        if (!watch.explains(fault)) {
            notices.accept(Optional.of(Notice.of(OpenFailure.fault(fault, log), List.of())));
        }
    }

    /// The content.
    Parent root() {
        return root;
    }

    /// What the window is about.
    ReadOnlyObjectProperty<WorkbenchState> stateProperty() {
        return model.stateProperty();
    }

    /// Opens captures, and begins to take packets from the network.
    CaptureOpening captures() {
        return captures;
    }

    /// What is chosen.
    SelectionModel selection() {
        return selection;
    }

    /// The model in use, and what it says.
    SequenceControls sequences() {
        return sequences;
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

    private boolean showAccount() {
        if (model.state().index().isEmpty()) {
            return false;
        }
        frame.showOverlay(account.root());
        return true;
    }

    private void showExport() {
        exports.begin();
        frame.showOverlay(exports.root());
        exports.focus();
    }

    private void showLegSettings() {
        frame.showOverlay(legSettings.root());
        legSettings.focus();
    }

    private void exportFrom(WorkbenchState state) {
        if (state instanceof Whole whole && whole.investigation().isPresent()) {
            OpenCaptures open = whole.investigation().get();
            exports.show(open.index(), captures.options(open.keyLogs().files()));
        } else {
            exports.showNothing();
        }
    }

    private boolean focusSearch() {
        if (model.state().index().isEmpty()) {
            return false;
        }
        rail.choose(0);
        dialogs.focusSearch();
        return true;
    }

    private void showHelp() {
        commands.showHelp();
    }

    private void showPalette() {
        commands.showPalette();
    }

    private void openDialogs() {
        rail.choose(0);
    }

    private void openBeliefs() {
        rail.choose(BELIEFS);
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
    private void quit() {
        Window window = window();
        Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// The commands of the page in front, unless another page lies over it.
    private List<Command> keysInFront() {
        if (!frame.isViewInFront()) {
            return List.of();
        }
        return switch (rail.chosenProperty().get().id()) {
            case "dialogs" -> dialogs.keys();
            case "beliefs" -> beliefs.commands().commands();
            default -> List.of();
        };
    }

    /// Closes what lies on top, else restores a maximised pane, else stops the run.
    private boolean escape() {
        if (frame.hideOverlay()) {
            return true;
        }
        return dialogs.restorePanes()
                || captures.cancel()
                || live.stop()
                || presentation.leaveFullScreen();
    }
}
