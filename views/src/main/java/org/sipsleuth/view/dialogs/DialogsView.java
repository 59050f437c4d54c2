package org.sipsleuth.view.dialogs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Parent;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.dialogs.compare.ComparedPair;
import org.sipsleuth.view.dialogs.compare.Comparisons;
import org.sipsleuth.view.dialogs.export.LadderExport;
import org.sipsleuth.view.dialogs.ladder.LadderOptions;
import org.sipsleuth.view.dialogs.ladder.LadderView;
import org.sipsleuth.view.dialogs.search.SearchView;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Found;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.message.MessageView;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.DialogPair;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.sipsleuth.view.ui.folder.FolderOpener;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dialogs of a capture as a list, a ladder and a raw message. Used on the JavaFX thread.
public final class DialogsView {

    private static final Logger LOG = LoggerFactory.getLogger(DialogsView.class);

    private final DialogsViewModel model;
    private final NotesModel notes;
    private final LadderView ladder;
    private final MessageView message;
    private final SearchView search;
    private final ExtendedFlow flow = new ExtendedFlow();
    private final Comparisons comparisons;
    private final LadderExport export;
    private final DialogsController controller;
    private final Parent root;
    private final List<LadderCompanion> companions = new ArrayList<>();
    private List<Path> files = List.of();

    /// @param selection the selection that it shows and sets
    public DialogsView(SelectionModel selection) {
        this(selection, Memory.forgetful(), new SystemFolders());
    }

    /// @param memory what was chosen in an earlier window
    /// @param folders opens the folders of written files
    public DialogsView(SelectionModel selection, Memory memory, FolderOpener folders) {
        message = new MessageView();
        model = new DialogsViewModel(selection, this::runInBackground);
        notes = new NotesModel(model);
        ladder = new LadderView(selection, message);
        search = new SearchView(selection, message::focusText);
        comparisons = new Comparisons(selection, ladder.names());
        export = new LadderExport(ladder::shown, folders);
        model.chosenProperty().subscribe(this::showLadder); // before the list shows them
        controller = new DialogsController(model, notes, memory, new LadderPanel(ladder, flow, comparisons, export),
                new MessagePanel(message, search, comparisons), new MatchSteps(model, ladder, selection),
                comparisons.comparesDialogsProperty());
        root = Views.load("Dialogs.fxml", controller);
        flow.onProperty().subscribe(_ -> showLadder(model.chosenProperty().get()));
        controller.predictionShownProperty().subscribe(_ -> showLikely());
        controller.predictionShownProperty().subscribe(_ -> showSurprise());
        search.hits().subscribe(this::showFound);
        search.placeProperty().subscribe(place -> message.goToMark(place.intValue()));
    }

    /// The node to put into a window.
    public Parent root() {
        return root;
    }

    /// Makes the cells of the list before there is a dialog: making them takes longest of all, and
    /// then nobody waits for them.
    public void prepare() {
        controller.prepare();
    }

    /// Shows a snapshot; called again with larger ones while a capture is read.
    public void show(SipIndex index) {
        List<Path> now = index.files().stream().map(CaptureSummary::path).toList();
        if (!now.equals(files)) {
            files = now;
            export.captureChanged();
        }
        model.show(index);
        search.show(index);
        comparisons.show(index);
        showLadder(model.chosenProperty().get());
    }

    /// Shows what the dialogs of the index are, or hides it.
    public void showTruth(Optional<IndexTruth> truth) {
        model.showTruth(truth);
    }

    /// Shows what was found of the dialogs.
    public void showFindings(DialogFindings found) {
        model.showFindings(found);
    }

    /// Shows which incidents rest on the dialogs.
    public void showIncidents(DialogIncidents found) {
        model.showIncidents(found);
    }

    /// Shows what went wrong in the dialogs.
    public void showProblems(Optional<ProblemDetection> found) {
        model.showProblems(found);
        ladder.showProblems(found);
    }

    /// Uses these legs of calls from now on.
    public void showLegs(Optional<Legs> legs) {
        flow.use(legs);
        model.showLegs(legs);
        showLadder(model.chosenProperty().get());
    }

    /// Shows the progress of the leg search if it takes long.
    ///
    /// @param how from 0 to 1
    public void watchLegs(ObservableBooleanValue running, ObservableDoubleValue how) {
        controller.status().watchLegs(running, how);
    }

    /// Offers to filter by what the pointer is on.
    public void filterBy(ConditionMenu filter) {
        controller.filterBy(filter);
    }

    /// Names the roles of hosts in the ladder.
    public void showRoles(HostRoles roles) {
        ladder.showRoles(roles);
    }

    /// Groups the list by the values of a column.
    ///
    /// @param key as the column has it in settings
    public void groupBy(String key) {
        DialogColumn.ofKey(key).ifPresent(column -> model.groupBy(Optional.of(column)));
    }

    /// Shows what the window's filter leaves.
    public void showFiltered(Optional<Filtered> left) {
        model.showFiltered(left);
        ladder.showFiltered(left);
    }

    /// Adds a pane beside the ladder, below those that are there.
    public void add(LadderCompanion companion) {
        companions.add(companion);
        controller.addCompanion(companion);
        companion.likely().subscribe(_ -> showLikely());
        companion.surprise().subscribe(_ -> showSurprise());
        ladder.currentMessageProperty().subscribe(current -> {
            if (current == null || current.index().conceals(Concealed.FINDINGS)) {
                companion.followNothing();
            } else {
                companion.follow(current.index(), current.message());
            }
        });
    }

    /// Shows what the models in use compute for each dialog, by the filter fields of the methods.
    public void showFields(List<DynamicField> fields) {
        model.showFields(fields);
    }

    /// The number of the current message of the ladder, as it changes.
    public void onCurrentMessage(Consumer<OptionalInt> listener) {
        ladder.currentMessageProperty()
                .subscribe(current -> listener
                        .accept(current == null ? OptionalInt.empty() : OptionalInt.of(current.message())));
    }

    /// The current stream of media in the ladder, as it changes; empty while a message is current.
    public void onCurrentStream(Consumer<Optional<MediaStream>> listener) {
        ladder.streamProperty().subscribe(listener);
    }

    /// How the user wants ladders, to be remembered.
    public ObjectProperty<LadderOptions> ladderOptionsProperty() {
        return ladder.optionsProperty();
    }

    /// Shows that no capture is open.
    public void showNothing() {
        files = List.of();
        export.captureChanged();
        comparisons.showNothing();
        model.showNothing();
        search.showNothing();
    }

    /// What can be done here.
    public List<CommandGroup> commands() {
        return List.of(controller.commands(), ladder.commands(), search.commands(), comparisons.commands(),
                export.commands());
    }

    /// Gives the ladder the room while the window is presented.
    public void present(boolean isPresenting) {
        controller.present(isPresenting);
    }

    /// Shows all panes again if one is alone.
    ///
    /// @return false if none was
    public boolean restorePanes() {
        return controller.restorePanes();
    }

    /// The commands whose keys work wherever the focus is. Where a key means one thing in the
    /// ladder and another in the list, it is the ladder's.
    public List<Command> keys() {
        return Stream
                .of(controller.pageCommands(), search.commands().commands(), comparisons.commands().commands(),
                        export.commands().commands(), ladder.commands().commands(), controller.commands().commands())
                .flatMap(List::stream)
                .toList();
    }

    /// A place for two dialogs on another page, whose hosts are named as in the ladder.
    public DialogPair pair() {
        return new ComparedPair(ladder.names());
    }

    /// Offers in the list's menu what another part of the window does.
    public void offer(Command command) {
        controller.offer(command);
    }

    /// Moves the keyboard focus into the search.
    public void focusSearch() {
        controller.focusSearch();
    }

    private void showLadder(List<Integer> dialogs) {
        Listed listed = model.listedProperty().get();
        if (listed == null || dialogs.isEmpty()) {
            ladder.showNothing();
        } else {
            ladder.show(listed.index(), flow.dialogs(listed.index(), dialogs));
        }
    }

    private void showFound(Optional<SearchHits> hits) {
        message.mark(hits.map(SearchHits::term));
        ladder.showHits(hits);
        message.goToMark(search.placeProperty().get());
    }

    /// The ladder draws what is likely to come only while the panes beside it are in view.
    private void showLikely() {
        ladder.likelyProperty()
                .set(controller.predictionShownProperty().get()
                        ? companions.stream().flatMap(each -> each.likely().getValue().stream()).toList()
                        : List.of());
    }

    /// How usual each message is stands in the ladder only while the panes beside it are in view;
    /// where a dialog becomes unknown always.
    private void showSurprise() {
        MessageSurprise all = companions.stream()
                .map(each -> each.surprise().getValue())
                .filter(each -> !each.equals(MessageSurprise.NONE))
                .findFirst()
                .orElse(MessageSurprise.NONE);
        ladder.surpriseProperty().set(controller.predictionShownProperty().get() ? all : all.departure());
    }

    /// What the analyst noted of dialogs, to be kept in a case.
    public ReadOnlyObjectProperty<DialogNotes> notesProperty() {
        return notes.notesProperty();
    }

    /// Starts over with these notes, such as those of a case that was opened.
    public void openNotes(DialogNotes opened) {
        notes.open(opened);
    }

    private void runInBackground(Function<RunMonitor, Optional<Found>> work, Consumer<Optional<Found>> then) {
        RunTask<Optional<Found>> task = new RunTask<>(work::apply);
        task.setOnSucceeded(_ -> {
            controller.status().end();
            then.accept(task.getValue());
        });
        task.setOnFailed(_ -> {
            LOG.error("The list of dialogs could not be made", task.getException());
            controller.status().end();
            then.accept(Optional.empty());
        });
        controller.status().begin(task.shareProperty(), model::cancel);
        task.start();
    }
}
