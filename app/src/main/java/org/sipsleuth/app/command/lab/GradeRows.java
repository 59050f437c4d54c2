package org.sipsleuth.app.command.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.teach.ClassGrades;
import org.sipsleuth.lab.teach.ClassGrades.Grade;
import org.sipsleuth.report.rows.Column;

/// The marks of a class, a row for each student. The names of the columns are a contract; those of
/// the questions are their ids.
public final class GradeRows extends ListedRows<Grade> {

    private static final int SECONDS_PER_MINUTE = 60;

    private final List<Question> questions;

    /// @param grades of the class
    public GradeRows(ClassGrades grades) {
        super(columns(grades.questions()), grades.grades());
        this.questions = grades.questions();
    }

    private static List<Column> columns(List<Question> questions) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("student"), Column.whole("folder"),
                Column.number("seed"), Column.number("points"), Column.number("of"), Column.number("to_mark")));
        questions.forEach(question -> columns.add(Column.number(question.id())));
        columns.addAll(List.of(Column.number("hints"), Column.number("minutes"), Column.whole("handed_in"),
                Column.text("problem")));
        return columns;
    }

    @Override
    protected String[] cells(Grade grade) {
        boolean isMarked = grade.score().isPresent();
        List<String> cells = new ArrayList<>(List.of(grade.student().name(), grade.student().folder(),
                text(grade.student().seed()), isMarked ? Integer.toString(grade.total()) : "",
                grade.score().map(LabScore::of).map(String::valueOf).orElse(""),
                isMarked ? Long.toString(toMark(grade)) : ""));
        questions.forEach(question -> cells.add(grade.points(question).map(String::valueOf).orElse("")));
        Optional<HandIn> handIn = grade.handIn();
        cells.add(handIn.map(HandIn::hints).map(GradeRows::sum).orElse(""));
        cells.add(handIn.map(each -> Long.toString(each.seconds() / SECONDS_PER_MINUTE)).orElse(""));
        cells.add(handIn.flatMap(HandIn::handedIn).map(String::valueOf).orElse(""));
        cells.add(grade.problem());
        return cells.toArray(String[]::new);
    }

    /// The class has a secret in place of seeds, unless it is of an older version.
    private static String text(OptionalLong seed) {
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "";
    }

    private static String sum(Map<String, Integer> hints) {
        return Integer.toString(hints.values().stream().mapToInt(count -> count).sum());
    }

    private long toMark(Grade grade) {
        return questions.stream().filter(question -> grade.points(question).isEmpty()).count();
    }
}
