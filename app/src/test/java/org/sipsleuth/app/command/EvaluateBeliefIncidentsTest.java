package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate belief-incidents`: beliefs by attack.
final class EvaluateBeliefIncidentsTest {

    private static final String SAMPLES = "../sample-captures/";

    @TempDir private Path folder;

    /// A row of CSV that begins with a table and a name; its figure stands behind the paper's.
    private static String ours(String csv, String table, String name) {
        return csv.lines()
                .filter(line -> line.startsWith("belief-incidents," + table + ","))
                .filter(line -> line.contains(name))
                .map(line -> line.substring(line.indexOf(name) + name.length()))
                .map(rest -> rest.replaceFirst("^[^,]*,[^,]*,", "").replaceFirst(",.*", ""))
                .findFirst()
                .orElse("no row");
    }

    /// One run with everything: it takes seconds.
    @Test
    void attacksNormalSourcesAndCalibrationAreMeasured() throws IOException {
        Path clean = folder.resolve("harmless.pcap");
        Files.copy(Path.of(SAMPLES + "office-hour.pcap"), clean);
        Path own = folder.resolve("own.model");
        Run trained = Run.of("train", "belief", clean.toString(), "-o", own.toString(), "--quiet");
        assertEquals(0, trained.code(), trained.err());
        Run run = Run.of("evaluate", "belief-incidents", SAMPLES + "scan.pcap", SAMPLES + "flood-spoofed.pcap",
                SAMPLES + "cracking-found.pcap", "--clean", clean.toString(), "--model", own.toString(), "--figures",
                folder.resolve("figures").toString(), "--format", "csv", "--quiet");
        assertEquals(0, run.code(), run.err());
        String csv = run.out();
        assertEquals("1.0", ours(csv, "bundled-model", ": class right"), csv);
        assertEquals("0.0", ours(csv, "always-normal", ": class right"), csv);
        assertEquals("1.0", ours(csv, "model", ": class right"), csv);
        assertEquals("0.0", ours(csv, "bundled-model", "reported as an attack"), csv);
        for (String table : new String[]{"the-papers-tables", "logistic-regression", "leaves"}) {
            assertTrue(csv.contains("belief-incidents," + table + ","), table);
        }
        assertTrue(csv.contains("expected calibration error, most probable class"), csv);
        String figure = Files.readString(folder.resolve("figures").resolve("reliability.svg"));
        assertTrue(figure.contains("most probable class"), figure);
    }

    /// A baseline of one's own network does not make the model worse on its next hours.
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"40, 60, office", "12, 150, steady"})
    void ownBaselineIsNotWorseThanTheBundledModel(String users, String calls, String rhythm) {
        Path baseline = simulate("baseline", "150", users, calls, rhythm, "");
        Path next = simulate("next", "151", users, calls, rhythm, "scan,password-cracking,spit");
        Path own = folder.resolve("own.model");
        Run trained = Run.of("train", "belief", baseline.toString(), "-o", own.toString());
        assertEquals(0, trained.code(), trained.err());
        assertTrue(trained.err().contains("Warning: only"), trained.err());
        Run run = Run.of("evaluate", "belief-incidents", next.toString(), "--model", own.toString(), "--format", "csv",
                "--quiet");
        assertEquals(0, run.code(), run.err());
        List<String> beside = run.out().lines().filter(line -> line.startsWith("belief-incidents,model,")).toList();
        assertEquals(2, beside.stream().filter(line -> line.contains(",true,")).count(), run.out());
        assertFalse(beside.stream().anyMatch(line -> line.contains(",false,")), run.out());
    }

    private Path simulate(String name, String seed, String users, String calls, String rhythm, String attacks) {
        Path capture = folder.resolve(name + ".pcap");
        Run run = Run.of("simulate", "normal", "--seed", seed, "--set", "users=" + users, "--set",
                "calls-per-hour=" + calls, "--set", "rhythm=" + rhythm, "--set", "hours=2", "--set",
                "attacks=" + attacks, "-o", capture.toString(), "--quiet");
        assertEquals(0, run.code(), run.err());
        return capture;
    }

    /// A capture without ground truth counts as normal, except for its incidents.
    @Test
    void incidentsOfABaselineAreNotLearnedAsNormal() throws IOException {
        Path copy = Files.copy(Path.of(SAMPLES + "incident.pcap"), folder.resolve("a.pcap"));
        Path own = folder.resolve("own.model");
        Run refused = Run.of("train", "belief", copy.toString(), "-o", own.toString());
        assertEquals(2, refused.code(), refused.err());
        assertTrue(refused.err().contains("Nothing was learned: "), refused.err());
        assertFalse(Files.exists(own));
        Path calm = simulate("calm", "1", "40", "300", "steady", "");
        Files.delete(folder.resolve("calm.truth.json"));
        Run run = Run.of("train", "belief", copy.toString(), calm.toString(), "-o", own.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("belong to incidents and are not learned"), run.err());
        assertTrue(Files.exists(own));
    }

    /// No attack is in the list, so that nothing but the missing captures is reported.
    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        Path copy = Files.copy(Path.of(SAMPLES + "busy.pcap"), folder.resolve("busy.pcap"));
        Run run = Run.of("evaluate", "belief-incidents", copy.toString(), folder.resolve("gone.pcap").toString(),
                "--format", "json");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("gone.pcap: left out: no such file"), run.err());
        assertTrue(run.err().contains("name it with --clean"), run.err());
        assertFalse(run.err().contains("could not be written"), run.err());
        assertTrue(run.out().replaceAll("\\s", "").contains("\"leftout\":2"), run.out());
    }
}
