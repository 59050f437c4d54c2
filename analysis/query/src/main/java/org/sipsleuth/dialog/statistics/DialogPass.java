package org.sipsleuth.dialog.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.Exchange;
import org.sipsleuth.dialog.attempt.Result;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogCalls;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.sight.Sight;

/// Passes over dialogs and reports their events to a [Sink]. One thread at a time.
final class DialogPass {

    private static final int LARGE = 1_000;

    private final SipIndex index;
    private final MessageTable messages;
    private final StatisticsScope scope;
    private final Sight sight;
    private final DialogCalls calls;
    private Map<Integer, Wait> exchanges = new LinkedHashMap<>();

    /// Until when the clocks of the dialog run.
    private long endNanos;

    DialogPass(SipIndex index, StatisticsScope scope) {
        this.index = index;
        messages = index.messages();
        this.scope = scope;
        sight = new Sight(index);
        calls = new DialogCalls(sight);
    }

    /// Reports the events of a dialog. Cost: reads its messages.
    void read(int dialog, Sink sink) {
        if (!scope.hasDialog(dialog) || !readMessages(dialog, sink)) {
            return;
        }
        exchanges.values()
                .stream()
                .filter(exchange -> exchange.request != Attempt.NONE && isIn(exchange.request))
                .forEach(exchange -> exchange.report(messages, sink));
        endNanos = index.dialogs().clockEndNanos(dialog);
        for (DialogCalls.Call call : calls.of(dialog)) {
            if (isIn(call.attempt().exchange().first())) {
                call(call.attempt(), call.outcome(), call.talkNanos(), sink);
            }
        }
        for (Attempt registration : calls.walk().registrations()) {
            if (registration.exchange().hasRequest() && isIn(registration.request())) {
                registration(registration, sink);
            }
        }
        Exchange lone = calls.walk().loneRelease();
        if (lone.hasRequest() && isIn(lone.first())) {
            disconnect(lone, sink);
        }
    }

    private boolean isIn(int message) {
        return scope.hasMoment(messages.capturedAtNanos(message));
    }

    /// Whether any message is in the scope.
    private boolean readMessages(int dialog, Sink sink) {
        if (exchanges.size() > LARGE) {
            exchanges = new LinkedHashMap<>();
        } else {
            exchanges.clear();
        }
        boolean isAny = false;
        for (int message : index.messagesOf(dialog)) {
            if (isIn(message)) {
                if (!isAny) {
                    sink.dialog(dialog);
                    isAny = true;
                }
                sink.message(message);
            }
            exchange(message);
        }
        return isAny;
    }

    private void exchange(int message) {
        int type = messages.type(message);
        int transaction = messages.transaction(message);
        if (messages.isRetransmission(message) || type == MessageTypes.ACK) {
            return;
        }
        if (MessageTypes.isMethod(type)) {
            exchanges.computeIfAbsent(transaction, _ -> new Wait()).ask(message);
        } else {
            exchanges.computeIfAbsent(transaction, _ -> new Wait()).respond(message, type);
        }
    }

    private void call(Attempt call, DialogOutcome outcome, long talkNanos, Sink sink) {
        sink.call(call.exchange().first(), outcome, talkNanos);
        boolean isAnswered = outcome.outcome().isAnswered();
        if (isAnswered) {
            time(Metric.SRD_SUCCESSFUL, call.setUpNanos(messages), sink);
            time(Metric.ANSWER_TIME, call.answerNanos(messages), sink);
        } else if (outcome.status() >= 400 && !Attempt.isRetried(outcome.status())) {
            time(Metric.SRD_FAILED, call.setUpNanos(messages), sink);
        }
        if (isAnswered || !outcome.outcome().isOpen()) {
            time(Metric.RING_TIME, call.ringNanos(messages), sink);
            shares(outcome, sink);
            completion(call, outcome, sink);
        }
        if (call.release().hasRequest()) {
            disconnect(call.release(), sink);
        }
    }

    /// What is not decided when its coverage ends counts in no ratio.
    private static void shares(DialogOutcome outcome, Sink sink) {
        boolean isAnswered = outcome.outcome().isAnswered();
        int status = outcome.cause() == Cause.NO_RESPONSE ? 408 : outcome.status();
        if (outcome.outcome() != Outcome.REDIRECTED) {
            boolean isUsers = status == 480 || status == 486 || status == 600 || status == 603;
            sink.share(Metric.SER, isAnswered);
            sink.share(Metric.SEER, isAnswered || isUsers);
        }
        boolean isIneffective = status == 408 || status == 500 || status == 503 || status == 504;
        sink.share(Metric.ISA, isIneffective);
    }

    private void completion(Attempt call, DialogOutcome outcome, Sink sink) {
        Result ended = call.release().result(sight, endNanos);
        if (outcome.outcome() != Outcome.ESTABLISHED) {
            sink.share(Metric.SCR, outcome.outcome() == Outcome.COMPLETED);
        }
        long talk = call.talkNanos(messages);
        if (ended == Result.ANSWERED && call.release().hasRequest()) {
            time(Metric.SDT_SUCCESSFUL, talk, sink);
        } else if (ended == Result.TIMED_OUT && talk != Attempt.NO_TIME) {
            time(Metric.SDT_FAILED, talk + DialogTable.TIMER_B_NANOS, sink);
        }
    }

    private void disconnect(Exchange release, Sink sink) {
        switch (release.result(sight, endNanos)) {
            case ANSWERED ->
                    time(Metric.SDD_SUCCESSFUL, Attempt.span(messages, release.first(), release.answer()), sink);
            case FAILED -> time(Metric.SDD_FAILED, Attempt.span(messages, release.first(), release.last()), sink);
            case TIMED_OUT -> sink.time(Metric.SDD_FAILED, DialogTable.TIMER_B_NANOS);
            case REDIRECTED, CHALLENGED, OPEN -> {
            }
        }
    }

    private void registration(Attempt registration, Sink sink) {
        Result result = registration.result(sight, endNanos);
        if (result == Result.ANSWERED) {
            time(Metric.RRD, registration.registerNanos(messages), sink);
        }
        if (result != Result.OPEN) {
            sink.share(Metric.IRA, result == Result.FAILED || result == Result.TIMED_OUT);
        }
    }

    private static void time(Metric metric, long nanos, Sink sink) {
        if (nanos != Attempt.NO_TIME) {
            sink.time(metric, nanos);
        }
    }

    /// A request with its responses, while they come; its first response may be recorded before it.
    private static final class Wait {

        private int request = Attempt.NONE;
        private int first = Attempt.NONE;
        private int last = Attempt.NONE;

        void ask(int message) {
            request = request == Attempt.NONE ? message : request;
        }

        void respond(int message, int status) {
            if (first == Attempt.NONE) {
                first = message;
            }
            if (status >= 200 && last == Attempt.NONE) {
                last = message;
            }
        }

        void report(MessageTable messages, Sink sink) {
            sink.exchange(messages.type(request), until(first, messages), until(last, messages));
        }

        private long until(int response, MessageTable messages) {
            if (response == Attempt.NONE) {
                return Sink.ABSENT;
            }
            long nanos = messages.capturedAtNanos(response) - messages.capturedAtNanos(request);
            return nanos < 0 ? Sink.UNTIMED : nanos;
        }
    }
}
