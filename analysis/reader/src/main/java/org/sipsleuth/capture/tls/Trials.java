package org.sipsleuth.capture.tls;

/// Bounds how often records are tried with guessed numbers, over all connections of a capture.
final class Trials {

    /// A try takes some microseconds, so all of them some seconds.
    private static final int MOST = 1_000_000;

    private int left = MOST;

    /// Whether there may be one more.
    boolean take() {
        return left > 0 && left-- > 0;
    }
}
