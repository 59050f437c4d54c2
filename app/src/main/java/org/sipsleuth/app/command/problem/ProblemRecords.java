package org.sipsleuth.app.command.problem;

import java.util.List;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.report.exchange.CaptureTimes;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Sentence;

/// A record per problem, for other programs. The names of its columns are a contract.
public final class ProblemRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.text("kind"), Column.text("severity"),
            Column.text("title"), Column.text("sentence"), Column.number("calls"), Column.list("dialogs"),
            Column.list("users"), Column.time("from"), Column.time("to"), Column.list("evidence"),
            Column.text("advice"), Column.text("reference"), Column.list("explanations"), Column.number("dialog_count"),
            Column.number("user_count"), Column.number("evidence_count"));

    /// More frames, dialogs and users of a problem are not listed; the columns at the end count them all.
    private static final int MOST = 1_000;

    private final List<Problem> problems;
    private final SipIndex index;

    /// @param index of the problems
    public ProblemRecords(List<Problem> problems, SipIndex index) {
        this.problems = List.copyOf(problems);
        this.index = index;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return problems.size();
    }

    @Override
    public String[] row(int number) {
        Problem problem = problems.get(number);
        return new String[]{
            problem.kind(),
            problem.severity().word(),
            problem.title().text(),
            problem.sentence().text(),
            Integer.toString(problem.calls()),
            Column.list(problem.dialogs().stream().limit(MOST).map(index.dialogs()::callId).toList()),
            Column.list(problem.users().stream().limit(MOST).toList()),
            CaptureTimes.seconds(index, problem.fromNanos()),
            CaptureTimes.seconds(index, problem.toNanos()),
            Column.list(problem.firstFrames(index, MOST).stream().map(this::place).toList()),
            problem.advice().text(),
            problem.source(),
            Column.list(problem.explanations().stream().limit(MOST).map(Sentence::text).toList()),
            Integer.toString(problem.dialogs().size()),
            Integer.toString(problem.users().size()),
            Long.toString(problem.evidence().frames(index, MOST).count() + problem.frames().size())};
    }

    /// `call.pcap:6`
    private String place(FrameNumber frame) {
        return index.files().get(frame.file()).name() + ":" + frame.frame();
    }
}
