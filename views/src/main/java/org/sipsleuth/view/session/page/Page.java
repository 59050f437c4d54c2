package org.sipsleuth.view.session.page;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// A page of the window that is reached by the rail. Used on the JavaFX thread. Rail, keys, help
/// and palette are derived from it.
public interface Page {

    /// Identifies it in the rail: `beliefs`.
    String id();

    /// A literal of the Feather icons: `fth-pie-chart`.
    String icon();

    /// Its short name in the rail: the text `page.name` of its package.
    default String name() {
        return Texts.beside(getClass(), "page.name");
    }

    /// What the command that shows it is called, `Go to Beliefs`: the text `page.show` of its
    /// package.
    default String showText() {
        return Texts.beside(getClass(), "page.show");
    }

    /// Its content.
    Node root();

    /// A few characters over its icon; empty for none.
    default ReadOnlyStringProperty badge() {
        return new ReadOnlyStringWrapper("");
    }

    /// Its commands, whose keys work while it is in front.
    default Optional<CommandGroup> commands() {
        return Optional.empty();
    }

    /// Commands that it adds everywhere in the window.
    default List<Command> everywhere() {
        return List.of();
    }

    /// What it adds beside the ladder.
    default Optional<LadderCompanion> companion() {
        return Optional.empty();
    }

    /// Whether it follows the window's filter. A page that does not says so while there is one.
    default boolean isFiltered() {
        return false;
    }

    /// Whether the inspector stands beside it. A page that describes what it shows itself has none.
    default boolean isInspected() {
        return true;
    }

    /// Whether it is about a time range of the capture: the time strip stands over it.
    default boolean isTimed() {
        return true;
    }

    /// Whether it is shown while no capture is open, as it can open something else itself.
    default boolean isShownWithoutCapture() {
        return false;
    }

    /// What it shows, in its own words, to be returned to by [#goTo]; empty if it has one view
    /// only.
    default String place() {
        return "";
    }

    /// Shows what it showed.
    ///
    /// @param place one of its own words; what is no longer there is ignored
    default void goTo(String place) {}

    /// The method whose detector it controls: which model is used, with which settings. The window
    /// itself runs the bundled models of the other methods.
    default Optional<String> controlledMethod() {
        return Optional.empty();
    }

    /// The method whose findings it shows: its detector begins first while the page is in front.
    default Optional<String> shownMethod() {
        return controlledMethod();
    }

    /// Uses this model of the method it controls from now on.
    default void useModel(ModelFile model, ModelOrigin origin) {}

    /// Shows a snapshot; called again with larger ones while a capture is read.
    default void show(SipIndex index) {}

    /// No capture is open any more.
    default void showNothing() {}

    /// Shows the ground truth, or hides it.
    default void showTruth(Optional<IndexTruth> truth) {}

    /// The window is presented to a room from now on, or no longer: everything is large, and there is
    /// room for little.
    default void present(boolean isPresenting) {}

    /// Shows what the window's filter leaves.
    default void showFiltered(Optional<Filtered> left) {}
}
