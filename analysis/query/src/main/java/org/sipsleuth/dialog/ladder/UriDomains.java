package org.sipsleuth.dialog.ladder;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;

/// Finds the domain of each endpoint in the URIs of its messages. The first of these that is a host
/// name, not an address, counts:
///
/// 1. sent-by of the topmost Via of a request that it sends (RFC 3261 §18.1.1);
/// 2. the Contact of a request that it sends as its first hop (one Via; §8.1.1.8);
/// 3. the From of such a request (§8.1.1.3);
/// 4. the Request-URI of a REGISTER that it gets (§10.2: the domain of the registrar);
/// 5. the To of a response that it sends, unless it passes requests on (more than one Via).
final class UriDomains {

    /// Upper limit of messages examined per endpoint.
    private static final int MOST_ASKED = 16;

    private static final int LONGEST_NAME = 253;
    private static final int BEST = 1;
    private static final int LAST = 5;

    private record Found(String domain, int rank) {}

    private final SipIndex index;
    private final Map<Integer, Found> found = new HashMap<>();
    private final Map<Integer, Integer> asked = new HashMap<>();
    private final Set<Integer> proxies = new HashSet<>();

    private UriDomains(SipIndex index) {
        this.index = index;
    }

    /// Endpoint → domain, of those that have one. Cost: some messages of each endpoint are parsed.
    static Map<Integer, String> of(SipIndex index, int[] messages) {
        UriDomains domains = new UriDomains(index);
        for (int message : messages) {
            domains.ask(message);
        }
        Map<Integer, String> named = new HashMap<>();
        domains.found.forEach((endpoint, one) -> {
            if (one.rank() < LAST || !domains.proxies.contains(endpoint)) {
                named.put(endpoint, one.domain());
            }
        });
        return named;
    }

    private void ask(int message) {
        MessageTable table = index.messages();
        int source = table.source(message);
        int destination = table.destination(message);
        boolean isRegister = table.typeName(table.type(message)).equals("REGISTER");
        boolean asksSource = isOpen(source);
        boolean asksDestination = isRegister && isOpen(destination);
        if (!asksSource && !asksDestination) {
            return;
        }
        SipMessage text = index.message(message);
        if (asksSource) {
            asked.merge(source, 1, Integer::sum);
            askSender(source, text);
        }
        if (asksDestination && text instanceof SipRequest request) {
            asked.merge(destination, 1, Integer::sum);
            SipUri.of(request.requestUri()).ifPresent(uri -> note(destination, uri.host(), 4));
        }
    }

    private boolean isOpen(int endpoint) {
        Found one = found.get(endpoint);
        return (one == null || one.rank() > BEST) && asked.getOrDefault(endpoint, 0) < MOST_ASKED;
    }

    private void askSender(int source, SipMessage text) {
        if (text instanceof SipRequest) {
            int hops = text.vias().size();
            text.vias().stream().findFirst().ifPresent(via -> note(source, via.host(), BEST));
            if (hops > 1) {
                proxies.add(source);
            } else {
                noteUris(source, text.contacts(), 2);
                noteUris(source, text.from().stream().toList(), 3);
            }
        } else {
            noteUris(source, text.to().stream().toList(), LAST);
        }
    }

    private void noteUris(int endpoint, List<NameAddr> addresses, int rank) {
        addresses.stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(uri -> note(endpoint, uri.host(), rank));
    }

    private void note(int endpoint, String host, int rank) {
        Found before = found.get(endpoint);
        if (isName(host) && (before == null || before.rank() > rank)) {
            found.put(endpoint, new Found(host.toLowerCase(Locale.ROOT), rank));
        }
    }

    /// Whether a host is a name, and not one that states on purpose that it is missing (RFC 2606
    /// §2).
    private static boolean isName(String host) {
        if (host.isEmpty() || host.length() > LONGEST_NAME || host.startsWith("[")
                || host.toLowerCase(Locale.ROOT).endsWith(".invalid")) {
            return false;
        }
        try {
            InetAddress.ofLiteral(host);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
