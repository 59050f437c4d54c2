package org.sipsleuth.view.session.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one filter of the window. What it leaves is looked for in the background; until that is
/// known, views show what they showed.
///
/// While a capture grows, a run is not stopped by what came after it began: it ends, and the next
/// one takes all that has come. Used on the JavaFX thread.
public final class FilterModel {

    private static final Logger LOG = LoggerFactory.getLogger(FilterModel.class);

    /// The words of so many filters of links are remembered, for Back and Forward.
    private static final int MOST_WORDS = 200;

    /// Does work elsewhere, then gives its result back on the calling thread, or the failure.
    public interface Background {

        /// Begins a piece of work.
        <T> Running run(Function<RunMonitor, T> work, Consumer<T> then, Consumer<Throwable> failed);

        /// Work that can be watched and stopped.
        interface Running {
            /// How far it is, from 0 to 1; below 0 where that is not known.
            ObservableValue<? extends Number> progress();

            /// Asks it to stop. What it gives all the same, because it was nearly done, is not
            /// wanted any more.
            void cancel();
        }
    }

    private final Background background;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /// Filter → what the link that led to it calls its dialogs.
    private final Map<String, String> wordsOfLinks = LatestEntries.lastPut(MOST_WORDS);
    private final BooleanProperty onlyMessages = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Filtered>> filtered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<FieldCatalog> catalog = new ReadOnlyObjectWrapper<>(KnownFields.catalog());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private @Nullable Filter filter;
    private @Nullable SipIndex index;
    private @Nullable SipIndex asked;
    private Background.@Nullable Running run;

    /// Counts the runs, so that what a stopped one gives is known for it.
    private int runs;

    /// @param background where messages are asked
    public FilterModel(Background background) {
        this.background = background;
        text.subscribe(now -> words.set(wordsOfLinks.getOrDefault(now, "")));
        onlyMessages.subscribe(only -> filtered.set(filtered.get().map(f -> f.withOnlyMessages(only))));
    }

    /// The filter that is in use, or is on its way to be, or empty.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What the filter in use leaves, in words: `2 calls: One-way audio`. Empty if there is none, or
    /// if no link led to it.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Whether views show only the messages that fit, and not all of their dialogs.
    public BooleanProperty onlyMessagesProperty() {
        return onlyMessages;
    }

    /// What the filter leaves; empty without a filter, or while nothing is known yet about the open
    /// capture. Can be of an earlier part of it ([Filtered#isOf]).
    public ReadOnlyObjectProperty<Optional<Filtered>> filteredProperty() {
        return filtered.getReadOnlyProperty();
    }

    /// The fields that can be asked.
    public ReadOnlyObjectProperty<FieldCatalog> catalogProperty() {
        return catalog.getReadOnlyProperty();
    }

    /// Whether messages are being asked.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far that is, from 0 to 1; below 0 where it is not known.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Uses a filter from now on; a blank one leaves everything.
    ///
    /// @throws FilterSyntaxException if it is not a filter; then nothing changes
    public void apply(String wanted) throws FilterSyntaxException {
        if (wanted.isBlank()) {
            drop();
            return;
        }
        filter = Filter.of(wanted.strip(), catalog.get());
        text.set(wanted.strip());
        begin();
    }

    /// Uses a filter that a link leads to.
    ///
    /// @param called what its dialogs are, in words; empty if only the filter states it
    /// @throws FilterSyntaxException if it is not a filter; then nothing changes
    public void apply(String wanted, String called) throws FilterSyntaxException {
        apply(wanted);
        wordsOfLinks.put(text.get(), called);
        words.set(text.get().isEmpty() ? "" : called);
    }

    /// Filters no more, if a link led to the filter.
    ///
    /// @return whether it did
    public boolean dropLinked() {
        boolean isLinked = !words.get().isEmpty();
        if (isLinked) {
            drop();
        }
        return isLinked;
    }

    /// The filter stays, but of other captures nobody knows what its dialogs are.
    private void forgetWords() {
        wordsOfLinks.clear();
        words.set("");
    }

    /// Filters no more.
    public void drop() {
        stop();
        filter = null;
        text.set("");
        filtered.set(Optional.empty());
    }

    /// Asks no more: the filter before is in use again, if there was one.
    public void cancel() {
        if (run == null) {
            return;
        }
        Optional<Filtered> before = filtered.get();
        if (before.isEmpty()) {
            drop();
        } else {
            stop();
            recompile(before.get().text());
        }
    }

    /// Other fields can be asked from now on, or the same ones have other values.
    ///
    /// @param prefixes what the names of those begin with that changed
    public void use(FieldCatalog other, List<String> prefixes) {
        catalog.set(other);
        if (filter != null && prefixes.stream().anyMatch(filter::names)) {
            recompile(text.get());
            begin();
        }
    }

    /// Uses a filter that could be used before; none if one of its fields is gone.
    private void recompile(String known) {
        try {
            filter = Filter.of(known, catalog.get());
            text.set(known);
        } catch (FilterSyntaxException fieldIsGone) {
            LOG.warn("The filter in use asks for what is no more there", fieldIsGone);
            drop();
        }
    }

    /// Filters this index from now on.
    public void show(SipIndex shown) {
        if (index == null || !grewOutOf(index, shown)) {
            forgetWords();
        }
        index = shown;
        filtered.set(filtered.get().filter(left -> left.isOf(shown)));
        boolean goesOn = run != null && asked != null && grewOutOf(asked, shown);
        if (!goesOn) {
            begin();
        }
    }

    private static boolean grewOutOf(SipIndex earlier, SipIndex later) {
        return Filtered.files(earlier).equals(Filtered.files(later))
                && earlier.messages().size() <= later.messages().size();
    }

    /// No capture is open any more.
    public void showNothing() {
        forgetWords();
        stop();
        index = null;
        filtered.set(Optional.empty());
    }

    private void begin() {
        stop();
        SipIndex all = index;
        Filter wanted = filter;
        if (all == null || wanted == null) {
            return;
        }
        int number = ++runs;
        running.set(true);
        asked = all;
        Background.Running begun = background.run(monitor -> all.opened().verified(() -> wanted.run(all, monitor)),
                found -> succeed(number, wanted, all, found), failure -> fail(number, failure));
        run = begun;
        progress.bind(begun.progress());
    }

    private void succeed(int number, Filter wanted, SipIndex all, MessageSet found) {
        if (number != runs || run == null) {
            return;
        }
        stop();
        boolean only = onlyMessages.get();
        filtered.set(Optional.of(new Filtered(wanted.text(), all, found, only)));
        if (all != index) {
            begin();
        }
    }

    private void fail(int number, Throwable failure) {
        if (number == runs && run != null) {
            FailureLog.warn(LOG, "The messages cannot be filtered", failure);
            drop();
        }
    }

    private void stop() {
        progress.unbind();
        running.set(false);
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
