package org.sipsleuth.view.dialogs.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.search.SearchTermException;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;

/// What is searched for in the messages of a capture, where it was found, and at which of these
/// places the user is.
final class SearchViewModel {

    /// More places of one message are not gone through.
    static final int MOST_PLACES = 10_000;

    /// Searches elsewhere; only the search asked for last may answer.
    interface Background {
        /// Begins a search, and makes the one before stale.
        ///
        /// @param found gets the result on the calling thread; nothing if the search failed
        void search(SipIndex index, SearchTerm term, Consumer<Optional<SearchHits>> found);

        /// Stops what runs.
        void stop();
    }

    private final SelectionModel selection;
    private final Background background;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<SearchKind> kind = new SimpleObjectProperty<>(SearchKind.TEXT);
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Idle());
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private @Nullable SipIndex index;
    private boolean open;

    SearchViewModel(SelectionModel selection, Background background) {
        this.selection = selection;
        this.background = background;
        text.subscribe(_ -> search());
        kind.subscribe(_ -> search());
        selection.selectionProperty().subscribe(_ -> place.set(0));
    }

    /// What is searched for.
    StringProperty textProperty() {
        return text;
    }

    /// How it is written.
    ObjectProperty<SearchKind> kindProperty() {
        return kind;
    }

    /// How far the search is.
    ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Which place of the current message the user is at, from 0.
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// What was found; empty while nothing is searched for.
    Optional<SearchHits> hits() {
        return state.get() instanceof SearchState.Found found ? Optional.of(found.hits()) : Optional.empty();
    }

    /// Searches from now on in this index.
    void show(SipIndex now) {
        index = now;
        search();
    }

    /// There is no capture to search in.
    void showNothing() {
        index = null;
        search();
    }

    /// Begins or ends to search; what was typed stays.
    void open(boolean wanted) {
        open = wanted;
        search();
    }

    /// Goes to the next place, in this message or the next one that has it.
    void next() {
        step(1);
    }

    /// Goes to the place before.
    void previous() {
        step(-1);
    }

    /// The current message, or -1.
    int current() {
        List<Integer> chosen = selection.get().messages();
        return chosen.isEmpty() ? -1 : chosen.getLast();
    }

    private void step(int count) {
        hits().filter(hits -> hits.size() > 0).ifPresent(hits -> step(hits, count));
    }

    private void step(SearchHits hits, int count) {
        int message = current();
        boolean here = message >= 0 && hits.has(message);
        int wanted = place.get() + count;
        if (here && wanted >= 0 && wanted < placesOf(hits, message)) {
            place.set(wanted);
            return;
        }
        int other = count > 0 ? hits.next(message + 1) : hits.previous(Math.max(-1, message - 1));
        if (other < 0) {
            other = count > 0 ? hits.next(0) : hits.previous(Integer.MAX_VALUE);
        }
        goTo(hits, other);
        place.set(count > 0 ? 0 : placesOf(hits, other) - 1);
    }

    private static int placesOf(SearchHits hits, int message) {
        return hits.term().in(hits.index().bytes(message), MOST_PLACES).size();
    }

    /// The message's dialog is chosen with it, but if it is chosen already with others.
    private void goTo(SearchHits hits, int message) {
        int dialog = hits.index().messages().dialog(message);
        Selection now = selection.get();
        Selection there = now.dialogs().contains(dialog) ? now : now.withDialogs(List.of(dialog));
        selection.set(there.withMessages(List.of(message)));
    }

    private void search() {
        background.stop();
        SipIndex where = index;
        if (!open || where == null || text.get().isEmpty()) {
            state.set(new SearchState.Idle());
            return;
        }
        try {
            SearchTerm term = SearchTerm.of(kind.get(), text.get());
            state.set(new SearchState.Running());
            background.search(where, term, this::found);
        } catch (SearchTermException e) {
            state.set(new SearchState.Wrong(e.words(), e.offset()));
        }
    }

    private void found(Optional<SearchHits> hits) {
        state.set(hits.<SearchState>map(SearchState.Found::new).orElse(new SearchState.Failed()));
    }
}
