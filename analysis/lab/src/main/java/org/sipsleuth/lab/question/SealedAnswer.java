package org.sipsleuth.lab.question;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// An answer that can be checked but not read: salted, and stretched so that each guess takes time.
/// It protects only what has many possible values.
///
/// @param salt hexadecimal
/// @param iterations of PBKDF2 with HMAC-SHA256
/// @param digest hexadecimal, 32 bytes
public record SealedAnswer(String salt, int iterations, String digest) {

    /// What is written; a guess takes about a tenth of a second.
    public static final int ITERATIONS = 600_000;

    public static final int LEAST_ITERATIONS = 100_000;

    /// More would let a file stop the program for seconds with each answer.
    public static final int MOST_ITERATIONS = 5_000_000;

    /// Fewer possible values are found by trying them all.
    public static final long LEAST_POSSIBLE = 1_000_000_000L;

    public static final int SALT_BYTES = 16;
    public static final int DIGEST_BYTES = 32;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /// Seals an answer.
    ///
    /// @param salt [#SALT_BYTES] bytes that no other answer has
    public static SealedAnswer of(String answer, byte[] salt) {
        byte[] digest = stretch(answer, salt, ITERATIONS);
        return new SealedAnswer(HexFormat.of().formatHex(salt), ITERATIONS, HexFormat.of().formatHex(digest));
    }

    /// Whether this is the answer.
    public boolean opens(String answer) {
        byte[] given = stretch(answer, HexFormat.of().parseHex(salt), iterations);
        return MessageDigest.isEqual(given, HexFormat.of().parseHex(digest));
    }

    private static byte[] stretch(String answer, byte[] salt, int iterations) {
        String plain = AnswerText.normal(answer);
        if (plain.isEmpty()) {
            return new byte[DIGEST_BYTES];
        }
        try {
            PBEKeySpec key = new PBEKeySpec(plain.toCharArray(), salt, iterations, DIGEST_BYTES * Byte.SIZE);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
