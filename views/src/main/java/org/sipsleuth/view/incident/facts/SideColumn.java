package org.sipsleuth.view.incident.facts;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.Statistics.CallCount;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.MessageClass;

/// The column beside the overview: calls, capture quality, top talkers, user agents. Every figure
/// opens its dialogs.
public final class SideColumn {

    private static final int MOST_RESULTS = 5;
    private static final int MOST_TALKERS = 5;

    /// More would fill the column; the tooltip has all of it.
    private static final int LONGEST_AGENT = 60;

    private static final double PERCENT = 100;

    /// Nothing but provisional responses were seen, if any.
    private static final MessageClass UNDECIDED = MessageClass.of(100);

    /// Shares below this would not be seen.
    private static final double LEAST_SHARE = 1.5;

    private final VBox root = new VBox();
    private final EvidenceLinks links;

    public SideColumn(EvidenceLinks links) {
        this.links = links;
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
    /// @param roles what the hosts of the capture are
    /// @param isWithoutIncident whether nothing was found: then it says how far that can be relied
    ///     on, before all else
    public void show(SipIndex index, Optional<CaptureFacts> facts, Optional<CaptureFacts> counted,
            Optional<Investigation> found, RoleWords roles, boolean isWithoutIncident) {
        Node quality = quality(index, facts, found, isWithoutIncident);
        root.getChildren().clear();
        if (isWithoutIncident) {
            root.getChildren().add(quality);
        }
        if (counted.isPresent()) {
            counted.get().range().ifPresent(section -> root.getChildren().add(range(index, section)));
            root.getChildren().add(calls(counted.get()));
        } else {
            root.getChildren().add(section(text("calls"), "", Tags.label(text("counting"), "muted")));
        }
        if (!isWithoutIncident) {
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

    private Node calls(CaptureFacts facts) {
        CallTotals totals = facts.calls();
        long all = totals.calls();
        if (all == 0) {
            return section(text("calls"), text("calls.none"));
        }
        GridPane bar = new GridPane();
        bar.getStyleClass().add("calls-bar");
        GridPane rows = rows();
        List<CallCount> results = facts.statistics().calls();
        for (int i = 0; i < results.size(); i++) {
            CallCount each = results.get(i);
            MessageClass kind = MessageClass.of(each.isAnswered() ? 200 : failed(each.status()));
            addSegment(bar, kind, (double) each.count() / all);
            if (i < MOST_RESULTS) {
                Label name = Tags.cut(kind.shape() + "  " + name(each), kind.styleClass());
                Label code =
                        Tags.label(each.isAnswered() ? "200" : each.status() == 0 ? "–" : "" + each.status(), "muted");
                rows.addRow(i, name, code,
                        number(each.count(), _ -> links.open(facts.index(), facts.scope(), each.figure())));
            }
        }
        if (totals.undecided() > 0) {
            addSegment(bar, UNDECIDED, (double) totals.undecided() / all);
            rows.addRow(rows.getRowCount(),
                    Tags.cut(UNDECIDED.shape() + "  " + text("calls.result.undecided"), UNDECIDED.styleClass()),
                    Tags.label("–", "muted"),
                    number(totals.undecided(), _ -> links.open(facts.index(), facts.scope(), new Figure.Undecided())));
        }
        VBox section = section(text("calls"), text("calls.answered", all, totals.answered()), bar, rows);
        if (results.size() > MOST_RESULTS) {
            section.getChildren()
                    .add(Tags.label(
                            text("calls.others", results.stream().skip(MOST_RESULTS).mapToLong(CallCount::count).sum()),
                            "muted"));
        }
        return section;
    }

    private static void addSegment(GridPane bar, MessageClass kind, double share) {
        ColumnConstraints width = new ColumnConstraints();
        width.setPercentWidth(Math.max(LEAST_SHARE, PERCENT * share));
        bar.getColumnConstraints().add(width);
        Region segment = new Region();
        segment.getStyleClass().addAll("calls-segment", kind.styleClass());
        bar.add(segment, bar.getColumnConstraints().size() - 1, 0);
    }

    /// Calls without a response failed.
    private static int failed(int status) {
        return status == 0 ? 503 : status;
    }

    private static String name(CallCount each) {
        if (each.isAnswered()) {
            return text("calls.result.answered");
        }
        return switch (each.status()) {
            case 0 -> text("calls.result.silent");
            case 486, 600 -> text("calls.result.busy");
            case 487 -> text("calls.result.cancelled");
            default -> StatusPhrases.of(each.status());
        };
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
            rows.addRow(i, icon(each.level()), name, Tags.paragraph(each.words(), "quality-words"));
        }
        return section(text(isWhole ? "quality.result" : "quality"), "", rows);
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

    private static GridPane rows() {
        GridPane rows = new GridPane();
        rows.getStyleClass().add("side-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints codes = new ColumnConstraints(48);
        ColumnConstraints counts = new ColumnConstraints(56);
        counts.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().addAll(names, codes, counts);
        return rows;
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

    private static Node number(long count, Consumer<Hyperlink> act) {
        Hyperlink link = Tags.link(words(count), text("link.dialogs"), act);
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
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
