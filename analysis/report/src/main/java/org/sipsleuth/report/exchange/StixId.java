package org.sipsleuth.report.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Identifiers of STIX objects: UUIDs of version 5, the same in every run.
final class StixId {

    /// STIX 2.1 §2.9: for cyber-observable objects, so that all programs name an address alike.
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// For all other objects, which must not use that of the observables.
    private static final UUID OBJECTS = UUID.fromString("6f0b9f0e-3c0d-5c55-9a43-51e0c3b6a1d7");

    private static final int VERSION_PLACE = 6;
    private static final int VARIANT_PLACE = 8;

    private StixId() {}

    /// That of a cyber-observable object.
    ///
    /// @param properties those that contribute, as canonical JSON (RFC 8785)
    static String ofObservable(String type, String properties) {
        return type + "--" + uuid(OBSERVABLES, properties);
    }

    /// That of any other object.
    ///
    /// @param name what distinguishes it from others of its type
    static String of(String type, String name) {
        return type + "--" + uuid(OBJECTS, type + " " + name);
    }

    /// A UUID by name (RFC 9562 §5.5).
    static UUID uuid(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
            hash[VERSION_PLACE] = (byte) ((hash[VERSION_PLACE] & 0x0f) | 0x50);
            hash[VARIANT_PLACE] = (byte) ((hash[VARIANT_PLACE] & 0x3f) | 0x80);
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    /// A text as a string of canonical JSON (RFC 8785 §3.2.2.2).
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append("\\u%04x".formatted((int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
