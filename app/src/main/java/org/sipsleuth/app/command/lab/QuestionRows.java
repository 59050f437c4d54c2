package org.sipsleuth.app.command.lab;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.report.rows.Column;

/// The questions of a lab, without the texts of hints. The names of the columns are a contract.
public final class QuestionRows extends ListedRows<Question> {

    private static final List<Column> COLUMNS = List.of(Column.whole("id"), Column.whole("kind"),
            Column.number("points"), Column.whole("text"), Column.whole("title"), Column.text("unit"),
            Column.list("choices").uncut(), Column.text("capture"), Column.number("hints"), Column.number("hint_cost"));

    private final Lab lab;

    /// @param lab whose questions are listed
    public QuestionRows(Lab lab) {
        super(COLUMNS, lab.questions());
        this.lab = lab;
    }

    @Override
    protected String[] cells(Question question) {
        int cost = question.hints().stream().mapToInt(Hint::cost).sum();
        return new String[]{
            question.id(),
            question.kind().word(),
            Integer.toString(question.points()),
            question.text(),
            question.title(),
            question.unit(),
            Column.list(question.choices()),
            lab.captureOf(question),
            Integer.toString(question.hints().size()),
            Integer.toString(cost)};
    }
}
