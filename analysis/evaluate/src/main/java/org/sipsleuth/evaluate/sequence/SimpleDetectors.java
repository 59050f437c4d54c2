package org.sipsleuth.evaluate.sequence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.known.Nearest;

/// What finds unknown dialogs without a network: the alternatives that a network has to beat.
final class SimpleDetectors {

    /// A dialog that differs so little from a known one is known as well.
    private static final int NEAR = 1;

    static final String WHOLE = "hash set of whole dialogs";

    private static final String BOUNDARY = "";

    private SimpleDetectors() {}

    /// Each by its name: what it calls unknown after it has seen the training part.
    static Map<String, Predicate<List<String>>> of(SequenceCorpus corpus) {
        List<List<String>> trained = corpus.entries()
                .stream()
                .filter(SequenceCorpus.Entry::isTrained)
                .map(SequenceCorpus.Entry::types)
                .toList();
        Map<String, Predicate<List<String>>> all = of(trained);
        all.put("Markov model", new DialogMarkov(corpus)::isUnknown);
        return all;
    }

    /// Those that need no validation part, each by its name.
    ///
    /// @param trained the distinct sequences that were seen
    static Map<String, Predicate<List<String>>> of(List<List<String>> trained) {
        Map<String, Predicate<List<String>>> all = new LinkedHashMap<>();
        all.put(WHOLE, unseen(trained, types -> types));
        all.put("set of bigrams", unseenPart(trained));
        all.put("set of message counts", unseen(trained, SimpleDetectors::counts));
        Nearest nearest = Nearest.of(trained);
        all.put("edit distance of 2 or more", types -> nearest.of(types, 1).getFirst().distance() > NEAR);
        all.put("always known", _ -> false);
        return all;
    }

    private static <T> Predicate<List<String>> unseen(List<List<String>> trained, Function<List<String>, T> view) {
        Set<T> seen = new HashSet<>();
        trained.forEach(types -> seen.add(view.apply(types)));
        return types -> !seen.contains(view.apply(types));
    }

    private static Map<String, Integer> counts(List<String> types) {
        Map<String, Integer> counts = new HashMap<>();
        types.forEach(type -> counts.merge(type, 1, Integer::sum));
        return counts;
    }

    private static Predicate<List<String>> unseenPart(List<List<String>> trained) {
        Set<List<String>> seen = new HashSet<>();
        trained.forEach(types -> seen.addAll(bigrams(types)));
        return types -> !seen.containsAll(bigrams(types));
    }

    /// Each pair of neighbours, the beginning and the end with it.
    private static Set<List<String>> bigrams(List<String> types) {
        Set<List<String>> bigrams = new HashSet<>();
        String before = BOUNDARY;
        for (String type : types) {
            bigrams.add(List.of(before, type));
            before = type;
        }
        bigrams.add(List.of(before, BOUNDARY));
        return bigrams;
    }

    /// How often one of them is right about the dialogs of all parts.
    static Confusion confusion(SequenceCorpus corpus, Predicate<List<String>> isUnknown) {
        long[] counts = new long[4];
        for (SequenceCorpus.Entry entry : corpus.entries()) {
            int cell = (entry.isTrained() ? 0 : 2) + (isUnknown.test(entry.types()) ? 1 : 0);
            counts[cell] += entry.dialogs();
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }
}
