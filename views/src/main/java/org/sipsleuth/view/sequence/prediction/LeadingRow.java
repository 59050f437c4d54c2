package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.ui.Texts;

/// A known dialog that this one may become: what it is, its messages, how probable; on demand all
/// of a long one.
final class LeadingRow extends VBox {

    /// What comes next stays in view beside a long beginning.
    private static final double LEAST_COMING = 90;

    private static final double LEAST_LETTER = 5;

    /// Of a longer sequence the rest is counted.
    private static final int MOST_TYPES = 60;

    private final Region swatch = new Region();
    private final Label name = new Label();
    private final Label seen = new Label();
    private final Label coming = new Label();
    private final ProbabilityBar bar = new ProbabilityBar();
    private final Label probability = new Label();
    private final ToggleButton button = new ToggleButton();
    private final TextFlow sequence = new TextFlow();
    private final Label facts = new Label();
    private final VBox details = new VBox(sequence, facts);
    private final Set<Integer> open;
    private Runnable detail = () -> {};
    private String style = "";
    private int known = -1;

    /// @param open the known dialogs whose messages are shown; this row adds its own, and removes
    ///     it
    LeadingRow(Set<Integer> open) {
        this.open = open;
        getStyleClass().add("leading-row");
        swatch.getStyleClass().setAll("leader-swatch");
        name.getStyleClass().add("leading-number");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        probability.getStyleClass().add("leading-probability");
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(swatch, bar, probability);
        line.getStyleClass().add("leading-line");
        seen.getStyleClass().add("leading-seen");
        seen.setTextOverrun(OverrunStyle.LEADING_WORD_ELLIPSIS);
        seen.setMinWidth(0);
        coming.getStyleClass().add("prediction-faint");
        coming.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        HBox brief = new HBox(seen, coming);
        brief.getStyleClass().add("leading-brief");
        for (Label each : List.of(seen, coming)) {
            each.setTooltip(new Tooltip());
            each.getTooltip().textProperty().bind(each.textProperty());
        }
        VBox lines = new VBox(name, brief, line);
        button.setGraphic(lines);
        button.getStyleClass().setAll("button", "leading-button");
        button.setMaxWidth(Double.MAX_VALUE);
        lines.prefWidthProperty().bind(button.widthProperty().subtract(12));
        lines.maxWidthProperty().bind(lines.prefWidthProperty());
        button.setOnAction(_ -> toggled());
        button.setTooltip(new Tooltip(Texts.text("sequence.prediction.leading.tip")));
        details.getStyleClass().add("leading-details");
        details.visibleProperty().bind(button.selectedProperty());
        details.managedProperty().bind(details.visibleProperty());
        sequence.setMinWidth(0);
        facts.getStyleClass().add("prediction-faint");
        facts.setWrapText(true);
        getChildren().addAll(button, details);
    }

    /// @param place in the palette of leaders, or -1
    /// @param agreed how many messages the dialog at hand and this one begin with together
    void show(PredictionStep.Leading leading, int place, Moment moment, int agreed) {
        known = leading.known();
        KnownDialogs dialogs = moment.course().model().known();
        name.setText(SequenceName.at(moment, known));
        List<String> types = dialogs.types(known);
        int cut = Math.min(types.size(), MOST_TYPES);
        int same = Math.min(agreed, cut);
        seen.setText(words(types.subList(0, same)).strip());
        coming.setText(words(types.subList(same, cut)).strip());
        coming.setMinWidth(Math.min(LEAST_COMING, coming.getText().length() * LEAST_LETTER));
        boolean isGrounded = moment.course().model().isGrounded();
        probability.setText(isGrounded ? probability(leading.probability()) : "");
        bar.setVisible(isGrounded);
        bar.show(leading.probability());
        paint(place < 0 ? "leader-other" : "leader-" + place);
        button.setAccessibleText(Texts.text("sequence.prediction.leading.accessible", name.getText(),
                SequenceText.text(dialogs.types(known)).text(), probability.getText()));
        detail = () -> showDetail(dialogs, agreed);
        button.setSelected(open.contains(known));
        if (button.isSelected()) {
            detail.run();
        }
    }

    private void paint(String leader) {
        if (!leader.equals(style)) {
            style = leader;
            swatch.getStyleClass().setAll("leader-swatch", leader);
            bar.getStyleClass().setAll("probability-bar", leader);
        }
    }

    private void toggled() {
        if (button.isSelected()) {
            open.add(known);
            detail.run();
        } else {
            open.remove(known);
        }
    }

    private void showDetail(KnownDialogs dialogs, int agreed) {
        List<String> types = dialogs.types(known);
        facts.setText(
                Texts.text("sequence.prediction.leading.facts", types.size(), dialogs.count(known), dialogs.dialogs()));
        showSequence(types, agreed);
    }

    private void showSequence(List<String> types, int agreed) {
        int cut = Math.min(types.size(), MOST_TYPES);
        Text same = new Text(words(types.subList(0, Math.min(agreed, cut))));
        same.getStyleClass().add("leading-agreed");
        String rest = words(types.subList(Math.min(agreed, cut), cut));
        Text further =
                new Text(types.size() > cut ? rest + Texts.text("sequence.prediction.more", types.size() - cut) : rest);
        further.getStyleClass().add("leading-further");
        sequence.getChildren().setAll(same, further);
    }

    private static String words(List<String> types) {
        StringBuilder words = new StringBuilder();
        types.forEach(type -> words.append(DifferenceText.shown(type)).append(' '));
        return words.toString();
    }

    /// `0.81`, and `<0.01` for what is less.
    static String probability(double value) {
        return value > 0 && value < 0.005 ? "<0.01"
                : value < 1 && value >= 0.995 ? String.format(Locale.ROOT, "%.3f", Math.min(value, 0.999))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
