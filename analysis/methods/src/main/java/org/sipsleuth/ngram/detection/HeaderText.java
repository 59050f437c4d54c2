package org.sipsleuth.ngram.detection;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SEMICOLON;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.field;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.ngram.header.OverlongField;
import org.sipsleuth.ngram.header.UnseenNames;
import org.sipsleuth.sentence.Sentence;

/// States what of a message's header fields is unlike normal messages.
final class HeaderText {

    private static final int MOST_NAMES = 4;
    private static final int MOST_NAME = 40;

    private HeaderText() {}

    /// The names that no normal message has together.
    static Sentence of(UnseenNames names) {
        Sentence type = term(cut(names.type()));
        if (!names.isTypeSeen()) {
            return text("header.type", type);
        }
        return text("header.names", type,
                joined(SEMICOLON,
                        Stream.of(part("header.more", names.more()), part("header.missing", names.missing()))
                                .filter(part -> !part.equals(none()))
                                .toList()));
    }

    private static Sentence part(String key, List<String> names) {
        return names.isEmpty() ? none()
                : text(key, joined(COMMA, names.stream().limit(MOST_NAMES).map(name -> field(cut(name))).toList()),
                        count(Math.max(0, names.size() - MOST_NAMES)));
    }

    /// A field longer than any normal one.
    static Sentence of(OverlongField over) {
        return text("header.overlong", field(cut(over.name())), count(over.bytes()), count(over.longest()));
    }

    private static String cut(String name) {
        return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME) + "…";
    }

    private static Sentence text(String key, Sentence... arguments) {
        return NgramMethod.TEXTS.sentence(key, arguments);
    }
}
