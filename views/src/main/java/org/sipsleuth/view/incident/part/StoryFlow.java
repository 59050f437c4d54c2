package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.incident.StorySentence;

/// Sentences as running text. Each clause that rests on messages is a link to them: Tab walks from
/// one to the next, Enter opens it.
public final class StoryFlow {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /// A word of a capture can be longer than a line.
    private static final int LONGEST_WORD = 32;

    private final SipIndex index;
    private final EvidenceLinks links;

    public StoryFlow(SipIndex index, EvidenceLinks links) {
        this.index = index;
        this.links = links;
    }

    /// Sentences one after the other.
    public TextFlow of(List<StorySentence> sentences) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("story");
        for (StorySentence sentence : sentences) {
            flow.getChildren().addAll(nodes(sentence));
            flow.getChildren().add(plain(" "));
        }
        return flow;
    }

    private List<Node> nodes(StorySentence sentence) {
        List<Node> nodes = new ArrayList<>();
        for (Clause clause : sentence.clauses()) {
            String words = IncidentTexts.visible(clause.words().text());
            if (clause.evidence().isPresent() && !words.isBlank()) {
                nodes.addAll(link(words, clause.evidence().get()));
            } else {
                nodes.add(plain(words));
            }
        }
        return nodes;
    }

    private static Text plain(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("story-text");
        return text;
    }

    /// A blank so small that it is not seen: a line ends at blanks only.
    private static Text lineBreak() {
        Text blank = new Text(" ");
        blank.getStyleClass().add("story-break");
        return blank;
    }

    /// A link that wraps: a node for each word, of which the first one has the focus.
    private List<Node> link(String words, Evidence evidence) {
        List<Node> nodes = new ArrayList<>();
        List<Hyperlink> parts = new ArrayList<>();
        String rest = words.strip();
        if (words.startsWith(" ")) {
            nodes.add(plain(" "));
        }
        for (String word : split(rest)) {
            Hyperlink part = new Hyperlink(word);
            part.getStyleClass().add("story-link");
            part.setFocusTraversable(parts.isEmpty());
            part.setAccessibleText(parts.isEmpty() ? rest : word);
            part.setTooltip(tip(evidence));
            part.setOnAction(_ -> {
                part.setVisited(false);
                links.open(index, evidence);
            });
            if (!parts.isEmpty()) {
                nodes.add(lineBreak());
            }
            parts.add(part);
            nodes.add(part);
        }
        Hyperlink first = parts.getFirst();
        first.getStyleClass().add("story-link-first");
        first.setUserData(evidence);
        parts.forEach(part -> {
            part.hoverProperty().subscribe(_ -> light(parts));
            part.focusedProperty().subscribe(_ -> light(parts));
        });
        if (words.endsWith(" ")) {
            nodes.add(plain(" "));
        }
        return nodes;
    }

    /// Words with the blank behind them, so that the line below is unbroken.
    private static List<String> split(String words) {
        List<String> parts = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty()) {
            int blank = rest.indexOf(' ');
            int end = blank < 0 ? rest.length() : blank + 1;
            int cut = Math.min(end, LONGEST_WORD);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        return parts;
    }

    private static void light(List<Hyperlink> parts) {
        boolean isLit = parts.stream().anyMatch(part -> part.isHover() || part.isFocused());
        parts.forEach(part -> part.pseudoClassStateChanged(LIT, isLit));
    }

    /// Counts when it is first shown: evidence may be many messages.
    private Tooltip tip(Evidence evidence) {
        Tooltip tip = new Tooltip();
        tip.setOnShowing(_ -> tip.setText(
                text("evidence.tip", evidence.messages(index).length, EvidenceLinks.frameSpan(index, evidence))));
        return tip;
    }
}
