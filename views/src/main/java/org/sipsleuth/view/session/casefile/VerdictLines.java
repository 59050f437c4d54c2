package org.sipsleuth.view.session.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.view.message.VisibleText;

/// The verdicts that stand about one thing: judgement, analyst, time and note of each.
public final class VerdictLines extends VBox {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int MINUTES_OF_ISO = 16;

    /// A verdict with what is said about it.
    ///
    /// @param remark for how much it holds; may be empty
    public record Line(Verdict verdict, String remark) {}

    /// Shows them, or that nothing was decided.
    public void show(List<Line> lines) {
        getChildren().clear();
        if (lines.isEmpty()) {
            Label none = new Label(text("session.verdict.none"));
            none.getStyleClass().add("muted");
            getChildren().add(none);
        }
        for (Line line : lines) {
            Verdict verdict = line.verdict();
            String scope = Stream.of(verdict.scopeText(), line.remark())
                    .filter(words -> !words.isEmpty())
                    .map(words -> " " + VisibleText.ofValue(words, LONGEST_NAME))
                    .collect(Collectors.joining(","));
            Label label = new Label(text("session.verdict.line", verdict.text() + scope,
                    VisibleText.ofValue(verdict.who(), LONGEST_NAME), minute(verdict.at()),
                    verdict.note().isEmpty() ? 0 : 1, VisibleText.ofValue(verdict.note(), LONGEST)));
            verdict.judgement().map(JudgementStyle::icon).ifPresent(label::setGraphic);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    /// `2026-11-20 11:12` of an ISO time in UTC.
    public static String minute(String at) {
        return at.length() < MINUTES_OF_ISO ? at : at.substring(0, MINUTES_OF_ISO).replace('T', ' ');
    }
}
