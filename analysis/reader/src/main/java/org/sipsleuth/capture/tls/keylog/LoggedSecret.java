package org.sipsleuth.capture.tls.keylog;

import org.jspecify.annotations.Nullable;

/// The secrets of a key log that open records, by their labels in the file.
public enum LoggedSecret {
    /// The master secret of TLS 1.2 and before.
    CLIENT_RANDOM,
    CLIENT_EARLY_TRAFFIC_SECRET,
    CLIENT_HANDSHAKE_TRAFFIC_SECRET,
    SERVER_HANDSHAKE_TRAFFIC_SECRET,
    CLIENT_TRAFFIC_SECRET_0,
    SERVER_TRAFFIC_SECRET_0;

    private static final int MASTER_SECRET_BYTES = 48;
    private static final int SHA256_BYTES = 32;
    private static final int SHA384_BYTES = 48;

    /// The secret of this label, or null if it opens nothing.
    static @Nullable LoggedSecret of(String label) {
        for (LoggedSecret secret : values()) {
            if (secret.name().equals(label)) {
                return secret;
            }
        }
        return null;
    }

    /// Whether it can be this long.
    boolean mayHave(int bytes) {
        return this == CLIENT_RANDOM
                ? bytes == MASTER_SECRET_BYTES
                : bytes == SHA256_BYTES || bytes == SHA384_BYTES;
    }
}
