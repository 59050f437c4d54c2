package org.sipsleuth.capture.websocket;

/// Counts the sides of connections that keep what they unpacked, to bound their memory.
public final class UnpackingWindows {

    /// How many may keep their window (32 KiB and more) at a time.
    private static final int MOST_WINDOWS = 1_024;

    private int taken;

    /// Whether there is one more.
    boolean take() {
        if (taken >= MOST_WINDOWS) {
            return false;
        }
        taken++;
        return true;
    }

    void giveBack() {
        taken--;
    }
}
