package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.app.command.output.Column;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.report.output.HumanText;

/// A line per cause of dialogs that were dropped, failed or were refused, for people: the most
/// frequent first.
public final class FailedDialogs extends ListedRows<FailedDialogs.Cause> {

    /// Dialogs that ended the same way.
    ///
    /// @param count how many
    /// @param text how they ended, and why
    /// @param first the dialog of them that begins first
    record Cause(int count, String text, int first) {}

    private final SipIndex index;
    private final List<String> files;
    private final int all;

    private FailedDialogs(SipIndex index, List<Cause> causes, int all) {
        super(columns(index), causes);
        this.index = index;
        this.files = FileNames.of(index.files());
        this.all = all;
    }

    private static List<Column> columns(SipIndex index) {
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.number("dialogs"),
                                Column.text("outcome: cause"),
                                Column.number("first frame"),
                                Column.text("Call-ID of the first")));
        if (index.files().size() > 1) {
            columns.add(Column.text("file"));
        }
        return columns;
    }

    /// Of the calls of a capture, or of its other dialogs.
    public static FailedDialogs of(SipIndex index, boolean areCalls) {
        OutcomeReader outcomes = new OutcomeReader(index);
        Map<String, Cause> causes = new LinkedHashMap<>();
        int all = 0;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            DialogOutcome outcome = outcomes.of(dialog);
            if (outcome.isCall() == areCalls) {
                all++;
                if (outcome.outcome().isBad()) {
                    causes.merge(
                            outcome.text(),
                            new Cause(1, outcome.text(), dialog),
                            (known, _) -> new Cause(known.count + 1, known.text, known.first));
                }
            }
        }
        List<Cause> sorted = new ArrayList<>(causes.values());
        sorted.sort(Comparator.comparingInt(Cause::count).reversed());
        return new FailedDialogs(index, sorted, all);
    }

    /// How many dialogs there are, whatever became of them.
    public int all() {
        return all;
    }

    /// How many of them went wrong.
    public int failed() {
        int failed = 0;
        for (int row = 0; row < size(); row++) {
            failed += thing(row).count;
        }
        return failed;
    }

    @Override
    protected String[] cells(Cause cause) {
        DialogTable dialogs = index.dialogs();
        int message = dialogs.firstMessage(cause.first);
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                HumanText.count(cause.count),
                                cause.text,
                                Integer.toString(index.messages().frame(message)),
                                dialogs.callId(cause.first)));
        if (index.files().size() > 1) {
            cells.add(files.get(index.messages().file(message)));
        }
        return cells.toArray(String[]::new);
    }
}
