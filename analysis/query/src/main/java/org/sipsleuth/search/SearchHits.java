package org.sipsleuth.search;

import java.util.BitSet;
import org.sipsleuth.dialog.SipIndex;

/// The messages of an index that have what was searched for. Immutable.
public final class SearchHits {

    private final SipIndex index;
    private final SearchTerm term;
    private final BitSet messages;
    private final int dialogs;

    SearchHits(SipIndex index, SearchTerm term, BitSet messages) {
        this.index = index;
        this.term = term;
        this.messages = messages;
        BitSet seen = new BitSet();
        messages.stream().map(index.messages()::dialog).forEach(seen::set);
        dialogs = seen.cardinality();
    }

    /// Where was searched.
    public SipIndex index() {
        return index;
    }

    /// What was searched for.
    public SearchTerm term() {
        return term;
    }

    /// How many messages have it.
    public int size() {
        return messages.cardinality();
    }

    /// How many dialogs these messages are of.
    public int dialogs() {
        return dialogs;
    }

    /// Whether this message has it.
    public boolean has(int message) {
        return messages.get(message);
    }

    /// How many of the messages come before this one.
    public int before(int message) {
        return messages.get(0, message).cardinality();
    }

    /// The first of the messages after this one, going on at the begin; -1 if there are none.
    ///
    /// @param message -1 for the first of all
    public int next(int message) {
        int after = messages.nextSetBit(message + 1);
        return after >= 0 ? after : messages.nextSetBit(0);
    }

    /// The last of the messages before this one, going on at the end; -1 if there are none.
    public int previous(int message) {
        int before = message <= 0 ? -1 : messages.previousSetBit(message - 1);
        return before >= 0 ? before : messages.length() - 1;
    }
}
