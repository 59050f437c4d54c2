package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.sipsleuth.dialog.ladder.Arrangement;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;

/// What the user wants of the ladder: which rows, how they are drawn, what was done to lifelines,
/// which lifelines are chosen. Modes are remembered, the rest lasts for the session.
final class LadderChoices {

    private final ObjectProperty<LadderOptions> options = new SimpleObjectProperty<>(LadderOptions.FIRST);
    private final ReadOnlyObjectWrapper<LadderPlan> plan = new ReadOnlyObjectWrapper<>(LadderPlan.PLAIN);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(Set.of());

    LadderChoices() {
        options.subscribe(now -> plan.set(plan.get().with(now.settings())));
    }

    /// The modes.
    ObjectProperty<LadderOptions> optionsProperty() {
        return options;
    }

    /// All that decides which rows and lifelines there are.
    ReadOnlyObjectProperty<LadderPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// The ids of the lifelines that the user chose, to move, merge, split or hide.
    ObjectProperty<Set<String>> chosenProperty() {
        return chosen;
    }

    LadderPlan plan() {
        return plan.get();
    }

    LadderStyle style() {
        return options.get().style();
    }

    void style(UnaryOperator<LadderStyle> change) {
        options.set(new LadderOptions(options.get().settings(), change.apply(style())));
    }

    void settings(UnaryOperator<LadderSettings> change) {
        options.set(new LadderOptions(change.apply(options.get().settings()), style()));
    }

    /// Calls a lifeline by another name; an empty name restores its own.
    void rename(Lifeline lifeline, String name) {
        Map<String, String> typed = new HashMap<>(plan().names().typed());
        List<String> keys = switch (plan().settings().lanes()) {
            case ADDRESS, ENDPOINT, DOMAIN -> List.of(lifeline.id());
            case NAME -> lifeline.isMerged() ? List.of(lifeline.id()) : lifeline.hosts();
        };
        for (String key : keys) {
            if (name.isBlank()) {
                typed.remove(key);
            } else {
                typed.put(key, name.strip());
            }
        }
        names(plan().names().withTyped(typed));
    }

    /// The name that the user typed for a lifeline, or empty.
    String typedName(Lifeline lifeline) {
        Map<String, String> typed = plan().names().typed();
        return typed.getOrDefault(lifeline.id(), typed.getOrDefault(lifeline.host(), ""));
    }

    void names(HostNames names) {
        if (!names.equals(plan().names())) {
            plan.set(plan().with(names));
        }
    }

    void media(List<MediaArrow> media) {
        if (!media.equals(plan().media())) {
            plan.set(plan().with(media));
        }
    }

    private void arrange(Arrangement arrangement) {
        plan.set(plan().with(arrangement));
    }

    /// Chooses a lifeline; with others, or alone.
    void choose(String id, boolean withOthers) {
        Set<String> now = new LinkedHashSet<>(withOthers ? chosen.get() : Set.of());
        if (!now.remove(id)) {
            now.add(id);
        }
        chosen.set(now);
    }

    /// Chooses the lifeline so many places right of the chosen one, or left if negative.
    void chooseNext(List<Lifeline> lifelines, int by) {
        if (lifelines.isEmpty()) {
            return;
        }
        int at = -1;
        for (int lane = 0; lane < lifelines.size(); lane++) {
            at = chosen.get().contains(lifelines.get(lane).id()) ? lane : at;
        }
        int next = at < 0 ? (by > 0 ? 0 : lifelines.size() - 1) : at + by;
        int lane = Math.clamp(next, 0, lifelines.size() - 1);
        chosen.set(Set.of(lifelines.get(lane).id()));
    }

    /// Of these lifelines the chosen ones, from left to right.
    List<Lifeline> chosenOf(List<Lifeline> lifelines) {
        return lifelines.stream().filter(line -> chosen.get().contains(line.id())).toList();
    }

    /// Moves the chosen lifeline.
    boolean moveChosen(List<Lifeline> lifelines, int by) {
        List<Lifeline> these = chosenOf(lifelines);
        if (these.size() != 1) {
            return false;
        }
        int at = lifelines.indexOf(these.getFirst());
        int place = by > 0 ? at + by + 1 : at + by;
        if (place < 0 || place > lifelines.size()) {
            return false;
        }
        move(lifelines, these.getFirst().id(), place);
        return true;
    }

    /// Moves a lifeline before the one that is at `place`.
    void move(List<Lifeline> lifelines, String id, int place) {
        arrange(plan().arrangement().move(lifelines, id, place));
    }

    /// Makes the chosen lifelines one; a single one and the next one to the right.
    boolean mergeChosen(List<Lifeline> lifelines) {
        List<Lifeline> these = new ArrayList<>(chosenOf(lifelines));
        if (these.size() == 1) {
            int next = lifelines.indexOf(these.getFirst()) + 1;
            if (next < lifelines.size()) {
                these.add(lifelines.get(next));
            }
        }
        if (these.size() < 2) {
            return false;
        }
        Arrangement merged = plan().arrangement().merge(these);
        chosen.set(Set.of(merged.merged().getOrDefault(these.getFirst().parts().getFirst(), "")));
        arrange(merged);
        return true;
    }

    /// Splits the chosen lifelines, as far as they can be.
    boolean splitChosen(List<Lifeline> lifelines) {
        List<Lifeline> these =
                chosenOf(lifelines).stream().filter(line -> line.isMerged() || line.ports().size() > 1).toList();
        Arrangement now = plan().arrangement();
        for (Lifeline line : these) {
            now = now.split(line);
        }
        if (!these.isEmpty()) {
            chosen.set(Set.of());
            arrange(now);
        }
        return !these.isEmpty();
    }

    /// Hides the chosen lifelines, and the messages from and to them.
    boolean hideChosen(List<Lifeline> lifelines) {
        List<Lifeline> these = chosenOf(lifelines);
        Arrangement now = plan().arrangement();
        for (Lifeline line : these) {
            now = now.hide(line.id());
        }
        if (!these.isEmpty()) {
            chosen.set(Set.of());
            arrange(now);
        }
        return !these.isEmpty();
    }

    /// Shows all lifelines that were hidden.
    boolean showHidden() {
        Arrangement now = plan().arrangement();
        if (now.hidden().isEmpty()) {
            return false;
        }
        arrange(new Arrangement(now.merged(), now.split(), Set.of(), now.order()));
        return true;
    }

    /// Puts lifelines back as they come, and takes away the names that were typed or read.
    void reset() {
        chosen.set(Set.of());
        plan.set(plan().with(Arrangement.NONE).with(plan().names().withTyped(Map.of()).withFile(Map.of())));
    }
}
