package org.sipsleuth.alignment;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.alignment.words.Counted;
import org.sipsleuth.alignment.words.MessageNames;

/// The difference between a known sequence and another one in plain words: `with a second re-INVITE
/// after 200`, `without ACK`, `with 486 instead of 200 as message 5`.
///
/// Messages are counted from 1 in the other sequence, the dialog at hand. An INVITE within an
/// established call is called a re-INVITE. Texts have a bounded length, and control characters of
/// hostile methods are escaped.
public final class DifferenceText {

    /// The maximum number of differences that are listed.
    private static final int MOST_PHRASES = 4;

    private DifferenceText() {}

    /// The difference alone: `without ACK and with 486 instead of 200 as message 5`; `without
    /// difference` if there is none.
    public static String of(Alignment alignment) {
        return of(alignment, Locale.ENGLISH);
    }

    /// The same in a language.
    public static String of(Alignment alignment, Locale language) {
        Counted words = Counted.in(language);
        List<String> phrases = new EditText(alignment, words).phrases();
        boolean isCut = alignment.knownLeftOut() + alignment.otherLeftOut() > 0;
        String most = words.digits(Alignment.MOST_MESSAGES);
        if (phrases.isEmpty()) {
            return isCut ? words.text("equal.first", most) : words.text("equal");
        }
        String all = joined(phrases, words);
        return isCut ? words.text("compared", all, most) : all;
    }

    /// The difference from a known dialog that the caller names: `known dialog 12 without ACK`.
    public static String of(String known, Alignment alignment) {
        return known + " " + of(alignment);
    }

    /// A message type as text for people: on one line, cut if long, what is not printable escaped.
    public static String shown(String type) {
        return MessageNames.shown(type);
    }

    private static String joined(List<String> phrases, Counted words) {
        int size = phrases.size();
        if (size == 1) {
            return phrases.getFirst();
        }
        boolean all = size <= MOST_PHRASES;
        List<String> listed = phrases.subList(0, all ? size - 1 : MOST_PHRASES - 1);
        String rest = all ? phrases.getLast() : words.text("more", words.digits(size - listed.size()));
        return words.text("and", String.join(", ", listed), rest);
    }
}
