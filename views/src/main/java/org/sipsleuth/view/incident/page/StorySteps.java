package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.StoryFlow;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.StageStyle;

/// The story of an incident, a line for each sentence: its words, then its frames in the colours of
/// their stages.
final class StorySteps extends VBox {

    private static final int MOST_CHIPS = 4;

    private final SipIndex index;
    private final Incident incident;
    private final EvidenceLinks links;

    StorySteps(SipIndex from, Incident shown, EvidenceLinks links) {
        index = from;
        incident = shown;
        this.links = links;
        setId("incident-story");
        getStyleClass().add("incident-story");
        StoryFlow flow = new StoryFlow(from, links);
        for (StorySentence sentence : shown.story()) {
            TextFlow line = flow.of(List.of(sentence));
            line.getChildren().addAll(chips(sentence));
            getChildren().add(line);
        }
    }

    /// A chip for each range of frames; clauses that rest on the same range share one.
    private List<Node> chips(StorySentence sentence) {
        Map<String, Evidence> ranges = new LinkedHashMap<>();
        sentence.clauses()
                .stream()
                .flatMap(clause -> clause.evidence().stream())
                .forEach(each -> ranges.putIfAbsent(EvidenceLinks.frameSpan(index, each), each));
        List<Node> chips = new ArrayList<>();
        ranges.entrySet()
                .stream()
                .limit(MOST_CHIPS)
                .forEach(range -> chips.add(chip(range.getKey(), range.getValue())));
        if (ranges.size() > MOST_CHIPS) {
            chips.add(Tags.label(text("chip.more", ranges.size() - MOST_CHIPS), "muted"));
        }
        return chips;
    }

    private Button chip(String frames, Evidence evidence) {
        Button chip = new Button(frames);
        chip.getStyleClass().setAll("button", "evidence-chip");
        Optional<Stage> stage = stage(evidence);
        stage.ifPresent(part -> chip.getStyleClass().addAll("staged", StageStyle.of(part.kind()).styleClass()));
        chip.setTooltip(new Tooltip(stage.map(part -> text("chip.tip.stage", new Sentence.Capital(part.label()).text()))
                .orElseGet(() -> text("chip.tip"))));
        chip.setOnAction(_ -> links.open(index, evidence));
        return chip;
    }

    private Optional<Stage> stage(Evidence evidence) {
        int[] messages = evidence.messages(index);
        return incident.stages()
                .stream()
                .filter(stage -> messages.length > 0 && stage.evidence().cites(messages[0], index))
                .findFirst();
    }
}
