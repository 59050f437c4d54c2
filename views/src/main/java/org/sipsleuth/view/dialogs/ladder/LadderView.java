package org.sipsleuth.view.dialogs.ladder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.dialogs.ladder.sheet.ShownLadder;
import org.sipsleuth.view.message.MessageView;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.LikelyMessage;
import org.sipsleuth.view.session.page.MessageSurprise;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ladder of dialogs, with a bar to step through it. Used on the JavaFX thread.
public final class LadderView {

    private static final Logger LOG = LoggerFactory.getLogger(LadderView.class);

    private final LadderViewModel model;
    private final LadderHints hints = new LadderHints(LadderView::findInBackground);
    private final LadderProblems problems = new LadderProblems(LadderView::gatherInBackground);
    private final LadderMedia media;
    private final LadderController controller;
    private final Parent root;

    /// @param selection gets the current message, and names it when others choose it
    /// @param message shows the current message
    public LadderView(SelectionModel selection, MessageView message) {
        LadderChoices choices = new LadderChoices();
        model = new LadderViewModel(selection, choices, LadderView::runInBackground);
        media = new LadderMedia(choices, LadderView::findMediaInBackground);
        controller = new LadderController(model, hints, problems, message);
        root = Views.load("Ladder.fxml", controller);
    }

    /// The node to put into a window.
    public Node root() {
        return root;
    }

    /// Shows dialogs of an index, merged by time.
    public void show(SipIndex index, List<Integer> dialogs) {
        model.show(index, dialogs);
        List<Integer> known = dialogs.stream().filter(dialog -> dialog < index.dialogs().size()).toList();
        hints.show(index, known);
        problems.show(index, known);
        media.show(index, known);
    }

    /// Shows what the window's filter leaves: only these messages, or the others faint.
    public void showFiltered(Optional<Filtered> left) {
        model.showFiltered(left);
        controller.showFiltered();
    }

    /// Goes to the next message that matches the window's filter, or to the one before.
    ///
    /// @param direction 1 or -1
    /// @return false if this ladder does not contain it
    public boolean stepToMatch(int direction) {
        return model.stepToMatch(direction);
    }

    /// Offers to filter by the message or the lifeline that the pointer is on.
    public void filterBy(ConditionMenu filter) {
        controller.filterBy(filter);
    }

    /// Names the roles of hosts where their lifelines are explained.
    public void showRoles(HostRoles roles) {
        controller.explainLifelines(lifeline -> RoleText.of(roles, lifeline.hosts()));
    }

    /// The ladder that is shown.
    public Optional<ShownLadder> shown() {
        return Optional.ofNullable(model.sheetProperty().get()).map(this::shown);
    }

    private ShownLadder shown(LadderSheet sheet) {
        return new ShownLadder(sheet.layers(), model.markedRow() < 0 ? -1 : model.markedProperty().get(),
                problems.marksProperty().get());
    }

    /// Marks the messages that have what is searched for.
    public void showHits(Optional<SearchHits> hits) {
        controller.showHits(hits);
    }

    /// Shows that no dialog is chosen.
    public void showNothing() {
        model.showNothing();
        hints.showNothing();
        problems.showNothing();
        media.showNothing();
    }

    /// Shows at messages and streams which problems they are evidence of.
    public void showProblems(Optional<ProblemDetection> found) {
        problems.use(found);
    }

    /// The current stream of media; empty while a message is current.
    public ObservableValue<Optional<MediaStream>> streamProperty() {
        return model.streamProperty()
                .map(arrow -> Optional.ofNullable(arrow).flatMap(media::stream))
                .orElse(Optional.empty());
    }

    /// The current message, or null.
    public ReadOnlyObjectProperty<@Nullable CurrentMessage> currentMessageProperty() {
        return model.currentMessageProperty();
    }

    /// What may come after that message, drawn faint below it.
    public ObjectProperty<List<LikelyMessage>> likelyProperty() {
        return model.likelyProperty();
    }

    /// How usual the messages are, drawn beside them.
    public ObjectProperty<MessageSurprise> surpriseProperty() {
        return controller.surpriseProperty();
    }

    /// What hosts are called.
    public ObservableValue<HostNames> names() {
        return model.choices().planProperty().map(LadderPlan::names);
    }

    /// How the user wants ladders, to be remembered.
    public ObjectProperty<LadderOptions> optionsProperty() {
        return model.choices().optionsProperty();
    }

    private static void runInBackground(Supplier<LadderSheet> work, Consumer<LadderSheet> then,
            Consumer<Throwable> failed) {
        RunTask<LadderSheet> task = new RunTask<>(_ -> work.get());
        begin(task, then);
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "The ladder cannot be laid out", task.getException());
            failed.accept(task.getException());
        });
    }

    private static Runnable findInBackground(Function<RunMonitor, List<Hint>> work, Consumer<List<Hint>> then) {
        return begin(new RunTask<>(work::apply), then);
    }

    private static Runnable gatherInBackground(Supplier<ProblemMarks> work, Consumer<ProblemMarks> then) {
        return begin(new RunTask<>(_ -> work.get()), then);
    }

    private static Runnable findMediaInBackground(LadderMedia.Work work, Consumer<List<MediaStream>> then) {
        return begin(new RunTask<>(work::run), then);
    }

    private static <T> Runnable begin(RunTask<T> task, Consumer<T> then) {
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        task.setOnFailed(_ -> FailureLog.warn(LOG, "The ladder lacks something", task.getException()));
        task.start();
        return task::cancel;
    }

    /// The end of the ladder's bar, for a control that belongs to what is beside it.
    public Pane barEnd() {
        return controller.barEnd();
    }

    /// What can be done here.
    public CommandGroup commands() {
        return controller.commands().group();
    }

    /// Moves the keyboard focus onto the ladder.
    public void focus() {
        controller.focus();
    }

    /// Steps if the key is one of those that step also while another control has the focus (←, →,
    /// Space).
    ///
    /// @return whether it was
    public boolean steppedBy(KeyEvent event) {
        return controller.keys().steppedBy(event);
    }
}
