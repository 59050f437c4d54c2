package org.sipsleuth.app.workbench;

import java.util.Optional;
import javafx.scene.Node;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The dialogs as a page. Its commands come in several groups, so the workbench lists them
/// itself.
record DialogsPage(DialogsView view) implements Page {

    static final String ID = "dialogs";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public String name() {
        return Texts.text("workbench.rail.dialogs");
    }

    @Override
    public String showText() {
        return Texts.text("workbench.key.dialogs");
    }

    @Override
    public Node root() {
        return view.root();
    }

    @Override
    public Optional<CommandGroup> commands() {
        return Optional.of(new CommandGroup("workbench.rail.dialogs", view.keys()));
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
    public void showTruth(Optional<IndexTruth> truth) {
        view.showTruth(truth);
    }

    @Override
    public void showFiltered(Optional<Filtered> left) {
        view.showFiltered(left);
    }

    @Override
    public void present(boolean isPresenting) {
        view.present(isPresenting);
    }
}
