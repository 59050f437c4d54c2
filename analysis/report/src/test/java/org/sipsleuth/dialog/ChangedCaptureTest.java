package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.FileChange;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Captures that another program truncates or overwrites while they are read. The files have some
/// MB, so that reading what is gone is a fault in mapped memory.
final class ChangedCaptureTest {

    private static final int MESSAGES = 20_000;

    @TempDir private Path folder;
    private Path file;

    /// Does something when the run first reports progress within the file.
    private static final class Meanwhile implements RunMonitor {

        private interface Act {
            void run() throws IOException;
        }

        private final Act act;
        private boolean done;

        Meanwhile(Act act) {
            this.act = act;
        }

        @Override
        public void progress(Progress progress) {
            if (!done && progress.done() > 100_000) {
                done = true;
                try {
                    act.run();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private static String options(int number) {
        return "OPTIONS sip:b@h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + number
                + "\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: " + number
                + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    }

    @BeforeEach
    void write() {
        PcapWriter writer = new PcapWriter(1);
        for (int i = 0; i < MESSAGES; i++) {
            writer.frame(1000 + i, 0, Packets.sip("192.0.2.1", "192.0.2.2", options(i)));
        }
        file = writer.write(folder.resolve("in.pcap"));
    }

    private void truncate() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
    }

    private void overwrite() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1000]), 500);
        }
    }

    private SipIndex read(RunMonitor monitor) throws IOException {
        return CaptureIndexer.read(List.of(file), monitor);
    }

    private static FileChange change(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(CaptureChangedException.class, work).change();
    }

    @Test
    void aCaptureTruncatedWhileItIsIndexedIsReported() {
        assertEquals(FileChange.SHORTENED, change(() -> read(new Meanwhile(this::truncate))));
    }

    @Test
    void aCaptureOverwrittenWhileItIsIndexedIsReported() {
        assertEquals(FileChange.MODIFIED, change(() -> read(new Meanwhile(this::overwrite))));
    }

    @Test
    void aCaptureTruncatedWhileItIsSummarizedIsReported() {
        assertEquals(FileChange.SHORTENED,
                change(() -> CaptureIndexer.summarize(List.of(file), ReadOptions.NONE, new Meanwhile(this::truncate))));
    }

    @Test
    void aCaptureThatGrowsIsReadUpToTheSizeItHad() throws IOException {
        long size = Files.size(file);
        SipIndex index = read(new Meanwhile(() -> Files.write(file, new byte[9], StandardOpenOption.APPEND)));
        assertEquals(MESSAGES, index.messages().size());
        assertEquals(size, index.files().getFirst().bytes());
        assertEquals(9, index.opened().files().getFirst().addedBytes());
        index.opened().check();
    }

    @Test
    void noMessageIsReadOfATruncatedCapture() throws IOException {
        SipIndex index = read(RunMonitor.NONE);
        truncate();
        assertEquals(FileChange.SHORTENED, change(() -> index.opened().verified(() -> index.bytes(MESSAGES - 1))));
        assertThrows(CaptureChangedException.class, () -> index.bytes(0));
        assertThrows(CaptureChangedException.class, () -> index.copy(0, new byte[10_000]));
    }

    @Test
    void noMessageIsReadOfAnOverwrittenCapture() throws IOException {
        SipIndex index = read(RunMonitor.NONE);
        overwrite();
        assertEquals(FileChange.MODIFIED, change(() -> index.opened().verified(() -> index.message(0))));
        assertThrows(CaptureChangedException.class, () -> index.bytes(1));
    }

    @Test
    void anotherPassOverATruncatedCaptureIsReported() throws IOException {
        SipIndex index = read(RunMonitor.NONE);
        truncate();
        assertEquals(FileChange.SHORTENED,
                change(() -> CaptureExport.write(index,
                        ExportRequest.ofDialogs(index, new int[]{0}, true, ReadOptions.NONE),
                        ExportOutput.at(folder.resolve("out.pcapng"), OutputRules.CONFIRMED), RunMonitor.NONE)));
        assertFalse(Files.exists(folder.resolve("out.pcapng")));
    }

    @Test
    void anExportDuringAChangeLeavesNoFile() throws IOException {
        for (String name : List.of("out.pcapng", "out.pcap")) {
            SipIndex index = read(RunMonitor.NONE);
            int[] all = {0, 1, MESSAGES - 1};
            ExportRequest request = ExportRequest.ofDialogs(index, all, false, ReadOptions.NONE);
            assertEquals(FileChange.MODIFIED, change(() -> CaptureExport.write(index, request,
                    ExportOutput.at(folder.resolve(name), OutputRules.CONFIRMED), new Meanwhile(this::overwrite))));
            write();
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void mediaAreNotLookedForInAChangedCapture() throws IOException {
        SipIndex index = read(RunMonitor.NONE);
        overwrite();
        assertTrue(index.opened().files().getFirst().change().isPresent());
        assertThrows(CaptureChangedException.class,
                () -> index.opened().verified(() -> MediaStreams.of(index, new int[]{0}, RunMonitor.NONE)));
    }
}
