package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.view.incident.part.CallStyle;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.incident.part.UserWords;

/// What somebody may take for a problem of calls, and why it is none: busy, cancelled and redirected
/// calls, and what was noticed without anybody suffering from it.
public final class NoProblems {

    private static final int MOST_NOTICED = 5;

    /// More names are left out.
    private static final int MOST_NAMES = 3;

    /// So many dialogs are looked at for names.
    private static final int MOST_LOOKED_AT = 100;

    private NoProblems() {}

    /// The section; empty where there is nothing of the kind.
    public static Optional<Section> of(SipIndex index, ProblemList list, EvidenceLinks links) {
        GridPane rows = Section.columns(34, 26, 40);
        rows.setId("no-problems");
        rows.getStyleClass().add("checked-rows");
        for (CallClass each : List.of(CallClass.UNANSWERED, CallClass.CANCELLED, CallClass.REDIRECTED)) {
            if (list.calls().count(each) > 0) {
                List<Integer> dialogs = list.calls().dialogs(each);
                Hyperlink calls = Tags.link(words(index, list, each), text("link.dialogs"),
                        _ -> links.openDialogs(index, dialogs));
                calls.setWrapText(true);
                calls.setMinHeight(Region.USE_PREF_SIZE);
                add(rows, calls, Tags.sentence(CallStyle.words(each)),
                        Tags.sentence(text("problem.none." + each.word()), "muted"));
            }
        }
        List<Problem> noticed = list.problems().stream().filter(each -> !each.isFailure()).toList();
        for (Problem problem : noticed.stream().limit(MOST_NOTICED).toList()) {
            Hyperlink dialogs = Tags.link(text("problem.none.dialogs", problem.dialogs().size()), text("link.dialogs"),
                    _ -> links.openProblem(index, problem));
            add(rows, dialogs, Tags.sentence(IncidentTexts.wholeSentence(problem.title().text())),
                    Tags.sentence(IncidentTexts.wholeSentence(problem.explanation().text()), "muted"));
        }
        if (rows.getRowCount() == 0) {
            return Optional.empty();
        }
        Section section = new Section(text("problem.none"), rows);
        if (noticed.size() > MOST_NOTICED) {
            section.getChildren()
                    .add(Tags.paragraph(text("problem.none.more", noticed.size() - MOST_NOTICED), "muted"));
        }
        return Optional.of(section);
    }

    private static void add(GridPane rows, Node... row) {
        rows.addRow(rows.getRowCount(), row);
        List.of(row).forEach(node -> GridPane.setValignment(node, VPos.TOP));
    }

    /// With who was called: `3 calls to 1008, 1022`; of cancelled calls who called.
    private static String words(SipIndex index, ProblemList list, CallClass calls) {
        boolean isByCaller = calls == CallClass.CANCELLED;
        DialogTable table = index.dialogs();
        List<String> users = list.calls()
                .dialogs(calls)
                .stream()
                .limit(MOST_LOOKED_AT)
                .map(dialog -> isByCaller ? table.caller(dialog) : table.callee(dialog))
                .distinct()
                .limit(MOST_NAMES + 1L)
                .toList();
        String named = UserWords.of(users, MOST_NAMES);
        return text(isByCaller ? "problem.none.by" : "problem.none.to", list.calls().count(calls),
                users.size() > MOST_NAMES ? text("problem.none.others", named) : named);
    }
}
