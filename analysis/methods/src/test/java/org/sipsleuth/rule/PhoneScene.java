package org.sipsleuth.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.SentenceWords;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.TransactionTable;

/// Registrations and calls of phones at one server, which may overlap in time, for tests.
final class PhoneScene {

    static final String SERVER = "192.0.2.1";
    static final String PHONE = "198.51.100.11";
    static final String OTHER_PHONE = "198.51.100.12";
    static final String STRANGER = "203.0.113.66";
    static final String ELSEWHERE = "203.0.114.7";

    private static final long SECOND = 1_000_000_000L;

    private final List<Sent> sent = new ArrayList<>();
    private long nanos = 1_700_000_000L * SECOND;
    private String userAgent = "Phone";
    private String tag = "f";
    private int calls;

    private record Sent(long nanos, byte[] frame) {}

    /// Time passes.
    PhoneScene after(double seconds) {
        nanos += Math.round(seconds * SECOND);
        return this;
    }

    /// Requests from now on have this User-Agent.
    PhoneScene userAgent(String name) {
        userAgent = name;
        return this;
    }

    /// Requests from now on have this From tag.
    PhoneScene tag(String text) {
        tag = text;
        return this;
    }

    /// A registration: a challenge, then credentials that are accepted.
    PhoneScene registers(String host, String user) {
        String id = "reg" + calls++;
        request(0, host, "REGISTER", user, user, id, 1, "");
        response(0.01, host, 401, "REGISTER", user, id, 1, "");
        request(0.02, host, "REGISTER", user, user, id, 2, credentials(user));
        response(0.03, host, 200, "REGISTER", user, id, 2, "");
        return this;
    }

    /// A registration that is accepted without a challenge.
    PhoneScene registersUnchallenged(String host, String user) {
        String id = "open" + calls++;
        request(0, host, "REGISTER", user, user, id, 1, "");
        response(0.01, host, 200, "REGISTER", user, id, 1, "");
        return this;
    }

    /// A registration that removes the bindings of a user: a challenge, then credentials that are
    /// accepted.
    PhoneScene unregisters(String host, String user) {
        String id = "unreg" + calls++;
        request(0, host, "REGISTER", user, user, id, 1, "Expires: 0\r\n");
        response(0.01, host, 401, "REGISTER", user, id, 1, "");
        request(0.02, host, "REGISTER", user, user, id, 2, credentials(user) + "Expires: 0\r\n");
        response(0.03, host, 200, "REGISTER", user, id, 2, "");
        return this;
    }

    /// REGISTERs with credentials in one Call-ID, each answered with a status.
    ///
    /// @param seconds between two of them
    PhoneScene tries(String host, String user, double seconds, int... statuses) {
        return tries(host, user, seconds, "", statuses);
    }

    /// The same with more lines in the responses.
    PhoneScene tries(String host, String user, double seconds, String more, int... statuses) {
        String id = "try" + calls++;
        request(0, host, "REGISTER", user, user, id, 1, "");
        response(0.01, host, 401, "REGISTER", user, id, 1, "");
        int cseq = 1;
        for (int status : statuses) {
            after(seconds);
            request(0, host, "REGISTER", user, user, id, ++cseq, credentials(user));
            response(0.01, host, status, "REGISTER", user, id, cseq, status == 200 ? "" : more);
        }
        return this;
    }

    /// INVITEs with credentials in one Call-ID, each of which is challenged.
    PhoneScene challenged(String host, String user, String callee, int times) {
        String id = "challenged" + calls++;
        for (int cseq = 1; cseq <= times; cseq++) {
            request(0, host, "INVITE", user, callee, id, cseq, credentials(user));
            response(0.01, host, 407, "INVITE", callee, id, cseq, "");
            request(0.02, host, "ACK", user, callee, id, cseq, "");
            after(0.3);
        }
        return this;
    }

    /// Statuses of which the first ones are the same.
    static int[] statuses(int count, int status, int... then) {
        int[] all = new int[count + then.length];
        Arrays.fill(all, 0, count, status);
        System.arraycopy(then, 0, all, count, then.length);
        return all;
    }

    /// A call with credentials of the caller.
    ///
    /// @param talkSeconds until the caller sends BYE; negative: it never does
    PhoneScene calls(String host, String user, String callee, double talkSeconds) {
        return calls(host, user, user, callee, 200, 0.5, talkSeconds);
    }

    /// A call.
    ///
    /// @param account of the credentials; empty for a call without
    /// @param status of the final response
    /// @param answerSeconds until it comes
    PhoneScene calls(String host, String user, String account, String callee, int status, double answerSeconds,
            double talkSeconds) {
        String id = "call" + calls++;
        int cseq = 1;
        double at = 0;
        if (!account.isEmpty()) {
            request(at, host, "INVITE", user, callee, id, cseq, "");
            response(at + 0.01, host, 407, "INVITE", callee, id, cseq, "");
            request(at + 0.02, host, "ACK", user, callee, id, cseq, "");
            at += 0.03;
            cseq++;
        }
        String lines = account.isEmpty() ? "" : credentials(account);
        request(at, host, "INVITE", user, callee, id, cseq, lines);
        at += answerSeconds;
        if (status > 0) {
            response(at, host, status, "INVITE", callee, id, cseq, "");
            request(at + 0.01, host, "ACK", user, callee, id, cseq, "");
        }
        if (status == 200 && talkSeconds >= 0) {
            request(at + talkSeconds, host, "BYE", user, callee, id, cseq + 1, "");
            response(at + talkSeconds + 0.01, host, 200, "BYE", callee, id, cseq + 1, "");
        }
        return this;
    }

    /// The server passes a call on to a phone, which answers and names its product.
    PhoneScene receives(String host, String user, String caller) {
        String id = "in" + calls++;
        send(0, SERVER, host, "INVITE sip:" + user + "@x SIP/2.0", "INVITE", caller, user, id, 1, "");
        String product = "Server: " + userAgent + "\r\n";
        send(0.1, host, SERVER, "SIP/2.0 200 OK", "INVITE", caller, user, id, 1, product);
        return this;
    }

    private static String credentials(String user) {
        return "Authorization: Digest username=\"%s\", realm=\"r\", response=\"0\"\r\n".formatted(user);
    }

    private void request(double later, String host, String method, String from, String to, String id, int cseq,
            String more) {
        boolean isRegister = method.equals("REGISTER");
        String uri = isRegister ? "sip:example.org" : "sip:" + to + "@example.org";
        String lines = "User-Agent: %s\r\nContact: <sip:%s@%s>\r\n".formatted(userAgent, from, host);
        send(later, host, SERVER, method + " " + uri + " SIP/2.0", method, from, to, id, cseq, lines + more);
    }

    private void response(double later, String host, int status, String method, String to, String id, int cseq,
            String more) {
        send(later, SERVER, host, "SIP/2.0 " + status + " Reason", method, "x", to, id, cseq, more);
    }

    private void send(double later, String from, String to, String start, String method, String fromUser, String toUser,
            String id, int cseq, String more) {
        String text = """
                %s
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s-%d-%s
                Max-Forwards: 70
                From: <sip:%s@example.org>;tag=%s
                To: <sip:%s@example.org>%s
                Call-ID: %s
                CSeq: %d %s
                """.formatted(start, id, cseq, method.equals("ACK") ? "INVITE" : method, fromUser, tag, toUser,
                start.startsWith("BYE") ? ";tag=t" : "", id, cseq, method).replace("\n", "\r\n");
        sent.add(new Sent(nanos + Math.round(later * SECOND),
                Packets.sip(from, to, text + more + "Content-Length: 0\r\n\r\n")));
    }

    /// The capture read.
    SipIndex index() {
        PcapWriter pcap = new PcapWriter(1);
        sent.stream()
                .sorted(Comparator.comparingLong(Sent::nanos))
                .forEach(
                        each -> pcap.frame(each.nanos() / SECOND, (int) (each.nanos() % SECOND / 1_000), each.frame()));
        try {
            Path file = Files.createTempFile("phones", ".pcap");
            try {
                Files.write(file, pcap.bytes());
                return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What rules find one after the other.
    List<Finding> found(SessionRule... rules) {
        return found(Map.of(), RateTable.NONE, rules);
    }

    /// The same with other settings.
    List<Finding> found(Map<String, String> settings, RateTable rates, SessionRule... rules) {
        return found(index(), settings, rates, rules);
    }

    static List<Finding> found(SipIndex index, Map<String, String> settings, RateTable rates, SessionRule... rules) {
        RuleMethod method = new RuleMethod();
        try {
            Traffic traffic = new CaptureTraffic(HostRoles.of(TransactionTable.of(index, RunMonitor.NONE)),
                    Settings.of(method.settings(), settings), rates,
                    new Origin(RuleMethod.NAME, method.shipped().identity()), RunMonitor.NONE);
            List<Finding> findings = new ArrayList<>();
            for (SessionRule rule : rules) {
                findings.addAll(rule.apply(traffic));
            }
            findings.forEach(SentenceWords::check);
            return findings;
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The only finding of a rule.
    Finding only(SessionRule rule) {
        List<Finding> findings = found(rule);
        if (findings.size() != 1) {
            throw new AssertionError(sentences(findings).toString());
        }
        return findings.getFirst();
    }

    /// What findings state, as ends of sentences.
    static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(PhoneScene::sentence).toList();
    }

    /// What a finding states, as the end of a sentence.
    static String sentence(Finding finding) {
        return observation(finding).predicate()
                .stream()
                .map(clause -> clause.words().text())
                .collect(Collectors.joining());
    }

    static Observation observation(Finding finding) {
        return finding.observation().orElseThrow();
    }
}
