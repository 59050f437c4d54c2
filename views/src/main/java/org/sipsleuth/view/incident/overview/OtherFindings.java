package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.Tags;

/// The findings that no incident was made of, each with the reason.
public final class OtherFindings {

    private static final int MOST = 5;

    private OtherFindings() {}

    /// The section; empty where every finding belongs to an incident.
    public static Optional<Section> of(Investigation found, EvidenceLinks links) {
        Set<String> joined = found.incidents()
                .stream()
                .flatMap(each -> each.findings().stream())
                .map(Finding::id)
                .collect(Collectors.toSet());
        List<Finding> others = found.findings().stream().filter(each -> !joined.contains(each.id())).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Section section = new Section(text("checked"));
        List<List<Finding>> groups = Alike.findings(others);
        for (List<Finding> alike : groups.stream().limit(MOST).toList()) {
            section.getChildren()
                    .add(alike.size() == 1 ? row(found, alike.getFirst(), links)
                            : new Fold(alike.size(), (place, _) -> row(found, alike.get(place), links)));
        }
        if (groups.size() > MOST) {
            int rest = groups.stream().skip(MOST).mapToInt(List::size).sum();
            section.getChildren().add(Tags.paragraph(text("checked.more", rest), "muted"));
        }
        return Optional.of(section);
    }

    private static GridPane row(Investigation found, Finding finding, EvidenceLinks links) {
        GridPane row = Section.columns(18, 34, 48);
        row.getStyleClass().add("checked-rows");
        row.addRow(0, subject(found, finding, links),
                Tags.sentence(IncidentTexts.wholeSentence(finding.statement().title().text())), reason(finding));
        row.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        return row;
    }

    private static Hyperlink subject(Investigation found, Finding finding, EvidenceLinks links) {
        Hyperlink subject = Tags.link(Tags.shortened(IncidentTexts.visible(finding.subject().name())),
                text("link.dialogs"), _ -> links.open(found.index(), finding.evidence()));
        subject.getStyleClass().add("address");
        subject.setWrapText(true);
        subject.setMinHeight(Region.USE_PREF_SIZE);
        return subject;
    }

    /// Why a finding is no incident: a rule explains it, a model has only probabilities, which are
    /// in the tooltip.
    private static Label reason(Finding finding) {
        String explanation = IncidentTexts.wholeSentence(finding.statement().explanation().text());
        if (finding.origin().detector().equals(RuleMethod.NAME)) {
            return Tags.sentence(explanation, "muted");
        }
        Label reason = Tags.paragraph(text("checked.model.only"), "muted");
        Tags.addTip(reason, explanation);
        return reason;
    }
}
