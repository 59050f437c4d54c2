package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.fx.Texts.text;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefTrainer;
import org.sipsleuth.belief.source.BeliefDetection;
import org.sipsleuth.belief.source.BeliefMethod;
import org.sipsleuth.belief.source.ScoredPeriods;
import org.sipsleuth.belief.tree.BeliefTables;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;

/// The findings that follow from what is believed of the whole capture, whatever time is chosen:
/// worked out in the background once the beliefs are known.
public final class FoundBeliefs {

    private static final String PROGRAM = "SipSleuth";

    private final TablesInUse tables;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<BeliefDetection>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Believed of;
    private Background.@Nullable Running running;

    public FoundBeliefs(Beliefs beliefs, Background background) {
        this.tables = beliefs.tables();
        this.background = background;
        beliefs.stateProperty().subscribe(this::follow);
    }

    /// The findings; empty until they are known.
    public ReadOnlyObjectProperty<Optional<BeliefDetection>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    private void follow(BeliefState state) {
        switch (state) {
            case BeliefState.Known(Believed all) -> find(all);
            case BeliefState.Counting _ -> {} // what was found before stays until then
            case BeliefState.NoCapture _, BeliefState.Stopped _, BeliefState.Failed _ -> {
                stop();
                of = null;
                found.set(Optional.empty());
            }
        }
    }

    private void find(Believed all) {
        if (of != null && of.counted().equals(all.counted()) && of.tables().equals(all.tables())) {
            return;
        }
        stop();
        of = all;
        String name = name(all.tables());
        running =
                background.run(
                        monitor ->
                                BeliefDetection.of(
                                        ScoredPeriods.of(
                                                all.counted().bySource(),
                                                model(all, name),
                                                monitor),
                                        monitor),
                        its -> found.set(Optional.of(its)),
                        _ -> found.set(Optional.empty()));
    }

    private String name(BeliefTables its) {
        return tables.isChanged() ? text("beliefs.tables.changed", its.name()) : its.name();
    }

    /// The model that comes with the program, if nothing of it was changed; else one of the tables.
    private static BeliefModel model(Believed all, String name) throws IOException {
        BeliefModel shipped = BeliefModel.open(new BeliefMethod().shipped());
        BeliefSettings settings = shipped.settings();
        if (shipped.tables().equals(all.tables())
                && settings.periods().equals(all.counted().settings())) {
            return shipped;
        }
        return BeliefTrainer.of(
                all.tables(),
                new BeliefSettings(
                        all.counted().settings(),
                        settings.sources(),
                        settings.learning(),
                        settings.thresholds()),
                new TrainingFacts(
                        name,
                        text("beliefs.tables.model"),
                        List.of(),
                        new Training.Origin(PROGRAM, Instant.EPOCH, "")),
                0);
    }

    private void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
