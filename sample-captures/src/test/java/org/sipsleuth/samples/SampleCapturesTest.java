package org.sipsleuth.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCapturesTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final long LIMIT_BYTES = 1_000_000;
    private static final long TOTAL_LIMIT_BYTES = 8_000_000;

    @TempDir Path directory;

    static List<SampleCapture> samples() {
        return SampleCaptures.list();
    }

    @Test
    void everyCaptureInTheFolderIsListedOnceAndNothingElseIs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> captures = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pcap") || name.endsWith(".pcapng"))
                    .sorted()
                    .toList();
            assertEquals(captures, samples().stream().map(SampleCapture::file).sorted().toList());
        }
    }

    @Test
    void namesAreDistinct() {
        assertEquals(samples().size(), samples().stream().map(SampleCapture::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void copyHasTheBytesOfTheRecording(SampleCapture sample) throws IOException {
        Path copy = SampleCaptures.copyTo(sample, directory.resolve("new"));

        assertEquals(sample.file(), copy.getFileName().toString());
        assertArrayEquals(Files.readAllBytes(FOLDER.resolve(sample.file())), Files.readAllBytes(copy));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void truthLiesBesideTheCopyIfThereIsOne(SampleCapture sample) throws IOException {
        SampleCaptures.copyTo(sample, directory);

        Path recorded = FOLDER.resolve(sample.truthFile());
        Path copy = directory.resolve(sample.truthFile());
        assertEquals(Files.exists(recorded), SampleCaptures.hasTruth(sample));
        assertEquals(Files.exists(recorded), Files.exists(copy));
        if (Files.exists(recorded)) {
            assertArrayEquals(Files.readAllBytes(recorded), Files.readAllBytes(copy));
        }
    }

    @Test
    void theFirstIsAnIncidentWhoseTruthIsKnown() {
        SampleCapture first = samples().getFirst();
        assertEquals("incident.pcap", first.file());
        assertTrue(SampleCaptures.hasTruth(first));
    }

    @Test
    void theFirstStandsAloneAndGroupsStandTogether() {
        List<String> groups = new ArrayList<>();
        for (SampleCapture sample : samples()) {
            if (groups.isEmpty() || !groups.getLast().equals(sample.group())) {
                groups.add(sample.group());
            }
        }
        assertEquals(groups.stream().distinct().toList(), groups);
        assertEquals(4, groups.size());
        assertNotEquals(samples().get(0).group(), samples().get(1).group());
    }

    @Test
    void everyTruthBelongsToASample() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> truths = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".truth.json"))
                    .sorted()
                    .toList();
            assertEquals(truths,
                    samples().stream()
                            .filter(SampleCaptures::hasTruth)
                            .map(SampleCapture::truthFile)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void copyReplacesAnOlderFile() throws IOException {
        SampleCapture sample = samples().getFirst();
        Files.writeString(directory.resolve(sample.file()), "older");

        Path copy = SampleCaptures.copyTo(sample, directory);

        assertEquals(Files.size(FOLDER.resolve(sample.file())), Files.size(copy));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readmeNamesStoryAndHash(SampleCapture sample) throws IOException, NoSuchAlgorithmException {
        byte[] capture = Files.readAllBytes(FOLDER.resolve(sample.file()));
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(capture));
        String row = Files.readAllLines(FOLDER.resolve("README.md"))
                .stream()
                .filter(line -> line.startsWith("| **" + sample.name() + "** "))
                .findFirst()
                .orElseThrow();

        assertTrue(row.contains("(" + sample.file() + ")"), row);
        assertTrue(row.contains(sample.story()), row);
        assertTrue(row.endsWith("| `" + hash + "` |"), row);
    }

    @Test
    void capturesStaySmall() throws IOException {
        long total = 0;
        for (SampleCapture sample : samples()) {
            long bytes = Files.size(FOLDER.resolve(sample.file()));
            assertTrue(bytes < LIMIT_BYTES, () -> sample.file() + " has " + bytes + " bytes");
            total += bytes;
        }
        assertTrue(total < TOTAL_LIMIT_BYTES, "all together " + total + " bytes");
    }

    @Test
    void fileNameCannotLeaveTheDirectory() {
        assertThrows(IllegalArgumentException.class,
                () -> new SampleCapture("group", "name", "../other.pcap", 7, "story"));
    }
}
