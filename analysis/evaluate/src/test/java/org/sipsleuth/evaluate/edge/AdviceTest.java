package org.sipsleuth.evaluate.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.advice.Advice;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.advice.Recommendations;
import org.sipsleuth.edge.advice.Snippet;
import org.sipsleuth.edge.advice.Snippets;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.KnownPeers;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

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
        snippets.forEach(each -> assertTrue(each.text().contains("# Proposal of SipSleuth"), each.text()));
        write(snippets);
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
            acceptsJail("-t");
        }
        assumeTrue(isAny, "none of the programs is installed");
    }

    /// Writes the files of a ban into the folder, and returns the tag of its lines.
    private String ban() throws IOException {
        List<Snippet> snippets = EdgeCaptures.with("password-cracking", Map.of(), SEED, RunMonitor.NONE,
                input -> Snippets.of(List.of(Protection.FAILURE_BAN), EdgeSettings.USUAL, input));
        write(snippets);
        Matcher tag = Pattern.compile("\"(sipsleuth-[0-9a-f]{16}): ").matcher(text(snippets, "sipsleuth.cfg"));
        assertTrue(tag.find(), snippets.toString());
        return tag.group(1);
    }

    private static String text(List<Snippet> snippets, String file) {
        return snippets.stream().filter(each -> each.file().endsWith(file)).findFirst().orElseThrow().text();
    }

    /// What fail2ban finds in a log of Kamailio: lines, ignored, matched, missed.
    private String found(String log, String tag) throws IOException, InterruptedException {
        assumeTrue(isThere("/usr/bin/fail2ban-regex"), "fail2ban is not installed");
        try (InputStream in = AdviceTest.class.getResourceAsStream(log)) {
            String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            Files.writeString(folder.resolve(log), lines.replace("TAG", tag), StandardCharsets.ISO_8859_1);
        }
        String said = accepts("/usr/bin/fail2ban-regex", folder.resolve(log).toString(),
                folder.resolve("filter.d/sipsleuth.conf").toString());
        return said.lines().filter(line -> line.startsWith("Lines: ")).findFirst().orElse(said);
    }

    @Test
    void fail2banFindsEveryLineOfTheProposedRoute() throws Exception {
        assertEquals("Lines: 4 lines, 0 ignored, 4 matched, 0 missed", found("kamailio-bans.log", ban()));
    }

    /// Recorded of Kamailio 5.6.3 and escaped as rsyslog does: errors and lines of a script that quote
    /// messages with the line that bans, with and without `log_prefix`.
    @Test
    void quotedMessagesBanNobodyEvenWithTheTag() throws Exception {
        assertEquals("Lines: 16 lines, 0 ignored, 0 matched, 16 missed", found("kamailio-quotes.log", ban()));
    }

    /// The same as Kamailio gives it to a log that does not escape line breaks, so that a message
    /// writes whole lines: they lack the tag.
    @Test
    void wholeLinesOfMessagesBanNobodyWithoutTheTag() throws Exception {
        ban();
        String found = found("kamailio-line-breaks.log", "sipsleuth-0123456789abcdef");
        assertTrue(found.contains(" 0 matched,"), found);
    }

    @Test
    void noConfigurationBansHostsOfThePlace() throws Exception {
        List<String> phones = IntStream.range(0, 600).mapToObj(i -> "192.0." + i / 250 + "." + i % 250).toList();
        SortedMap<Role, List<String>> place = new TreeMap<>(Map.of(Role.TRUNK, List.of("2001:db8::7", "198.51.100.7"),
                Role.MONITORING, List.of("198.51.100.8"), Role.PHONE, phones));
        List<Snippet> snippets = EdgeCaptures.with("password-cracking", Map.of(), SEED, RunMonitor.NONE,
                input -> snippets(new ReplayInput(input.traffic(), input.facts(),
                        new KnownPeers(new BitSet(), new BitSet(), place, List.of("203.0.113.77", "2001:db8::9")),
                        input.attack())));
        List<String> all = place.values().stream().flatMap(List::stream).sorted().toList();

        String jail = text(snippets, "jail.d/sipsleuth.conf");
        assertEquals(all, addresses(jail.substring(jail.indexOf("::1\n") + 4)));
        String filter = text(snippets, "sipsleuth.nft");
        assertEquals(all, addresses(filter));
        filter.lines()
                .filter(line -> line.contains("meter"))
                .forEach(line -> assertTrue(line.contains("saddr != @peers"), line));
        for (String text : List.of(jail, filter)) { // whether these are banned is for somebody to decide
            assertTrue(text.contains("# calls were answered, role not known: add those that are yours"), text);
            assertTrue(text.contains("# 203.0.113.77\n") && text.contains("# 2001:db8::9\n"), text);
        }
        write(snippets);
        if (isThere("/usr/bin/fail2ban-client")) {
            String jails = acceptsJail("-d");
            assertFalse(jails.contains("203.0.113.77") || jails.contains("2001:db8::9"), jails);
            all.forEach(address -> assertTrue(jails.contains("'" + address + "'"), address));
        }
    }

    private static List<String> addresses(String text) {
        return Pattern.compile("(?m)^ +([0-9a-f:.]+),?$")
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .sorted()
                .toList();
    }

    /// Such addresses are no text for a configuration.
    @Test
    void hostsWithoutAWholeAddressInALogAreLeftOut() throws Exception {
        StringBuilder log = new StringBuilder();
        for (String phone : List.of("198.51.X.X:5060", "192.0.2.8:5060")) {
            String request = """
                    Via: SIP/2.0/UDP pc;branch=z9hG4bK%1$s
                    From: <sip:a%1$s@x>;tag=1
                    To: <sip:a%1$s@x>
                    Call-ID: %1$s
                    CSeq: 1 REGISTER
                    Contact: <sip:a@pc>
                    Expires: 60
                    Content-Length: 0

                    """.formatted(log.length());
            log.append("2026-03-01 10:15:01.000 UDP " + phone + " -> 203.0.113.9:5060\nREGISTER sip:x SIP/2.0\n")
                    .append(request)
                    .append("2026-03-01 10:15:01.100 UDP 203.0.113.9:5060 -> " + phone + "\nSIP/2.0 200 OK\n")
                    .append(request);
        }
        SipIndex index = CaptureIndexer.read(List.of(Files.writeString(folder.resolve("a.log"), log)), RunMonitor.NONE);
        HostRoles roles = HostRoles.of(TransactionTable.of(index, RunMonitor.NONE));

        assertEquals(2, index.dialogs().size());
        assertEquals(Map.of(Role.REGISTRAR, List.of("203.0.113.9"), Role.PHONE, List.of("192.0.2.8")),
                KnownPeers.of(roles).place());
    }

    /// Whether it also starts is not known from its syntax check.
    @Test
    void kamailioStartsWithItsConfiguration() throws Exception {
        assumeTrue(isThere("/usr/sbin/kamailio"), "Kamailio is not installed");
        List<Protection> all = new ArrayList<>(List.of(Protection.values()));
        all.remove(Protection.DIGEST); // needs a database
        List<Snippet> snippets = EdgeCaptures.with("password-cracking", Map.of(), SEED, RunMonitor.NONE,
                input -> Snippets.of(all, EdgeSettings.USUAL, input));
        Path file = Files.writeString(folder.resolve("sipsleuth.cfg"), text(snippets, "sipsleuth.cfg")
                .replace("  # your routing follows", "  sl_send_reply(\"200\", \"OK\");"));
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path said = folder.resolve("started.txt");
        Process process = new ProcessBuilder("/usr/sbin/kamailio", "-f", file.toString(), "-DD", "-E", "-m", "16", "-M",
                "4", "-n", "1", "-T", "-l", "udp:127.0.0.1:" + port).redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (DatagramSocket phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            phone.setSoTimeout(200);
            assertTrue(isAnswered(phone, port, process), () -> read(said));
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks until there is an answer, for 20 s at most.
    private static boolean isAnswered(DatagramSocket phone, int port, Process server) throws IOException {
        for (int i = 0; i < 100 && server.isAlive(); i++) {
            byte[] request = """
                    OPTIONS sip:127.0.0.1 SIP/2.0
                    Via: SIP/2.0/UDP 127.0.0.1:%1$d;branch=z9hG4bK%2$d
                    From: <sip:a@x>;tag=1
                    To: <sip:b@x>
                    Call-ID: %2$d
                    CSeq: 1 OPTIONS
                    Max-Forwards: 70
                    Content-Length: 0

                    """.formatted(phone.getLocalPort(), i).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                phone.send(new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), port));
                DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
                phone.receive(answer);
                return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII)
                        .startsWith("SIP/2.0 200");
            } catch (SocketTimeoutException | PortUnreachableException notYet) {
                continue;
            }
        }
        return false;
    }

    private void write(List<Snippet> snippets) throws IOException {
        for (Snippet each : snippets) {
            Path file = folder.resolve(each.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.text());
        }
    }

    private String acceptsJail(String how) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("action.d"));
        Files.copy(Path.of("/etc/fail2ban/fail2ban.conf"), folder.resolve("fail2ban.conf"));
        Path log = Files.createFile(folder.resolve("kamailio.log"));
        Path jail = folder.resolve("jail.d/sipsleuth.conf");
        Files.writeString(jail, Files.readString(jail).replace("/var/log/kamailio.log", log.toString()));
        Files.writeString(folder.resolve("jail.conf"), "[DEFAULT]\nbackend = polling\n");
        return accepts("/usr/bin/fail2ban-client", "-c", folder.toString(), how);
    }

    private static boolean isThere(String program) {
        return Files.exists(Path.of(program));
    }

    private String accepts(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertTrue(ended, text);
        assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + text);
        return text;
    }
}
