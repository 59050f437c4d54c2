package org.sipsleuth.samples.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A message with one stretch that was changed on purpose.
///
/// @param text the message as it is sent, a character per byte
/// @param changed the stretch of it that is not as it was; empty where something was taken out
/// @param what what was done, in words
record Mutation(String text, Span changed, String what) {

    byte[] bytes() {
        return text.getBytes(ISO_8859_1);
    }

    /// The line that tells of it: SHA-256 of the message, from, to, what, separated by tabs.
    String line() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes());
            return String.join("\t", HexFormat.of().formatHex(hash), Integer.toString(changed.from()),
                    Integer.toString(changed.to()), what);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
