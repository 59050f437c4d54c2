package org.sipsleuth.filter.complete;

import java.util.List;
import org.sipsleuth.filter.syntax.Place;

/// Proposals at a caret, the likeliest first.
///
/// @param place the characters that a chosen one takes the place of
/// @param list at most [#MOST]
public record Proposals(Place place, List<Proposal> list) {

    /// More are not looked through by anybody.
    public static final int MOST = 200;

    public Proposals {
        list = List.copyOf(list);
    }

    /// A text with a caret.
    public record Edited(String text, int caret) {}

    /// The text with a proposal in its place, set apart by blanks, and the caret behind it.
    public Edited choose(String text, Proposal chosen) {
        String before = text.substring(0, place.from());
        String after = text.substring(place.to());
        boolean apart = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1))
                || "({!,".indexOf(before.charAt(before.length() - 1)) >= 0;
        String behind = after.startsWith(" ") ? "" : chosen.behind();
        String put = (apart ? "" : " ") + chosen.text() + behind;
        int caret = before.length() + put.length();
        boolean passes = after.startsWith(" ") && !chosen.behind().isEmpty();
        return new Edited(before + put + after, passes ? caret + 1 : caret);
    }
}
