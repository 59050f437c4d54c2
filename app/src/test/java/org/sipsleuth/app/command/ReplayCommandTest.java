package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sipsleuth replay` on a simulated password guessing.
class ReplayCommandTest {

    @TempDir static Path folder;

    private static String capture = "";

    @BeforeAll
    static void simulate() {
        capture = folder.resolve("guess.pcap").toString();
        Run run = Run.of("simulate", "password-cracking", "--seed", "5", "--set", "cracking-found=yes", "-o", capture);
        assertEquals(0, run.code(), run.err());
    }

    private static double number(String csv, String measure, int column) {
        String row = csv.lines().filter(line -> line.startsWith(measure + ",")).findFirst().orElseThrow();
        return Double.parseDouble(row.split(",", -1)[column]);
    }

    @Test
    void bansStopTheGuessingByIncidentsAndByTruth() {
        for (List<String> classes : List.of(List.of("--truth"), List.<String>of())) {
            List<String> arguments =
                    new ArrayList<>(List.of("replay", capture, "--format", "csv", "--set", "protections=failure-ban"));
            arguments.addAll(classes);
            Run run = Run.of(arguments.toArray(String[]::new));
            assertEquals(0, run.code(), run.err());
            assertEquals(0, number(run.out(), "attack_accepted", 2));
            assertEquals(1, number(run.out(), "attack_accepted", 3));
            assertTrue(number(run.out(), "attack_passed", 2) < 0.1, run.out());
            assertEquals(1, number(run.out(), "legitimate_calls", 2));
        }
    }

    @Test
    void everyNumberForPeopleHasAUnit() {
        Run lines = Run.of("replay", capture, "--set", "protections=failure-ban");
        List<String> rows = lines.out().lines().toList();
        assertTrue(rows.getFirst().matches("what +unit +with protection .*"), rows.getFirst());
        assertTrue(rows.stream().skip(1).allMatch(row -> row.matches(".*  (%|s|messages)  .*")), lines.out());
        Run records = Run.of("replay", capture, "--format", "csv");
        assertTrue(records.records().stream().allMatch(row -> row.matches("\\w+,(share|s|messages),.*")),
                records.out());
        String head = Run.of("replay", capture, "--recommend").out().lines().findFirst().orElse("");
        assertTrue(head.matches(".*stopped \\(%\\) +legitimate lost \\(%\\) .*work \\(s\\).*"), head);
    }

    @Test
    void proposesBans() {
        Run run = Run.of("replay", capture, "--recommend", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        String proposal = run.out().lines().filter(row -> row.endsWith(",proposal")).findFirst().orElseThrow();
        assertTrue(proposal.startsWith("failure-ban,"), proposal);
    }

    /// Without the right guess nobody knows the password that the calls were made with.
    @Test
    void withoutAnIncidentTheCostOfEachProtectionIsListed() {
        String normal = folder.resolve("normal.pcap").toString();
        Run.of("simulate", "normal", "--seed", "5", "--set", "hours=1", "-o", normal);
        Run run = Run.of("replay", normal, "--recommend");
        assertTrue(run.err().contains("no incident"), run.err());
        List<String> rows = run.out().lines().toList();
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("digest")), run.out());
        assertFalse(run.out().contains(";"), "no combinations: " + run.out());
        assertFalse(run.out().contains("frontier"), run.out());
    }

    @Test
    void bansStopTheCallsOfAGuessedAccount() {
        Run run = Run.of("replay", Path.of("../sample-captures/incident.pcap").toString(), "--format", "csv", "--set",
                "protections=failure-ban");
        assertEquals(0, run.code(), run.err());
        assertEquals(0, number(run.out(), "attack_calls", 2));
        assertEquals(1, number(run.out(), "legitimate_calls", 2));
    }

    /// The rows must be those of the outcomes of single messages.
    @Test
    void listsWhichStagesAreStopped() {
        String incident = Path.of("../sample-captures/incident.pcap").toString();
        String ban = "protections=failure-ban";
        Run run = Run.of("replay", incident, "--incidents", "--format", "csv", "--set", ban);
        assertEquals(0, run.code(), run.err());
        List<String[]> rows = run.records().stream().map(row -> row.split(",", -1)).toList();
        assertTrue(rows.stream().anyMatch(row -> row[2].equals("all") || row[2].equals("some")), run.out());
        List<String> outcomes = Run.of("replay", incident, "--messages", "--format", "csv", "--set", ban).records();
        for (String[] row : rows) {
            assertEquals(Integer.parseInt(row[4]) == 0, row[9].isEmpty(), () -> String.join(",", row));
            if (!row[9].isEmpty()) {
                String first =
                        outcomes.stream().filter(line -> line.startsWith(row[9] + ",")).findFirst().orElseThrow();
                assertTrue(first.contains(",dropped,") || first.contains(",void,"), first);
            }
        }
        Run without = Run.of("replay", incident, "--incidents", "--format", "csv", "--set", "protections=none");
        assertTrue(without.records().stream().allMatch(row -> row.split(",", -1)[4].equals("0")),
                without.out() + without.err());
        assertEquals(2, Run.of("replay", incident, "--incidents", "--truth").code());
    }

    @Test
    void bordersShareSignatures() {
        String mutations = folder.resolve("mutations.pcap").toString();
        assertEquals(0, Run.of("simulate", "mutations", "--seed", "3", "-o", mutations).code());
        Run run = Run.of("replay", mutations, "--truth", "--overlay", "0", "--borders", "network", "--grammar", "abnf",
                "--format", "csv");
        assertEquals(0, run.code(), run.err());
        List<String[]> rows = run.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertFalse(rows.isEmpty(), run.out());
        int attack = rows.stream().mapToInt(row -> Integer.parseInt(row[2])).sum();
        int parts = rows.stream()
                .mapToInt(row -> Integer.parseInt(row[3]) + Integer.parseInt(row[4]) + Integer.parseInt(row[5]))
                .sum();
        assertEquals(attack, parts);
        assertTrue(rows.stream().mapToInt(row -> Integer.parseInt(row[4])).sum() > 0, run.out());
        assertEquals(2, Run.of("replay", mutations, "--overlay", "-1").code());
    }

    @Test
    void listsTheOutcomeOfEachMessage() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Run run = Run.of("replay", capture, "--truth", "--messages", "--set", "protections=failure-ban", "-o",
                rows.toString());
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(rows);
        assertEquals("frame,time,direction,src_ip,dst_ip,type,class,outcome,stage,reason,call_id,file,log_byte",
                lines.getFirst());
        long banned =
                lines.stream().filter(line -> line.contains(",attack,dropped,failure-ban,source-banned,")).count();
        assertTrue(banned > 500, "banned " + banned);
    }

    @Test
    void printsConfigurationsAsProposals() {
        Run run = Run.of("replay", capture, "--truth", "--configuration", "--set", "protections=failure-ban,filter");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("# ---- fail2ban: jail.d/sipsleuth.conf"), run.out());
        assertTrue(run.out().contains("# Proposal of SipSleuth"), run.out());
    }

    @Test
    void theConfigurationOfARecommendationIsThatOfItsProtections() {
        Run set = Run.of("replay", capture, "--truth", "--configuration", "--set", "protections=filter");
        assertTrue(set.out().startsWith("# Protections: filter\n# ---- nftables"), set.out());
        Run run = Run.of("replay", capture, "--truth", "--recommend", "--configuration", "--set", "protections=filter");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("# Recommended protections: failure-ban\n# ---- fail2ban"), run.out());
        assertFalse(run.out().contains("nftables"), run.out());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(2, Run.of("replay").code());
        Run setting = Run.of("replay", capture, "--set", "protections=magic");
        assertEquals(2, setting.code());
        assertTrue(setting.err().contains("(got magic)"), setting.err());
        Run border = Run.of("replay", capture, "--truth", "--border", "server");
        assertEquals(2, border.code());
        assertTrue(border.err().contains("not an IP address"), border.err());
        Run absent = Run.of("replay", capture, "--truth", "--border", "192.0.2.99");
        assertEquals(2, absent.code());
        Run incident = Run.of("replay", capture, "--incident", "77");
        assertEquals(2, incident.code());
        assertTrue(incident.err().contains("no incident 77"), incident.err());
        assertFalse(Run.of("replay", "--list").out().isEmpty());
    }
}
