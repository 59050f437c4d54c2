package org.sipsleuth.app.command.problem;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.report.exchange.CaptureTimes;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A line per problem, for people.
public final class ProblemLines implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.whole("severity").styled(ProblemLines::style),
            Column.number("calls"), Column.number("dialogs"), Column.whole("problem"), Column.text("users").ranked(1),
            Column.whole("first (UTC)").ranked(2), Column.text("shown by").ranked(3),
            Column.text("what to do").ranked(4));

    private final List<Problem> problems;
    private final SipIndex index;

    /// @param index of the problems
    public ProblemLines(List<Problem> problems, SipIndex index) {
        this.problems = List.copyOf(problems);
        this.index = index;
    }

    private static Style style(String severity) {
        return switch (severity) {
            case "high", "critical" -> Style.RED;
            case "medium" -> Style.YELLOW;
            default -> Style.PLAIN;
        };
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
        List<String> users = problem.users();
        return new String[]{
            problem.severity().word(),
            Integer.toString(problem.calls()),
            Integer.toString(problem.dialogs().size()),
            problem.title().text(),
            users.size() > 1 ? "%s +%d".formatted(users.getFirst(), users.size() - 1) : String.join("", users),
            CaptureTimes.iso(index, problem.fromNanos()),
            problem.explanation().text(),
            problem.advice().text()};
    }
}
