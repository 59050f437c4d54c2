package org.sipsleuth.view.edge.advice;

import static org.sipsleuth.view.edge.text.EdgeText.percent;
import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeText;

/// The recommended protections in words, to be switched on or written as configurations.
public final class AdviceBox extends VBox {

    private static final PseudoClass PROPOSAL = PseudoClass.getPseudoClass("proposal");

    private final Label title = new Label();
    private final Label words = new Label();
    private final Button apply = new Button(text("advice.apply"));
    private final Button configure = new Button(text("advice.configure"));
    private final Button again = new Button(text("again"));

    /// @param applies switches the recommended protections on
    /// @param configures shows configurations
    /// @param repeats tries all combinations again
    public AdviceBox(Runnable applies, Runnable configures, Runnable repeats) {
        setId("edge-advice");
        getStyleClass().add("edge-advice");
        title.getStyleClass().add("edge-strong");
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setWrapText(true);
        words.setId("edge-advice-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        apply.setId("edge-apply");
        apply.setOnAction(_ -> applies.run());
        configure.setId("edge-configure");
        configure.setOnAction(_ -> configures.run());
        again.setId("edge-again-advice");
        again.setOnAction(_ -> repeats.run());
        HBox buttons = new HBox(apply, configure, again);
        buttons.getStyleClass().add("edge-buttons");
        for (Button each : List.of(apply, configure, again)) {
            each.getStyleClass().add("small");
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().setAll(title, words, buttons);
    }

    /// Shows how far the recommendations are.
    ///
    /// @param classes how the classes of messages are called
    /// @param on what the protections do that are on; empty while that is not known
    /// @param mostLost the accepted loss, a share
    /// @param isCostKnown whether there is anything legitimate that could be lost
    public void show(AdviceState state, ClassWords classes, Optional<ReplayResult> on, double mostLost,
            boolean isCostKnown) {
        Optional<Candidate> now = on.map(Candidate::of);
        Optional<Candidate> proposal =
                state instanceof AdviceState.Known known ? known.advice().proposal() : Optional.empty();
        boolean isKnown = state instanceof AdviceState.Known;
        boolean isOn = proposal.isPresent() && now.filter(each -> isSame(each, proposal.get())).isPresent();
        pseudoClassStateChanged(PROPOSAL, proposal.isPresent());
        title.setText(switch (state) {
            case AdviceState.NoAttack _ -> classes.words("advice.no-attack");
            case AdviceState.Waiting _ -> text("advice.waiting");
            case AdviceState.Running _ -> text("advice.running");
            case AdviceState.Stopped _ -> text("advice.stopped");
            case AdviceState.Failed _ -> text("advice.failed");
            case AdviceState.Known known -> title(known.advice());
        });
        words.setText(switch (state) {
            case AdviceState.NoAttack _ -> text("advice.no-attack.text");
            case AdviceState.Waiting _ -> text("advice.waiting.text");
            case AdviceState.Running _ -> text("advice.running.text");
            case AdviceState.Stopped _ -> text("advice.stopped.text");
            case AdviceState.Failed _ -> text("advice.failed.text");
            case AdviceState.Known known -> {
                String its = words(known.advice(), classes, mostLost, isCostKnown);
                yield its + (isOn ? " " + text("advice.on") : inPlaceOf(on, known.advice(), classes));
            }
        });
        setShown(apply, proposal.isPresent() && !isOn);
        setShown(configure, isKnown || state instanceof AdviceState.NoAttack);
        setShown(again, state instanceof AdviceState.Stopped || state instanceof AdviceState.Failed);
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return sorted(one.protections()).equals(sorted(other.protections()));
    }

    private static List<Protection> sorted(List<Protection> protections) {
        return protections.stream().sorted().toList();
    }

    private static String inPlaceOf(Optional<ReplayResult> on, Advice advice, ClassWords classes) {
        return on.filter(_ -> advice.proposal().isPresent())
                .map(each -> Replaced.of(each).words(classes))
                .filter(replaced -> !replaced.isEmpty())
                .map(" "::concat)
                .orElse("");
    }

    private static String title(Advice advice) {
        return advice.proposal()
                .map(candidate -> text("advice.title", EdgeText.list(candidate.protections())))
                .orElseGet(() -> text("advice.none"));
    }

    private static String words(Advice advice, ClassWords classes, double mostLost, boolean isCostKnown) {
        if (advice.proposal().isEmpty()) {
            return classes.words("advice.none.words", percent(mostLost));
        }
        Candidate its = advice.proposal().get();
        String words = isCostKnown ? classes.words("advice.words", EdgeText.atLeast(its.stopped()), percent(its.lost()))
                : classes.words("advice.words.unknown", EdgeText.atLeast(its.stopped()));
        boolean challenges = its.protections().contains(Protection.DIGEST);
        return challenges ? words + " " + text("advice.digest") : words;
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
