package org.sipsleuth.sequence;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.novelty.GoodTuring;
import org.sipsleuth.sequence.novelty.NoveltyModel;

/// Knows the dialogs it was trained with: says of any sequence which of them it is or becomes, and
/// whether it is any of them. Immutable; any thread.
public final class SequenceModel {

    /// The kind of its files, and the name of its method.
    public static final String KIND = "sequence";

    private final ModelFile file;
    private final SequenceSettings settings;
    private final KnownDialogs known;
    private final Network network;
    private final MomentScale scale;
    private final Thresholds thresholds;
    private final Optional<NoveltyModel> novelty;

    SequenceModel(ModelFile file, SequenceSettings settings, KnownDialogs known, Network network, MomentScale scale,
            Thresholds thresholds, Optional<NoveltyModel> novelty) {
        this.file = file;
        this.settings = settings;
        this.known = known;
        this.network = network;
        this.scale = scale;
        this.thresholds = thresholds;
        this.novelty = novelty;
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds no model of this method
    public static SequenceModel open(ModelFile file) throws ModelFormatException {
        return SequenceModelFile.open(file);
    }

    /// The file that holds it.
    public ModelFile file() {
        return file;
    }

    /// How its training went.
    public TrainingCurve curve() throws ModelFormatException {
        return TrainingCurve.read(file.modelFacts().details().object("training"));
    }

    /// What findings name.
    public ModelIdentity identity() {
        return file.identity();
    }

    /// How it was made.
    public SequenceSettings settings() {
        return settings;
    }

    /// The dialogs it was trained with.
    public KnownDialogs known() {
        return known;
    }

    /// The network.
    public Network network() {
        return network;
    }

    /// The scale of skewness and kurtosis.
    public MomentScale scale() {
        return scale;
    }

    /// What the outputs are compared with.
    public Thresholds thresholds() {
        return thresholds;
    }

    /// What it knows of transactions per hop; empty for a model of whole dialogs only, as the paper
    /// has it.
    public Optional<NoveltyModel> novelty() {
        return novelty;
    }

    /// The share of further dialogs of the network that it would not know, 0 to 1: by steps per hop
    /// where it knows them, else by whole sequences. A large one says that training was too small.
    public double expectedUnknown() {
        return novelty.map(hops -> hops.dialogs().expected()).orElseGet(known::expectedUnknown);
    }

    /// The share that the true one does not exceed, with a confidence of 95 %, 0 to 1.
    public double mostUnknown() {
        return novelty.map(NoveltyModel::dialogs)
                .orElseGet(() -> new GoodTuring(known.dialogs(), known.onceObserved()))
                .most();
    }

    /// Whether training was large enough that an unknown dialog says something.
    public boolean isGrounded() {
        return novelty.map(NoveltyModel::isGrounded).orElseGet(known::isGrounded);
    }

    /// How many dialogs training had, with those of the model that it began with.
    public long trainedDialogs() {
        return novelty.map(NoveltyModel::trainedDialogs).orElseGet(known::dialogs);
    }

    /// The same model with other knowledge of transactions per hop; network and known dialogs stay.
    ///
    /// @param facts what it was trained on, with what the other knowledge comes from
    public SequenceModel withNovelty(NoveltyModel other, TrainingFacts facts) {
        try {
            return SequenceModelFile.open(SequenceModelFile.with(file, other, facts));
        } catch (ModelFormatException unreadable) {
            throw new IllegalStateException("A model that cannot be read again", unreadable);
        }
    }

    /// Scores a whole dialog.
    ///
    /// @param types its message types in order
    public SequenceScore score(List<String> types) {
        return score(types, predict());
    }

    /// Scores a sequence of [DialogSequences], which are folded where this model wants it.
    public SequenceScore scoreFolded(List<String> types) {
        return score(types, new SequencePrediction(network, known, scale, false));
    }

    /// The network's output for such a sequence, one probability for each known dialog: what its
    /// score is calculated from.
    public double[] outputsFolded(List<String> types) {
        SequencePrediction prediction = new SequencePrediction(network, known, scale, false);
        types.forEach(prediction::next);
        return prediction.outputs();
    }

    private static SequenceScore score(List<String> types, SequencePrediction prediction) {
        types.forEach(prediction::next);
        return prediction.score();
    }

    /// Begins to follow a dialog message by message.
    public SequencePrediction predict() {
        return new SequencePrediction(network, known, scale, !settings.messages().repeats());
    }

    /// What it says after each message of a dialog.
    ///
    /// @param types the dialog's message types in order
    /// @param most how many leading dialogs and next messages each step has, at most
    public List<PredictionStep> steps(List<String> types, int most) {
        SequencePrediction prediction = predict();
        return types.stream().map(type -> {
            prediction.next(type);
            return prediction.step(most);
        }).toList();
    }
}
