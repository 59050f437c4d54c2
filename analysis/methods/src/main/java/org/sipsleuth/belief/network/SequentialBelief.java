package org.sipsleuth.belief.network;

import java.util.ArrayList;
import java.util.List;

/// Beliefs of periods that follow each other, where what was believed is the next prior. Not in the
/// paper, which begins anew in each period.
///
/// @param forgetting the share of a belief that is discarded before the next period, in [0, 1]: 1
///     begins anew, as the paper does; 0 never forgets, and a class that was excluded once stays so
public record SequentialBelief(double forgetting) {

    /// @throws IllegalArgumentException if it is not in [0, 1]
    public SequentialBelief {
        if (!(forgetting >= 0 && forgetting <= 1)) {
            throw new IllegalArgumentException(forgetting + " is not from 0 to 1");
        }
    }

    /// Begins anew in each period, as the paper does.
    public static final SequentialBelief ANEW = new SequentialBelief(1);

    /// Whether each period begins anew.
    public boolean isAnew() {
        return forgetting == 1;
    }

    /// What is believed after each of some periods.
    ///
    /// @param observations those of the periods, in the order of their time
    public List<Belief> follow(Inference inference, List<Observation> observations) {
        ClassVector first = inference.tables().prior();
        ClassVector prior = first;
        List<Belief> beliefs = new ArrayList<>();
        for (Observation observation : observations) {
            Belief belief = inference.infer(observation, prior);
            beliefs.add(belief);
            prior = prior(first, belief);
        }
        return beliefs;
    }

    /// What is believed before the next period.
    ///
    /// @param first the prior of the first period
    /// @param last what was believed after the period before it
    public ClassVector prior(ClassVector first, Belief last) {
        return ClassVector.of(each -> (1 - forgetting) * last.classes().get(each) + forgetting * first.get(each));
    }
}
