package org.sipsleuth.view.dialogs;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Excluded;
import org.sipsleuth.view.dialogs.table.query.Found;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.dialogs.table.query.Knowledge;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.OpenGroups;
import org.sipsleuth.view.dialogs.table.query.RowFinder;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.dialogs.table.query.RowQuery;
import org.sipsleuth.view.dialogs.table.query.SortKey;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;

/// The list of dialogs: which are shown, in which order, and which are chosen.
///
/// Rows are found in the background, one query at a time. A newer search makes the running one
/// stale; a larger snapshot waits for it, so that the list goes on growing while a file is read.
final class DialogsViewModel {

    /// Runs a piece of work elsewhere, then yields its result back on the calling thread; yields
    /// nothing if the work failed.
    @FunctionalInterface
    interface Background {
        void run(Function<RunMonitor, Optional<Found>> work, Consumer<Optional<Found>> then);
    }

    private final SelectionModel selection;
    private final Background background;
    private final RowFinder finder = new RowFinder();
    private final Knowledge knowledge = new Knowledge();
    private final ReadOnlyObjectProperty<@Nullable Listed> listed = knowledge.listedProperty();
    private final ReadOnlyObjectWrapper<IntRows> rows = new ReadOnlyObjectWrapper<>(IntRows.NONE);
    private final ReadOnlyObjectWrapper<List<Integer>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty search = new SimpleStringProperty("");
    private final ListHeadline headline = new ListHeadline();
    private Optional<Filtered> filtered = Optional.empty();
    private BitSet chosenSet = new BitSet();
    private final ReadOnlyObjectWrapper<List<SortKey>> sort = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<DialogColumn>> group = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Excluded> excluded = new ReadOnlyObjectWrapper<>(Excluded.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<RowQuery> answered = Optional.empty();
    private final OpenGroups groups = new OpenGroups();
    private boolean running;
    private boolean asked;
    private final AtomicInteger generation = new AtomicInteger();

    DialogsViewModel(SelectionModel selection, Background background) {
        this.selection = selection;
        this.background = background;
        search.subscribe(_ -> ask(true));
        selection.selectionProperty().subscribe(this::selected);
    }

    /// The snapshot that the rows belong to, or null if no capture is open.
    ReadOnlyObjectProperty<@Nullable Listed> listedProperty() {
        return listed;
    }

    /// The dialogs shown, in order.
    ReadOnlyObjectProperty<IntRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The dialogs chosen here or elsewhere, whether shown or not.
    ReadOnlyObjectProperty<List<Integer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The chosen dialogs that the list does not show, as of its last answer.
    ReadOnlyObjectProperty<Excluded> excludedProperty() {
        return excluded.getReadOnlyProperty();
    }

    /// Whether this dialog is chosen.
    boolean isChosen(int dialog) {
        return chosenSet.get(dialog);
    }

    /// The chosen dialogs that are listed, in the order of the rows, also in closed
    /// groups.
    List<Integer> chosenRows() {
        return groups.dialogs().stream().filter(this::isChosen).toList();
    }

    /// All dialogs that are listed, in order, also in groups that are closed.
    IntRows dialogs() {
        return groups.dialogs();
    }

    /// What the list is sorted by.
    ReadOnlyObjectProperty<List<SortKey>> sortProperty() {
        return sort.getReadOnlyProperty();
    }

    /// What the list is grouped by, if it is.
    ReadOnlyObjectProperty<Optional<DialogColumn>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /// The groups that the rows are in, if they are.
    Optional<RowGroups> groups() {
        return groups.groups();
    }

    /// Whether a group shows its dialogs.
    boolean isOpen(int number) {
        return groups.isOpen(number);
    }

    /// Whether rows are being searched for.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What is searched for.
    StringProperty searchProperty() {
        return search;
    }

    /// What the list says about itself.
    ListHeadline headline() {
        return headline;
    }

    void show(SipIndex snapshot) {
        boolean first = listed.get() == null;
        knowledge.show(snapshot);
        follow(selection.get());
        ask(first);
    }

    /// Shows what the dialogs are, or hides it.
    void showTruth(Optional<IndexTruth> truth) {
        if (knowledge.showTruth(truth)) {
            ask(true);
        }
    }

    /// Shows what the models in use compute for each dialog.
    void showFields(List<DynamicField> fields) {
        if (knowledge.showFields(fields)) {
            ask(false);
        }
    }

    /// Shows what was found of the dialogs.
    void showFindings(DialogFindings found) {
        if (knowledge.showFindings(found)) {
            ask(false);
        }
    }

    /// Shows which incidents rest on the dialogs.
    void showIncidents(DialogIncidents found) {
        if (knowledge.showIncidents(found)) {
            ask(false);
        }
    }

    /// Shows what went wrong in the dialogs.
    void showProblems(Optional<ProblemDetection> found) {
        if (knowledge.showProblems(found)) {
            ask(false);
        }
    }

    /// Shows which dialogs are legs of one call, or hides it.
    void showLegs(Optional<Legs> found) {
        if (knowledge.showLegs(found)) {
            ask(false);
        }
    }

    /// Shows what the analyst noted.
    void showNotes(DialogNotes noted) {
        if (knowledge.showNotes(noted)) {
            ask(false);
        }
    }

    /// What the window's filter leaves, if there is one.
    Optional<Filtered> filtered() {
        return filtered;
    }

    /// Shows what the window's filter leaves.
    void showFiltered(Optional<Filtered> left) {
        filtered = left;
        ask(true);
    }

    void showNothing() {
        knowledge.showNothing();
        answered = Optional.empty();
        generation.incrementAndGet();
        groups.clear();
        rows.set(IntRows.NONE);
        chosenSet = new BitSet();
        chosen.set(List.of());
        describe();
        exclude();
    }

    void sortBy(List<SortKey> keys) {
        if (!keys.equals(sort.get())) {
            sort.set(List.copyOf(keys));
            ask(true);
        }
    }

    /// Groups by the values of a column, or no more.
    void groupBy(Optional<DialogColumn> column) {
        if (!column.equals(group.get())) {
            group.set(column);
            ask(true);
        }
    }

    /// Stops searching for rows: the list stays sorted and grouped as it is.
    void cancel() {
        if (running) {
            generation.incrementAndGet();
            asked = false;
            sort.set(answered.map(RowQuery::sort).orElse(List.of()));
            group.set(answered.flatMap(RowQuery::group));
        }
    }

    /// Opens a group, or closes it.
    void open(int number, boolean isOpen) {
        groups.open(number, isOpen);
        rows.set(groups.rows());
    }

    /// Opens all groups, or closes them.
    void openAll(boolean isOpen) {
        groups.openAll(isOpen);
        rows.set(groups.rows());
    }

    /// Chooses dialogs for the whole workbench.
    void choose(List<Integer> dialogs) {
        if (!dialogs.equals(selection.get().dialogs())) {
            selection.set(selection.get().withDialogs(dialogs));
        }
    }

    /// Of the chosen dialogs only those that are listed stay chosen.
    void chooseListedOnly() {
        IntRows all = groups.dialogs();
        List<Integer> left = chosen.get().stream().filter(d -> all.rowOf(d) >= 0).toList();
        selection.set(selection.get().withDialogs(left).withMessages(List.of()));
    }

    /// Lists dialogs of all times.
    void clearTime() {
        selection.set(selection.get().withTime(Optional.empty()));
    }

    private void selected(@Nullable Selection before, Selection now) {
        if (before == null || !before.time().equals(now.time())) {
            ask(true);
        }
        follow(now);
    }

    /// Where only messages are chosen, their dialogs are.
    private void follow(Selection choice) {
        Listed now = listed.get();
        List<Integer> dialogs = choice.dialogs();
        if (dialogs.isEmpty() && now != null) {
            dialogs = choice.messages()
                    .stream()
                    .filter(message -> message < now.index().messages().size())
                    .map(now.index().messages()::dialog)
                    .distinct()
                    .toList();
        }
        if (!dialogs.equals(chosen.get())) {
            BitSet set = new BitSet();
            dialogs.forEach(set::set);
            chosenSet = set;
            chosen.set(dialogs);
            exclude();
        }
    }

    private void ask(boolean makesRunningStale) {
        asked = true;
        if (makesRunningStale) {
            generation.incrementAndGet();
        }
        if (!running) {
            start();
        }
    }

    private void start() {
        Listed snapshot = listed.get();
        asked = false;
        if (snapshot == null) {
            describe();
            return;
        }
        int wanted = generation.get();
        BooleanSupplier stale = () -> generation.get() != wanted;
        RowQuery query = new RowQuery(snapshot, RowQuery.wordsOf(search.get()), selection.get().time(),
                filtered.filter(left -> left.isOf(snapshot.index())), sort.get(), group.get());
        running = true;
        busy.set(true);
        background.run(monitor -> finder.find(query, new Wanted(monitor, stale)),
                found -> finished(query, found, stale));
    }

    /// A run is watched by its monitor, and stops when its answer is no longer wanted.
    private record Wanted(RunMonitor monitor, BooleanSupplier stale) implements RunMonitor {
        @Override
        public void progress(Progress progress) {
            monitor.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            return stale.getAsBoolean() || monitor.isCancelled();
        }

        @Override
        public void failed(String name, RuntimeException fault) {
            monitor.failed(name, fault);
        }
    }

    private void finished(RowQuery query, Optional<Found> found, BooleanSupplier stale) {
        running = false;
        busy.set(false);
        if (found.isPresent() && !stale.getAsBoolean()) {
            answered = Optional.of(query);
            groups.show(found.get());
            rows.set(groups.rows());
            describe();
            exclude();
        }
        if (asked) {
            start();
        }
    }

    private void exclude() {
        excluded.set(answered.map(query -> Excluded.of(chosen.get(), groups.dialogs(), query)).orElse(Excluded.NONE));
    }

    private void describe() {
        headline.show(listed.get(), groups.dialogs().size(), search.get(), answered);
    }
}
