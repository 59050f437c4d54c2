package org.sipsleuth.view.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The filter bar, and what it shows over the window. Used on the JavaFX thread.
public final class FilterBarView {

    private static final Logger LOG = LoggerFactory.getLogger(FilterBarView.class);

    private static final double GAP = 4;
    private static final double LEAST_WIDTH = 560;
    private static final double MARGIN = 12;

    private final FilterModel filter;
    private final CaptureValues values;
    private final FilterBarViewModel model;
    private final FilterBarController controller;
    private final SaveFilterController saving;
    private final Consumer<Node> showPage;
    private final Parent savePage;
    private final Parent root;
    private final FilterHistory history;
    private final Region popup;
    private final Pane layer = new Pane();
    private Consumer<String> group = _ -> {};
    private boolean isConcealing;

    /// @param memory what was used in earlier windows
    /// @param cases the case that filters are kept in, too
    /// @param background where values of captures are counted
    /// @param showPage shows a page over the window
    /// @param hidePage takes it away
    public FilterBarView(FilterModel filter, Memory memory, CaseModel cases, Executor background,
            Consumer<Node> showPage, Runnable hidePage) {
        this.filter = filter;
        this.showPage = showPage;
        values = new CaptureValues(background);
        history = new FilterHistory(memory);
        SavedFilters saved = new SavedFilters(memory, cases);
        model = new FilterBarViewModel(filter, history, values::get);
        saving = new SaveFilterController(saved, hidePage);
        savePage = Views.load("SaveFilter.fxml", saving);
        FilterMenu menu =
                new FilterMenu(filter, history, saved, this::applyAndKeep, this::use, this::isOffered, this::save);
        controller = new FilterBarController(model, filter, menu, values::want);
        root = Views.load("FilterBar.fxml", controller);
        popup = (Region) Views.load("FilterPopup.fxml", new FilterPopupController(model, controller::put));
        layer.setPickOnBounds(false);
        popup.setManaged(false);
        layer.getChildren().add(popup);
        popup.visibleProperty().subscribe(_ -> place());
        popup.needsLayoutProperty().subscribe(_ -> place());
        layer.widthProperty().subscribe(_ -> place());
        // The field is laid out after the layer gets its size: a place computed by then is stale.
        controller.field().layoutBoundsProperty().subscribe(_ -> place());
        controller.field().localToSceneTransformProperty().subscribe(_ -> place());
    }

    /// The bar.
    public Parent root() {
        return root;
    }

    /// What is over the window, to be put over all of it: there is nothing in it but the popup.
    public Node layer() {
        return layer;
    }

    /// Proposes values of this index from now on.
    public void show(SipIndex index) {
        isConcealing = EnumSet.allOf(Concealed.class).stream().anyMatch(index::conceals);
        values.show(index);
    }

    /// No capture is open any more.
    public void showNothing() {
        values.showNothing();
    }

    /// Groups the dialogs by the column of a preset that names one.
    public void onGrouping(Consumer<String> groupBy) {
        group = groupBy;
    }

    /// Moves the keyboard focus into the bar.
    public void focus() {
        controller.focus();
    }

    /// Filters by a text that is a filter.
    private void apply(String text) {
        try {
            filter.apply(text);
        } catch (FilterSyntaxException mistake) {
            LOG.warn("A filter that was saved cannot be used", mistake);
        }
    }

    private void applyAndKeep(String text) {
        apply(text);
        history.add(text);
    }

    /// Where facts are concealed, so are the fields that ask for them.
    private boolean isOffered(Preset preset) {
        if (!isConcealing) {
            return true;
        }
        try {
            var _ = Filter.of(preset.filter(), filter.catalogProperty().get());
            return true;
        } catch (FilterSyntaxException isHidden) {
            return false;
        }
    }

    private void use(Preset preset) {
        applyAndKeep(preset.filter());
        preset.grouping().ifPresent(group);
    }

    private void save() {
        showPage.accept(savePage);
        saving.ask(model.textProperty().get().strip());
    }

    private void switchOnly() {
        filter.onlyMessagesProperty().set(!filter.onlyMessagesProperty().get());
    }

    /// What can be done everywhere in the window.
    public List<Command> everywhere() {
        return List.of(Command.of("filter.command.focus", "Ctrl+L Ctrl+Slash", this::focus),
                Command.of("filter.command.only", "Ctrl+Shift+L", this::switchOnly),
                Command.when("filter.command.clear", "Ctrl+Shift+Backspace", model::clear));
    }

    /// What else can be done.
    public CommandGroup commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("filter.command.save", "", this::save));
        for (Preset preset : Preset.values()) {
            commands.add(Command.of("filter.preset." + preset.key(), "", () -> use(preset))
                    .offeredWhen(() -> isOffered(preset)));
        }
        return new CommandGroup("filter.command", commands);
    }

    /// The popup is below the field, within the window.
    private void place() {
        if (!popup.isVisible() || layer.getScene() == null) {
            return;
        }
        Node field = controller.field();
        Bounds bounds = layer.sceneToLocal(field.localToScene(field.getLayoutBounds()));
        double most = Math.max(0, layer.getWidth() - 2 * MARGIN);
        double width = Math.min(Math.max(bounds.getWidth(), LEAST_WIDTH), most);
        double height = popup.prefHeight(width);
        double x = Math.max(MARGIN, Math.min(bounds.getMinX(), layer.getWidth() - MARGIN - width));
        popup.resizeRelocate(x, bounds.getMaxY() + GAP, width, height);
    }
}
