package org.sipsleuth.export.anonymize.message;

import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Keys that are always the same.
public final class TestKeys {

    private TestKeys() {}

    public static AnonymizationKey key(int number) {
        byte[] secret = new byte[32];
        secret[31] = (byte) number;
        return AnonymizationKey.of(secret);
    }

    public static Pseudonyms pseudonyms(int number) {
        return new Pseudonyms(key(number));
    }
}
