package org.sipsleuth.view.dialogs.rows;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.DialogState;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.Texts;
import org.sipsleuth.view.fx.TruthWords;
import org.sipsleuth.view.fx.UtcTime;

/// What the list can tell about a dialog.
public enum DialogColumn {
    /// The state as an icon.
    MARK(Kind.STATE, 34, true),
    /// Whether it is a known dialog, as a shape; where a model says so.
    KNOWN(Kind.STATE, 44, false),
    /// What the dialog is, where that is known and asked for.
    TRUTH(Kind.TEXT, 164, false),
    START(Kind.NUMBER, 100, true),
    CALLER(Kind.TEXT, 138, true),
    CALLEE(Kind.TEXT, 138, true),
    STATE(Kind.STATE, 90, true),
    STATUS(Kind.NUMBER, 66, false),
    MESSAGES(Kind.NUMBER, 60, true),
    RETRANSMISSIONS(Kind.NUMBER, 60, false),
    DURATION(Kind.NUMBER, 104, false),
    FIRST_FRAME(Kind.NUMBER, 96, false),
    SOURCE(Kind.ENDPOINT, 140, false),
    DESTINATION(Kind.ENDPOINT, 140, false),
    USER_AGENT(Kind.TEXT, 160, false),
    CODECS(Kind.TEXT, 120, false),
    CALL_ID(Kind.TEXT, 220, false),
    SEQUENCE(Kind.TEXT, 320, false);

    /// By what a column is sorted.
    public enum Kind {
        NUMBER,
        STATE,
        ENDPOINT,
        TEXT
    }

    private static final List<DialogState> STATES = List.of(DialogState.values());
    private static final int DURATION_DIGITS = 3;
    private static final int FILE_SHIFT = 32;

    private final Kind kind;
    private final double width;
    private final boolean shownFirst;

    DialogColumn(Kind kind, double width, boolean shownFirst) {
        this.kind = kind;
        this.width = width;
        this.shownFirst = shownFirst;
    }

    /// By what it is sorted.
    public Kind kind() {
        return kind;
    }

    /// Its width at first, in pixels.
    public double width() {
        return width;
    }

    /// Whether the list has it until somebody chooses other columns: together these fit beside a
    /// ladder in a window of 1280 pixels.
    public boolean isShownFirst() {
        return shownFirst;
    }

    /// Its name in the menu, and in what is copied.
    public String title() {
        return Texts.text("dialogs.column." + key());
    }

    /// What stands at its head: the title, or a shorter word.
    public String head() {
        return Texts.text("dialogs.head." + key());
    }

    /// Its name in keys of texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// The value by which dialogs are sorted; for columns of numbers and states.
    long number(Listed listed, int dialog) {
        SipIndex index = listed.index();
        DialogTable dialogs = index.dialogs();
        return switch (this) {
            case MARK, STATE -> STATES.indexOf(dialogs.state(dialog));
            case KNOWN -> listed.marks().map(marks -> marks.order(dialog)).orElse(0);
            case START -> dialogs.startNanos(dialog);
            case STATUS -> dialogs.finalStatus(dialog);
            case MESSAGES -> dialogs.messageCount(dialog);
            case RETRANSMISSIONS -> dialogs.retransmissionCount(dialog);
            case DURATION -> dialogs.durationNanos(dialog);
            case FIRST_FRAME -> {
                int first = dialogs.firstMessage(dialog);
                yield (long) index.messages().file(first) << FILE_SHIFT
                        | index.messages().frame(first);
            }
            default -> throw new IllegalStateException(this + " is no number");
        };
    }

    /// The number of the endpoint that the dialog's first message comes from or goes to.
    int endpoint(SipIndex index, int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        return this == SOURCE
                ? index.messages().source(first)
                : index.messages().destination(first);
    }

    /// The value in words, as the capture has it: not made safe for showing.
    public String text(Listed listed, int dialog) {
        SipIndex index = listed.index();
        DialogTable dialogs = index.dialogs();
        return switch (this) {
            case MARK, STATE -> dialogs.state(dialog).text();
            case KNOWN -> listed.marks().map(marks -> marks.words(dialog)).orElse("");
            case START -> start(index, dialogs.startNanos(dialog));
            case TRUTH ->
                    listed.truth()
                            .flatMap(truth -> truth.ofDialog(dialog))
                            .map(TruthWords::of)
                            .orElse("");
            case CALLER -> dialogs.caller(dialog);
            case CALLEE -> dialogs.callee(dialog);
            case STATUS -> unlessZero(dialogs.finalStatus(dialog));
            case MESSAGES -> Integer.toString(dialogs.messageCount(dialog));
            case RETRANSMISSIONS -> unlessZero(dialogs.retransmissionCount(dialog));
            case DURATION -> UtcTime.seconds(dialogs.durationNanos(dialog), DURATION_DIGITS);
            case FIRST_FRAME ->
                    Integer.toString(index.messages().frame(dialogs.firstMessage(dialog)));
            case SOURCE, DESTINATION ->
                    index.messages().endpoint(endpoint(index, dialog)).toString();
            case USER_AGENT -> dialogs.userAgent(dialog);
            case CODECS -> dialogs.codecs(dialog);
            case CALL_ID -> dialogs.callId(dialog);
            case SEQUENCE -> dialogs.sequenceText(dialog);
        };
    }

    /// Whether the capture has more than one day, so that moments are told with their date.
    public static boolean tellsDates(SipIndex index) {
        int last = index.messages().size() - 1;
        return last > 0
                && !UtcTime.sameDay(
                        index.messages().capturedAtNanos(0),
                        index.messages().capturedAtNanos(last));
    }

    private static String start(SipIndex index, long nanos) {
        return tellsDates(index) ? UtcTime.dateAndClock(nanos) : UtcTime.clock(nanos);
    }

    private static String unlessZero(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}
