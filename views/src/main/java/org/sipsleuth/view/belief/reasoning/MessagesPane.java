package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.view.belief.state.Shown;

/// The paper's calculation: the message of each leaf to each class, their product, the belief.
final class MessagesPane {

    private static final int FIRST_CLASS = 2;

    private final GridPane root = new GridPane();

    MessagesPane() {
        root.setId("beliefs-messages");
        root.getStyleClass().addAll("leaves", "reasoning-view");
    }

    GridPane root() {
        return root;
    }

    void show(Shown now, TrafficClass chosen) {
        root.getChildren().clear();
        root.add(label(text("belief.reasoning.leaf"), "heading"), 0, 0);
        root.add(label(text("belief.reasoning.state"), "heading"), 1, 0);
        Figures heads = new Figures("heading");
        heads.showClasses();
        add(heads, chosen, 0);
        Reasoning reasoning = now.reasoning();
        int row = 1;
        for (Variable each : EvidencePane.leaves(now)) {
            LeafReasoning leaf = reasoning.leaf(each);
            root.add(label(BeliefText.of(each).text(), ""), 0, row);
            root.add(label(LeafWords.state(now, leaf), ""), 1, row);
            Figures message = new Figures();
            message.show(leaf.message(), leaf.speaks());
            add(message, chosen, row++);
        }
        Figures product = new Figures("sum");
        product.show(reasoning.product());
        Figures likelihood = new Figures("sum");
        likelihood.show(reasoning.likelihood().classes());
        Figures prior = new Figures("sum");
        prior.show(reasoning.prior());
        Figures belief = new Figures("sum");
        belief.showProbabilities(reasoning.belief().classes());
        List<String> keys = List.of("product", "likelihood", "prior", "belief");
        List<Figures> sums = List.of(product, likelihood, prior, belief);
        for (int i = 0; i < keys.size(); i++) {
            Label name = label(text("belief.reasoning." + keys.get(i)), "sum");
            root.add(name, 0, row, FIRST_CLASS, 1);
            sums.get(i).name("message-" + keys.get(i) + "-");
            add(sums.get(i), chosen, row++);
        }
    }

    private void add(Figures figures, TrafficClass chosen, int row) {
        figures.mark(chosen);
        figures.add(root, FIRST_CLASS, row);
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        if (!styleClass.isEmpty()) {
            label.getStyleClass().add(styleClass);
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
