package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;

/// Describes a message's part in its transaction: what it answers, what answers it, what it
/// repeats.
final class TransactionFacts {

    /// How many answers are listed: a flood of retransmissions is shown as a number.
    private static final int ANSWER_LIMIT = 12;

    private final SipIndex index;
    private final MessageTable messages;
    private final int message;
    private final int[] transaction;

    TransactionFacts(SipIndex index, int message) {
        this.index = index;
        this.messages = index.messages();
        this.message = message;
        int number = messages.transaction(message);
        transaction = Arrays.stream(index.messagesOf(messages.dialog(message)))
                .filter(other -> messages.transaction(other) == number)
                .toArray();
    }

    /// Adds the section.
    void addTo(Facts.Collector facts) {
        facts.section(text("inspector.transaction"))
                .plain(text("inspector.transaction.messages"), text("inspector.messages", transaction.length));
        if (messages.isRetransmission(message)) {
            original().ifPresent(first -> facts.warning(text("inspector.repeats"), before(first)));
        }
        if (messages.isRequest(message)) {
            answers(facts);
        } else {
            request().ifPresentOrElse(asked -> facts.plain(text("inspector.answers"), before(asked)),
                    () -> facts.warning(text("inspector.answers"), text("inspector.answers.nothing")));
        }
    }

    private void answers(Facts.Collector facts) {
        int[] answers = Arrays.stream(transaction)
                .filter(other -> !messages.isRequest(other))
                .filter(other -> !messages.isRetransmission(other))
                .toArray();
        String name = text("inspector.answered");
        for (int answer : Arrays.copyOf(answers, Math.min(ANSWER_LIMIT, answers.length))) {
            facts.plain(name, after(answer));
            name = "";
        }
        if (answers.length > ANSWER_LIMIT) {
            facts.plain("", text("inspector.more", answers.length - ANSWER_LIMIT));
        }
    }

    private OptionalInt original() {
        return first(other -> messages.type(other) == messages.type(message)
                && messages.source(other) == messages.source(message)
                && messages.destination(other) == messages.destination(message) && other != message);
    }

    private OptionalInt request() {
        return first(other -> messages.isRequest(other) && other < message);
    }

    private OptionalInt first(IntPredicate wanted) {
        return Arrays.stream(transaction).filter(wanted).findFirst();
    }

    private String before(int other) {
        return text("inspector.before", FactText.messageInFrame(index, other), delay(other));
    }

    private String after(int other) {
        return text("inspector.later", FactText.messageInFrame(index, other), delay(other));
    }

    private String delay(int other) {
        return FactText.span(Math.abs(messages.capturedAtNanos(other) - messages.capturedAtNanos(message)));
    }
}
