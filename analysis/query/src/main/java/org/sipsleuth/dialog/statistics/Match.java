package org.sipsleuth.dialog.statistics;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Whether a dialog belongs to a figure.
final class Match implements Sink {

    private final SipIndex index;
    private final MessageTable table;
    private final Figure figure;
    private final FieldReader fields;
    private boolean isFound;

    Match(SipIndex index, Figure figure) {
        this.index = index;
        table = index.messages();
        this.figure = figure;
        fields = new FieldReader(index);
    }

    /// Whether the dialog belongs to it.
    boolean matches(DialogPass pass, int dialog) {
        isFound = false;
        pass.read(dialog, this);
        return isFound;
    }

    @Override
    public void dialog(int dialog) {
        isFound = switch (figure) {
            case Figure.Everything() -> true;
            case Figure.UserAgent(var name) -> index.dialogs().userAgent(dialog).equals(name);
            case Figure.Server(var name) -> fields.text(DialogField.SERVER, dialog).equals(name);
            default -> false;
        };
    }

    @Override
    public void message(int message) {
        isFound |= switch (figure) {
            case Figure.OfType(var type) -> table.type(message) == type;
            case Figure.OfClass(var hundreds) ->
                    !MessageTypes.isMethod(table.type(message)) && table.type(message) / 100 == hundreds;
            case Figure.Carried(var transport) -> table.transport(message) == transport;
            case Figure.Repeated() -> table.isRetransmission(message);
            case Figure.Defective() -> table.isDefective(message);
            case Figure.During(var from, var to) ->
                    table.capturedAtNanos(message) >= from && table.capturedAtNanos(message) <= to;
            default -> false;
        };
    }

    @Override
    public void exchange(int method, long firstNanos, long finalNanos) {
        isFound |= switch (figure) {
            case Figure.Unanswered(var wanted) -> method == wanted && finalNanos == ABSENT;
            case Figure.Responded(var wanted, var isFinal, var atLeast) ->
                    method == wanted && (isFinal ? finalNanos : firstNanos) >= Math.max(0, atLeast);
            default -> false;
        };
    }

    @Override
    public void time(Metric metric, long nanos) {
        isFound |= figure instanceof Figure.Timed(var wanted, var atLeast) && metric == wanted && nanos >= atLeast;
    }

    @Override
    public void share(Metric metric, boolean isCounted) {
        isFound |= figure instanceof Figure.Shared(var wanted, var onlyCounted) && metric == wanted
                && (isCounted || !onlyCounted);
    }

    @Override
    public void call(int request, DialogOutcome outcome, long talkNanos) {
        isFound |= switch (figure) {
            case Figure.Called() -> true;
            case Figure.WentWrong(var text) -> outcome.outcome().isBad() && outcome.text().equals(text);
            case Figure.Undecided() -> isUndecided(outcome);
            case Figure.Ended(var isAnswered, var status) ->
                    Tally.result(outcome) == (isAnswered ? Tally.ANSWERED : status);
            default -> false;
        };
    }

    /// Whether a call was still being set up when its coverage ended.
    static boolean isUndecided(DialogOutcome outcome) {
        return outcome.outcome().isOpen() && !outcome.outcome().isAnswered();
    }
}
