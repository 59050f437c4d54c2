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

    /// The first matching message after this one, with wrap-around; -1 if none match.
    ///
    /// @param message -1 for the very first
    public int next(int message) {
        int after = messages.nextSetBit(message + 1);
        return after >= 0 ? after : messages.nextSetBit(0);
    }

    /// The last matching message before this one, with wrap-around; -1 if none match.
    public int previous(int message) {
        int before = message <= 0 ? -1 : messages.previousSetBit(message - 1);
        return before >= 0 ? before : messages.length() - 1;
    }
}
