package org.sipsleuth.export.anonymize;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.anonymize.message.TestKeys;
import org.sipsleuth.run.RunMonitor;

/// Makes copies of captures.
final class Copies {

    private Copies() {}

    static SipIndex read(Path capture) throws IOException {
        return CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
    }

    /// Copies all messages.
    static AnonymizedFacts copy(SipIndex index, int key, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                PcapOutput output = new PcapOutput(channel, Link.ETHERNET.number())) {
            AnonymizedCopy copy = new AnonymizedCopy(TestKeys.key(key), Set.of(),
                    (at, bytes, from, length, _) -> output.append(at, bytes, from, length, length));
            MessageTable messages = index.messages();
            for (int i = 0; i < messages.size(); i++) {
                Endpoint from = messages.endpoint(messages.source(i));
                Endpoint to = messages.endpoint(messages.destination(i));
                copy.message(messages.capturedAtNanos(i), from, to, messages.transport(i), index.bytes(i));
            }
            output.finish();
            return copy.facts();
        }
    }
}
