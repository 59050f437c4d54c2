package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.TimeAxis;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.UtcTime;

/// The stages of an incident over time, a lane for each actor, and one more for stages that
/// overlap. A stage is a button that shows its messages; its word stands above it.
final class StageLanes extends Region {

    private static final double LABELS = 132;
    private static final double HEAD = 6;
    private static final double LANE = 54;
    private static final double BLOCK = 30;
    private static final double AXIS = 22;
    private static final double LEAST_BLOCK = 8;
    private static final double TICK_SPACE = 96;

    /// More actors share the last lane.
    private static final int MOST_LANES = 6;

    /// More stages at once lie over each other.
    private static final int MOST_OVERLAPS = 3;

    /// A stage in its lane.
    private record Block(Stage stage, int lane, Button button, Label word) {}

    private record Mark(long nanos, Region line, Label label) {}

    private final List<Label> names = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final TimeRange range;
    private int tickCount;

    StageLanes(SipIndex index, Incident incident, EvidenceLinks links) {
        long span = Math.max(1_000_000L, incident.toNanos() - incident.fromNanos());
        range = new TimeRange(incident.fromNanos() - span / 30, incident.toNanos() + span / 30);
        List<String> lanes = lanes(incident);
        List<IncidentKind> kinds = incident.stages().stream().map(Stage::kind).toList();
        for (int i = 0; i < lanes.size(); i++) {
            int lane = i;
            List<Stage> its = incident.stages()
                    .stream()
                    .filter(stage -> lanesOf(stage, lanes).contains(lane))
                    .sorted(Comparator.comparingLong(Stage::fromNanos))
                    .toList();
            addLane(lanes.get(lane));
            int first = names.size() - 1;
            List<Long> ends = new ArrayList<>(List.of(Long.MIN_VALUE)); // of each lane
            for (Stage stage : its) {
                int free = free(ends, stage.fromNanos());
                if (free == ends.size()) {
                    ends.add(Long.MIN_VALUE);
                    addLane("");
                }
                ends.set(free, stage.toNanos());
                add(index, stage, first + free, kinds, links);
            }
        }
        getStyleClass().add("stage-lanes");
        setMinHeight(HEAD + LANE * names.size() + AXIS);
        setPrefHeight(HEAD + LANE * names.size() + AXIS);
        setMinWidth(0);
    }

    /// The first lane whose last stage has ended; else one more.
    private static int free(List<Long> ends, long from) {
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i) <= from) {
                return i;
            }
        }
        return Math.min(ends.size(), MOST_OVERLAPS - 1);
    }

    private void addLane(String actor) {
        Label name = Tags.cut(IncidentTexts.visible(actor), "lane-name");
        name.setWrapText(true);
        Region line = new Region();
        line.getStyleClass().add("lane-line");
        getChildren().add(names.size(), line); // below all stages
        getChildren().add(name);
        names.add(name);
        lines.add(line);
    }

    private static List<String> lanes(Incident incident) {
        Set<String> all = new LinkedHashSet<>();
        incident.stages().forEach(stage -> all.addAll(stage.actors()));
        if (all.isEmpty()) {
            all.add(IncidentTexts.unnamed(incident.actors()));
        }
        List<String> lanes = new ArrayList<>(all.stream().limit(MOST_LANES).toList());
        if (all.size() > MOST_LANES) {
            lanes.set(MOST_LANES - 1, text("lanes.others", all.size() - MOST_LANES + 1));
        }
        return lanes;
    }

    private static List<Integer> lanesOf(Stage stage, List<String> lanes) {
        List<Integer> found = new ArrayList<>();
        for (String actor : stage.actors()) {
            int lane = lanes.indexOf(actor);
            int shown = lane < 0 ? lanes.size() - 1 : lane;
            if (!found.contains(shown)) {
                found.add(shown);
            }
        }
        return found.isEmpty() ? List.of(0) : found;
    }

    private void add(SipIndex index, Stage stage, int lane, List<IncidentKind> kinds, EvidenceLinks links) {
        StageStyle style = StageStyle.of(stage.kind());
        String word = StageStyle.word(stage, kinds);
        String length = UtcTime.length((double) (stage.toNanos() - stage.fromNanos()));
        Button button = new Button();
        button.getStyleClass().setAll("button", "stage-block", style.styleClass());
        button.setAccessibleText(text("stage.accessible", word, stage.did().text(), stage.result().text()));
        button.setTooltip(
                new Tooltip(text("lanes.tip", word, IncidentTexts.span(index, stage.fromNanos(), stage.toNanos()),
                        IncidentTexts.visible(stage.did().text()), IncidentTexts.visible(stage.result().text()))));
        button.setOnAction(_ -> links.open(index, stage.evidence()));
        Label label = Tags.label(text("lanes.word", word, length), "lane-word");
        blocks.add(new Block(stage, lane, button, label));
        getChildren().addAll(button, label);
    }

    private double x(long nanos) {
        double room = Math.max(1, getWidth() - LABELS);
        return LABELS + room * (double) (nanos - range.fromNanos()) / (double) (range.toNanos() - range.fromNanos());
    }

    @Override
    protected void layoutChildren() {
        useTicks(Math.max(1, (int) ((getWidth() - LABELS) / TICK_SPACE)));
        double bottom = HEAD + LANE * names.size();
        for (Mark mark : marks) {
            double at = Math.floor(x(mark.nanos()));
            mark.line().resizeRelocate(at, HEAD / 2, 1, bottom - HEAD / 2);
            double width = mark.label().prefWidth(-1);
            mark.label()
                    .resizeRelocate(Math.min(at - width / 2, getWidth() - width), bottom + 3, width,
                            mark.label().prefHeight(-1));
        }
        for (int i = 0; i < names.size(); i++) {
            double top = HEAD + LANE * i;
            double height = Math.min(names.get(i).prefHeight(LABELS - 8), LANE - 4);
            double y = Math.min(top + LANE - 4 - (BLOCK + height) / 2, top + LANE - 2 - height);
            names.get(i).resizeRelocate(0, y, LABELS - 8, height);
            lines.get(i).resizeRelocate(0, top + LANE - 1, getWidth(), 1);
        }
        double[] taken = new double[names.size()];
        for (Block block : blocks) {
            double left = x(block.stage().fromNanos());
            double width = Math.max(LEAST_BLOCK, x(block.stage().toNanos()) - left);
            double top = HEAD + LANE * block.lane() + (LANE - BLOCK) - 4;
            block.button().resizeRelocate(left, top, width, BLOCK);
            place(block, left, top, taken);
        }
    }

    /// Words stand above their block; one that would run into the one before is left out, and is
    /// in the tooltip.
    private void place(Block block, double left, double top, double[] taken) {
        Label word = block.word();
        double width = word.prefWidth(-1);
        double at = Math.max(LABELS, Math.min(left, getWidth() - width));
        boolean fits = at >= taken[block.lane()];
        word.setVisible(fits);
        if (fits) {
            taken[block.lane()] = at + width + 6;
            double height = word.prefHeight(-1);
            word.resizeRelocate(at, top - height - 1, width, height);
        }
    }

    private void useTicks(int count) {
        if (count == tickCount) {
            return;
        }
        tickCount = count;
        List<Node> old = new ArrayList<>();
        marks.forEach(mark -> {
            old.add(mark.line());
            old.add(mark.label());
        });
        getChildren().removeAll(old);
        marks.clear();
        for (TimeAxis.Tick tick : TimeAxis.ticks(range, count)) {
            Region line = new Region();
            line.getStyleClass().add("lane-tick");
            Label label = Tags.label(tick.label(), "lane-axis");
            marks.add(new Mark(tick.nanos(), line, label));
            getChildren().addFirst(line);
            getChildren().add(label);
        }
    }
}
