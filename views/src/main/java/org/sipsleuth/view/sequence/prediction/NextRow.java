package org.sipsleuth.view.sequence.prediction;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.sequence.prediction.hop.Following;
import org.sipsleuth.view.ui.Texts;

/// A message that may come next, or the end of the dialog, with its probability.
final class NextRow extends HBox {

    private static final PseudoClass CAME = PseudoClass.getPseudoClass("came");

    private final Label type = new Label();
    private final ProbabilityBar bar = new ProbabilityBar();
    private final Label percent = new Label();

    NextRow() {
        getStyleClass().add("next-row");
        type.getStyleClass().add("next-type");
        percent.getStyleClass().add("leading-probability");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(type, bar, percent);
    }

    void show(Likely next) {
        String name = DifferenceText.shown(next.type());
        show(next.came() ? Texts.text("sequence.prediction.next.came", name) : name, next.probability(), next.came());
    }

    /// Leaves the probability out where training was too small for one.
    void setGrounded(boolean isGrounded) {
        bar.setVisible(isGrounded);
        percent.setVisible(isGrounded);
    }

    /// What may follow on the hop.
    void show(Following next) {
        show(next.came() ? Texts.text("sequence.prediction.next.came", next.name()) : next.name(), next.probability(),
                next.share(), next.came());
    }

    /// The end of the dialog.
    void showEnd(double probability, boolean isEnd) {
        String words = Texts.text("sequence.prediction.next.end");
        show(isEnd ? Texts.text("sequence.prediction.next.came", words) : words, probability, isEnd);
    }

    private void show(String words, double probability, boolean came) {
        show(words, probability, LeadingRow.probability(probability), came);
    }

    private void show(String words, double probability, String share, boolean came) {
        type.setText(words);
        bar.show(probability);
        percent.setText(share);
        pseudoClassStateChanged(CAME, came);
    }
}
