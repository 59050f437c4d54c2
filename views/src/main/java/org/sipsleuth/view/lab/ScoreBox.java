package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.score.Mark;
import org.sipsleuth.lab.score.QuestionScore;

/// One question of a lab that is handed in: how its answer was marked, why, by which formula, and the
/// messages that show it.
final class ScoreBox {

    private static final int MOST_CHIPS = 12;
    private static final int LONGEST = 400;

    private ScoreBox() {}

    /// The node.
    ///
    /// @param isOfCapture whether the question is about messages; call records have none
    static Region of(QuestionScore score, int number, boolean isOfCapture, EvidenceTarget target) {
        VBox box = new VBox(head(score, number), line("lab-reason", score.reason()));
        box.setId("lab-score-" + score.question().id());
        box.getStyleClass().addAll("lab-question", "lab-mark-" + score.mark().word());
        box.getChildren().add(line("lab-note", text("lab.your", shown(score.answer()))));
        if (!score.truth().isEmpty() && score.mark() != Mark.TEACHER) {
            box.getChildren().add(line("lab-note", text("lab.truth", shown(score.truth()))));
        }
        MarksBox.of(score, isOfCapture, target).ifPresent(box.getChildren()::add);
        score.formula().forEach(each -> box.getChildren().add(line("lab-formula", each)));
        if (!score.explanation().isEmpty()) {
            box.getChildren().add(line("lab-explanation", score.explanation()));
        }
        if (!score.evidence().isEmpty() || !score.filter().isEmpty()) {
            box.getChildren().add(evidence(score, target));
        }
        return box;
    }

    private static String shown(String answer) {
        String plain = answer.isEmpty() ? text("lab.none") : answer;
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }

    private static Node head(QuestionScore score, int number) {
        Label mark = new Label(text("lab.mark." + score.mark().word()), new FontIcon(icon(score.mark())));
        mark.getStyleClass().add("lab-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(text("lab.question", Integer.toString(number), score.question().title()));
        title.setWrapText(true);
        title.getStyleClass().add("lab-asked");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        boolean isMarked = score.mark() != Mark.TEACHER && score.mark() != Mark.OPEN;
        Label points = new Label(
                isMarked ? text("lab.points.of", score.points(), score.of()) : text("lab.points.open", score.of()));
        points.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(mark, title, points);
        head.getStyleClass().add("lab-question-head");
        return head;
    }

    private static String icon(Mark mark) {
        return switch (mark) {
            case RIGHT -> "fth-check";
            case PARTLY -> "fth-pie-chart";
            case WRONG -> "fth-x";
            case TEACHER, OPEN -> "fth-message-square";
        };
    }

    private static Label line(String style, String words) {
        Label line = new Label(words);
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        return line;
    }

    private static Node evidence(QuestionScore score, EvidenceTarget target) {
        FlowPane chips = new FlowPane();
        chips.setId("lab-evidence-" + score.question().id());
        chips.getStyleClass().add("lab-chips");
        List<Integer> frames = score.evidence();
        for (int frame : frames.subList(0, Math.min(MOST_CHIPS, frames.size()))) {
            Button chip = new Button("#" + frame);
            chip.getStyleClass().addAll("lab-chip", "small");
            chip.setAccessibleText(text("lab.evidence.open", Integer.toString(frame)));
            chip.setOnAction(_ -> target.showFrames(List.of(frame)));
            chips.getChildren().add(chip);
        }
        if (frames.size() > MOST_CHIPS) {
            chips.getChildren().add(line("lab-note", text("lab.evidence.more", frames.size() - MOST_CHIPS)));
        }
        if (!score.filter().isEmpty()) {
            Button all = new Button(text("lab.evidence.list"), new FontIcon("fth-list"));
            all.getStyleClass().addAll("lab-chip", "small");
            all.setOnAction(_ -> target.list(score.filter()));
            chips.getChildren().add(all);
        }
        return chips;
    }
}
