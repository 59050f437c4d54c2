package org.sipsleuth.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads small captures in place.
final class Reader {

    private Reader() {}

    /// The index of a file's bytes.
    static SipIndex index(byte[] bytes) {
        try {
            Path file = Files.createTempFile("sipsleuth-hostile-", ".capture");
            try {
                Files.write(file, bytes);
                return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The index of frames.
    static SipIndex index(int linkType, List<byte[]> frames) {
        PcapWriter writer = new PcapWriter(linkType);
        for (int i = 0; i < frames.size(); i++) {
            writer.frame(1_700_000_000, i, frames.get(i));
        }
        return index(writer.bytes());
    }

    /// Why frames gave no message: how many by reason.
    static Map<String, Long> unread(SipIndex index) {
        Map<String, Long> reasons = new HashMap<>();
        index.files().getFirst().unread().forEach(unread -> reasons.put(unread.reason(), unread.frames()));
        return reasons;
    }

    /// What a file ends with, if it could not be read on.
    static String damage(byte[] bytes) {
        CaptureSummary summary = index(bytes).files().getFirst();
        return summary.damage().map(damage -> damage.what()).orElse("");
    }
}
