package org.sipsleuth.view.incident.facts;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.dialog.statistics.Counted;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.Selection.TimeRange;

/// The column beside the overview: calls, capture quality, top talkers, user agents. Every figure
/// opens its dialogs.
public final class SideColumn {

    private static final int MOST_TALKERS = 5;

    /// More would fill the column; the tooltip has all of it.
    private static final int LONGEST_AGENT = 60;

    private final VBox root = new VBox();
    private final EvidenceLinks links;
    private final Runnable showUndecoded;

    /// @param showUndecoded lists the frames that were not decoded, with the reasons
    public SideColumn(EvidenceLinks links, Runnable showUndecoded) {
        this.links = links;
        this.showUndecoded = showUndecoded;
        root.getStyleClass().add("side-column");
    }

    /// Its content.
    public VBox root() {
        return root;
    }

    /// Shows what is known.
    ///
    /// @param facts all of the capture
    /// @param counted what calls, talkers and user agents are counted of
    /// @param calls the same calls by what they were for those who called, once that is known
    /// @param hasAllProblems whether all their problems are known
    /// @param roles what the hosts of the capture are
    /// @param isWithoutIncident whether no incident was found: then it says how far that can be
    ///     relied on; before all else where calls had no problem, either
    public void show(SipIndex index, Optional<CaptureFacts> facts, Optional<CaptureFacts> counted,
            Optional<CallOutcomes> calls, boolean hasAllProblems, Optional<Investigation> found, RoleWords roles,
            boolean isWithoutIncident) {
        Node quality = quality(index, facts, found, isWithoutIncident);
        boolean isQualityFirst =
                isWithoutIncident && found.stream().allMatch(its -> its.problems().failures().isEmpty());
        root.getChildren().clear();
        if (isQualityFirst) {
            root.getChildren().add(quality);
        }
        if (counted.isPresent()) {
            counted.get().range().ifPresent(section -> root.getChildren().add(range(index, section)));
            root.getChildren().add(calls(counted.get(), calls, hasAllProblems));
        } else {
            root.getChildren().add(section(text("calls"), "", Tags.label(text("counting"), "muted")));
        }
        if (!isQualityFirst) {
            root.getChildren().add(quality);
        }
        counted.ifPresent(counts -> {
            root.getChildren().add(talkers(counts, found, roles));
            if (!counts.statistics().userAgents().isEmpty()) {
                root.getChildren().add(agents(counts));
            }
        });
    }

    private static Node range(SipIndex index, TimeRange range) {
        Label words = Tags.paragraph(text("range.side", IncidentTexts.span(index, range)), "muted");
        words.setId("overview-range-side");
        return words;
    }

    private static VBox section(String title, String note, Node... content) {
        Label name = Tags.label(title, "side-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, gap(), Tags.cut(note, "muted"));
        head.getStyleClass().add("side-head");
        VBox section = new VBox(head);
        section.getChildren().addAll(content);
        section.getStyleClass().add("side-section");
        return section;
    }

    /// By what they were for those who called, once that is known.
    private Node calls(CaptureFacts facts, Optional<CallOutcomes> classified, boolean hasAllProblems) {
        CallTotals totals = facts.calls();
        if (totals.calls() == 0) {
            return section(text("calls"), text("calls.none"));
        }
        return classified.filter(calls -> calls.all() > 0)
                .map(calls -> section(text("calls"), words(calls, hasAllProblems),
                        new CallBar(facts.index(), calls, links)))
                .orElseGet(() -> section(text("calls"), text("calls.answered", totals.calls(), totals.answered()),
                        Tags.paragraph(text("calls.unclassified"), "muted")));
    }

    /// None with a problem is said only once all were looked for, and not where some were refused.
    private static String words(CallOutcomes calls, boolean hasAllProblems) {
        if (hasAllProblems && calls.withProblem() + calls.ofAttackers() == 0 && calls.unanswered() > 0) {
            return text("calls.answered", calls.all(), calls.answered());
        }
        long others = calls.all() - calls.ofAttackers();
        String counted = others == 0 ? text("calls.attackers", calls.ofAttackers())
                : text("calls.problems", others, calls.withProblem(), calls.ofAttackers());
        if (hasAllProblems) {
            return counted;
        }
        return calls.withProblem() == 0 ? text("calls.searching") : text("calls.so.far", counted);
    }

    private Node quality(SipIndex index, Optional<CaptureFacts> facts, Optional<Investigation> found, boolean isWhole) {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("quality-rows");
        ColumnConstraints icons = new ColumnConstraints();
        icons.setMinWidth(24);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(84);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(icons, names, words);
        List<Quality> all = Quality.of(index, facts, found, isWhole);
        for (int i = 0; i < all.size(); i++) {
            Quality each = all.get(i);
            Label name = Tags.label(each.name(), "quality-name");
            GridPane.setValignment(name, VPos.TOP);
            rows.addRow(i, icon(each.level()), name, words(each));
        }
        return section(text(isWhole ? "quality.result" : "quality"), "", rows);
    }

    private Node words(Quality quality) {
        Label words = Tags.paragraph(quality.words(), "quality-words");
        if (!quality.isOfFrames()) {
            return words;
        }
        Hyperlink link =
                Tags.link(text("quality.decoded.show"), text("quality.decoded.show"), _ -> showUndecoded.run());
        link.setId("undecoded-frames");
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(words, link);
    }

    private static FontIcon icon(Quality.Level level) {
        FontIcon icon = new FontIcon(switch (level) {
            case GOOD -> "fth-check-circle";
            case LIMITED -> "fth-alert-triangle";
            case NEUTRAL -> "fth-info";
        });
        icon.getStyleClass().addAll("quality-icon", level.name().toLowerCase(Locale.ROOT));
        GridPane.setValignment(icon, VPos.TOP);
        return icon;
    }

    private Node talkers(CaptureFacts facts, Optional<Investigation> found, RoleWords roles) {
        Set<String> actors = new HashSet<>();
        found.ifPresent(
                investigation -> investigation.incidents().forEach(each -> actors.addAll(each.actors().addresses())));
        GridPane rows = barRows();
        long most = facts.talkers().isEmpty() ? 1 : facts.talkers().getFirst().messages();
        for (int i = 0; i < Math.min(MOST_TALKERS, facts.talkers().size()); i++) {
            CaptureFacts.Talker each = facts.talkers().get(i);
            boolean isActor = actors.contains(each.address());
            Hyperlink address = Tags.address(each.address(), () -> links.openHost(each.address(), facts.range()));
            Label role = isActor ? Tags.cut(text("talkers.actor"), "actor-word")
                    : Tags.cut(roles.of(each.address()), "muted");
            rows.addRow(i, role.getText().isEmpty() ? address : Tags.noted(each.address(), address, role),
                    count(each.messages()), bar(each.messages(), most, isActor));
        }
        return section(text("talkers"), text("talkers.unit"), rows);
    }

    private Node agents(CaptureFacts facts) {
        GridPane rows = barRows();
        List<Counted> agents = facts.statistics().userAgents();
        long most = agents.getFirst().count();
        for (int i = 0; i < Math.min(MOST_TALKERS, agents.size()); i++) {
            Counted each = agents.get(i);
            Hyperlink name = Tags.link(IncidentTexts.visible(each.name()), IncidentTexts.visible(each.name()),
                    _ -> links.openUserAgent(each.name(), facts.range()));
            name.setText(shortened(name.getText()));
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            rows.addRow(i, name, count(each.count()), bar(each.count(), most, false));
        }
        return section(text("agents"), text("agents.unit"), rows);
    }

    private static String shortened(String agent) {
        return agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT) + "…";
    }

    private static GridPane barRows() {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("side-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setHalignment(HPos.RIGHT);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints(64);
        rows.getColumnConstraints().addAll(names, counts, bars);
        return rows;
    }

    private static Label count(long count) {
        Label label = Tags.label(words(count));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static ProgressBar bar(long count, long most, boolean isActor) {
        ProgressBar bar = new ProgressBar((double) count / Math.max(1, most));
        bar.getStyleClass().add("share-bar");
        if (isActor) {
            bar.getStyleClass().add("actor");
        }
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }

    private static String words(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
