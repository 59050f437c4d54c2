package org.sipsleuth.dialog.leg.fact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Reads what is known of dialogs as legs. Used by one thread; several may share `hosts` and
/// `keys`.
public final class FactReader {

    /// REFERs of one dialog beyond that many are passed over.
    private static final int MOST_REFERS = 8;

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_FAILURE = 300;

    private final SipIndex index;
    private final Hosts hosts;
    private final Keys keys;
    private final Set<String> callIdFields;
    private final EventReader events;
    private final SipLayout layout = new SipLayout();

    /// @param callIdFields the header fields that name another Call-ID, in lower case
    public FactReader(SipIndex index, Hosts hosts, Keys keys, Set<String> callIdFields) {
        this.index = index;
        this.hosts = hosts;
        this.keys = keys;
        this.callIdFields = Set.copyOf(callIdFields);
        events = new EventReader(index.messages(), hosts);
    }

    /// What is known of a dialog; empty if it can be no leg: nobody is called, and nobody is asked
    /// to call. Cost: its messages.
    public Optional<CallFacts> read(int dialog) {
        int[] messages = index.messagesOf(dialog);
        CallEvents notable = events.read(messages);
        if (notable.request() == CallEvents.NONE && !index.dialogs().isCall(dialog)) {
            return Optional.empty();
        }
        HeaderFacts header = new HeaderFacts(keys, callIdFields);
        Parties parties = Parties.NONE;
        Sdp offer = Sdp.NONE;
        int request = notable.request();
        if (request != CallEvents.NONE) {
            byte[] buffer = index.layout(request, layout);
            header.add(buffer, layout, request, hosts.destination(request));
            parties = header.parties(party(Part.REQUEST_URI, buffer), party(Part.TO_URI, buffer),
                    party(Part.FROM_URI, buffer));
            offer = sdp(buffer);
        }
        long answer = answer(notable, header);
        addRefers(messages, request, header);
        return Optional.of(new CallFacts(dialog, notable, parties,
                new MediaFacts(offer.media, answer, offer.session, offer.codecs),
                header.identifiers(index.dialogs().callId(dialog)), header.references()));
    }

    private long party(Part part, byte[] buffer) {
        return Party.of(layout.text(part, buffer), keys);
    }

    /// The media of the first answer; its header fields are taken, too.
    private long answer(CallEvents notable, HeaderFacts header) {
        int success = notable.first(CallEvents.Kind.FINAL, Hosts.ANY, Hosts.ANY);
        int ringing = notable.first(CallEvents.Kind.RINGING, Hosts.ANY, Hosts.ANY);
        long media = Keys.NONE;
        if (success != CallEvents.NONE && isSuccess(notable.status(success))) {
            byte[] buffer = index.layout(success, layout);
            header.add(buffer, layout, success, hosts.destination(success));
            media = sdp(buffer).media;
        }
        if (media == Keys.NONE && ringing != CallEvents.NONE) {
            media = sdp(index.layout(ringing, layout)).media;
        }
        return media;
    }

    private static boolean isSuccess(int status) {
        return status >= FIRST_SUCCESS && status < FIRST_FAILURE;
    }

    private void addRefers(int[] messages, int request, HeaderFacts header) {
        int count = 0;
        for (int message : messages) {
            if (index.messages().type(message) == MessageTypes.REFER && message != request
                    && !index.messages().isRetransmission(message)) {
                byte[] buffer = index.layout(message, layout);
                header.addRefer(buffer, layout, message, hosts.destination(message));
                if (++count == MOST_REFERS) {
                    return;
                }
            }
        }
    }

    private Sdp sdp(byte[] buffer) {
        return SessionDescription.of(buffer, layout)
                .map(session -> new Sdp(keys.of(mediaOf(session)),
                        keys.of(sessionOf(buffer, layout.from(Part.SDP), layout.to(Part.SDP))),
                        keys.of(SessionDescription.codecs(buffer, layout))))
                .orElse(Sdp.NONE);
    }

    /// The address and port of the first medium that is not rejected: `192.0.2.1:4000`; empty if
    /// there are none or it is on hold without an address.
    public static String mediaOf(SessionDescription session) {
        for (MediaDescription medium : session.media()) {
            if (medium.port() > 0 && !medium.isNowhere() && !medium.address().isEmpty()) {
                return medium.address() + ":" + medium.port();
            }
        }
        return "";
    }

    /// The name and number of the session in the `o=` line: `alice 2890844526`; empty if there is
    /// none, or a number that indicates nothing.
    public static String sessionOf(byte[] buffer, int from, int to) {
        String body = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        int line = body.startsWith("o=") ? 0 : body.indexOf("\no=") + 1;
        if (line <= 0) {
            return "";
        }
        String[] words = body.substring(line + 2, lineEnd(body, line)).split(" ", 3);
        boolean isSpecific = words.length == 3 && words[1].length() > 2;
        return isSpecific ? words[0] + " " + words[1] : "";
    }

    private static int lineEnd(String body, int from) {
        int end = from;
        while (end < body.length() && body.charAt(end) != '\r' && body.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private record Sdp(long media, long session, long codecs) {
        static final Sdp NONE = new Sdp(Keys.NONE, Keys.NONE, Keys.NONE);
    }
}
