package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

final class BeliefsCommandTest {

    private static final String ATTACKER = "203.0.113.66";

    @TempDir private Path folder;

    private Run beliefs(String... arguments) throws IOException {
        SampleCapture incident = SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("incident.pcap"))
                .findFirst()
                .orElseThrow();
        List<String> all = new ArrayList<>(List.of("beliefs", "--format", "csv"));
        all.add(SampleCaptures.copyTo(incident, folder).toString());
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    private static List<String[]> rows(Run run) {
        assertEquals(0, run.code(), run.err());
        return run.records().stream().map(row -> row.split(",", -1)).toList();
    }

    @Test
    void csvHasTheColumnsOfTheContractAndNamesTheAttacker() throws IOException {
        Run run = beliefs();
        assertTrue(run.out()
                .startsWith("source,period,from,to,messages,standing,class,belief,runner_up,"
                        + "runner_up_belief,attack,decisive,normal,scan,spit,dos,"
                        + "password_cracking,firewall_traversal,request_intensity,"),
                run.out());
        List<String[]> attacks = rows(run).stream().filter(row -> row[6].equals("scan")).toList();
        assertTrue(attacks.stream().anyMatch(row -> row[0].equals(ATTACKER)));
        for (String[] row : rows(run)) {
            double sum = 0;
            for (int i = 12; i < 18; i++) {
                sum += Double.parseDouble(row[i]);
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void whatIsUnlikeNormalStandsInTheLastColumns() {
        String capture = "../sample-captures/evaluation/development-2/sbc-stale.pcap.gz";
        String source = "198.19.30.149";
        List<String[]> unlike = rows(Run.of("beliefs", capture, "--source", source, "--format", "csv")).stream()
                .filter(row -> row[row.length - 2].equals("true"))
                .toList();
        assertEquals(3, unlike.size());
        assertTrue(unlike.stream().anyMatch(row -> row[row.length - 1].contains("failed-logins")));
        assertTrue(unlike.stream().allMatch(row -> Double.parseDouble(row[row.length - 3]) <= 0.01), "p-values");
        String text = Run.of("beliefs", capture, "--source", source).out();
        assertTrue(text.contains(" of 31 values"), text);
        Run together = Run.of("beliefs", capture, "--together", "--format", "csv");
        assertTrue(rows(together).stream().allMatch(row -> row[row.length - 2].isEmpty()), "no source, no period");
    }

    @Test
    void aSourceAloneIsReportedAndTogetherIsOne() throws IOException {
        assertTrue(rows(beliefs("--source", ATTACKER)).stream().allMatch(row -> row[0].equals(ATTACKER)));
        assertTrue(rows(beliefs("--together")).stream().allMatch(row -> row[0].isEmpty()));
    }

    @Test
    void whatIfAndLeavingOutChangeTheBelief() throws IOException {
        String before = beliefs("--source", ATTACKER).out();
        Run calm = beliefs("--source", ATTACKER, "--what-if", "request-intensity=0.5");
        assertNotEquals(before, calm.out());
        assertNotEquals(before, beliefs("--source", ATTACKER, "--what-if", "request-peak=1").out());
        assertTrue(rows(calm).stream().allMatch(row -> row[18].equals("0.500000")));
        assertNotEquals(before, beliefs("--source", ATTACKER, "--without", "destinations").out());
        Run counts = beliefs("--source", ATTACKER, "--what-if", "request-distribution=1,2,3,4,5");
        assertTrue(counts.out().contains("1; 2; 3; 4; 5"), counts.err());
    }

    @Test
    void whoForgetsNothingGoesOnFromWhatWasBelieved() throws IOException {
        List<String[]> anew = rows(beliefs("--source", ATTACKER));
        List<String[]> carried = rows(beliefs("--source", ATTACKER, "--forgetting", "0.1"));
        assertEquals(anew.get(0)[7], carried.get(0)[7]); // the first period has no past
        assertNotEquals(anew.stream().map(row -> row[7]).toList(), carried.stream().map(row -> row[7]).toList());
        assertEquals(beliefs().out(), beliefs("--forgetting", "1").out());
    }

    @Test
    void whatCannotBeIsReportedWithTheNearestName() throws IOException {
        for (String[] wrong : new String[][]{
            {"--without", "destinatons"},
            {"--what-if", "destinations"},
            {"--what-if", "destinations=-1"},
            {"--what-if", "destinations=many"},
            {"--what-if", "request-distribution=1,2"},
            {"--what-if", "request-distribution=1.5,0,0,0,0"},
            {"--forgetting", "1.5"}}) {
            Run run = beliefs(wrong);
            assertEquals(2, run.code(), String.join(" ", wrong));
            assertEquals("", run.out());
        }
        assertTrue(beliefs("--without", "destinatons").err().contains("did you mean: destinations"));
    }

    @Test
    void aNamedSourceThatIsNotJudgedIsReported() throws IOException {
        TestCapture flood = new TestCapture();
        for (int i = 0; i < 65_600; i++) {
            String source = "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255);
            String message = "OPTIONS sip:a SIP/2.0\r\ni:%d\r\n\r\n".formatted(i);
            flood.sip(i * 1_000_000_000L, source, TestCapture.CALLEE, message);
        }
        String capture = flood.in(folder, "flood.pcap");
        Run last = Run.of("beliefs", capture, "--source", "10.1.0.60", "--format", "csv");
        assertEquals(0, last.code(), last.err());
        assertEquals(List.of(), last.records());
        assertTrue(last.err().contains("10.1.0.60: not analysed"), last.err());
        Run none = Run.of("beliefs", capture, "--source", "192.0.2.77", "--format", "csv");
        assertTrue(none.err().contains("192.0.2.77: no messages from this source"), none.err());
        Run first = Run.of("beliefs", capture, "--source", "10.0.0.1", "--format", "csv");
        assertEquals(1, first.records().size(), first.err());
        assertFalse(first.err().contains("10.0.0.1:"), first.err());
    }

    /// One of the forged addresses of a flood, which may have sent nothing else.
    @Test
    void addressOfAFloodOfManyShowsItsGroup() {
        Run run = Run.of("beliefs", "../sample-captures/evaluation/development/flood-invite-forged-100.pcap.gz",
                "--source", "198.51.100.41", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("count, with those of other addresses"), run.err());
        assertTrue(run.out().contains("many to "), run.out());
        assertFalse(run.err().contains("no messages from this source"), run.err());
    }
}
