package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.report.page.Page;

/// The marks of a class as a page: a table of points, the hardest question and what a teacher may
/// want to look at, then each student's answers beside the truth.
public final class GradeSheet {

    /// Filters select many frames.
    private static final int MOST_PARTS = 200;

    private static final int LONGEST = 2_000;

    private final ClassGrades grades;

    public GradeSheet(ClassGrades grades) {
        this.grades = grades;
    }

    /// The page.
    public Page page() {
        List<Page.Entry> outline = new ArrayList<>();
        grades.grades().forEach(grade -> outline.add(new Page.Entry(id(grade), grade.student().name())));
        return new Page("Marks of a class", "en", "Marks of a class", "Page", outline, this::body);
    }

    private static String id(ClassGrades.Grade grade) {
        return grade.student().folder();
    }

    private void body(Markup page) throws IOException {
        page.element("h1", "Marks of a class");
        page.begin("table").begin("tr").element("th", "Student").element("th", "Points");
        for (Question question : grades.questions()) {
            page.element("th", question.title());
        }
        page.end();
        for (ClassGrades.Grade grade : grades.grades()) {
            page.begin("tr").begin("td");
            page.element("a", grade.student().name(), "href", "#" + id(grade)).end();
            page.element("td", points(grade));
            for (Question question : grades.questions()) {
                page.element("td", grade.points(question).map(String::valueOf).orElse("–"));
            }
            page.end();
        }
        page.end();
        facts(page, Stream.concat(grades.hardestText().stream(), grades.checks().stream()).toList());
        for (ClassGrades.Grade grade : grades.grades()) {
            student(page, grade);
        }
    }

    private static void facts(Markup page, List<String> facts) throws IOException {
        page.begin("ul");
        for (String fact : facts) {
            page.begin("li").prose(shortened(fact.strip())).end();
        }
        page.end();
    }

    private static String points(ClassGrades.Grade grade) {
        return grade.score().map(score -> "%d of %d".formatted(grade.total(), score.of())).orElse("–");
    }

    private static void student(Markup page, ClassGrades.Grade grade) throws IOException {
        page.begin("h2", "id", id(grade)).text(grade.student().name()).end();
        if (grade.score().isEmpty()) {
            page.element("p", grade.problem().isEmpty() ? "Not handed in." : grade.problem());
            return;
        }
        LabScore score = grade.score().get();
        for (QuestionScore one : score.questions()) {
            question(page, grade, one);
        }
    }

    private static void question(Markup page, ClassGrades.Grade grade, QuestionScore one) throws IOException {
        String points = grade.points(one.question()).map(String::valueOf).orElse("–");
        page.element("h3", "%s %s: %s, %s of %d points".formatted(one.question().id(), one.question().title(),
                one.mark().word(), points, one.of()));
        page.begin("p").prose(one.reason()).end();
        page.begin("table");
        row(page, "Answer", one.answer().isEmpty() ? "no answer" : one.answer());
        if (one.marks().isEmpty()) {
            row(page, "Truth", one.truth());
        } else {
            parts(page, "Right", one.marks().right());
            parts(page, "Missed", one.marks().missed());
            parts(page, "Too much", one.marks().tooMuch());
        }
        row(page, "Evidence", one.evidence().stream().map(frame -> "#" + frame).collect(Collectors.joining(", ")));
        row(page, "Filter", one.filter());
        page.end();
    }

    private static void parts(Markup page, String name, List<MarkedPart> parts) throws IOException {
        String shown = parts.stream().limit(MOST_PARTS).map(GradeSheet::text).collect(Collectors.joining(", "));
        row(page, "%s (%d)".formatted(name, parts.size()),
                parts.size() > MOST_PARTS ? "%s and %d more".formatted(shown, parts.size() - MOST_PARTS) : shown);
    }

    private static String text(MarkedPart part) {
        return part instanceof MarkedPart.Frame frame ? "#" + frame.number() : part.text();
    }

    private static void row(Markup page, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            page.begin("tr").element("th", name).begin("td").prose(shortened(value)).end().end();
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
