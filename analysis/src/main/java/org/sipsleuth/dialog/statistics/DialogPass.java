package org.sipsleuth.dialog.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.attempt.Outcome;
import org.sipsleuth.dialog.attempt.Release;
import org.sipsleuth.dialog.column.MessageTypes;

/// Goes through dialogs and tells what counts in them. One thread at a time.
final class DialogPass {

    private static final int LARGE = 1_000;

    private final SipIndex index;
    private final MessageTable messages;
    private final StatisticsScope scope;
    private final DialogWalk walk;
    private Map<Integer, Exchange> exchanges = new LinkedHashMap<>();

    DialogPass(SipIndex index, StatisticsScope scope) {
        this.index = index;
        messages = index.messages();
        this.scope = scope;
        walk = new DialogWalk(index);
    }

    /// Tells of a dialog. Cost: its messages.
    void read(int dialog, Sink sink) {
        if (!scope.hasDialog(dialog) || !readMessages(dialog, sink)) {
            return;
        }
        exchanges.values().stream()
                .filter(exchange -> isIn(exchange.request))
                .forEach(exchange -> exchange.tell(messages, sink));
        walk.read(dialog);
        for (Attempt call : walk.calls()) {
            if (isIn(call.request())) {
                call(call, sink);
            }
        }
        for (Attempt registration : walk.registrations()) {
            if (isIn(registration.request())) {
                registration(registration, sink);
            }
        }
        Release lone = walk.loneRelease();
        if (lone.isBegun() && isIn(lone.bye())) {
            disconnect(lone, sink);
        }
    }

    private boolean isIn(int message) {
        return scope.hasMoment(messages.capturedAtNanos(message));
    }

    /// Whether any message lies in the scope.
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
            exchanges.putIfAbsent(transaction, new Exchange(message));
        } else {
            Exchange asked = exchanges.get(transaction);
            if (asked != null) {
                asked.respond(message, type);
            }
        }
    }

    private void call(Attempt call, Sink sink) {
        long end = index.dialogs().captureEndNanos();
        Outcome outcome = call.outcome(messages, end);
        sink.call(call.request(), outcome);
        if (outcome == Outcome.ANSWERED) {
            time(Metric.SRD_SUCCESSFUL, call.setUpNanos(messages), sink);
            time(Metric.ANSWER_TIME, call.answerNanos(messages), sink);
        } else if (outcome == Outcome.FAILED) {
            time(Metric.SRD_FAILED, call.setUpNanos(messages), sink);
        }
        if (outcome != Outcome.OPEN) {
            time(Metric.RING_TIME, call.ringNanos(messages), sink);
            shares(outcome, call.last() == Attempt.NONE ? 408 : messages.type(call.last()), sink);
            completion(call, outcome, sink);
        }
        if (call.release().isBegun()) {
            disconnect(call.release(), sink);
        }
    }

    /// What is not decided when the capture ends counts in no ratio.
    private static void shares(Outcome outcome, int status, Sink sink) {
        boolean isAnswered = outcome == Outcome.ANSWERED;
        if (outcome != Outcome.REDIRECTED) {
            boolean isUsers = status == 480 || status == 486 || status == 600 || status == 603;
            sink.share(Metric.SER, isAnswered);
            sink.share(Metric.SEER, isAnswered || isUsers);
        }
        boolean isIneffective = status == 408 || status == 500 || status == 503 || status == 504;
        sink.share(Metric.ISA, isIneffective);
    }

    private void completion(Attempt call, Outcome outcome, Sink sink) {
        Release release = call.release();
        Outcome ended = release.outcome(messages, index.dialogs().captureEndNanos());
        if (outcome != Outcome.ANSWERED) {
            sink.share(Metric.SCR, false);
        } else if (ended != Outcome.OPEN) {
            sink.share(Metric.SCR, ended == Outcome.ANSWERED);
        }
        long talk = call.talkNanos(messages);
        if (ended == Outcome.ANSWERED) {
            time(Metric.SDT_SUCCESSFUL, talk, sink);
        } else if (ended == Outcome.TIMED_OUT && talk != Attempt.NO_TIME) {
            time(Metric.SDT_FAILED, talk + DialogTable.TIMER_B_NANOS, sink);
        }
    }

    private void disconnect(Release release, Sink sink) {
        switch (release.outcome(messages, index.dialogs().captureEndNanos())) {
            case ANSWERED ->
                    time(
                            Metric.SDD_SUCCESSFUL,
                            Attempt.span(messages, release.bye(), release.answer()),
                            sink);
            case FAILED ->
                    time(
                            Metric.SDD_FAILED,
                            Attempt.span(messages, release.bye(), release.last()),
                            sink);
            case TIMED_OUT -> sink.time(Metric.SDD_FAILED, DialogTable.TIMER_B_NANOS);
            case REDIRECTED, CHALLENGED, OPEN -> {}
        }
    }

    private void registration(Attempt registration, Sink sink) {
        Outcome outcome = registration.outcome(messages, index.dialogs().captureEndNanos());
        if (outcome == Outcome.ANSWERED) {
            time(Metric.RRD, registration.answerNanos(messages), sink);
        }
        if (outcome != Outcome.OPEN) {
            sink.share(Metric.IRA, outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT);
        }
    }

    private static void time(Metric metric, long nanos, Sink sink) {
        if (nanos != Attempt.NO_TIME) {
            sink.time(metric, nanos);
        }
    }

    /// A request with its responses, while they come.
    private static final class Exchange {

        final int request;
        private int first = Attempt.NONE;
        private int last = Attempt.NONE;

        Exchange(int request) {
            this.request = request;
        }

        void respond(int message, int status) {
            if (first == Attempt.NONE) {
                first = message;
            }
            if (status >= 200 && last == Attempt.NONE) {
                last = message;
            }
        }

        void tell(MessageTable messages, Sink sink) {
            sink.exchange(
                    messages.type(request),
                    Attempt.span(messages, request, first),
                    Attempt.span(messages, request, last));
        }
    }
}
