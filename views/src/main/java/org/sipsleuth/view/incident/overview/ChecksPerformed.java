package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.StageStyle;

/// The table of an empty result: what was looked for, and in how much traffic.
public final class ChecksPerformed {

    private ChecksPerformed() {}

    /// The section.
    ///
    /// @param kinds that were looked for
    /// @param failed those of them that were not judged, since a rule or a method failed
    /// @param facts how much traffic there is, once it has been counted
    public static Section of(
            List<IncidentKind> kinds, Set<IncidentKind> failed, Optional<CaptureFacts> facts) {
        GridPane rows = Section.columns(44, 34, 22);
        rows.setId("checks");
        rows.getStyleClass().add("checks");
        rows.addRow(
                0,
                Tags.label(text("checks.check"), "check-head"),
                Tags.label(text("checks.scope"), "check-head"),
                Tags.label(text("checks.result"), "check-head"));
        for (IncidentKind kind : kinds) {
            boolean isJudged = !failed.contains(kind);
            HBox name =
                    new HBox(
                            isJudged
                                    ? Tags.icon("fth-check-circle", "good")
                                    : Tags.icon("fth-alert-triangle", "limited"),
                            Tags.cut(StageStyle.name(kind), "check-name"));
            name.getStyleClass().add("card-row");
            rows.addRow(
                    rows.getRowCount(),
                    name,
                    Tags.cut(
                            facts.map(its -> scope(kind, its)).orElse(text("counting")),
                            "check-scope"),
                    isJudged
                            ? Tags.label(text("checks.none"), "muted")
                            : Tags.label(text("checks.failed"), "check-failed"));
        }
        return new Section(text("checks"), rows);
    }

    private static String scope(IncidentKind kind, CaptureFacts facts) {
        var totals = facts.statistics().totals();
        return switch (kind) {
            case HOST_SCAN, EXTENSION_ENUMERATION, PASSWORD_GUESSING ->
                    text("scope.sources", facts.talkers().size());
            case TOLL_FRAUD, SPIT, FIREWALL_PINHOLE, CALL_HIJACK ->
                    text("scope.calls", facts.calls().calls());
            case INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD, OTHER_FLOOD ->
                    text("scope.requests", totals.requests());
            case RESPONSE_FLOOD, MALFORMED_MESSAGES, FUZZING, CONTENT_ANOMALY ->
                    text("scope.messages", totals.messages());
            case UNUSUAL_DIALOGS,
                    SOCIAL_ANOMALY,
                    COVERT_CHANNEL,
                    ROGUE_CHALLENGE,
                    SESSION_TEARDOWN,
                    MEDIA_REDIRECT,
                    REGISTRATION_HIJACK,
                    ACCOUNT_TAKEOVER ->
                    text("scope.dialogs", totals.dialogs());
        };
    }
}
