package org.sipsleuth.sequence.corpus;

import java.util.ArrayList;
import java.util.List;

/// Folds what a dialog repeats: where a group of 2 to 8 messages that begins with a request has
/// come twice in a row and begins once more, its second time counts as this one. So a phone that
/// registers all day under one Call-ID has the sequence of one that registered twice, and refreshed
/// calls do not each have a sequence of their own. Decided message by message, so that the folded
/// sequence of a dialog's beginning is what its following was folded from. One thread.
public final class Folding {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;

    private final List<String> types = new ArrayList<>();

    /// Folds a whole sequence.
    public static List<String> of(List<String> sequence) {
        Folding folding = new Folding();
        sequence.forEach(folding::next);
        return folding.types();
    }

    /// Accepts the next message.
    ///
    /// @return how many messages at the end were dropped before it was added; 0 where nothing folds
    public int next(String type) {
        int dropped = isRequest(type) ? repeated(type) : 0;
        for (int i = 0; i < dropped; i++) {
            types.removeLast();
        }
        types.add(type);
        return dropped;
    }

    private static boolean isRequest(String type) {
        return !Character.isDigit(type.charAt(0));
    }

    /// The length of the shortest group that has just come twice and begins with this type.
    private int repeated(String type) {
        int size = types.size();
        for (int group = SHORTEST; group <= LONGEST && 2 * group <= size; group++) {
            List<String> last = types.subList(size - group, size);
            if (last.getFirst().equals(type) && last.equals(types.subList(size - 2 * group, size - group))) {
                return group;
            }
        }
        return 0;
    }

    /// The messages so far, folded.
    public List<String> types() {
        return List.copyOf(types);
    }
}
