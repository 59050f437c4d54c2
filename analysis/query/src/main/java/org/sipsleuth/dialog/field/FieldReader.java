package org.sipsleuth.dialog.field;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;

/// Reads the values of dialogs. Columns are asked first; the messages of a dialog are gone through,
/// or parsed, only for fields that need it ([#isSlow]).
///
/// One thread at a time: what was learnt of the last dialog is kept for its next field.
public final class FieldReader {

    /// No number.
    public static final long ABSENT = Long.MIN_VALUE;

    /// Between an outcome and the earlier calls of its Call-ID.
    public static final String AND = " and ";

    private static final int NOTHING_READ = -1;
    private static final int MOST_EARLIER = 5;

    private final SipIndex index;
    private final DialogTable dialogs;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final MessageTexts texts;
    private final EndReasons reasons;
    private final OutcomeReader outcomes;
    private final HintReader hints;
    private final List<String> names;
    private int walked = NOTHING_READ;
    private int outcomeOf = NOTHING_READ;
    private @Nullable DialogOutcome outcome;

    public FieldReader(SipIndex index) {
        this.index = index;
        dialogs = index.dialogs();
        messages = index.messages();
        walk = new DialogWalk(index);
        texts = new MessageTexts(index);
        reasons = new EndReasons(index, texts);
        outcomes = new OutcomeReader(index);
        hints = new HintReader(index);
        names = index.files().stream().map(CaptureSummary::name).toList();
    }

    /// Whether the messages of a dialog must be examined for its value: for a million dialogs that
    /// takes seconds.
    public static boolean isSlow(DialogValue value) {
        return switch (value) {
            case HeaderValue _ -> true;
            case DialogField field ->
                    switch (field) {
                        case CALL_ID,
                                FIRST_FRAME,
                                START,
                                DURATION,
                                MESSAGES,
                                RETRANSMISSIONS,
                                SEQUENCE,
                                METHOD,
                                STATE,
                                FINAL_STATUS,
                                OUTCOME,
                                CAUSE,
                                CALLER,
                                CALLEE,
                                SRC_IP,
                                DST_IP,
                                USER_AGENT,
                                TRANSPORT,
                                SOURCE,
                                DESTINATION,
                                DEFECTS ->
                                false;
                        default -> true;
                    };
        };
    }

    /// A number; [#ABSENT] if the dialog has none, or if the field has no numbers.
    public long number(DialogField field, int dialog) {
        return switch (field) {
            case FIRST_FRAME -> messages.frame(dialogs.firstMessage(dialog));
            case START -> dialogs.startNanos(dialog);
            case DURATION -> dialogs.durationNanos(dialog);
            case MESSAGES -> dialogs.messageCount(dialog);
            case RETRANSMISSIONS -> dialogs.retransmissionCount(dialog);
            case FINAL_STATUS -> orAbsent(outcome(dialog).status(), 0);
            case DEFECTS -> dialogs.defectiveCount(dialog);
            case SETUP_TIME, RING_TIME, ANSWER_TIME, TALK_TIME, DISCONNECT_TIME ->
                    span(field, dialog);
            case REGISTER_TIME -> registerNanos(dialog);
            case RESPONSE_TIME -> responseNanos(dialog);
            case REQUESTS, RESPONSES, MESSAGES_SENT, MESSAGES_RECEIVED, BYTES ->
                    counted(field, dialog);
            default -> ABSENT;
        };
    }

    /// The number of an endpoint for [MessageTable#endpoint]; for fields of endpoints only.
    public int endpoint(DialogField field, int dialog) {
        int first = dialogs.firstMessage(dialog);
        return switch (field) {
            case SRC_IP, SOURCE -> messages.source(first);
            case DST_IP, DESTINATION -> messages.destination(first);
            default -> throw new IllegalArgumentException(field + " has no endpoints");
        };
    }

    /// What became of a dialog, and why.
    public DialogOutcome outcome(int dialog) {
        DialogOutcome known = outcome;
        if (known == null || outcomeOf != dialog) {
            known = outcomes.of(dialog);
            outcome = known;
            outcomeOf = dialog;
        }
        return known;
    }

    /// What explains the outcome of a dialog.
    public List<FoundHint> hints(int dialog) {
        return hints.of(dialog, outcome(dialog));
    }

    private List<String> labels(int dialog) {
        return hints(dialog).stream().map(found -> found.hint().label()).toList();
    }

    /// A number that is the same only for dialogs with the same value, or -1 where absent: for
    /// fields whose texts many dialogs share. [#ABSENT] for others.
    public long shared(DialogField field, int dialog) {
        return switch (field) {
            case SEQUENCE -> dialogs.sequence(dialog);
            case CALLER -> dialogs.callerNumber(dialog);
            case CALLEE -> dialogs.calleeNumber(dialog);
            case USER_AGENT -> dialogs.userAgentNumber(dialog);
            default -> ABSENT;
        };
    }

    /// The value as text, as the capture has it: not made safe for showing. Empty for fields of
    /// numbers.
    public String text(DialogValue value, int dialog) {
        return switch (value) {
            case HeaderValue header -> header(header, dialog);
            case DialogField field -> text(field, dialog);
        };
    }

    private String text(DialogField field, int dialog) {
        return switch (field) {
            case CALL_ID -> dialogs.callId(dialog);
            case SEQUENCE -> dialogs.sequenceText(dialog);
            case METHOD -> method(dialog);
            case STATE -> outcome(dialog).state().text();
            case OUTCOME -> outcome(dialog).outcome().text();
            case CALLER -> dialogs.caller(dialog);
            case CALLEE -> dialogs.callee(dialog);
            case USER_AGENT -> dialogs.userAgent(dialog);
            case CODECS -> dialogs.codecs(dialog);
            case CODEC -> firstWord(dialogs.codecs(dialog));
            case TRANSPORT -> messages.transport(dialogs.firstMessage(dialog)).name();
            case SRC_IP, DST_IP -> end(field, dialog).host();
            case SOURCE, DESTINATION -> end(field, dialog).toString();
            case CAUSE -> outcome(dialog).cause().text();
            case REASON -> reasons.of(dialog, outcome(dialog));
            case SERVER -> texts.server(dialog);
            case HINTS -> String.join("; ", labels(dialog));
            case FILES -> String.join("; ", files(dialog));
            case REQUEST_URI -> texts.requestUri(dialog);
            case FROM_DISPLAY -> texts.displayName("From", dialogs.firstMessage(dialog));
            case TO_DISPLAY -> texts.displayName("To", dialogs.firstMessage(dialog));
            case EARLIER_CALLS -> earlierCalls(dialog);
            default -> "";
        };
    }

    private String method(int dialog) {
        for (String type : dialogs.sequenceText(dialog).split(" ", -1)) {
            if (!type.isEmpty() && !Character.isDigit(type.charAt(0))) {
                return type;
            }
        }
        String cseq = texts.header(dialogs.firstMessage(dialog), "CSeq").strip();
        return cseq.substring(cseq.lastIndexOf(' ') + 1);
    }

    /// The values of a field that has several; of others the one that [#text] returns.
    public List<String> list(DialogField field, int dialog) {
        return switch (field) {
            case CODECS -> words(dialogs.codecs(dialog));
            case HINTS -> labels(dialog);
            case FILES -> files(dialog);
            default -> List.of(text(field, dialog));
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private List<String> files(int dialog) {
        if (names.size() == 1) {
            return names;
        }
        return Arrays.stream(index.messagesOf(dialog))
                .map(messages::file)
                .sorted()
                .distinct()
                .mapToObj(names::get)
                .toList();
    }

    private Endpoint end(DialogField field, int dialog) {
        return messages.endpoint(endpoint(field, dialog));
    }

    private String header(HeaderValue header, int dialog) {
        int message = texts.first(header.side(), dialog);
        return message < 0 ? "" : texts.header(message, header.header());
    }

    private List<Attempt> calls(int dialog) {
        return walked(dialog).lastCalls();
    }

    /// What a row adds to the outcome: ` and 1 earlier call: completed, 60 s`; empty where the
    /// Call-ID has one call.
    public String andEarlierCalls(int dialog) {
        String earlier = earlierCalls(dialog);
        return earlier.isEmpty() ? "" : AND + earlier;
    }

    /// `1 earlier call: completed, 60 s`; empty where the Call-ID has one call.
    private String earlierCalls(int dialog) {
        if (!dialogs.isCall(dialog)) {
            return "";
        }
        List<Attempt> earlier = walked(dialog).earlierCalls();
        if (earlier.isEmpty()) {
            return "";
        }
        String calls = earlier.size() == 1 ? " earlier call: " : " earlier calls: ";
        return earlier.size()
                + calls
                + earlier.stream()
                        .limit(MOST_EARLIER)
                        .map(call -> earlierCall(call, dialogs.clockEndNanos(dialog)))
                        .collect(Collectors.joining("; "))
                + (earlier.size() > MOST_EARLIER ? "; …" : "");
    }

    private String earlierCall(Attempt call, long endNanos) {
        DialogOutcome its = outcomes.ofEarlierCall(call, endNanos);
        long talk = call.talkNanos(messages);
        String talked = talk == Attempt.NO_TIME ? "" : ", " + Math.round(talk / 1e9) + " s";
        boolean isPlain = its.outcome() == Outcome.COMPLETED || its.outcome() == Outcome.CANCELLED;
        return (isPlain ? its.outcome().text() : its.text()) + talked;
    }

    private DialogWalk walked(int dialog) {
        if (walked != dialog) {
            walk.read(dialog);
            walked = dialog;
        }
        return walk;
    }

    /// Of the first registration that succeeded.
    private long registerNanos(int dialog) {
        for (Attempt registration : walked(dialog).registrations()) {
            long nanos = registration.registerNanos(messages);
            if (nanos != Attempt.NO_TIME) {
                return nanos;
            }
        }
        return ABSENT;
    }

    private long responseNanos(int dialog) {
        int request = -1;
        for (int message : index.messagesOf(dialog)) {
            if (request < 0) {
                request = messages.isRequest(message) ? message : request;
            } else if (!messages.isRequest(message)
                    && messages.transaction(message) == messages.transaction(request)) {
                return orAbsent(Attempt.span(messages, request, message), Attempt.NO_TIME);
            }
        }
        return ABSENT;
    }

    /// The times are those of the first attempt of the last call that has one.
    private long span(DialogField field, int dialog) {
        if (!dialogs.isCall(dialog)) {
            return ABSENT;
        }
        for (Attempt call : calls(dialog)) {
            long nanos =
                    switch (field) {
                        case SETUP_TIME -> call.setUpNanos(messages);
                        case RING_TIME -> call.ringNanos(messages);
                        case ANSWER_TIME -> call.answerNanos(messages);
                        case TALK_TIME -> call.talkNanos(messages);
                        default -> call.disconnectNanos(messages);
                    };
            if (nanos != Attempt.NO_TIME) {
                return nanos;
            }
        }
        return ABSENT;
    }

    /// Whether the set-up time of a dialog is the time to a final response that refused it.
    public boolean isRefusedAtOnce(int dialog) {
        return dialogs.isCall(dialog)
                && calls(dialog).stream()
                        .filter(call -> call.setUpNanos(messages) != Attempt.NO_TIME)
                        .findFirst()
                        .filter(Attempt::isRefusedAtOnce)
                        .isPresent();
    }

    private long counted(DialogField field, int dialog) {
        int[] all = index.messagesOf(dialog);
        int first = messages.source(all[0]);
        long sum = 0;
        for (int message : all) {
            sum +=
                    switch (field) {
                        case REQUESTS -> messages.isRequest(message) ? 1 : 0;
                        case RESPONSES -> messages.isRequest(message) ? 0 : 1;
                        case MESSAGES_SENT -> isSameHost(messages.source(message), first) ? 1 : 0;
                        case MESSAGES_RECEIVED ->
                                isSameHost(messages.destination(message), first) ? 1 : 0;
                        default -> messages.lengthBytes(message);
                    };
        }
        return sum;
    }

    private boolean isSameHost(int endpoint, int other) {
        return endpoint == other
                || messages.endpoint(endpoint).address().equals(messages.endpoint(other).address());
    }

    private static long orAbsent(long number, long none) {
        return number == none ? ABSENT : number;
    }

    private static String firstWord(String words) {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }
}
