package org.sipsleuth.lab.teach;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.report.page.Page;

/// A sheet with the story and the questions of a lab, for paper or screen. It has no answers and no
/// texts of hints.
public final class LabSheet {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Lab lab;

    public LabSheet(Lab lab) {
        this.lab = lab;
    }

    /// Writes `sheet.html` and `sheet.pdf`.
    void write(Path folder) throws IOException {
        Page page = page();
        OutputFile.at(folder.resolve("sheet.html"), OutputRules.NEW_FILES).write(page::writeHtml);
        OutputFile.at(folder.resolve("sheet.pdf"), OutputRules.NEW_FILES).write(out -> page.writePdf(CREATED, out));
    }

    /// The page.
    public Page page() {
        List<Page.Entry> outline = new ArrayList<>();
        for (int i = 0; i < lab.questions().size(); i++) {
            Question question = lab.questions().get(i);
            outline.add(new Page.Entry(question.id(), "%d %s".formatted(i + 1, question.title())));
        }
        return new Page(lab.title(), "en", "Lab: " + lab.title(), "Page", outline, this::body);
    }

    private void body(Markup page) throws IOException {
        page.element("h1", lab.title());
        page.begin("p").text(facts()).end();
        page.begin("p").prose(lab.story()).end();
        page.begin("p").text("Teaches: " + String.join("; ", lab.teaches())).end();
        page.begin("ul");
        for (LabCapture capture : lab.captures()) {
            String about = capture.about().isEmpty() ? "" : ": " + capture.about();
            page.element("li", capture.file() + about);
        }
        page.end();
        for (int i = 0; i < lab.questions().size(); i++) {
            question(page, i + 1, lab.questions().get(i));
        }
        page.begin("p")
                .prose("Write answers into answers.json, or into the page Labs of the window. \"sipsleuth lab check\""
                        + " says what is wrong with their form.")
                .end();
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        if (!lab.student().isEmpty()) {
            facts.add(lab.student());
        }
        lab.seed().ifPresent(seed -> facts.add("seed " + seed));
        facts.add("%d minutes".formatted(lab.minutes()));
        facts.add("%d points, %d more with your teacher".formatted(lab.points(), lab.pointsOfTexts()));
        return String.join(" · ", facts);
    }

    private static void question(Markup page, int number, Question question) throws IOException {
        page.begin("h2", "id", question.id())
                .text("%d %s (%d points)".formatted(number, question.title(), question.points()))
                .end();
        page.begin("p").prose(question.text()).end();
        if (!question.choices().isEmpty()) {
            page.begin("ul");
            for (String choice : question.choices()) {
                page.element("li", choice);
            }
            page.end();
        }
        int cost = question.hints().stream().mapToInt(Hint::cost).sum();
        String hints =
                question.hints().isEmpty() ? "" : " · %d hints, %d points".formatted(question.hints().size(), cost);
        String unit = question.unit().isEmpty() ? "" : " in " + question.unit();
        page.begin("p")
                .text("Answer%s (%s)%s: ".formatted(unit, question.kind().word().replace('_', ' '), hints))
                .end();
    }
}
