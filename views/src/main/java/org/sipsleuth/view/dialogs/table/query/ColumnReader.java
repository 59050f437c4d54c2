package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.view.ui.WindowFaults;

/// Reads the values of columns. One thread at a time.
public final class ColumnReader {

    private static final int MOST_MESSAGES = 100;

    private final Listed listed;
    private final FieldReader fields;
    private @Nullable String commonDomain;

    public ColumnReader(Listed listed) {
        this.listed = listed;
        fields = new FieldReader(listed.index());
    }

    /// What it reads of.
    public Listed listed() {
        return listed;
    }

    /// Whether there is a dialog of this number.
    public boolean isDialog(int row) {
        return row >= 0 && row < listed.index().dialogs().size();
    }

    /// The host that most callers and callees share, or empty.
    public String commonDomain() {
        String known = commonDomain;
        if (known == null) {
            known = CommonDomain.of(listed.index());
            commonDomain = known;
        }
        return known;
    }

    /// What is read of a dialog for a column; a fault costs that only.
    ///
    /// @param changed stands in its place if the capture was changed since, which the window says
    ///     elsewhere; whatever changed bytes lead to
    /// @param failed stands in its place if it fails otherwise
    public <T> T contain(DialogColumn column, T changed, T failed, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | InternalError failure) {
            if (listed.index().opened().causeOf(failure).isPresent()) {
                return changed;
            }
            if (failure instanceof RuntimeException fault) {
                WindowFaults.SINK.failed("column " + column.key(), fault);
                return failed;
            }
            throw failure;
        }
    }

    FieldReader fields() {
        return fields;
    }

    DialogMarks marks() {
        return listed.marks();
    }

    DialogFindings findings() {
        return listed.findings();
    }

    /// The stage of its most severe incident that a dialog is part of; empty if it is part of none.
    /// A dialog of many messages is judged by its first ones.
    public Optional<Stage> stage(int dialog) {
        return incident(dialog)
                .flatMap(incident -> incident.stages().stream().filter(stage -> rests(stage, dialog)).findFirst());
    }

    /// The most severe incident that a dialog is part of.
    public Optional<Incident> incident(int dialog) {
        return listed.incidents().of(dialog).stream().findFirst();
    }

    /// The problem of a dialog that is most severe, and of these the one that explains most.
    public Optional<Problem> problem(int dialog) {
        return listed.problems().problems(dialog).stream().findFirst();
    }

    /// The problem of a dialog whose outcome is good, from which somebody suffered all the same: a
    /// completed call without sound. None where an incident says more.
    public Optional<Problem> problemBehindGoodOutcome(int dialog) {
        return outcome(dialog).outcome().isGood() && incident(dialog).isEmpty()
                ? problem(dialog).filter(Problem::isFailure)
                : Optional.empty();
    }

    private boolean rests(Stage stage, int dialog) {
        return IntStream.of(listed.index().messagesOf(dialog))
                .limit(MOST_MESSAGES)
                .anyMatch(message -> stage.evidence().cites(message, listed.index()));
    }

    /// What is noted of a dialog.
    public DialogNote note(int dialog) {
        return listed.notes().isEmpty() ? DialogNote.NONE : listed.notes().of(listed.index().dialogs().callId(dialog));
    }

    /// The place of the call that a dialog is a leg of, among all calls with several legs; empty if
    /// it is alone, or that is not known yet.
    Optional<Integer> call(int dialog) {
        return listed.legs()
                .filter(known -> dialog < known.index().dialogs().size())
                .flatMap(known -> known.groupOf(dialog));
    }

    /// The legs of such a call.
    List<Integer> legs(int call) {
        return listed.legs().orElseThrow().groups().get(call).dialogs();
    }

    /// What became of a dialog, and why.
    public DialogOutcome outcome(int dialog) {
        return fields.outcome(dialog);
    }

    /// Outcomes in the order in which a call goes through them.
    @SuppressWarnings("EnumOrdinal") // in memory only, to sort by
    long outcomeOrder(int dialog) {
        return outcome(dialog).outcome().ordinal();
    }
}
