package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.sequence.known.Nearest;
import org.sipsleuth.sequence.known.Neighbour;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.TransactionWord;

/// Finds the known transaction with the same request that is most like an unknown one. Immutable.
final class NearestWord {

    /// More types that differ are not near, unless the transaction is long.
    private static final int NEAR = 2;

    /// So many types of a long transaction may differ.
    private static final int TYPES_PER_DIFFERENCE = 4;

    private final NoveltyModel model;
    private final Map<String, List<TransactionWord>> words = new HashMap<>();
    private final Map<String, Nearest> nearest = new HashMap<>();

    NearestWord(NoveltyModel model) {
        this.model = model;
        for (TransactionWord word : model.words().keySet()) {
            if (!word.isCut()) {
                words.computeIfAbsent(word.request(), _ -> new ArrayList<>()).add(word);
            }
        }
        words.forEach((request, its) -> nearest.put(request, nearest(its)));
    }

    private Nearest nearest(List<TransactionWord> its) {
        return Nearest.of(its.stream().map(TransactionWord::types).toList(),
                its.stream().mapToLong(model.words()::get).toArray());
    }

    /// The nearest; empty where none is near: more than 2 types, and more than a quarter of them,
    /// differ.
    Optional<TransactionWord> of(TransactionWord unknown) {
        Nearest known = nearest.get(unknown.request());
        List<TransactionWord> same = words.get(unknown.request());
        if (known == null || same == null) {
            return Optional.empty();
        }
        Neighbour first = known.of(unknown.types(), 1).getFirst();
        int length = unknown.types().size() + 1;
        boolean isNear = first.distance() <= NEAR || first.distance() * TYPES_PER_DIFFERENCE <= length;
        return isNear ? Optional.of(same.get(first.dialogClass())) : Optional.empty();
    }
}
