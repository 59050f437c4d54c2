package org.sipsleuth.view.statistics;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.FigureDialogs;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.UtcTime;

/// The statistics of what is chosen: counted in the background while the page is in view, one run
/// at a time. A capture that grows waits for the run before.
final class StatisticsViewModel {

    /// Runs a piece of work elsewhere, then yields its result back on the calling thread, or the
    /// failure.
    interface Background {
        <T> Running run(Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed);
    }

    /// Work that can be stopped.
    interface Running {
        void cancel();
    }

    private final SelectionModel selection;
    private final Background background;
    private final ReadOnlyObjectWrapper<StatisticsState> state =
            new ReadOnlyObjectWrapper<>(new StatisticsState.NoCapture());
    private final ReadOnlyStringWrapper scopeWords = new ReadOnlyStringWrapper("");
    private final BooleanProperty onlyChosen = new SimpleBooleanProperty();
    private final BooleanProperty inSight = new SimpleBooleanProperty();
    private @Nullable SipIndex index;
    private @Nullable Running running;
    private List<Integer> chosen = List.of();
    private Optional<Filtered> filtered = Optional.empty();
    private StatisticsScope scope = StatisticsScope.ALL;
    private boolean isStale;

    StatisticsViewModel(SelectionModel selection, Background background) {
        this.selection = selection;
        this.background = background;
        selection.selectionProperty().subscribe(this::selected);
        onlyChosen.subscribe(_ -> choose());
        inSight.subscribe(_ -> count());
    }

    /// The state of the statistics.
    ReadOnlyObjectProperty<StatisticsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the statistics are of, in words.
    ReadOnlyStringProperty scopeWordsProperty() {
        return scopeWords.getReadOnlyProperty();
    }

    /// Whether only the dialogs count that were chosen when this was set.
    BooleanProperty onlyChosenProperty() {
        return onlyChosen;
    }

    /// Whether somebody looks; nothing is counted while nobody does.
    BooleanProperty inSightProperty() {
        return inSight;
    }

    void show(SipIndex snapshot) {
        index = snapshot;
        isStale = true;
        if (running == null) {
            count();
        }
    }

    /// Counts only the dialogs that the window's filter leaves, whole: their other messages too.
    void showFiltered(Optional<Filtered> left) {
        filtered = left;
        rescope();
    }

    void showNothing() {
        stop();
        index = null;
        onlyChosen.set(false);
        state.set(new StatisticsState.NoCapture());
    }

    /// Stops the counting.
    void cancel() {
        if (running != null) {
            stop();
            isStale = false;
            state.set(new StatisticsState.Stopped());
        }
    }

    /// Counts again, after it was stopped.
    void again() {
        isStale = true;
        count();
    }

    /// Chooses the dialogs behind a figure.
    ///
    /// @param then is run when they are chosen
    void open(Figure figure, Runnable then) {
        SipIndex now = index;
        if (now == null) {
            return;
        }
        StatisticsScope of = scope;
        background.run(monitor -> FigureDialogs.of(now, of, figure, monitor), dialogs -> {
            selection.set(selection.get().withDialogs(dialogs));
            then.run();
        }, _ -> {});
    }

    private void selected(@Nullable Selection before, Selection now) {
        if (before == null || !before.time().equals(now.time())) {
            rescope();
        }
    }

    private void choose() {
        chosen = onlyChosen.get() ? selection.get().dialogs() : List.of();
        rescope();
    }

    private void rescope() {
        StatisticsScope now = selection.get()
                .time()
                .map(time -> StatisticsScope.ALL.within(time.fromNanos(), time.toNanos()))
                .orElse(StatisticsScope.ALL);
        if (onlyChosen.get()) {
            now = now.of(chosen.stream().mapToInt(Integer::intValue));
        }
        scope = filtered.isPresent() ? now.of(filtered.get().found().dialogs()) : now;
        scopeWords.set(words());
        stop();
        isStale = true;
        count();
    }

    private String words() {
        List<String> words = new ArrayList<>();
        if (onlyChosen.get()) {
            words.add(text("statistics.scope.chosen", chosen.size()));
        }
        filtered.ifPresent(left -> words.add(text("statistics.scope.filter", left.found().dialogCount())));
        selection.get()
                .time()
                .ifPresent(range -> words.add(text("statistics.scope.time", UtcTime.dateAndClock(range.fromNanos()),
                        UtcTime.dateAndClock(range.toNanos()))));
        return words.isEmpty() ? text("statistics.scope.all") : String.join(", ", words);
    }

    private void count() {
        SipIndex now = index;
        if (now == null || !isStale || !inSight.get()) {
            return;
        }
        isStale = false;
        state.set(new StatisticsState.Counting(state.get().statistics()));
        StatisticsScope of = scope;
        running = background.run(monitor -> now.opened().verified(() -> Statistics.of(now, of, monitor)), counted -> {
            running = null;
            state.set(new StatisticsState.Known(counted));
            count();
        }, _ -> {
            running = null;
            state.set(new StatisticsState.Failed());
        });
    }

    private void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
