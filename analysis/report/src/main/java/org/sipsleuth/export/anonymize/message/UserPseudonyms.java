package org.sipsleuth.export.anonymize.message;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// The pseudonyms of users and their numbers: the same that copies of captures have with the same
/// key. Not thread-safe.
public final class UserPseudonyms implements UnaryOperator<String> {

    private final Words words;

    public UserPseudonyms(AnonymizationKey key) {
        words = new Words(new Pseudonyms(key));
    }

    /// The pseudonym of a user: a number, a user part, or one with its host.
    @Override
    public String apply(String user) {
        byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
        String pseudonym = words.of(new String(bytes, StandardCharsets.ISO_8859_1));
        return new String(pseudonym.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
