package org.sipsleuth.social.detection;

import java.util.Locale;
import org.sipsleuth.finding.Sentence;

/// The users with whom others are compared.
///
/// @param kind where they are from
/// @param users how many they are
public record Reference(Kind kind, int users) {

    /// Where usual users are from.
    public enum Kind {
        /// Those that the model was learned from.
        BASELINE,
        /// All of the same capture who are not flagged.
        CAPTURE,
        /// All of the same call records who are not flagged.
        TABLE;

        /// The word in exports.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// "the other 143 users of this capture".
    public Sentence text() {
        return SocialMethod.TEXTS.sentence("reference." + kind.word(), Sentence.count(users));
    }
}
