package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.user;

import java.util.Collection;
import java.util.List;
import org.sipsleuth.sentence.Sentence;

/// Lists of names from the capture as a sentence shows them: a few of them, each of bounded length.
final class Names {

    private static final int MOST = 3;
    private static final int LONGEST = 40;

    private Names() {}

    /// `1001`, `1001 and 1002`, `1001, 1002, 1003 and 9 more`.
    static Sentence listed(Collection<String> names) {
        List<Sentence> shown = names.stream().limit(MOST).map(Names::cut).toList();
        if (names.size() > MOST) {
            return Observed.few(names.stream().map(Names::cut).toList());
        }
        if (shown.size() < 2) {
            return joined(none(), shown);
        }
        int last = shown.size() - 1;
        return Observed.TEXTS.sentence("names.and", joined(COMMA, shown.subList(0, last)), shown.get(last));
    }

    /// A name, its end replaced by … where it is longer than a sentence bears.
    static Sentence cut(String name) {
        return user(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
    }
}
