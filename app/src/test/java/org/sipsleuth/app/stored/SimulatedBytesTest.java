package org.sipsleuth.app.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.sipsleuth.app.command.Run;

/// The same scenario, settings and seed give the bytes that they gave in November 2026: papers and
/// exercises name captures by scenario and seed.
final class SimulatedBytesTest {

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "simulated.tsv", delimiter = '\t', numLinesToSkip = 1)
    void simulatedCaptureAndItsGroundTruthKeepTheirBytes(String scenario, String settings, String capture, String truth)
            throws IOException, NoSuchAlgorithmException {
        Path file = folder.resolve("x.pcap");
        List<String> arguments = new ArrayList<>(List.of("simulate", scenario, "--seed", "5", "-o", file.toString()));
        for (String setting : settings.split(" ")) {
            arguments.addAll(List.of("--set", setting));
        }
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertEquals(capture + " " + truth, sha256(file) + " " + sha256(folder.resolve("x.truth.json")));
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
