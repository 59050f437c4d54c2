package org.sipsleuth.belief;

import java.util.Optional;
import java.util.Set;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelIdentity;

/// Believes what traffic is: says of what was observed in a period how probable each class is.
/// Immutable; any thread.
public final class BeliefModel {

    /// The kind of its files, and the name of its method.
    public static final String KIND = "belief";

    private final ModelFile file;
    private final BeliefSettings settings;
    private final BeliefTables tables;
    private final Optional<PeriodNovelty> novelty;
    private final Inference inference;

    BeliefModel(ModelFile file, BeliefSettings settings, BeliefTables tables, Optional<PeriodNovelty> novelty) {
        this.file = file;
        this.settings = settings;
        this.tables = tables;
        this.novelty = novelty;
        this.inference = new Inference(tables);
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds no model of this method
    public static BeliefModel open(ModelFile file) throws ModelFormatException {
        return BeliefModelFile.open(file);
    }

    /// The file that holds it.
    public ModelFile file() {
        return file;
    }

    /// What findings name.
    public ModelIdentity identity() {
        return file.identity();
    }

    /// How it was made.
    public BeliefSettings settings() {
        return settings;
    }

    /// What it knows.
    public BeliefTables tables() {
        return tables;
    }

    /// What is normal of periods, whatever the classes are; empty for models that do not know it: of
    /// earlier versions, of periods that end otherwise than those of the bundled model, and of too
    /// little normal traffic.
    public Optional<PeriodNovelty> novelty() {
        return novelty;
    }

    /// Scores what was observed in a period.
    public Belief score(Observation observation) {
        return inference.infer(observation);
    }

    /// The same with every number that leads to it.
    public Reasoning reason(Observation observation) {
        return Reasoning.of(tables, observation, Set.of());
    }
}
