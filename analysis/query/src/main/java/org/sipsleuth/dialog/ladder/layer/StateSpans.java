package org.sipsleuth.dialog.ladder.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeCourse;

/// How far the dialogs of a ladder have come at each row: a column per dialog, from its first row
/// to its last, a piece per state.
public final class StateSpans {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private StateSpans() {}

    /// The states of the first dialogs, as many as there are columns. The value of a piece is for
    /// [#outcome].
    public static RowSpans of(Ladder ladder) {
        SipIndex index = ladder.index();
        Map<Integer, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < ladder.size(); row++) {
            int dialog = index.messages().dialog(ladder.message(row));
            rowsOf.computeIfAbsent(dialog, _ -> new ArrayList<>()).add(row);
        }
        List<List<RowSpans.Span>> columns = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> one : rowsOf.entrySet()) {
            if (columns.size() < RowSpans.MOST_COLUMNS) {
                columns.add(column(ladder, one.getKey(), one.getValue(), columns.size()));
            }
        }
        return new RowSpans(columns, rowsOf.size() - columns.size());
    }

    /// The outcome that a piece represents.
    public static Outcome outcome(RowSpans.Span span) {
        return OUTCOMES[span.value()];
    }

    /// Whether it goes as calls should.
    public static boolean isGood(Outcome outcome) {
        return switch (outcome) {
            case SETTING_UP, RINGING, ESTABLISHED, COMPLETED, CONTINUED, SUCCEEDED, PENDING -> true;
            case DROPPED, EARLY_DIALOG_ENDED, CANCELLED, REDIRECTED, REFUSED, FAILED, PARTIAL -> false;
        };
    }

    @SuppressWarnings("EnumOrdinal") // taken back by OUTCOMES, in memory only
    private static List<RowSpans.Span> column(Ladder ladder, int dialog, List<Integer> rows, int place) {
        int[] messages = ladder.index().messagesOf(dialog);
        List<Outcome> outcomes = OutcomeCourse.of(ladder.index(), dialog);
        List<RowSpans.Span> spans = new ArrayList<>();
        for (int row : rows) {
            int at = Arrays.binarySearch(messages, ladder.message(row));
            int state = outcomes.get(Math.max(0, at)).ordinal();
            if (!spans.isEmpty() && spans.getLast().value() == state) {
                RowSpans.Span before = spans.removeLast();
                spans.add(new RowSpans.Span(place, before.first(), row, state));
            } else {
                closeUp(spans, row);
                spans.add(new RowSpans.Span(place, row, row, state));
            }
        }
        return spans;
    }

    /// A state lasts until the next: also over rows of other dialogs.
    private static void closeUp(List<RowSpans.Span> spans, int row) {
        if (!spans.isEmpty()) {
            RowSpans.Span before = spans.removeLast();
            spans.add(new RowSpans.Span(before.column(), before.first(), row - 1, before.value()));
        }
    }
}
