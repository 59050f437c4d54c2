package org.sipsleuth.view.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.session.page.Badge;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// The page of triage. Used on the JavaFX thread.
public final class TriagePage implements Page {

    private final TriageViewModel model;
    private final TriageController controller;
    private final Parent root;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    public TriagePage(Workplace place) {
        model = new TriageViewModel(place.session().stateProperty(), place.session().foundProperty(), place.cases(),
                place.session().methods(), place.program(), place.background().training(), place.background().pool());
        controller = new TriageController(model, place);
        root = Views.load("Triage.fxml", controller);
        model.rows().subscribe(() -> {
            badge.set(model.misfit().isPresent() ? "" : Badge.of(model.left()));
        });
    }

    @Override
    public String id() {
        return "triage";
    }

    @Override
    public String icon() {
        return "fth-check-square";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<String> shownMethod() {
        return Optional.of(SequenceModel.KIND);
    }

    @Override
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    @Override
    public boolean isInspected() {
        return false;
    }

    @Override
    public Optional<CommandGroup> commands() {
        List<Command> all = new ArrayList<>();
        for (Judgement judgement : Judgement.values()) {
            all.add(decide(Integer.toString(List.of(Judgement.values()).indexOf(judgement) + 1), judgement));
        }
        all.addAll(List.of(inQueue("triage.note", "N", controller::editNote),
                inQueue("triage.undo", "U", controller::undo), inQueue("triage.scope", "S", controller::nextScope),
                inQueue("triage.siblings", "Y", controller::decideSiblings),
                inQueue("triage.next", "Right", model::next), inQueue("triage.previous", "Left", model::previous),
                inQueue("triage.dialogs.open", "Enter", controller::openDialogs),
                inQueue("triage.baseline.add", "B", controller::addToBaseline)));
        return Optional.of(new CommandGroup("triage.commands", all));
    }

    /// A command about the queue, which does nothing while something else is in its place.
    private Command inQueue(String textKey, String key, Runnable action) {
        return Command.when(textKey, key, () -> {
            boolean isShown = controller.isQueueShown();
            if (isShown) {
                action.run();
            }
            return isShown;
        });
    }

    private Command decide(String key, Judgement judgement) {
        return inQueue("triage.decide." + judgement.word(), key, () -> controller.decide(judgement));
    }

    @Override
    public void show(SipIndex index) {
        model.show(index);
    }

    @Override
    public void showNothing() {
        model.showNothing();
    }
}
