package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageNeed;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.JudgementStyle;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.SeverityStyle;

/// A row of the queue: what is unusual, severity, number of dialogs, and what each analyst decided.
final class TriageCell extends ItemCell<JudgedRow> {

    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 60;
    private static final double TOOLTIP_WIDTH = 480;

    TriageCell() {
        setPrefWidth(0);
    }

    @Override
    protected void show(JudgedRow row) {
        clear();
        String words = VisibleText.ofValue(row.item().title().text(), LONGEST);
        Label title = new Label(words);
        title.getStyleClass().add("triage-item");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(0);
        HBox second = new HBox(8);
        Label need = note(text("triage.need." + row.item().need().name()));
        need.setGraphic(SeverityStyle.icon(grave(row.item().need())));
        second.getChildren().addAll(need, note(count(row)), note(text(source(row.item()))));
        VBox lines = new VBox(2, title, second);
        if (!row.words().isEmpty()) {
            lines.getChildren().add(verdicts(row));
        }
        if (row.isDecided()) {
            getStyleClass().add("triage-decided");
        }
        setGraphic(lines);
        setTooltip(tooltip(words));
        setAccessibleText(words + ", " + need.getText() + ", " + count(row)
                + row.words()
                        .stream()
                        .map(word -> ", " + analyst(word) + " " + word.verdict().text())
                        .collect(Collectors.joining()));
    }

    @Override
    protected void clear() {
        getStyleClass().remove("triage-decided");
    }

    /// The whole title, which may be cut in a narrow list.
    private static Tooltip tooltip(String words) {
        Tooltip whole = new Tooltip(words);
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        return whole;
    }

    /// What found it, as the key of a text.
    static String source(TriageItem item) {
        return "triage.source." + item.cause().source().name();
    }

    private static Severity grave(TriageNeed need) {
        return switch (need) {
            case ATTACK -> Severity.HIGH;
            case FAILURE -> Severity.MEDIUM;
            case ATTEMPT, DEPARTURE -> Severity.LOW;
            case RARE -> Severity.INFO;
        };
    }

    /// All of its dialogs, or how many of them are decided if some are.
    static String count(JudgedRow row) {
        int all = row.item().dialogs().size();
        int decided = row.decidedDialogs();
        return decided == 0 || decided == all ? text("triage.dialogs", all)
                : text("triage.dialogs.decided", decided, all);
    }

    /// The words of all analysts side by side.
    private static Node verdicts(JudgedRow row) {
        FlowPane side = new FlowPane(8, 2);
        for (JudgedRow.Word word : row.words()) {
            word.verdict().judgement().ifPresent(judgement -> side.getChildren().add(decided(word, judgement)));
        }
        if (!row.contradiction().isEmpty()) {
            Label differ = note(text("triage.contradiction.short"));
            differ.setGraphic(new FontIcon("fth-alert-triangle"));
            differ.getStyleClass().add("triage-contradiction");
            side.getChildren().add(differ);
        }
        return side;
    }

    private static Label decided(JudgedRow.Word word, Judgement judgement) {
        Label label = new Label(text("triage.word", analyst(word), judgement.text()));
        label.setGraphic(JudgementStyle.icon(judgement));
        label.getStyleClass().add("triage-word");
        return label;
    }

    private static String analyst(JudgedRow.Word word) {
        return VisibleText.ofValue(word.verdict().who(), LONGEST_NAME);
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("triage-note");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
