package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipRequest;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.Via;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Who takes part in a call, as its set-up shows: the hosts that sent or received an INVITE outside
/// a dialog, the hosts that these and their responses name, the products and the later requests of
/// both sides.
///
/// A capture that begins within a call shows no set-up, and then nothing can be concluded.
final class CallParties {

    /// The side of a call.
    enum Side {
        CALLER,
        CALLEE,
        /// Its tag is not one of this call.
        UNKNOWN
    }

    /// Further messages of a dialog are not read.
    private static final int MOST_MESSAGES = 2_000;

    private static final int MOST_SETUPS = 16;

    private final SipIndex index;
    private final MessageTable messages;

    /// Hosts that sent or received the set-up.
    private final Set<String> hosts = new HashSet<>();

    /// The texts of the set-up.
    private final List<String> setup = new ArrayList<>();

    /// The Call-ID's INVITEs outside a dialog by CSeq number.
    private final Set<Long> invites = new HashSet<>();

    /// Next hops of the set-up: source and destination of each INVITE.
    private final Set<List<String>> hops = new LinkedHashSet<>();

    private String callerTag = "";
    private final Set<String> calleeTags = new HashSet<>();
    private final Map<Side, Set<String>> products = new EnumMap<>(Side.class);

    /// The sides whose requests within the dialog name their product.
    private final Set<Side> naming = new HashSet<>();

    /// The last request that each side sent from a host of the set-up.
    private final Map<Side, Integer> last = new EnumMap<>(Side.class);

    private CallParties(SipIndex index) {
        this.index = index;
        this.messages = index.messages();
    }

    /// Reads them. Cost: the text of the dialog's messages.
    static CallParties of(SipIndex index, int dialog) {
        CallParties parties = new CallParties(index);
        int[] all = index.messagesOf(dialog);
        for (int i = 0; i < all.length && i < MOST_MESSAGES; i++) {
            parties.readSetup(all[i]);
        }
        Map<String, String> origins = new HashMap<>();
        for (int i = 0; i < all.length && i < MOST_MESSAGES; i++) {
            parties.readRequest(all[i], origins);
        }
        return parties;
    }

    private String source(int message) {
        return messages.endpoint(messages.source(message)).host();
    }

    private String destination(int message) {
        return messages.endpoint(messages.destination(message)).host();
    }

    private void readSetup(int message) {
        boolean isInvite = messages.type(message) == MessageTypes.INVITE;
        if (isInvite && !messages.hasToTag(message)) {
            hosts.add(source(message));
            hosts.add(destination(message));
            hops.add(List.of(source(message), destination(message)));
            invites.add(messages.cseq(message));
            read(message, Side.CALLER);
        } else if (messages.isOfInvite(message)
                && !messages.isRequest(message)
                && messages.type(message) > 100
                && invites.contains(messages.cseq(message))
                && hosts.contains(source(message))) {
            read(message, Side.CALLEE);
        }
    }

    private void read(int message, Side side) {
        if (setup.size() >= MOST_SETUPS) {
            return;
        }
        SipMessage read = index.message(message);
        setup.add(read.text());
        product(read).ifPresent(productsOf(side)::add);
        if (side == Side.CALLER) {
            callerTag = read.from().flatMap(NameAddr::tag).orElse(callerTag);
        } else {
            read.to().flatMap(NameAddr::tag).ifPresent(calleeTags::add);
        }
    }

    private Set<String> productsOf(Side side) {
        return products.computeIfAbsent(side, _ -> new HashSet<>());
    }

    /// A request within the dialog: whose it is, unless it came in from a host outside first.
    private void readRequest(int message, Map<String, String> origins) {
        int type = messages.type(message);
        if (!messages.isRequest(message)
                || !messages.hasToTag(message)
                || type == MessageTypes.CANCEL) {
            return;
        }
        SipMessage read = index.message(message);
        List<Via> vias = read.vias();
        String origin = vias.isEmpty() ? "" : vias.getLast().branch().orElse("");
        String first = origins.computeIfAbsent(origin, _ -> source(message));
        if (!hosts.contains(first)) {
            return;
        }
        Side side = sideOf(read);
        product(read)
                .ifPresent(
                        product -> {
                            productsOf(side).add(product);
                            naming.add(side);
                        });
        if (type != MessageTypes.ACK) {
            last.put(side, message);
        }
    }

    static Optional<String> product(SipMessage message) {
        return message.header("User-Agent")
                .or(() -> message.header("Server"))
                .filter(product -> !product.isBlank());
    }

    /// Where a message asks for media: `192.0.2.1:40000`, `[2001:db8::1]:40000`.
    static Set<String> mediaOf(SipMessage message) {
        Set<String> sockets = new LinkedHashSet<>();
        message.sdp()
                .ifPresent(
                        sdp ->
                                sdp.media().stream()
                                        .filter(each -> each.port() > 0 && !each.address().isEmpty())
                                        .map(CallParties::socket)
                                        .forEach(sockets::add));
        return sockets;
    }

    private static String socket(MediaDescription media) {
        String host = media.address();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + media.port();
    }

    /// Whether a host sent or received the set-up.
    boolean isHost(String address) {
        return hosts.contains(address);
    }

    /// Whether the set-up names an address: in Via, Contact, Record-Route, SDP.
    boolean isNamed(String address) {
        return setup.stream().anyMatch(text -> names(text, address));
    }

    /// Whether a text has an address that is not part of a longer one.
    static boolean names(String text, String address) {
        int at = text.indexOf(address);
        while (at >= 0) {
            int end = at + address.length();
            boolean begins = at == 0 || !isOfAddress(text.charAt(at - 1));
            boolean ends =
                    end == text.length()
                            || !isOfAddress(text.charAt(end))
                            || (text.charAt(end) == ':' && !address.contains(":"))
                            || (text.charAt(end) == '.' && !isDigitAt(text, end + 1));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(address, at + 1);
        }
        return false;
    }

    private static boolean isDigitAt(String text, int place) {
        return place < text.length() && Character.isDigit(text.charAt(place));
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == ':';
    }

    /// The side that a request's From names.
    Side sideOf(SipMessage request) {
        String tag = request.from().flatMap(NameAddr::tag).orElse("");
        if (request instanceof SipRequest cancel && cancel.method().equals("CANCEL")) {
            return Side.CALLER;
        }
        if (!tag.isEmpty() && tag.equals(callerTag)) {
            return Side.CALLER;
        }
        return calleeTags.contains(tag) ? Side.CALLEE : Side.UNKNOWN;
    }

    /// Whether a request is written by another product than this side's messages.
    boolean isOtherProduct(SipMessage request, Side side) {
        Set<String> known = productsOf(side);
        Optional<String> product = product(request);
        if (product.isEmpty()) {
            return naming.contains(side);
        }
        return !known.isEmpty() && !known.contains(product.get());
    }

    /// The last request of a side within the dialog from a host of the set-up, or -1.
    int lastRequest(Side side) {
        return last.getOrDefault(side, -1);
    }

    /// The host that a side's requests came to another one from in the set-up; empty if it is not
    /// known.
    String neighbour(Side side, String of) {
        return switch (side) {
            case CALLER ->
                    hops.stream()
                            .filter(hop -> hop.getLast().equals(of))
                            .map(List::getFirst)
                            .findFirst()
                            .orElse("");
            case CALLEE ->
                    hops.stream()
                            .filter(hop -> hop.getFirst().equals(of))
                            .map(List::getLast)
                            .findFirst()
                            .orElse("");
            case UNKNOWN -> "";
        };
    }
}
