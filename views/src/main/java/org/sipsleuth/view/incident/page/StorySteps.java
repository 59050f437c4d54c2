package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.StoryFlow;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.StageStyle;

/// The story of an incident, a line for each sentence: the number of its stage, its words, its
/// frames.
final class StorySteps extends GridPane {

    private static final int MOST_CHIPS = 4;
    private static final double NUMBER_WIDTH = 28;

    StorySteps(SipIndex from, Incident shown, EvidenceLinks links) {
        setId("incident-story");
        getStyleClass().add("incident-story");
        ColumnConstraints numbers = new ColumnConstraints();
        boolean areNumbered = shown.story().stream().anyMatch(each -> each.stage().isPresent());
        numbers.setMinWidth(areNumbered ? NUMBER_WIDTH : 0);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(numbers, words);
        List<IncidentKind> kinds = shown.stages().stream().map(Stage::kind).toList();
        StoryFlow flow = new StoryFlow(from, links);
        for (int i = 0; i < shown.story().size(); i++) {
            StorySentence sentence = shown.story().get(i);
            int at = i;
            var text = flow.of(List.of(sentence));
            chips(from, sentence, links).forEach(text.getChildren()::add);
            sentence.stage()
                    .map(kinds::indexOf)
                    .filter(number -> number >= 0)
                    .ifPresent(number -> add(number(number + 1, kinds.get(number)), 0, at));
            add(text, 1, at);
        }
    }

    private static Label number(int number, IncidentKind kind) {
        Label label =
                Tags.label(
                        Integer.toString(number), "stage-number", StageStyle.of(kind).styleClass());
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static List<Node> chips(SipIndex from, StorySentence sentence, EvidenceLinks links) {
        List<Node> chips = new ArrayList<>();
        List<Evidence> its =
                sentence.clauses().stream()
                        .map(Clause::evidence)
                        .flatMap(it -> it.stream())
                        .toList();
        for (Evidence each : its.stream().limit(MOST_CHIPS).toList()) {
            Button chip = new Button(EvidenceLinks.frameSpan(from, each));
            chip.getStyleClass().setAll("button", "evidence-chip");
            chip.setTooltip(new Tooltip(text("chip.tip")));
            chip.setOnAction(_ -> links.open(from, each));
            chips.add(chip);
        }
        if (its.size() > MOST_CHIPS) {
            chips.add(Tags.label(text("chip.more", its.size() - MOST_CHIPS), "muted"));
        }
        return chips;
    }
}
