package org.sipsleuth.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.corpus.Folding;
import org.sipsleuth.sequence.known.Continuation;
import org.sipsleuth.sequence.known.PrefixTree;
import org.sipsleuth.sequence.known.TreeCursor;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.Output;
import org.sipsleuth.sequence.network.Reading;

/// Follows one dialog message by message. One thread.
public final class SequencePrediction {

    private final KnownDialogs known;
    private final MomentScale scale;
    private final int length;
    private final Reading reading;
    private final @Nullable Folding folding;
    private TreeCursor walk;
    private int observed;

    /// How many messages the folded sequence has.
    private int messageCount;

    /// @param folds whether repeats are folded; not for what was folded before
    SequencePrediction(Network network, KnownDialogs known, MomentScale scale, boolean folds) {
        this.known = known;
        this.scale = scale;
        this.length = network.length();
        this.reading = network.read();
        this.folding = folds ? new Folding() : null;
        this.walk = known.tree().walk();
    }

    /// Accepts the next message.
    ///
    /// @param type its type: a method or a status code
    public void next(String type) {
        observed++;
        if (folding != null && folding.next(type) > 0) {
            reading.restart();
            walk = known.tree().walk();
            messageCount = 0;
            folding.types().forEach(this::add);
        } else {
            add(type);
        }
    }

    private void add(String type) {
        messageCount++;
        reading.next(known.alphabet().symbol(type));
        walk.next(type);
    }

    /// How many messages were taken.
    public int observed() {
        return observed;
    }

    /// What the network says of the messages so far.
    public SequenceScore score() {
        Output output = reading.output();
        return new SequenceScore(output.best(), output.maximum(), scale.skewness(output.skewness()),
                scale.kurtosis(output.kurtosis()), walk.isKnown() ? known.tree().classAt(walk.node()) : -1,
                messageCount > length);
    }

    /// The network's output for the messages so far, one probability for each known dialog.
    double[] outputs() {
        return reading.output().exactly();
    }

    /// The possible continuations of the messages so far.
    ///
    /// @param most how many leading dialogs, and how many next messages, at most
    public PredictionStep step(int most) {
        SequenceScore score = score();
        Output output = reading.output();
        List<PredictionStep.Leading> leading = new ArrayList<>();
        for (int dialog : output.leading(most)) {
            leading.add(new PredictionStep.Leading(dialog, output.probability(dialog)));
        }
        return new PredictionStep(observed, leading, walk.isKnown() ? likelyNext(most) : List.of(),
                new PredictionStep.Reference(walk.leftAt(), walk.stepProbability()), score);
    }

    private List<PredictionStep.Next> likelyNext(int most) {
        PrefixTree tree = known.tree();
        List<PredictionStep.Next> next = new ArrayList<>();
        for (Continuation continuation : tree.continuations(walk.node())) {
            if (next.size() < most) {
                next.add(new PredictionStep.Next(continuation.type(), continuation.probability()));
            }
        }
        return next;
    }
}
