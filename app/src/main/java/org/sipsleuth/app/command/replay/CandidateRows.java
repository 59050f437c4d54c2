package org.sipsleuth.app.command.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.report.rows.Column;

/// Combinations of protections with what they do. For programs, the names of the columns are a
/// contract.
public final class CandidateRows extends ListedRows<Candidate> {

    private static final List<Column> COLUMNS = List.of(Column.list("protections"), Column.number("stopped"),
            Column.number("lost"), Column.number("effort"), Column.number("work"), Column.text("note"));

    private static final List<Column> COLUMNS_FOR_PEOPLE = List.of(Column.list("protections"),
            Column.number("attack stopped (%)"), Column.number("legitimate lost (%)"), Column.number("effort (points)"),
            Column.number("work (s)"), Column.text("note"));

    private final Advice advice;
    private final boolean hasAttack;
    private final boolean isForPeople;

    /// The best trade-offs for people, all combinations for programs. Where there is nothing to be
    /// stopped, people see what each protection costs.
    ///
    /// @param hasAttack whether there is anything to be stopped
    public CandidateRows(Advice advice, boolean hasAttack, boolean isForPeople) {
        super(isForPeople ? COLUMNS_FOR_PEOPLE : COLUMNS,
                !isForPeople ? advice.all() : hasAttack ? best(advice) : single(advice));
        this.isForPeople = isForPeople;
        this.advice = advice;
        this.hasAttack = hasAttack;
    }

    private static List<Candidate> single(Advice advice) {
        return advice.all().stream().filter(candidate -> candidate.protections().size() <= 1).toList();
    }

    private static List<Candidate> best(Advice advice) {
        return Stream
                .concat(Stream.concat(Stream.of(advice.unprotected()), advice.proposal().stream()),
                        advice.frontier().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(Candidate::lost).thenComparingDouble(Candidate::stopped))
                .toList();
    }

    @Override
    protected String[] cells(Candidate its) {
        return new String[]{
            Column.list(its.protections().isEmpty() ? List.of("none")
                    : its.protections().stream().map(Protection::word).toList()),
            hasAttack ? share(its.stopped()) : "",
            share(its.lost()),
            Integer.toString(its.effort()),
            String.format(Locale.ROOT, "%.3f", its.workSeconds()),
            note(its)};
    }

    private String share(double value) {
        return isForPeople ? String.format(Locale.ROOT, "%.1f", 100 * value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private String note(Candidate its) {
        if (!hasAttack) {
            return "";
        }
        if (advice.proposal().isPresent() && advice.proposal().get().equals(its)) {
            return "proposal";
        }
        return advice.frontier().contains(its) ? "frontier" : "";
    }
}
