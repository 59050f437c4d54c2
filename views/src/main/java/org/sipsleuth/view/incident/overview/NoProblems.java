package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;

/// What was noticed of calls without anybody suffering from it.
public final class NoProblems {

    private static final int MOST_NOTICED = 5;

    private NoProblems() {}

    /// The section; empty where there is nothing of the kind.
    public static Optional<Section> of(SipIndex index, ProblemList list, EvidenceLinks links) {
        List<Problem> noticed = list.problems().stream().filter(each -> !each.isFailure()).toList();
        if (noticed.isEmpty()) {
            return Optional.empty();
        }
        GridPane rows = Section.columns(34, 26, 40);
        rows.setId("no-problems");
        rows.getStyleClass().add("checked-rows");
        for (Problem problem : noticed.stream().limit(MOST_NOTICED).toList()) {
            add(rows, link(index, problem, links), Tags.sentence(IncidentTexts.wholeSentence(problem.title().text())),
                    Tags.sentence(IncidentTexts.wholeSentence(problem.explanation().text()), "muted"));
        }
        Section section = new Section(text("problem.none"), rows);
        if (noticed.size() > MOST_NOTICED) {
            section.getChildren()
                    .add(Tags.paragraph(text("problem.none.more", noticed.size() - MOST_NOTICED), "muted"));
        }
        return Optional.of(section);
    }

    /// Its dialogs; without a link where no message of them was captured whole.
    private static Node link(SipIndex index, Problem problem, EvidenceLinks links) {
        String words = text("problem.none.dialogs", problem.dialogs().size());
        return problem.dialogs().isEmpty() ? Tags.label(words)
                : Tags.link(words, text("link.dialogs"), _ -> links.openProblem(index, problem));
    }

    private static void add(GridPane rows, Node... row) {
        rows.addRow(rows.getRowCount(), row);
        List.of(row).forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }
}
