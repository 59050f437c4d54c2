package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.incident.part.UserWords;

/// Calls that were refused or not answered, a row for each reason, which opens them: no problem by
/// itself, but an answer to who asks why a call failed.
public final class UnansweredCalls {

    private static final int MOST_ROWS = 12;

    /// More names are left out.
    private static final int MOST_NAMES = 3;

    /// So many dialogs are looked at for names.
    private static final int MOST_LOOKED_AT = 100;

    private UnansweredCalls() {}

    /// The section; empty where there is nothing of the kind.
    public static Optional<Section> of(SipIndex index, ProblemList list, EvidenceLinks links) {
        if (list.unanswered().isEmpty()) {
            return Optional.empty();
        }
        GridPane rows = Section.columns(26, 24, 50);
        rows.setId("unanswered-calls");
        rows.getStyleClass().add("checked-rows");
        list.unanswered().stream().limit(MOST_ROWS).forEach(each -> add(rows, index, each, links));
        Section section = new Section(text("unanswered"), rows);
        int rest = list.unanswered().size() - MOST_ROWS;
        if (rest > 0) {
            section.getChildren().add(Tags.label(text("unanswered.more", rest), "muted"));
        }
        return Optional.of(section);
    }

    private static void add(GridPane rows, SipIndex index, Problem calls, EvidenceLinks links) {
        Hyperlink link = Tags.link(text("unanswered.to", calls.calls(), called(index, calls)), text("link.dialogs"),
                _ -> links.openProblem(index, calls));
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        VBox why = new VBox(Tags.sentence(IncidentTexts.wholeSentence(calls.explanation().text()), "muted"));
        if (!calls.advice().isEmpty()) {
            why.getChildren()
                    .add(Tags.sentence(text("unanswered.advice", IncidentTexts.wholeSentence(calls.advice().text())),
                            "muted"));
        }
        List<Node> row = List.of(link, Tags.sentence(IncidentTexts.wholeSentence(calls.title().text())), why);
        rows.addRow(rows.getRowCount(), row.toArray(Node[]::new));
        row.forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }

    private static String called(SipIndex index, Problem calls) {
        List<String> users = calls.dialogs()
                .stream()
                .limit(MOST_LOOKED_AT)
                .map(index.dialogs()::callee)
                .distinct()
                .limit(MOST_NAMES + 1L)
                .toList();
        String named = UserWords.of(users, MOST_NAMES);
        return users.size() > MOST_NAMES ? text("unanswered.others", named) : named;
    }
}
