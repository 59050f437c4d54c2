package org.sipsleuth.view.statistics;

import java.util.Optional;
import javafx.scene.Node;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;

/// The page of statistics. Used on the JavaFX thread.
public final class StatisticsPage implements Page {

    private final StatisticsView view;

    public StatisticsPage(Workplace place) {
        view = new StatisticsView(place.selection(), place.background().pool(), place.window()::openDialogs);
    }

    @Override
    public String id() {
        return "statistics";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Node root() {
        return view.root();
    }

    @Override
    public boolean isFiltered() {
        return true;
    }

    @Override
    public void show(SipIndex index) {
        view.show(index);
    }

    @Override
    public void showNothing() {
        view.showNothing();
    }

    @Override
    public void showFiltered(Optional<Filtered> left) {
        view.showFiltered(left);
    }
}
