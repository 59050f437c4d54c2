package org.sipsleuth.view.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    /// A selection with its past and future, to be recalled as it was.
    public record Memory(Selection selection, List<Selection> past, List<Selection> future) {
        public Memory {
            past = List.copyOf(past);
            future = List.copyOf(future);
        }
    }

    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Selection> past = new ArrayDeque<>();
    private final Deque<Selection> future = new ArrayDeque<>();

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
        past.push(selection.get());
        if (past.size() > HISTORY) {
            past.removeLast();
        }
        future.clear();
        show(chosen);
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
        if (!past.isEmpty()) {
            future.push(selection.get());
            show(past.pop());
        }
    }

    /// Goes forward again.
    public void forward() {
        if (!future.isEmpty()) {
            past.push(selection.get());
            show(future.pop());
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
