package org.sipsleuth.edge.traffic;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.conformance.Conformance;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.signature.SignatureScanner;

/// Scans of the text of messages from outside, once before replays.
public final class MessageScans {

    private static final int PAUSE_MASK = (1 << 10) - 1;

    /// Names as the RFCs write them, by their lower-case form.
    private static final Map<String, String> USUAL_NAMES = Stream
            .of("Accept Accept-Encoding Accept-Language Alert-Info Allow Allow-Events"
                    + " Authorization Call-ID Contact Content-Disposition"
                    + " Content-Encoding Content-Length Content-Type CSeq Date"
                    + " Event Expires From In-Reply-To Max-Forwards Min-Expires"
                    + " Organization P-Asserted-Identity Proxy-Authenticate"
                    + " Proxy-Authorization Proxy-Require RAck Reason"
                    + " Record-Route Refer-To Referred-By Reply-To Require"
                    + " Retry-After Route RSeq Server Session-Expires Subject"
                    + " Subscription-State Supported Timestamp To Unsupported"
                    + " User-Agent Via Warning WWW-Authenticate")
            .flatMap(names -> Stream.of(names.split(" ", -1)))
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private final BorderTraffic traffic;
    private final RunMonitor monitor;

    public MessageScans(BorderTraffic traffic, RunMonitor monitor) {
        this.traffic = traffic;
        this.monitor = monitor;
    }

    /// What is found by these settings; none is anomalous.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public MessageFacts facts(ScanSettings settings) {
        MessageFacts facts = MessageFacts.ofDefects(traffic).withIrregular(irregular());
        if (settings.grammar() == ScanSettings.Grammar.ABNF) {
            facts = facts.withMalformed(malformed());
        }
        return settings.signatures().isEmpty() ? facts : facts.withMatching(matching(settings.signatures()));
    }

    /// The messages that break a MUST of the grammar or rules of RFC 3261 and others, or that two
    /// parsers may read differently. Cost: about a millisecond a message.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public BitSet malformed() {
        return scan("Checking grammar",
                message -> Conformance
                        .check(traffic.index().bytes(message), traffic.index().messages().transport(message),
                                traffic.index().messages().isCut(message))
                        .stream()
                        .map(Departure::severity)
                        .anyMatch(each -> each.compareTo(Severity.MEDIUM) >= 0));
    }

    /// The messages that have one of these signatures. Cost: linear in their bytes.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public BitSet matching(List<Signature> signatures) {
        SignatureScanner scanner = new SignatureScanner(signatures);
        return scan("Scanning for signatures", message -> scanner.matches(traffic.index().bytes(message)).length > 0);
    }

    /// The messages with folded lines, compact names, or names written unlike the RFCs do.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public BitSet irregular() {
        return scan("Comparing names", message -> isIrregular(traffic.index().bytes(message)));
    }

    private BitSet scan(String stage, IntPredicate has) {
        int[] seen = {0};
        return MessageFacts.ingress(traffic, message -> {
            if ((seen[0]++ & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(stage, message, traffic.size()));
            }
            return has.test(message);
        });
    }

    private static boolean isIrregular(byte[] message) {
        int at = lineEnd(message, 0);
        while (at < message.length && message[at] != '\r' && message[at] != '\n') {
            if (message[at] == ' ' || message[at] == '\t') {
                return true;
            }
            int end = lineEnd(message, at);
            int colon = at;
            while (colon < end && message[colon] != ':') {
                colon++;
            }
            String name = new String(message, at, colon - at, StandardCharsets.ISO_8859_1);
            String usual = USUAL_NAMES.get(name.strip().toLowerCase(Locale.ROOT));
            if (name.length() == 1 || (usual != null && !usual.equals(name))) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static int lineEnd(byte[] message, int from) {
        int at = from;
        while (at < message.length && message[at] != '\n') {
            at++;
        }
        return Math.min(message.length, at + 1);
    }
}
