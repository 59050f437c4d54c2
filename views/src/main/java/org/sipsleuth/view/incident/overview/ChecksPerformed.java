package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.pipeline.Check;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;

/// The table of an empty result: what was looked for, in how much traffic, and what of it was not
/// judged. Only a kind that was judged in all of the traffic, and of which nothing is there, has a
/// tick.
public final class ChecksPerformed {

    private ChecksPerformed() {}

    /// The section.
    ///
    /// @param checks what came of looking for each kind
    /// @param facts how much traffic there is, once it has been counted
    /// @param openDefects shows the messages with a defect
    public static Section of(List<Check> checks, Optional<CaptureFacts> facts, Runnable openDefects) {
        GridPane rows = Section.columns(44, 34, 22);
        rows.setId("checks");
        rows.getStyleClass().add("checks");
        rows.addRow(0, Tags.label(text("checks.check"), "check-head"), Tags.label(text("checks.scope"), "check-head"),
                Tags.label(text("checks.result"), "check-head"));
        Map<Sentence, IncidentKind> reasons = new HashMap<>();
        for (Check check : checks) {
            IncidentKind kind = check.kind();
            HBox name = new HBox(icon(check), Tags.cut(kind.heading().text(), "check-name"));
            name.getStyleClass().add("card-row");
            rows.addRow(rows.getRowCount(), name,
                    Tags.cut(facts.map(counts -> scope(kind, counts)).orElse(text("counting")), "check-scope"),
                    result(check, openDefects));
            for (Sentence reason : check.reasons()) {
                Optional<IncidentKind> before = Optional.ofNullable(reasons.putIfAbsent(reason, kind));
                String words = before.map(its -> text("checks.reason.same", its.heading().text()))
                        .orElseGet(() -> IncidentTexts.visible(reason.text()));
                Label why = Tags.paragraph(words, "muted", "check-reason");
                rows.add(why, 0, rows.getRowCount(), GridPane.REMAINING, 1);
            }
        }
        return new Section(text("checks"), rows);
    }

    private static Node icon(Check check) {
        return switch (check.result()) {
            case JUDGED ->
                    check.isClean() ? Tags.icon("fth-check-circle", "good") : Tags.icon("fth-alert-circle", "limited");
            case PARTLY_JUDGED -> Tags.icon("fth-circle", "limited");
            case NOT_JUDGED -> Tags.icon("fth-slash", "limited");
            case FAILED -> Tags.icon("fth-alert-triangle", "limited");
        };
    }

    private static Node result(Check check, Runnable openDefects) {
        if (check.defects() > 0 && check.incidents() == 0 && check.result().isJudged()) {
            Hyperlink link = new Hyperlink(text("checks.defects", check.defects()));
            link.setId("defects");
            link.setTooltip(new Tooltip(text("checks.defects.tip")));
            link.setOnAction(_ -> openDefects.run());
            return link;
        }
        return Tags.label(words(check), check.result() == Check.Result.JUDGED ? "muted" : "check-failed");
    }

    private static String words(Check check) {
        return switch (check.result()) {
            case JUDGED,
                    PARTLY_JUDGED -> check.incidents() == 0
                            ? text(check.result() == Check.Result.JUDGED ? "checks.none" : "checks.none.partly")
                            : text("checks.found", check.incidents());
            case NOT_JUDGED -> text("checks.not.judged");
            case FAILED -> text("checks.failed");
        };
    }

    private static String scope(IncidentKind kind, CaptureFacts facts) {
        var totals = facts.statistics().totals();
        return switch (kind.examined()) {
            case SOURCES -> text("scope.sources", facts.talkers().size());
            case CALLS -> text("scope.calls", facts.calls().calls());
            case REQUESTS -> text("scope.requests", totals.requests());
            case MESSAGES -> text("scope.messages", totals.messages());
            case DIALOGS -> text("scope.dialogs", totals.dialogs());
        };
    }
}
