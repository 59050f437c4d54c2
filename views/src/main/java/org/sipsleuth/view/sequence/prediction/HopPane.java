package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.view.sequence.prediction.hop.Following;
import org.sipsleuth.view.sequence.prediction.hop.HopMoment;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.Texts;

/// What the model says of a message on its hop: the verdict in a sentence, the surprise of all
/// messages, what usually follows.
final class HopPane extends VBox {

    private final Label verdict = label("prediction-verdict");
    private final VBox more = new VBox();
    private final SurpriseBars bars;
    private final Label hop = label("prediction-faint");
    private final FollowList following = new FollowList("prediction-following");
    private final Label thenTitle = section("sequence.prediction.section.follows.then");
    private final FollowList then = new FollowList("prediction-then");
    private final Label timer = label("prediction-faint");

    /// @param goTo makes a message of the index the current one
    HopPane(IntConsumer goTo) {
        bars = new SurpriseBars(goTo);
        getStyleClass().add("hop-pane");
        verdict.setId("prediction-verdict");
        more.setId("prediction-hop-more");
        timer.setId("prediction-timer");
        hop.setId("prediction-hop");
        getChildren().addAll(verdict, more, section("sequence.prediction.section.bars"), bars, hop,
                section("sequence.prediction.section.follows"), following, thenTitle, then, timer);
    }

    private static Label section(String key) {
        Label label = label("prediction-section");
        label.setText(Texts.text(key));
        return label;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Shows a message, or nothing where the model has no steps per hop or is not done.
    void show(Optional<HopMoment> now) {
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(HopMoment now) {
        List<String> sentences = now.sentences();
        Optional<Mark> mark = now.mark();
        verdict.setText((now.sign() + " " + sentences.getFirst()).strip());
        verdict.getStyleClass().setAll("label", "prediction-verdict");
        mark.ifPresent(its -> verdict.getStyleClass().add(MarkStyle.styleClass(its)));
        more.getChildren().setAll(sentences.stream().skip(1).map(sentence -> {
            Label label = label("prediction-text");
            label.setText(sentence);
            return label;
        }).toList());
        bars.show(now);
        hop.setText(now.hop());
        following.show(now.following());
        List<Following> next = now.nextTransactions();
        then.show(next);
        for (Node each : List.of(thenTitle, then)) {
            each.setVisible(!next.isEmpty());
            each.setManaged(!next.isEmpty());
        }
        timer.setText(now.timer());
        timer.setVisible(!now.timer().isEmpty());
        timer.setManaged(timer.isVisible());
    }
}
