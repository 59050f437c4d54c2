package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.MessageContext;

/// What is known of each message's dialog when it arrives. Immutable.
public final class DialogContexts {

    private static final int FINAL = 200;
    private static final int REFUSED = 300;
    private static final int PROVISIONAL = 101;

    private final MessageTable messages;
    private final MessageContext.State[] states;
    private final boolean[] fromCaller;
    private final int[] positions;
    private final int[] before;

    private DialogContexts(SipIndex index, int size) {
        messages = index.messages();
        states = new MessageContext.State[size];
        fromCaller = new boolean[size];
        positions = new int[size];
        before = new int[size];
        for (int dialog = 0; size > 0 && dialog < index.dialogs().size(); dialog++) {
            read(index.messagesOf(dialog));
        }
    }

    /// The contexts of all messages of a capture; none where the settings do not count them.
    public static DialogContexts of(SipIndex index, EmbeddingSettings settings) {
        return new DialogContexts(index, settings.context() ? index.messages().size() : 0);
    }

    private void read(int[] dialog) {
        MessageContext.State state = MessageContext.State.NONE;
        int caller = messages.source(dialog[0]);
        for (int i = 0; i < dialog.length; i++) {
            states[dialog[i]] = state;
            fromCaller[dialog[i]] = messages.source(dialog[i]) == caller;
            positions[dialog[i]] = i;
            before[dialog[i]] = i == 0 ? -1 : dialog[i - 1];
            state = after(state, dialog[i]);
        }
    }

    private MessageContext.State after(MessageContext.State state, int message) {
        int type = messages.type(message);
        if (messages.isRequest(message)) {
            String method = messages.typeName(type);
            if (method.equals("BYE") || method.equals("CANCEL")) {
                return MessageContext.State.ENDING;
            }
            return state == MessageContext.State.NONE ? MessageContext.State.TRYING : state;
        }
        if (type >= REFUSED) {
            return MessageContext.State.REFUSED;
        }
        if (type >= FINAL) {
            return state == MessageContext.State.ENDING ? state : MessageContext.State.CONFIRMED;
        }
        return type >= PROVISIONAL && state.compareTo(MessageContext.State.EARLY) < 0 ? MessageContext.State.EARLY
                : state;
    }

    /// What is known when a message arrives.
    public Optional<MessageContext> of(int message) {
        if (states.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new MessageContext(states[message], messages.typeName(messages.type(message)),
                before[message] < 0 ? "" : messages.typeName(messages.type(before[message])), fromCaller[message],
                positions[message]));
    }

    @Override
    public String toString() {
        return Arrays.toString(positions);
    }
}
