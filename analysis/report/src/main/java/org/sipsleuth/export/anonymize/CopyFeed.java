package org.sipsleuth.export.anonymize;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaPacket;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Gives a copy what was chosen, in the order of time: messages in the order they have in the
/// index, packets of media between them.
final class CopyFeed {

    private static final String STAGE = "Writing an anonymised copy";
    private static final String EVENT = "telephone-event";
    private static final int MESSAGES_A_STEP = 1 << 10;

    private final SipIndex index;
    private final ExportRequest request;
    private final AnonymizedCopy copy;
    private final RunMonitor monitor;
    private final BitSet messages;
    private final int total;
    private int next;
    private int done;

    CopyFeed(SipIndex index, ExportRequest request, AnonymizedCopy copy, RunMonitor monitor) {
        this.index = index;
        this.request = request;
        this.copy = copy;
        this.monitor = monitor;
        messages = request.messages();
        total = messages.cardinality();
        next = messages.nextSetBit(0);
    }

    /// Gives all of it.
    ///
    /// @return the streams of media; none where none were wanted
    /// @throws IOException if a capture can no longer be read
    List<MediaStream> run() throws IOException {
        List<MediaStream> streams = List.of();
        if (request.hasMedia()) {
            boolean once = request.options().countsOnce();
            streams = MediaStreams.of(index, request.dialogs(), once, this::media, monitor).streams();
        }
        messagesUntil(Long.MAX_VALUE);
        return streams;
    }

    private void media(MediaPacket packet) {
        messagesUntil(packet.capturedAtNanos());
        copy.media(packet.capturedAtNanos(), packet.source(), packet.destination(), packet.bytes(), contentOf(packet));
    }

    private static CopiedMedia contentOf(MediaPacket packet) {
        if (packet.kind() == MediaKind.RTCP) {
            return CopiedMedia.CONTROL;
        }
        return packet.encoding().equalsIgnoreCase(EVENT) ? CopiedMedia.EVENTS : CopiedMedia.SOUND;
    }

    private void messagesUntil(long nanos) {
        MessageTable table = index.messages();
        while (next >= 0 && table.capturedAtNanos(next) <= nanos) {
            if (done++ % MESSAGES_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, done, total));
            }
            copy.message(table.capturedAtNanos(next), table.endpoint(table.source(next)),
                    table.endpoint(table.destination(next)), table.transport(next), index.bytes(next));
            next = messages.nextSetBit(next + 1);
        }
    }
}
