package org.sipsleuth.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// Messages as a sequence chart: who takes part, and which message goes from whom to whom. Drawn by
/// the window, printed by the command line. Immutable.
public final class Ladder {

    /// What a label says of a message with a session description.
    private static final String SDP_MARK = " (SDP)";

    private final SipIndex index;
    private final int[] messages;
    private final int[] sources;
    private final int[] destinations;
    private final List<Lifeline> lifelines;

    /// One vertical line: a host, named by its address, with the ports it used in rising order.
    public record Lifeline(String host, List<Integer> ports) {
        public Lifeline {
            ports = List.copyOf(ports);
        }
    }

    /// What an arrow says, in parts.
    ///
    /// @param what the method of a request; the status code and reason phrase of a response
    /// @param method the method that a response answers, as its CSeq says; else empty
    /// @param hasSdp whether the message has a session description
    public record Words(String what, String method, boolean hasSdp) {

        /// `INVITE (SDP)`, `200 OK (INVITE)`
        @Override
        public String toString() {
            return what + (method.isEmpty() ? "" : " (" + method + ")") + (hasSdp ? SDP_MARK : "");
        }
    }

    private Ladder(SipIndex index, int[] messages) {
        this.index = index;
        this.messages = messages.clone();
        this.sources = new int[messages.length];
        this.destinations = new int[messages.length];
        Hosts hosts = new Hosts(index.messages());
        for (int row = 0; row < messages.length; row++) {
            sources[row] = hosts.placeOf(index.messages().source(messages[row]));
            destinations[row] = hosts.placeOf(index.messages().destination(messages[row]));
        }
        this.lifelines = hosts.lifelines();
    }

    /// The ladder of these messages, in their order. Lifelines stand in the order in which they
    /// first send or receive, so that a request's path reads from left to right.
    public static Ladder of(SipIndex index, int[] messages) {
        return new Ladder(index, messages);
    }

    /// The lifelines from left to right.
    public List<Lifeline> lifelines() {
        return lifelines;
    }

    /// How many rows there are: one for each message.
    public int size() {
        return messages.length;
    }

    /// The number of the message in this row.
    public int message(int row) {
        return messages[row];
    }

    /// The lifeline that the row's message comes from.
    public int source(int row) {
        return sources[row];
    }

    /// The lifeline that it goes to; equal to the source if a host talks to itself.
    public int destination(int row) {
        return destinations[row];
    }

    /// What the arrow says: `INVITE (SDP)`, `180 Ringing`, `200 OK (INVITE)`. Parsed from the
    /// message when asked for.
    public String label(int row) {
        return words(row).toString();
    }

    /// The same in parts, for who has little room.
    public Words words(int row) {
        SipLayout layout = new SipLayout();
        byte[] buffer = index.layout(messages[row], layout);
        MessageTable table = index.messages();
        String type = table.typeName(table.type(messages[row]));
        boolean hasSdp = SdpRole.hasSdp(buffer, layout);
        if (layout.isRequest()) {
            return new Words(type, "", hasSdp);
        }
        String reason = layout.text(Part.REASON, buffer);
        String what = type + (reason.isEmpty() ? "" : " " + reason);
        return new Words(what, layout.text(Part.CSEQ_METHOD, buffer), hasSdp);
    }

    /// Gives each host its place, from left to right as they come.
    private static final class Hosts {
        private final MessageTable table;
        private final Map<Integer, Integer> placeOfEndpoint = new HashMap<>();
        private final Map<String, Integer> placeOfHost = new HashMap<>();
        private final List<TreeSet<Integer>> ports = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Hosts(MessageTable table) {
            this.table = table;
        }

        int placeOf(int endpoint) {
            Integer known = placeOfEndpoint.get(endpoint);
            if (known != null) {
                return known;
            }
            Endpoint end = table.endpoint(endpoint);
            int place =
                    placeOfHost.computeIfAbsent(
                            end.host(),
                            host -> {
                                names.add(host);
                                ports.add(new TreeSet<>());
                                return names.size() - 1;
                            });
            ports.get(place).add(end.port());
            placeOfEndpoint.put(endpoint, place);
            return place;
        }

        List<Lifeline> lifelines() {
            List<Lifeline> lines = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                lines.add(new Lifeline(names.get(i), List.copyOf(ports.get(i))));
            }
            return List.copyOf(lines);
        }
    }
}
