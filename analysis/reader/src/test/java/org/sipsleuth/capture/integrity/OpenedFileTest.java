package org.sipsleuth.capture.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.run.RunMonitor;

final class OpenedFileTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.pcap"), "abc");
        // Clocks of file systems tick some ms apart: what is written later shall have a later time.
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    }

    private void overwrite(long at, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), at);
        }
    }

    private void truncate(long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static Optional<FileChange> change(OpenedFile opened) {
        return opened.change().map(CaptureChangedException::change);
    }

    @Test
    void aFileThatIsOnlyReadIsUnchanged() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        assertEquals(ABC, opened.sha256(RunMonitor.NONE));
        assertEquals(Optional.empty(), change(opened));
        opened.check();
        assertEquals(opened, OpenedFile.of(file));
    }

    @Test
    void aShorterFileIsReportedWithBothSizes() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        truncate(1);
        CaptureChangedException changed = assertThrows(CaptureChangedException.class, opened::check);
        assertEquals(FileChange.SHORTENED, changed.change());
        assertEquals("the file was changed or shortened while it was being read (3 bytes when it was opened, 1 now)",
                changed.getMessage());
        assertEquals(file, changed.path());
    }

    @Test
    void bytesOfTheSameSizeThatWereReplacedAreAChange() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        overwrite(1, "x");
        assertEquals(Optional.of(FileChange.MODIFIED), change(opened));
        assertNotEquals(opened, OpenedFile.of(file));
    }

    @Test
    void aRestoredTimeOfModificationHidesNoChange() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        OpenedFile opened = OpenedFile.of(file);
        // The time of the status change is the file system's own clock, which ticks every few ms.
        FileTime old = (FileTime) Files.getAttribute(file, "unix:ctime");
        do {
            overwrite(1, "x");
            Files.setLastModifiedTime(file, before);
        } while (Files.getAttribute(file, "unix:ctime").equals(old));
        assertEquals(before, Files.getLastModifiedTime(file));
        assertEquals(Optional.of(FileChange.MODIFIED), change(opened));
    }

    @Test
    void addedBytesAreNoChangeAndNotPartOfTheHash() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        overwrite(3, "def");
        assertEquals(Optional.empty(), change(opened));
        assertEquals(3, opened.addedBytes());
        assertEquals(ABC, opened.sha256(RunMonitor.NONE));
    }

    @Test
    void aLongerFileOfOtherBytesIsAChange() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        overwrite(0, "xyzxyz");
        assertEquals(Optional.of(FileChange.MODIFIED), change(opened));
    }

    @Test
    void anotherFileOfItsNameIsAChange() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        Path other = Files.writeString(folder.resolve("b.pcap"), "abc");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Optional.of(FileChange.REPLACED), change(opened));
    }

    @Test
    void aFileThatIsGoneIsAChange() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        Files.delete(file);
        assertEquals(Optional.of(FileChange.REMOVED), change(opened));
    }

    @Test
    void onceChangedItStaysChangedAndKeepsTheHashOfWhatItWas() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        opened.checkKnown();
        String sha256 = opened.sha256(RunMonitor.NONE);
        Path aside = Files.move(file, folder.resolve("aside.pcap"));
        assertEquals(Optional.of(FileChange.REMOVED), change(opened));
        Files.move(aside, file);
        assertThrows(CaptureChangedException.class, opened::checkKnown);
        assertEquals(sha256, opened.sha256(RunMonitor.NONE));
    }

    @Test
    void noHashIsComputedOfAFileThatChanged() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        overwrite(1, "x");
        assertThrows(CaptureChangedException.class, () -> opened.sha256(RunMonitor.NONE));
    }

    @Test
    void whatWasReadOfAChangedFileIsVoid() throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        OpenedFiles files = new OpenedFiles(List.of(opened));
        assertEquals("abc", files.verified(() -> Files.readString(file)));
        assertThrows(CaptureChangedException.class, () -> files.verified(() -> {
            overwrite(1, "x");
            return Files.readString(file);
        }));
    }

    @Test
    void aFailureIsThatOfAChangedFileOnlyIfOneChanged() throws IOException {
        OpenedFiles files = new OpenedFiles(List.of(OpenedFile.of(file)));
        IllegalStateException failure = new IllegalStateException("ours");
        assertSame(failure, assertThrows(IllegalStateException.class, () -> files.verified(() -> {
            throw failure;
        })));
        truncate(0);
        assertEquals(failure, assertThrows(CaptureChangedException.class, () -> files.verified(() -> {
            throw failure;
        })).getCause());
    }

    @Test
    void aFaultInMappedMemoryOfAnUnchangedFileIsAnErrorOfTheDisk() throws IOException {
        OpenedFiles files = new OpenedFiles(List.of(OpenedFile.of(file)));
        InternalError fault = new InternalError("a fault occurred in an unsafe memory access operation");
        assertEquals(Optional.of(FileChange.UNREADABLE), files.causeOf(fault).map(CaptureChangedException::change));
    }
}
