package org.sipsleuth.dialog.field;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.field.FieldReading.End;
import org.sipsleuth.dialog.field.FieldReading.Measure;
import org.sipsleuth.dialog.field.FieldReading.SharedText;
import org.sipsleuth.dialog.field.FieldReading.Text;
import org.sipsleuth.dialog.field.FieldReading.Texts;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.EndReasons;
import org.sipsleuth.dialog.outcome.MessageTexts;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.dialog.sight.Sight;

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

    /// The fields whose values are known without examining the messages of a dialog.
    private static final Set<DialogField> OF_COLUMNS = EnumSet.of(DialogField.CALL_ID, DialogField.FIRST_FRAME,
            DialogField.START, DialogField.DURATION, DialogField.MESSAGES, DialogField.RETRANSMISSIONS,
            DialogField.SEQUENCE, DialogField.METHOD, DialogField.STATE, DialogField.FINAL_STATUS, DialogField.OUTCOME,
            DialogField.CAUSE, DialogField.CALLER, DialogField.CALLEE, DialogField.SRC_IP, DialogField.DST_IP,
            DialogField.USER_AGENT, DialogField.TRANSPORT, DialogField.SOURCE, DialogField.DESTINATION,
            DialogField.DEFECTS);

    private final SipIndex index;
    private final DialogTable dialogs;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final MessageTexts texts;
    private final EndReasons reasons;
    private final OutcomeReader outcomes;
    private final HintReader hints;
    private final List<String> names;
    private final Map<DialogField, FieldReading> readings = new EnumMap<>(DialogField.class);
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
        Sight sight = new Sight(index);
        outcomes = new OutcomeReader(sight);
        hints = new HintReader(sight);
        names = index.files().stream().map(CaptureSummary::name).toList();
        for (DialogField field : DialogField.values()) {
            readings.put(field, readingOf(field));
        }
    }

    /// Whether the messages of a dialog must be examined for its value: for a million dialogs that
    /// takes seconds.
    public static boolean isSlow(DialogValue value) {
        return switch (value) {
            case HeaderValue _ -> true;
            case DialogField field -> !OF_COLUMNS.contains(field);
        };
    }

    /// A number; [#ABSENT] if the dialog has none, or if the field has no numbers.
    public long number(DialogField field, int dialog) {
        return reading(field) instanceof Measure its ? its.number().applyAsLong(dialog) : ABSENT;
    }

    /// The number of an endpoint for [MessageTable#endpoint]; for fields of endpoints only.
    public int endpoint(DialogField field, int dialog) {
        if (reading(field) instanceof End its) {
            return its.endpoint().applyAsInt(dialog);
        }
        throw new IllegalArgumentException(field + " has no endpoints");
    }

    /// What became of a dialog, and why.
    public DialogOutcome outcome(int dialog) {
        DialogOutcome known = outcome;
        if (known == null || outcomeOf != dialog) {
            known = stated(outcomes.of(dialog));
            outcome = known;
            outcomeOf = dialog;
        }
        return known;
    }

    private DialogOutcome stated(DialogOutcome found) {
        return index.conceals(Concealed.HINTS) ? found.withoutCause() : found;
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
        return reading(field) instanceof SharedText its ? its.number().applyAsLong(dialog) : ABSENT;
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
        return switch (reading(field)) {
            case Measure _ -> "";
            case Text column -> column.text().apply(dialog);
            case SharedText column -> column.text().apply(dialog);
            case Texts column -> column.text().apply(dialog);
            case End column -> column.text().apply(messages.endpoint(column.endpoint().applyAsInt(dialog)));
        };
    }

    private FieldReading reading(DialogField field) {
        return Objects.requireNonNull(readings.get(field));
    }

    private FieldReading readingOf(DialogField field) {
        return switch (field) {
            case CALL_ID -> new Text(dialogs::callId);
            case FIRST_FRAME -> new Measure(dialog -> messages.frame(first(dialog)));
            case START -> new Measure(dialogs::startNanos);
            case DURATION -> new Measure(dialog -> dialogs.isTimed(dialog) ? dialogs.durationNanos(dialog) : ABSENT);
            case MESSAGES -> new Measure(dialogs::messageCount);
            case RETRANSMISSIONS -> new Measure(dialogs::retransmissionCount);
            case SEQUENCE -> new SharedText(dialogs::sequenceText, dialogs::sequence);
            case STATE -> new Text(dialog -> outcome(dialog).state().text());
            case FINAL_STATUS -> new Measure(dialog -> orAbsent(outcome(dialog).status(), 0));
            case CALLER -> new SharedText(dialogs::caller, dialogs::callerNumber);
            case CALLEE -> new SharedText(dialogs::callee, dialogs::calleeNumber);
            case SRC_IP -> new End(this::source, Endpoint::host);
            case DST_IP -> new End(this::destination, Endpoint::host);
            case USER_AGENT -> new SharedText(dialogs::userAgent, dialogs::userAgentNumber);
            case CODECS -> new Texts(dialogs::codecs, dialog -> words(dialogs.codecs(dialog)));
            case SETUP_TIME -> new Measure(dialog -> span(Attempt::setUpNanos, dialog));
            case RING_TIME -> new Measure(dialog -> span(Attempt::ringNanos, dialog));
            case ANSWER_TIME -> new Measure(dialog -> span(Attempt::answerNanos, dialog));
            case TALK_TIME -> new Measure(dialog -> span(Attempt::talkNanos, dialog));
            case DISCONNECT_TIME -> new Measure(dialog -> span(Attempt::disconnectNanos, dialog));
            case REGISTER_TIME -> new Measure(this::registerNanos);
            case RESPONSE_TIME -> new Measure(this::responseNanos);
            case OUTCOME -> new Text(dialog -> outcome(dialog).outcome().text());
            case CAUSE -> new Text(dialog -> outcome(dialog).cause().text());
            case REASON -> new Text(dialog -> reasons.of(dialog, outcome(dialog)));
            case SERVER -> new Text(texts::server);
            case CODEC -> new Text(dialog -> firstWord(dialogs.codecs(dialog)));
            case TRANSPORT -> new Text(dialog -> messages.transport(first(dialog)).name());
            case SOURCE -> new End(this::source, Endpoint::toString);
            case DESTINATION -> new End(this::destination, Endpoint::toString);
            case REQUEST_URI -> new Text(texts::requestUri);
            case FROM_DISPLAY -> new Text(dialog -> texts.displayName("From", first(dialog)));
            case TO_DISPLAY -> new Text(dialog -> texts.displayName("To", first(dialog)));
            case REQUESTS -> new Measure(dialog -> count(messages::isRequest, dialog));
            case RESPONSES -> new Measure(dialog -> count(message -> !messages.isRequest(message), dialog));
            case MESSAGES_SENT -> new Measure(dialog -> countOfFirstHost(messages::source, dialog));
            case MESSAGES_RECEIVED -> new Measure(dialog -> countOfFirstHost(messages::destination, dialog));
            case DEFECTS -> new Measure(dialogs::defectiveCount);
            case BYTES -> new Measure(this::bytes);
            case METHOD -> new Text(texts::method);
            case HINTS -> new Texts(dialog -> String.join("; ", labels(dialog)), this::labels);
            case FILES -> new Texts(dialog -> String.join("; ", files(dialog)), this::files);
            case EARLIER_CALLS -> new Text(this::earlierCalls);
        };
    }

    private int first(int dialog) {
        return dialogs.firstMessage(dialog);
    }

    private int source(int dialog) {
        return messages.source(first(dialog));
    }

    private int destination(int dialog) {
        return messages.destination(first(dialog));
    }

    /// The values of a field that has several; of others the one that [#text] returns.
    public List<String> list(DialogField field, int dialog) {
        return reading(field) instanceof Texts its ? its.list().apply(dialog) : List.of(text(field, dialog));
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

    private String header(HeaderValue header, int dialog) {
        int message = texts.first(header.side() == HeaderValue.Side.REQUEST, dialog);
        return message < 0 ? "" : texts.header(message, header.header());
    }

    private List<Attempt> calls(int dialog) {
        return walked(dialog).lastCalls();
    }

    /// The outcome of a dialog in a row for people: with its cause unless it is a good one, and with the
    /// earlier calls of its Call-ID.
    public String outcomeWithCause(int dialog) {
        DialogOutcome its = outcome(dialog);
        return (its.outcome().isGood() ? its.outcome().text() : its.text()) + andEarlierCalls(dialog);
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
        return earlier.size() + calls
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
        if (!dialogs.isTimed(dialog)) {
            return ABSENT;
        }
        for (Attempt registration : walked(dialog).registrations()) {
            long nanos = registration.registerNanos(messages);
            if (nanos != Attempt.NO_TIME) {
                return nanos;
            }
        }
        return ABSENT;
    }

    private long responseNanos(int dialog) {
        if (!dialogs.isTimed(dialog)) {
            return ABSENT;
        }
        int request = -1;
        for (int message : index.messagesOf(dialog)) {
            if (request < 0) {
                request = messages.isRequest(message) ? message : request;
            } else if (!messages.isRequest(message) && messages.transaction(message) == messages.transaction(request)) {
                return orAbsent(Attempt.span(messages, request, message), Attempt.NO_TIME);
            }
        }
        return ABSENT;
    }

    /// The times are those of the first attempt of the last call that has one.
    private long span(ToLongBiFunction<Attempt, MessageTable> which, int dialog) {
        if (!dialogs.isCall(dialog) || !dialogs.isTimed(dialog)) {
            return ABSENT;
        }
        for (Attempt call : calls(dialog)) {
            long nanos = which.applyAsLong(call, messages);
            if (nanos != Attempt.NO_TIME) {
                return nanos;
            }
        }
        return ABSENT;
    }

    /// Whether the set-up time of a dialog is the time to a final response that refused it.
    public boolean isRefusedAtOnce(int dialog) {
        return dialogs.isCall(dialog) && calls(dialog).stream()
                .filter(call -> call.setUpNanos(messages) != Attempt.NO_TIME)
                .findFirst()
                .filter(Attempt::isRefusedAtOnce)
                .isPresent();
    }

    private long count(IntPredicate which, int dialog) {
        return Arrays.stream(index.messagesOf(dialog)).filter(which).count();
    }

    /// Messages with the host that sent the first one at this end.
    private long countOfFirstHost(IntUnaryOperator end, int dialog) {
        int first = messages.source(index.messagesOf(dialog)[0]);
        return count(message -> isSameHost(end.applyAsInt(message), first), dialog);
    }

    private long bytes(int dialog) {
        return Arrays.stream(index.messagesOf(dialog)).mapToLong(messages::lengthBytes).sum();
    }

    private boolean isSameHost(int endpoint, int other) {
        return endpoint == other || messages.endpoint(endpoint).address().equals(messages.endpoint(other).address());
    }

    private static long orAbsent(long number, long none) {
        return number == none ? ABSENT : number;
    }

    private static String firstWord(String words) {
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }
}
