package org.sipsleuth.view.message;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.SearchRange;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.view.session.filter.ConditionMenu;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// What the view of a message shows: the message, where it was captured, what is wrong with it.
final class MessageViewModel {

    private static final int MOST_MARKS = 10_000;

    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper(Texts.text("message.empty"));
    private final ReadOnlyObjectWrapper<MessageContent> content = new ReadOnlyObjectWrapper<>(MessageContent.NONE);
    private final BooleanProperty hex = new SimpleBooleanProperty();
    private Optional<SearchTerm> wanted = Optional.empty();
    private @Nullable SipIndex index;
    private int message;

    /// Whether there is no message to show.
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// The placeholder without a message.
    ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    /// Frame and endpoints.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Time, transport and length.
    ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// The text with its styles.
    ReadOnlyObjectProperty<MessageContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// Whether the bytes are wanted as hexadecimal digits instead of the text.
    BooleanProperty hexProperty() {
        return hex;
    }

    /// Conditions that fit the shown message, made from what is at a place of its text.
    List<String> conditionsAt(int place, ConditionMenu filter) {
        SipIndex now = index;
        if (now == null || empty.get()) {
            return List.of();
        }
        try {
            byte[] bytes = now.bytes(message);
            int offset = VisibleText.forScreen(bytes, MessageContent.LIMIT_BYTES).offsetOf(place);
            return filter.pointedAt().conditions(now, message, offset);
        } catch (UncheckedIOException | CaptureChangedException fileIsGone) {
            return List.of();
        }
    }

    /// Shows a message. The same message again, out of a larger index, changes nothing.
    void show(SipIndex newIndex, int newMessage) {
        boolean same = index != null && message == newMessage && sameMessage(newIndex, newMessage);
        index = newIndex;
        message = newMessage;
        if (!same || empty.get()) {
            read(newIndex);
        }
    }

    /// Marks what is searched for, or marks nothing.
    void mark(Optional<SearchTerm> term) {
        wanted = term;
        if (index != null && !empty.get()) {
            read(index);
        }
    }

    private void read(SipIndex now) {
        try {
            byte[] bytes = now.bytes(message);
            List<SearchRange> found = wanted.map(term -> term.in(bytes, MOST_MARKS)).orElse(List.of());
            content.set(
                    MessageContent.of(bytes, now.messages().hasOverlap(message), now.messages().isCut(message), found));
        } catch (UncheckedIOException | IllegalArgumentException | CaptureChangedException | InternalError unreadable) { // of a capture that was changed or shortened
            clear(Texts.text("message.unreadable"));
            return;
        }
        describe(now, message);
        empty.set(false);
    }

    /// Shows that no message is chosen.
    void showNothing() {
        index = null;
        clear(Texts.text("message.empty"));
    }

    /// The whole text for the clipboard, also what the screen does not show; empty if no message is
    /// shown.
    String fullText() {
        return VisibleText.ofBytes(bytes());
    }

    /// The bytes of the message; none if no message is shown.
    byte[] bytes() {
        return index == null || empty.get() ? new byte[0] : index.bytes(message);
    }

    private boolean sameMessage(SipIndex newIndex, int number) {
        if (index == null || number >= index.messages().size()) {
            return false;
        }
        MessageTable before = index.messages();
        MessageTable now = newIndex.messages();
        if (newIndex == index) {
            return true;
        }
        return before.file(number) == now.file(number) && before.frame(number) == now.frame(number)
                && before.lengthBytes(number) == now.lengthBytes(number) && before.cseq(number) == now.cseq(number)
                && before.type(number) == now.type(number)
                && newIndex.files().get(now.file(number)).path().equals(index.files().get(before.file(number)).path());
    }

    private void describe(SipIndex now, int number) {
        MessageTable table = now.messages();
        title.set(Texts.text("frame.title", now.title(number), table.endpoint(table.source(number)),
                table.endpoint(table.destination(number))));
        facts.set(Texts.text("message.facts", UtcTime.full(table.capturedAtNanos(number)), table.transport(number),
                table.lengthBytes(number)));
    }

    private void clear(String instead) {
        placeholder.set(instead);
        title.set("");
        facts.set("");
        empty.set(true); // first, so that nobody asks for bytes that are gone
        content.set(MessageContent.NONE);
    }
}
