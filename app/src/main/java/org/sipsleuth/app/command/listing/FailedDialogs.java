package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;

/// A line per cause of calls, or of other dialogs, that were dropped, failed or were refused, for
/// people: the most frequent first.
public final class FailedDialogs extends ListedRows<FailedDialogs.Cause> {

    /// Dialogs that ended the same way.
    ///
    /// @param count how many
    /// @param text how they ended, and why
    /// @param first the dialog of them that begins first
    record Cause(long count, String text, int first) {}

    private final SipIndex index;
    private final List<String> files;
    private final long all;

    private FailedDialogs(SipIndex index, List<Cause> causes, long all) {
        super(columns(index), causes);
        this.index = index;
        this.files = FileNames.of(index.files());
        this.all = all;
    }

    private static List<Column> columns(SipIndex index) {
        List<Column> columns = new ArrayList<>(List.of(Column.number("number"), Column.text("outcome: cause"),
                Column.number("first frame"), Column.text("Call-ID of the first")));
        if (index.files().size() > 1) {
            columns.add(Column.text("file"));
        }
        return columns;
    }

    /// Those of a capture, apart: what its calls are, and its other dialogs.
    ///
    /// @param calls of its calls, as [CallTotals] counts them
    /// @param others of its dialogs without a call
    public record Both(FailedDialogs calls, FailedDialogs others) {}

    /// Of a capture.
    public static Both of(SipIndex index) {
        OutcomeReader outcomes = new OutcomeReader(index);
        CallReader calls = new CallReader(index);
        Map<String, Cause> causes = new LinkedHashMap<>();
        int others = 0;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (calls.read(dialog)) {
                continue;
            }
            others++;
            DialogOutcome outcome = outcomes.of(dialog);
            if (outcome.outcome().isBad()) {
                causes.merge(outcome.text(), new Cause(1, outcome.text(), dialog),
                        (known, _) -> new Cause(known.count + 1, known.text, known.first));
            }
        }
        List<Cause> sorted = new ArrayList<>(causes.values());
        sorted.sort(Comparator.comparingLong(Cause::count).reversed());
        CallTotals totals = calls.totals();
        List<Cause> ofCalls =
                totals.failures().stream().map(each -> new Cause(each.count(), each.text(), each.dialog())).toList();
        return new Both(new FailedDialogs(index, ofCalls, totals.calls()), new FailedDialogs(index, sorted, others));
    }

    /// How many calls, or dialogs, there are, whatever became of them.
    public long all() {
        return all;
    }

    /// How many of them went wrong.
    public long failed() {
        long failed = 0;
        for (int row = 0; row < size(); row++) {
            failed += thing(row).count;
        }
        return failed;
    }

    @Override
    protected String[] cells(Cause cause) {
        DialogTable dialogs = index.dialogs();
        int message = dialogs.firstMessage(cause.first);
        List<String> cells = new ArrayList<>(List.of(HumanText.count(cause.count), cause.text, index.frameText(message),
                dialogs.callId(cause.first)));
        if (index.files().size() > 1) {
            cells.add(files.get(index.messages().file(message)));
        }
        return cells.toArray(String[]::new);
    }
}
