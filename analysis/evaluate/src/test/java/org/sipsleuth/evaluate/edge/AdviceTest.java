package org.sipsleuth.evaluate.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.advice.Recommendations;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.edge.advice.Snippets;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.run.RunMonitor;

/// Advice on simulated attacks, and the configurations that go with it.
class AdviceTest {

    private static final long SEED = 21;

    @TempDir Path folder;

    private static Advice advice(String scenario, Map<String, String> settings, double mostLost) throws IOException {
        return EdgeCaptures.with(scenario, settings, SEED, RunMonitor.NONE,
                input -> Recommendations.of(input, EdgeSettings.USUAL, mostLost, RunMonitor.NONE));
    }

    @Test
    void bansStopPasswordGuessing() throws IOException {
        Advice advice = advice("password-cracking", Map.of("cracking-found", "yes"), 0.02);
        assertEquals(List.of(Protection.FAILURE_BAN), advice.proposal().orElseThrow().protections());
        assertTrue(advice.proposal().orElseThrow().stopped() > 0.9);
        assertEquals(0, advice.unprotected().stopped());
    }

    @Test
    void theFrontierStopsMoreForEachLoss() throws IOException {
        Advice advice = advice("scan", Map.of("scan-method", "INVITE"), 0.02);
        List<Candidate> frontier = advice.frontier();
        for (int i = 1; i < frontier.size(); i++) {
            assertTrue(frontier.get(i).lost() >= frontier.get(i - 1).lost());
            assertTrue(frontier.get(i).stopped() > frontier.get(i - 1).stopped());
        }
        for (Candidate each : advice.all()) {
            assertTrue(
                    frontier.stream().anyMatch(best -> best.lost() <= each.lost() && best.stopped() >= each.stopped()));
        }
    }

    @Test
    void aProposalLosesNoMoreThanAccepted() throws IOException {
        Map<String, String> flood = Map.of("rate", "VH", "behaviour", "very-high", "episodes", "1", "spoofing", "both");
        Advice advice = advice("invite-flood", flood, 0.05);
        assertTrue(advice.proposal().orElseThrow().lost() <= 0.05);
        assertFalse(advice.proposal().orElseThrow().protections().contains(Protection.ACCESS_LIST));
    }

    private List<Snippet> snippets(ReplayInput input) {
        return Snippets.of(Arrays.asList(Protection.values()), EdgeSettings.USUAL, input);
    }

    /// The configurations of all protections, checked by the programs that read them.
    @Test
    void programsAcceptTheirConfigurations() throws IOException, InterruptedException {
        List<Snippet> snippets =
                EdgeCaptures.with("password-cracking", Map.of(), SEED, RunMonitor.NONE, this::snippets);
        assertEquals(List.of("nftables", "fail2ban", "fail2ban", "Kamailio"),
                snippets.stream().map(Snippet::program).toList());
        for (Snippet each : snippets) {
            assertTrue(each.text().contains("# Proposal of SipSleuth"), each.text());
            Path file = folder.resolve(each.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.text());
        }
        boolean isAny = false;
        if (isThere("/usr/sbin/kamailio")) {
            isAny = true;
            accepts("/usr/sbin/kamailio", "-c", "-f", folder.resolve("sipsleuth.cfg").toString());
        }
        if (isThere("/usr/sbin/nft") && isThere("/usr/bin/unshare")) {
            isAny = true;
            accepts("/usr/bin/unshare", "-rn", "/usr/sbin/nft", "-c", "-f", folder.resolve("sipsleuth.nft").toString());
        }
        if (isThere("/usr/bin/fail2ban-client") && isThere("/etc/fail2ban/fail2ban.conf")) {
            isAny = true;
            acceptsJail();
        }
        assumeTrue(isAny, "none of the programs is installed");
    }

    private void acceptsJail() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("action.d"));
        Files.copy(Path.of("/etc/fail2ban/fail2ban.conf"), folder.resolve("fail2ban.conf"));
        Path log = Files.createFile(folder.resolve("kamailio.log"));
        Path jail = folder.resolve("jail.d/sipsleuth.conf");
        Files.writeString(jail, Files.readString(jail).replace("/var/log/kamailio.log", log.toString()));
        Files.writeString(folder.resolve("jail.conf"), "[DEFAULT]\nbackend = polling\n");
        accepts("/usr/bin/fail2ban-client", "-c", folder.toString(), "-t");
    }

    private static boolean isThere(String program) {
        return Files.exists(Path.of(program));
    }

    private void accepts(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertTrue(ended, text);
        assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + text);
    }
}
