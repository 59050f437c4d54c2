package org.sipsleuth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Prints how much heap the index of a capture takes for each of its messages: what is used after
/// two collections, less what was used before.
public final class HeapPerMessage {

    private HeapPerMessage() {}

    /// A capture.
    public static void main(String[] args) throws IOException {
        long before = usedBytes();
        long began = System.nanoTime();
        SipIndex index = CaptureIndexer.read(List.of(Path.of(args[0])), RunMonitor.NONE);
        double seconds = (System.nanoTime() - began) / 1e9;
        long used = usedBytes() - before;
        int messages = index.messages().size(); // keeps the index until here
        System.out.printf(
                Locale.ROOT,
                "%,d messages, %,d dialogs: read in %.2f s, %.1f bytes of heap a message%n",
                messages,
                index.dialogs().size(),
                seconds,
                (double) used / messages);
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
