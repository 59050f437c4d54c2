package org.sipsleuth.view.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.sipsleuth.filter.complete.Completion;
import org.sipsleuth.filter.complete.KnownValues;
import org.sipsleuth.filter.complete.Proposals;
import org.sipsleuth.filter.complete.Proposals.Edited;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Place;
import org.sipsleuth.view.session.filter.FilterModel;

/// What is in the filter bar, whether it is a filter, and what may be typed next.
final class FilterBarViewModel {

    /// No proposal is chosen.
    static final int NONE = -1;

    private static final Proposals NOTHING = new Proposals(new Place(0, 0), List.of());

    private final FilterModel filter;
    private final FilterHistory history;
    private final Supplier<KnownValues> values;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(Check.EMPTY);
    private final ReadOnlyObjectWrapper<Proposals> proposals = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    /// @param values those that the open capture is known to have
    FilterBarViewModel(FilterModel filter, FilterHistory history, Supplier<KnownValues> values) {
        this.filter = filter;
        this.history = history;
        this.values = values;
        filter.textProperty().subscribe(this::show);
    }

    /// What is in the bar.
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Whether it is a filter.
    ReadOnlyObjectProperty<Check> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /// Proposals at the caret.
    ReadOnlyObjectProperty<Proposals> proposalsProperty() {
        return proposals.getReadOnlyProperty();
    }

    /// The place of the chosen proposal, or [#NONE].
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether proposals, or a mistake, are shown.
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The filter in use changed, maybe elsewhere.
    private void show(String applied) {
        if (!applied.equals(text.get())) {
            text.set(applied);
            check.set(Check.of(applied, applied.length(), filter.catalogProperty().get()));
            history.add(applied);
        }
        close();
    }

    /// Somebody typed.
    void type(String now, int caret) {
        if (now.equals(text.get())) {
            return;
        }
        text.set(now);
        history.leave();
        check.set(Check.of(now, caret, filter.catalogProperty().get()));
        propose(now, caret);
        open.set(isWorthOpening() && !now.isBlank());
    }

    /// Proposes what may be at the caret, also where nothing is typed yet.
    void complete(int caret) {
        propose(text.get(), caret);
        open.set(isWorthOpening());
    }

    private boolean isWorthOpening() {
        return !proposals.get().list().isEmpty() || check.get().isWrong();
    }

    private void propose(String now, int caret) {
        Completion completion = new Completion(filter.catalogProperty().get(), values.get());
        Proposals found = completion.at(now, caret);
        boolean isDone = found.list().size() == 1
                && found.place().to() - found.place().from() == found.list().getFirst().text().length();
        proposals.set(isDone ? NOTHING : found);
        chosen.set(NONE);
    }

    /// Chooses another proposal; above the first one none is.
    void move(int rows) {
        int last = proposals.get().list().size() - 1;
        chosen.set(Math.clamp(chosen.get() + rows, NONE, last));
    }

    /// Chooses a proposal.
    void choose(int place) {
        chosen.set(place);
    }

    /// Puts the chosen proposal into the text, the first one if none is chosen.
    ///
    /// @return the text with its caret, to be shown; nothing if nothing is proposed
    Optional<Edited> accept() {
        if (!open.get() || proposals.get().list().isEmpty()) {
            return Optional.empty();
        }
        int place = Math.max(0, chosen.get());
        Proposals now = proposals.get();
        Edited edited = now.choose(text.get(), now.list().get(place));
        type(edited.text(), edited.caret());
        return Optional.of(edited);
    }

    /// Puts what may have been meant in the place of what is wrong.
    Optional<Edited> repair() {
        Check wrong = check.get();
        if (wrong.suggestion().isEmpty()) {
            return Optional.empty();
        }
        String before = text.get().substring(0, wrong.place().from());
        String after = text.get().substring(Math.min(wrong.place().to(), text.get().length()));
        String mended = before + wrong.suggestion() + after;
        int caret = mended.length() - after.length();
        type(mended, caret);
        return Optional.of(new Edited(mended, caret));
    }

    /// Filters by what is typed, or shows what is wrong with it.
    void apply() {
        try {
            String wanted = text.get();
            filter.apply(wanted);
            history.add(wanted.strip());
            check.set(Check.of(wanted, wanted.length(), filter.catalogProperty().get()));
            close();
        } catch (FilterSyntaxException mistake) {
            check.set(Check.of(mistake));
            proposals.set(NOTHING);
            open.set(true);
        }
    }

    /// Closes what is open. What was typed stays.
    ///
    /// @return false if nothing was open
    boolean escape() {
        boolean wasOpen = open.get();
        close();
        return wasOpen;
    }

    /// Clears the bar, and filters no more.
    boolean clear() {
        boolean isSomething = !text.get().isEmpty() || !filter.textProperty().get().isEmpty();
        filter.drop();
        text.set("");
        check.set(Check.EMPTY);
        close();
        return isSomething;
    }

    /// Closes what is open.
    void close() {
        open.set(false);
        chosen.set(NONE);
    }

    /// Shows the filter that was used before.
    String older() {
        return walked(history.older(text.get()));
    }

    /// Comes back to a newer one.
    String newer() {
        return walked(history.newer());
    }

    /// Whether an older filter is shown.
    boolean isWalking() {
        return history.isWalked();
    }

    private String walked(String found) {
        text.set(found);
        check.set(Check.of(found, found.length(), filter.catalogProperty().get()).insisted());
        close();
        return found;
    }
}
