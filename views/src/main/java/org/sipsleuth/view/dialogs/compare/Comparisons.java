package org.sipsleuth.view.dialogs.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.compare.DialogRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.Views;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where messages and dialogs are compared: two chosen messages in the place of the
/// raw message, at once; two chosen dialogs in the place of the ladder, when the user wants it.
/// Used on the JavaFX thread.
public final class Comparisons {

    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
    private static final int SIDES = 2;
    private static final int NONE = -1;

    private final SelectionModel selection;
    private final ComparisonViewModel messages = new ComparisonViewModel(Comparisons::background);
    private final ComparisonViewModel dialogs = new ComparisonViewModel(Comparisons::background);
    private final ComparisonController dialogRows;
    private final Parent messagesRoot;
    private final Parent dialogsRoot;
    private final Button button = new Button();
    private final Command compare = Command.when("dialogs.command.compare", "Shift+C", this::compare);
    private @Nullable SipIndex index;
    private List<Integer> comparedMessages = List.of();
    private List<Integer> comparedDialogs = List.of();

    /// The message that the next one is compared with, or -1.
    private int first = NONE;

    /// @param names what hosts are called
    public Comparisons(SelectionModel selection, ObservableValue<HostNames> names) {
        this.selection = selection;
        messagesRoot = load(new ComparisonController(messages, names, this::dropMessages, _ -> {}));
        dialogRows = new ComparisonController(dialogs, names, this::closeDialogs, this::chooseRow);
        dialogsRoot = load(dialogRows);
        messagesRoot.setId("message-comparison");
        dialogsRoot.setId("dialog-comparison");
        button.setId("compare-button");
        button.setGraphic(new FontIcon(Feather.COLUMNS));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.text("dialogs.compare.button")));
        button.setAccessibleText(Texts.text("dialogs.compare.button"));
        button.setOnAction(_ -> compare());
        selection.selectionProperty().subscribe(this::follow);
    }

    private static Parent load(ComparisonController controller) {
        return Views.load("Comparison.fxml", controller);
    }

    /// Whether two dialogs are side by side.
    public ReadOnlyBooleanProperty comparesDialogsProperty() {
        return dialogs.openProperty();
    }

    /// The place of the ladder.
    public Node inPlaceOfLadder(Node ladder) {
        return either(dialogs, dialogsRoot, ladder);
    }

    /// The place of the raw message.
    public Node inPlaceOfMessage(Node message) {
        return either(messages, messagesRoot, message);
    }

    private static Node either(ComparisonViewModel model, Parent comparison, Node usual) {
        comparison.visibleProperty().bind(model.openProperty());
        usual.visibleProperty().bind(model.openProperty().not());
        return new StackPane(usual, comparison);
    }

    /// Compares what is chosen.
    public Button button() {
        return button;
    }

    /// What can be done here.
    public CommandGroup commands() {
        return new CommandGroup("dialogs.command.comparison", List.of(compare,
                Command.when("dialogs.compare.next", "F7", () -> step(ComparisonViewModel::next)),
                Command.when("dialogs.compare.previous", "Shift+F7", () -> step(ComparisonViewModel::previous))));
    }

    /// Steps in the comparison of dialogs, else in that of messages. One that has the focus takes
    /// the key itself.
    private boolean step(Consumer<ComparisonViewModel> by) {
        ComparisonViewModel open = dialogs.openProperty().get() ? dialogs : messages;
        if (open.openProperty().get()) {
            by.accept(open);
        }
        return open.openProperty().get();
    }

    /// Says where the chosen messages and dialogs are.
    public void show(SipIndex now) {
        index = now;
        follow(selection.get());
    }

    /// Signals that no capture is open.
    public void showNothing() {
        index = null;
        first = NONE;
        button.setText("");
        showButton();
        closeDialogs();
        messages.close();
        comparedMessages = List.of();
    }

    private void follow(Selection now) {
        SipIndex from = index;
        if (from == null || !areTwo(now.messages(), from)) {
            messages.close();
            comparedMessages = List.of();
        } else if (!now.messages().equals(comparedMessages)) {
            comparedMessages = now.messages();
            messages.showMessages(from, comparedMessages.getFirst(), comparedMessages.getLast());
        }
        if (!now.dialogs().equals(comparedDialogs)) {
            closeDialogs();
        }
        showButton();
    }

    private static boolean areTwo(List<Integer> chosen, SipIndex from) {
        return chosen.size() == SIDES && chosen.stream().allMatch(message -> message < from.messages().size());
    }

    private static List<Integer> chosenDialogs(Selection now) {
        return now.dialogs().size() == SIDES ? now.dialogs() : List.of();
    }

    /// Only when it can act: a narrow ladder needs the room for its title.
    private void showButton() {
        boolean wanted = !chosenDialogs(selection.get()).isEmpty() || first != NONE;
        button.setVisible(wanted);
        button.setManaged(wanted);
    }

    /// Two chosen dialogs, else the current message with one that was chosen so before.
    private boolean compare() {
        SipIndex from = index;
        Selection now = selection.get();
        if (from == null) {
            return false;
        }
        if (!chosenDialogs(now).isEmpty()) {
            if (comparedDialogs.equals(now.dialogs())) {
                closeDialogs();
            } else {
                comparedDialogs = now.dialogs();
                dialogs.showDialogs(from, comparedDialogs.getFirst(), comparedDialogs.getLast());
                dialogRows.focus();
            }
            return true;
        }
        return !now.messages().isEmpty() && compareMessage(from, now);
    }

    /// The first time it remembers the current message, the second time it compares both.
    private boolean compareMessage(SipIndex from, Selection now) {
        int current = now.messages().getLast();
        int other = first;
        setFirst(other == NONE ? current : NONE, from);
        if (other != NONE && other != current) {
            selection.set(now.withMessages(List.of(other, current)));
        }
        return true;
    }

    private void setFirst(int message, SipIndex from) {
        first = message;
        boolean isThere = message != NONE && message < from.messages().size();
        button.setText(isThere ? Texts.text("dialogs.compare.first", from.title(message)) : "");
        showButton();
    }

    private void closeDialogs() {
        comparedDialogs = List.of();
        dialogs.close();
    }

    private void dropMessages() {
        Selection now = selection.get();
        if (now.messages().size() == SIDES) {
            selection.set(now.withMessages(List.of(now.messages().getLast())));
        }
    }

    /// The messages of the row that the user has come to are chosen everywhere.
    private void chooseRow(int row) {
        if (dialogs.comparedProperty().get() instanceof Compared.Dialogs shown) {
            DialogRow there = shown.comparison().rows().get(row);
            List<Integer> both = there.left() >= 0 && there.right() >= 0 && there.left() != there.right()
                    ? List.of(there.left(), there.right())
                    : List.of(Math.max(there.left(), there.right()));
            selection.set(selection.get().withMessages(both));
        }
    }

    /// Compares on a thread of its own.
    static Runnable background(Function<RunMonitor, Compared> work, Consumer<Compared> then) {
        RunTask<Compared> task = new RunTask<>(work::apply);
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        task.setOnFailed(_ -> LOG.error("The comparison could not be made", task.getException()));
        task.start();
        return task::cancel;
    }
}
