package org.sipsleuth.simulate.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// MD5 of texts, in hexadecimal. Recent results are cached: the verifier of an answer hashes the
/// same text that its sender has just hashed. Not thread-safe.
final class Md5 {

    private static final int REMEMBERED = 1 << 12;

    private final MessageDigest digest;
    private final @Nullable String[] texts = new String[REMEMBERED];
    private final String[] hashes = new String[REMEMBERED];

    Md5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    String of(String text) {
        int place = text.hashCode() & (REMEMBERED - 1);
        if (!text.equals(texts[place])) {
            byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            hashes[place] = HexFormat.of().formatHex(hash);
            texts[place] = text;
        }
        return hashes[place];
    }
}
