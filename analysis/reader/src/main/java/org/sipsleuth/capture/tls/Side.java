package org.sipsleuth.capture.tls;

/// Which side of a connection sends.
enum Side {
    /// Not known: no hello of it was seen.
    UNKNOWN,
    CLIENT,
    SERVER;

    /// The other side.
    Side other() {
        return switch (this) {
            case UNKNOWN -> UNKNOWN;
            case CLIENT -> SERVER;
            case SERVER -> CLIENT;
        };
    }
}
