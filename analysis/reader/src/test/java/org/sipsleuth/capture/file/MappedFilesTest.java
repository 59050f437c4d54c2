package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.FileChange;
import org.sipsleuth.capture.integrity.OpenedFile;

/// Forty files of which only a few may be mapped.
final class MappedFilesTest {

    private static final int FILES = 40;
    private static final int BYTES = 10_000;
    private static final int MOST_MAPPED = 24;

    @TempDir private Path folder;
    private final MappedFiles mapped = new MappedFiles(4, MOST_MAPPED);
    private final List<Path> paths = new ArrayList<>();
    private final List<FileBytes> files = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        for (int i = 0; i < FILES; i++) {
            paths.add(Files.write(folder.resolve("file" + i), content(i)));
            files.add(mapped.of(OpenedFile.of(paths.get(i))));
        }
    }

    private static byte[] content(int file) {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) file);
        return bytes;
    }

    private byte[] read(int file) {
        return files.get(file).bytes().toArray(ValueLayout.JAVA_BYTE);
    }

    private void readAllOthers(int file) {
        for (int i = 0; i < FILES; i++) {
            if (i != file) {
                assertArrayEquals(content(i), read(i));
            }
        }
    }

    @Test
    void allAreReadThoughFewAreMapped() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < FILES; i++) {
                assertArrayEquals(content(i), read(i));
                assertTrue(mapped.mapped() <= MOST_MAPPED, () -> mapped.mapped() + " are mapped");
            }
        }
    }

    @Test
    void whatIsHeldStaysReadableThoughItsTurnIsOver() {
        MemorySegment slice = files.getFirst().bytes().asSlice(100, 10);
        readAllOthers(0);
        assertArrayEquals(new byte[10], slice.toArray(ValueLayout.JAVA_BYTE));
    }

    @Test
    void moreThanCanBeMappedAtOnceIsRefusedInWords() {
        List<MemorySegment> held = new ArrayList<>();
        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> files.forEach(file -> held.add(file.bytes())));
        assertEquals(MOST_MAPPED, held.size());
        assertTrue(refused.getMessage().contains("24 captures would have to be mapped at once"), refused.getMessage());
    }

    @Test
    void aFileReplacedMeanwhileByOneOfTheSameSizeAndTimeIsNotRead() throws IOException {
        read(0);
        readAllOthers(0);
        FileTime modified = Files.getLastModifiedTime(paths.getFirst());
        Path other = Files.write(folder.resolve("other"), content(77));
        Files.setLastModifiedTime(other, modified);
        Files.move(other, paths.getFirst(), StandardCopyOption.REPLACE_EXISTING);
        CaptureChangedException changed = assertThrows(CaptureChangedException.class, () -> read(0));
        assertEquals(FileChange.REPLACED, changed.change());
        assertEquals(paths.getFirst(), changed.path());
    }

    @Test
    void aFileWrittenMeanwhileWithItsSizeAndTimeKeptIsNotRead() throws IOException {
        read(1);
        readAllOthers(1);
        FileTime modified = Files.getLastModifiedTime(paths.get(1));
        byte[] bytes = content(1);
        bytes[BYTES / 2] = 99;
        Files.write(paths.get(1), bytes);
        Files.setLastModifiedTime(paths.get(1), modified);
        assertEquals(FileChange.MODIFIED, assertThrows(CaptureChangedException.class, () -> read(1)).change());
    }

    @Test
    void aFileDeletedMeanwhileIsNotRead() throws IOException {
        read(2);
        readAllOthers(2);
        Files.delete(paths.get(2));
        assertEquals(FileChange.REMOVED, assertThrows(CaptureChangedException.class, () -> read(2)).change());
        assertArrayEquals(content(3), read(3));
    }

    @Test
    void nothingIsUnmappedUnderAReader() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                readers.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        int file = random.nextInt(FILES);
                        assertArrayEquals(content(file), read(file));
                    }
                }));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }
}
