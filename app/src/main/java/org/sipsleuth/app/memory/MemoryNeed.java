package org.sipsleuth.app.memory;

import org.sipsleuth.run.Counted;

/// How much memory a command needs for captures: a linear estimate of the smallest `-Xmx` that
/// suffices. The constants lie above what `bench/memory` measured (docs/PERFORMANCE.md) rather than
/// in its middle, since an amount that does not suffice costs another run: arrays that grow by
/// copying make steps of up to a fifth.
///
/// @param mebibytes for an empty capture
/// @param bytesPerMessage for each SIP message
/// @param bytesPerDialog for each SIP dialog
public record MemoryNeed(double mebibytes, double bytesPerMessage, double bytesPerDialog) {

    private static final double MEBIBYTE = 1 << 20;

    /// Of a capture of which nothing is known but its size: bytes of a frame with a SIP message,
    /// and messages of a dialog, as they are on average in calls and registrations.
    private static final double BYTES_OF_A_MESSAGE = 600;

    private static final double MESSAGES_OF_A_DIALOG = 7;

    /// Of a command of the command line.
    ///
    /// @param command its name; a name that is no command stands for `analyze`
    public static MemoryNeed of(String command) {
        return switch (command) {
            case "info" -> new MemoryNeed(7.6, 0, 90);
            case "messages", "dialogs", "ladder", "compare", "export", "statistics" -> new MemoryNeed(8, 120, 200);
            case "lint" -> new MemoryNeed(11, 120, 200);
            case "calls" -> new MemoryNeed(6.5, 146, 300);
            case "beliefs" -> new MemoryNeed(7, 250, 340);
            case "replay" -> new MemoryNeed(20, 330, 480);
            default -> new MemoryNeed(19, 310, 560);
        };
    }

    /// Of the window, with its models and all that it looks for in the background. Measured until it
    /// was at rest, simulated calls: 105,001 messages in 17,206 dialogs do not fit into 150 MiB, but
    /// into 190; 420,004 in 64,034 not into 200, but into 320.
    public static MemoryNeed ofWindow() {
        return new MemoryNeed(130, 350, 560);
    }

    /// Which share of captures of one mixture fits into a heap, 0 if none; above 1 where more than
    /// they would.
    ///
    /// @param counted what they hold
    /// @param mebibytes the heap
    double share(Counted counted, double mebibytes) {
        double grows = mebibytes(counted) - this.mebibytes;
        return grows <= 0 ? 1 : Math.max(0, (mebibytes - this.mebibytes) / grows);
    }

    /// In MiB.
    public double mebibytes(Counted counted) {
        return mebibytes + (bytesPerMessage * counted.messages() + bytesPerDialog * counted.dialogs()) / MEBIBYTE;
    }

    /// What captures of this size probably hold.
    static Counted guess(long bytes) {
        double messages = bytes / BYTES_OF_A_MESSAGE;
        return new Counted((long) messages, (long) (messages / MESSAGES_OF_A_DIALOG));
    }
}
