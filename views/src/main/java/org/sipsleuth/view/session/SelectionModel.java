package org.sipsleuth.view.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.view.ui.Memory;

/// The one selection of the workbench with its past and future. Views talk to each other only
/// through it.
public final class SelectionModel {

    /// How many selections Back remembers.
    private static final int HISTORY = 200;

    /// Where in the window something was looked at.
    ///
    /// @param page the id of a page
    /// @param within what the page showed, in its own words; may be empty
    /// @param filter the window's filter; empty if there was none
    public record Place(String page, String within, String filter) {}

    /// An earlier or later selection.
    ///
    /// @param place where to return to with it; empty to stay
    public record Step(Selection selection, Optional<Place> place) {}

    /// A selection with its past and future, to be recalled as it was.
    public record Memory(Selection selection, List<Step> past, List<Step> future) {
        public Memory {
            past = List.copyOf(past);
            future = List.copyOf(future);
        }
    }

    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private Supplier<Optional<Place>> here = Optional::empty;
    private Consumer<Place> goTo = _ -> {};

    /// What is chosen now.
    public Selection get() {
        return selection.get();
    }

    /// What is chosen, to listen to.
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// Chooses something else. Choosing what is chosen already does nothing.
    public void set(Selection chosen) {
        if (chosen.equals(selection.get())) {
            return;
        }
        leave(new Step(selection.get(), Optional.empty()));
        show(chosen);
    }

    /// Chooses what a link leads to, maybe the same as before; Back returns to where the link is.
    /// To be called before the window goes elsewhere.
    public void follow(Selection chosen) {
        leave(new Step(selection.get(), here.get()));
        show(chosen);
    }

    /// Has Back and Forward return to the places of links.
    ///
    /// @param current where the window is
    /// @param goes brings the window there
    public void usePlaces(Supplier<Place> current, Consumer<Place> goes) {
        here = () -> Optional.of(current.get());
        goTo = goes;
    }

    private void leave(Step step) {
        past.push(step);
        if (past.size() > HISTORY) {
            past.removeLast();
        }
        future.clear();
    }

    /// Forgets everything: other captures were opened, and the numbers mean something else.
    public void reset() {
        past.clear();
        future.clear();
        show(Selection.NONE);
    }

    /// What is chosen now, with its past and future.
    public Memory remember() {
        return new Memory(selection.get(), List.copyOf(past), List.copyOf(future));
    }

    /// Makes everything as it was.
    public void recall(Memory memory) {
        past.clear();
        past.addAll(memory.past());
        future.clear();
        future.addAll(memory.future());
        show(memory.selection());
    }

    /// Goes back to the selection before.
    public void back() {
        move(past, future);
    }

    /// Goes forward again.
    public void forward() {
        move(future, past);
    }

    private void move(Deque<Step> from, Deque<Step> to) {
        if (!from.isEmpty()) {
            Step step = from.pop();
            to.push(new Step(selection.get(), step.place().flatMap(_ -> here.get())));
            show(step.selection());
            step.place().ifPresent(goTo);
        }
    }

    /// Whether there is a selection to go back to.
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /// Whether there is a selection to go forward to.
    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    private void show(Selection chosen) {
        selection.set(chosen);
        canGoBack.set(!past.isEmpty());
        canGoForward.set(!future.isEmpty());
    }
}
