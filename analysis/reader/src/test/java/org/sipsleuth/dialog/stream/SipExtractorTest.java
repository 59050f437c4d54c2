package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.stream.tcp.Withheld;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageBatch;
import org.sipsleuth.dialog.part.MessageQueue;

class SipExtractorTest {

    /// 100,000 of them are together less than a gigabyte.
    private static final int MOST_BYTES = 10_000;

    private static final MessageQueue NOWHERE = new MessageQueue() {
        @Override
        public MessageBatch room() {
            throw new AssertionError();
        }

        @Override
        public void add(ExtractedMessage message, MessageBatch batch) {
            throw new AssertionError();
        }
    };

    @Test
    void aCaptureThatWaitsForItsTurnTakesLittleMemory() {
        assertTrue(extractorBytes() > 0); // loads the classes
        long bytes = extractorBytes();
        assertTrue(bytes < MOST_BYTES, () -> "an extractor of no streams takes " + bytes + " bytes");
    }

    private static long extractorBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        KeyLog keys = new KeyLog();
        long before = threads.getCurrentThreadAllocatedBytes();
        SipExtractor extractor = new SipExtractor(0, FileBytes.of(MemorySegment.NULL), keys, NOWHERE, new Withheld());
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        extractor.finish();
        return bytes;
    }
}
