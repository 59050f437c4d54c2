package org.sipsleuth.view.sequence.state;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;

/// The thresholds λS and λK as the user draws them; at first those of the model.
public final class Lines {

    private final DoubleProperty skewness = new SimpleDoubleProperty();
    private final DoubleProperty kurtosis = new SimpleDoubleProperty();
    private final DoubleProperty modelSkewness = new SimpleDoubleProperty();
    private final DoubleProperty modelKurtosis = new SimpleDoubleProperty();
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.LOG);
    private final ObjectProperty<Axes> axes = new SimpleObjectProperty<>(Axes.DISTANCE);
    private List<Double> maxima = List.of();
    private final BooleanBinding moved = Bindings.createBooleanBinding(
            () -> skewness.get() != modelSkewness.get() || kurtosis.get() != modelKurtosis.get(), skewness, kurtosis,
            modelSkewness, modelKurtosis);
    private @Nullable Thresholds model;

    /// λS on the model's scale.
    public DoubleProperty skewnessProperty() {
        return skewness;
    }

    /// λK on the model's scale.
    public DoubleProperty kurtosisProperty() {
        return kurtosis;
    }

    /// How values are laid along the axes.
    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    /// What the scatter shows.
    public ObjectProperty<Axes> axesProperty() {
        return axes;
    }

    /// The place of the model's λMax on an axis: lowest, median and highest of all known sequences,
    /// each of which has its own; empty without a model.
    public List<Double> maxima() {
        return maxima.stream().map(scale.get()::place).toList();
    }

    /// What stands for a sequence: its verdict, in the laboratory what the network says.
    public Sign sign(SequenceRow row) {
        return axes.get().isLaboratory() ? Sign.of(network(row)) : Sign.of(row.mark());
    }

    /// What stands for a row of the list: a group per hop is unknown.
    public Sign sign(Listed row) {
        return switch (row) {
            case SequenceRow sequence -> sign(sequence);
            case NoveltyRow _ -> Sign.UNKNOWN;
        };
    }

    /// What the network says about a sequence: by the measure that the axes show.
    public NetworkMark network(SequenceRow row) {
        return axes.get() == Axes.MAXIMUM ? byMaximum(row.score()) : byMoments(row.score());
    }

    /// Whether they are no longer where the model has them.
    public BooleanBinding movedBinding() {
        return moved;
    }

    /// Takes the thresholds of a model, unless they are of the model that is in use.
    ///
    /// @param known how many known sequences it has
    public void use(Thresholds thresholds, int known) {
        double[] all = IntStream.range(0, known).mapToDouble(thresholds::maximum).sorted().toArray();
        maxima = known == 0 ? List.of() : List.of(all[0], all[known / 2], all[known - 1]);
        use(thresholds);
    }

    /// Takes the thresholds of a model, unless they are of the model that is in use.
    public void use(Thresholds thresholds) {
        if (model == null || !thresholds.equals(model)) {
            model = thresholds;
            modelSkewness.set(thresholds.skewness());
            modelKurtosis.set(thresholds.kurtosis());
            reset();
        }
    }

    /// Puts them where the model has them.
    public void reset() {
        skewness.set(modelSkewness.get());
        kurtosis.set(modelKurtosis.get());
    }

    /// What they say of a score.
    public NetworkMark byMoments(SequenceScore score) {
        Thresholds thresholds = model;
        return thresholds == null ? NetworkMark.OUTSIDE
                : thresholds.with(skewness.get(), kurtosis.get()).byMoments(score);
    }

    /// What the maximum output says, which has a threshold of its own for each known dialog.
    public NetworkMark byMaximum(SequenceScore score) {
        Thresholds thresholds = model;
        return thresholds == null ? NetworkMark.OUTSIDE : thresholds.byMaximum(score);
    }
}
