package org.sipsleuth.filter.compile;

import java.util.List;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.regex.Searcher;

/// What the tests of a plan need of the thread that runs them: the message, the answers that are
/// known already, the automata of patterns.
final class Context {

    private final Row row;
    private final byte[][] answers;
    private final Searcher[] searchers;

    /// @param answers for each slot the answers by key, shared by all threads: a thread that
    /// overwrites one writes the same
    Context(Row row, byte[][] answers, List<BytePattern> patterns) {
        this.row = row;
        this.answers = answers;
        this.searchers = patterns.stream().map(BytePattern::searcher).toArray(Searcher[]::new);
    }

    Row row() {
        return row;
    }

    byte[] answers(int slot) {
        return answers[slot];
    }

    Searcher searcher(int slot) {
        return searchers[slot];
    }
}
