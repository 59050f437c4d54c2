package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Mutation;
import org.sipsleuth.simulate.mutation.GrammarMutator;
import org.sipsleuth.simulate.mutation.Rule;
import org.sipsleuth.truth.MutatedBytes;

/// Normal messages broken by one rule at one place.
final class BrokenMessages {

    private BrokenMessages() {}

    /// Breaks some messages. Those that have no place for the rule are passed over.
    ///
    /// @param most how many are broken
    static List<LabelledMessage> of(List<LabelledMessage> normal, Rule rule, int most, long seed) {
        SeededRandom draws = new SeededRandom(seed).of(rule.key());
        List<LabelledMessage> broken = new ArrayList<>();
        for (LabelledMessage message : normal) {
            List<Mutation> changes = new ArrayList<>();
            byte[] bytes = new GrammarMutator(rule, 1, draws).mutate(message.bytes(), changes);
            boolean isOfRule = changes.getFirst().rule().equals(rule.key());
            if (isOfRule && broken.size() < most) {
                List<MutatedBytes> changed =
                        changes.stream().map(c -> new MutatedBytes(c.from(), c.to(), c.what(), c.rule())).toList();
                broken.add(message.broken(bytes, changed));
            }
        }
        return broken;
    }
}
