package org.sipsleuth.app.command.lab;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Json;

/// The marks of a hand-in, a row for each question. The names of the columns are a contract.
public final class ScoreRows extends ListedRows<QuestionScore> {

    private static final List<Column> COLUMNS =
            List.of(Column.whole("id"), Column.whole("state"), Column.number("points"), Column.number("of"),
                    Column.text("reason"), Column.text("title"), Column.text("answer"), Column.text("truth"),
                    Column.list("formula"), Column.numbers("evidence"), Column.text("filter"),
                    Column.text("explanation"), Column.list("right"), Column.list("missed"), Column.list("too_much"));

    private static final int SHORT = 6;
    private final boolean isForPeople;
    private final LabScore score;

    /// @param isForPeople whether only what fits a line is listed
    public ScoreRows(LabScore score, boolean isForPeople) {
        super(isForPeople ? COLUMNS.subList(0, SHORT) : COLUMNS, score.questions());
        this.score = score;
        this.isForPeople = isForPeople;
    }

    @Override
    protected String[] cells(QuestionScore one) {
        List<String> cells = List.of(one.question().id(), one.mark().word(), Integer.toString(one.points()),
                Integer.toString(one.of()), one.reason(), one.question().title(), one.answer(), one.truth(),
                Column.list(one.formula()), Column.list(one.evidence().stream().map(String::valueOf).toList()),
                one.filter(), one.explanation(), parts(one.marks().right()), parts(one.marks().missed()),
                parts(one.marks().tooMuch()));
        return (isForPeople ? cells.subList(0, SHORT) : cells).toArray(String[]::new);
    }

    private static String parts(List<MarkedPart> parts) {
        return Column.list(parts.stream().map(MarkedPart::text).toList());
    }

    /// Writes one object: the points, and the rows below `questions`.
    public void writeJson(Writer writer) throws IOException {
        JsonGenerator json = Json.report(writer);
        json.writeStartObject();
        json.writeNumberField("points", score.points());
        json.writeNumberField("of", score.of());
        json.writeNumberField("with_teacher", score.withTeacher());
        json.writeArrayFieldStart("questions");
        for (int row = 0; row < size(); row++) {
            json.writeStartObject();
            String[] cells = row(row);
            for (int column = 0; column < COLUMNS.size(); column++) {
                Json.field(json, COLUMNS.get(column), cells[column]);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
