package org.sipsleuth.app.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.view.filter.FilterBarView;
import org.sipsleuth.view.filter.UnfilteredPage;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.filter.FilterTasks;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The filter of the window with its bar.
final class FilterControls {

    private static final Logger LOG = LoggerFactory.getLogger(FilterControls.class);

    private final FilterModel model = new FilterModel(new FilterTasks(RunTask.POOL));
    private final FilterBarView bar;

    /// @param memory what was used in earlier windows
    /// @param cases the case that filters are kept in, too
    /// @param show puts a page over all else
    /// @param hide takes it away
    FilterControls(Memory memory, CaseModel cases, Consumer<Node> show, Runnable hide) {
        bar = new FilterBarView(model, memory, cases, RunTask.POOL, show, hide);
    }

    /// The filter.
    FilterModel model() {
        return model;
    }

    /// The bar.
    Node bar() {
        return bar.root();
    }

    /// What lies over the window.
    Node layer() {
        return bar.layer();
    }

    /// What can be done everywhere in the window.
    List<Command> everywhere() {
        return bar.everywhere();
    }

    /// What else can be done.
    CommandGroup commands() {
        return bar.commands();
    }

    /// Uses an earlier filter; none if one of its fields is gone.
    void use(String expression) {
        try {
            model.apply(expression);
        } catch (FilterSyntaxException fieldIsGone) {
            LOG.warn("An earlier filter asks for what is not there", fieldIsGone);
            model.drop();
        }
    }

    /// Uses a filter that a link leads to; none if one of its fields is gone.
    ///
    /// @param words what it leaves; may be empty
    void use(String expression, String words) {
        try {
            model.apply(expression, words);
        } catch (FilterSyntaxException fieldIsGone) {
            LOG.warn("A link's filter asks for what is not there", fieldIsGone);
            model.drop();
        }
    }

    /// Moves the keyboard focus into the bar.
    void focus() {
        bar.focus();
    }

    /// Groups the dialogs by the column of a preset that names one.
    void onGrouping(Consumer<String> groupBy) {
        bar.onGrouping(groupBy);
    }

    /// What follows the open capture.
    IndexDisplay.IndexView indexView() {
        return IndexDisplay.view(index -> {
            model.show(index);
            bar.show(index);
        }, () -> {
            model.showNothing();
            bar.showNothing();
        });
    }

    /// Lets these offer to filter by what the pointer is on.
    void offerIn(List<Consumer<ConditionMenu>> views) {
        ConditionMenu menu = new ConditionMenu(model);
        views.forEach(view -> view.accept(menu));
    }

    /// A page that always covers the whole capture; a notice says so while a filter is set.
    Node unfiltered(Node page) {
        return new UnfilteredPage(model, page).root();
    }

    /// Shows how much the filter leaves.
    void onFiltered(List<Consumer<Optional<Filtered>>> views) {
        views.forEach(view -> model.filteredProperty().subscribe(view));
    }
}
