package org.sipsleuth.search;

import java.util.BitSet;
import org.sipsleuth.dialog.SipIndex;

/// The messages of an index that match a search term. Immutable.
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

    /// The searched index.
    public SipIndex index() {
        return index;
    }

    /// The search term.
    public SearchTerm term() {
        return term;
    }

    /// The number of matching messages.
    public int size() {
        return messages.cardinality();
    }

    /// The number of dialogs with matching messages.
    public int dialogs() {
        return dialogs;
    }

    /// Whether this message matches.
    public boolean has(int message) {
        return messages.get(message);
    }

    /// The number of matching messages before this one.
    public int before(int message) {
        return messages.get(0, message).cardinality();
    }

    /// The first matching message from this number on; -1 if none is left.
    public int next(int message) {
        return messages.nextSetBit(message);
    }

    /// The last matching message up to this number; -1 if none is left.
    public int previous(int message) {
        return messages.previousSetBit(message);
    }
}
