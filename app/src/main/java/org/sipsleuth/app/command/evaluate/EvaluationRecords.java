package org.sipsleuth.app.command.evaluate;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.report.rows.Column;

/// A record per figure of an evaluation, for other programs. The names of its columns are a
/// contract.
public final class EvaluationRecords extends ListedRows<EvaluationRecords.Row> {

    /// The columns. `ours` is the mean of all splits.
    public static final List<Column> COLUMNS = List.of(Column.text("method"), Column.text("table"),
            Column.text("title"), Column.text("name"), Column.number("paper"), Column.number("ours"),
            Column.number("ours_least"), Column.number("ours_most"), Column.text("must"), Column.bool("met"),
            Column.number("simplest"), Column.number("best"));

    private final String method;

    /// A row of a table.
    record Row(EvaluationTable table, EvaluationRow figures) {}

    public EvaluationRecords(Evaluation evaluation) {
        super(COLUMNS,
                evaluation.tables()
                        .stream()
                        .flatMap(table -> table.rows().stream().map(row -> new Row(table, row)))
                        .toList());
        method = evaluation.method();
    }

    @Override
    protected String[] cells(Row row) {
        EvaluationRow figures = row.figures();
        Expectation must = figures.must();
        Boolean met = figures.met();
        return new String[]{
            method,
            row.table().id(),
            row.table().title(),
            figures.name(),
            figures.paper() == null ? "" : Double.toString(figures.paper()),
            Double.toString(figures.ours().mean()),
            Double.toString(figures.ours().least()),
            Double.toString(figures.ours().most()),
            must == null ? "" : EvaluationText.must(must),
            met == null ? "" : met.toString(),
            figures.simplest() == null ? "" : Double.toString(figures.simplest()),
            figures.best() == null ? "" : Double.toString(figures.best())};
    }
}
