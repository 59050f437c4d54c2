package org.sipsleuth.belief.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.ViaScan;

/// Reads the text of messages, as one of several that share them.
final class EventReader implements Blocks.Work {

    private static final int LONGEST_HOST = 255;
    private static final int MOST_VIAS = 255;
    private static final byte[] INVITE = "INVITE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CANCEL = "CANCEL".getBytes(StandardCharsets.US_ASCII);

    private final SipIndex index;
    private final SourceRule rule;
    private final EventColumns columns;
    private final int number;
    private final KeyedHash hash;
    private final SipLayout layout = new SipLayout();
    private final ViaScan via = new ViaScan();
    private final ParameterScan parameter = new ParameterScan();
    private final OpenedPorts opened;
    private final int[] ofEndpoint;

    /// The hosts it has met, numbered by itself.
    final NamePool hosts = new NamePool();

    /// What stands for the ports it has met.
    final LongColumn ports = new LongColumn();

    /// @param number its own, among all readers
    EventReader(SipIndex index, SourceRule rule, EventColumns columns, int number, KeyedHash hash) {
        this.index = index;
        this.rule = rule;
        this.columns = columns;
        this.number = number;
        this.hash = hash;
        this.opened = new OpenedPorts(hash);
        this.ofEndpoint = new int[index.messages().endpointCount()];
        Arrays.fill(ofEndpoint, -1);
    }

    @Override
    public void piece(int message) {
        byte[] buffer = index.layout(message, layout);
        columns.reader[message] = (byte) number;
        columns.source[message] = source(message, buffer);
        columns.destination[message] = destination(message, buffer);
        columns.answers[message] = answers(buffer);
        int count = opened.read(buffer, layout);
        columns.portCount[message] = (byte) count;
        columns.portsAt[message] = ports.size();
        for (int i = 0; i < count; i++) {
            ports.add(opened.port(i));
        }
    }

    private byte answers(byte[] buffer) {
        if (layout.isRequest() || !layout.has(Part.CSEQ_METHOD)) {
            return 0;
        }
        return isMethod(buffer, INVITE)
                ? EventColumns.ANSWERS_INVITE
                : isMethod(buffer, CANCEL) ? EventColumns.ANSWERS_CANCEL : 0;
    }

    private boolean isMethod(byte[] buffer, byte[] method) {
        int from = layout.from(Part.CSEQ_METHOD);
        return Arrays.equals(buffer, from, layout.to(Part.CSEQ_METHOD), method, 0, method.length);
    }

    /// The address that a request is sent to where it begins something: its Request-URI without
    /// parameters; of a REGISTER, whose Request-URI names the registrar alone, the URI of To.
    private long destination(int message, byte[] buffer) {
        MessageTable messages = index.messages();
        if (!layout.isRequest() || messages.hasToTag(message)) {
            return 0;
        }
        Part part =
                messages.type(message) == MessageTypes.REGISTER ? Part.TO_URI : Part.REQUEST_URI;
        if (!layout.has(part)) {
            return 0;
        }
        int from = layout.from(part);
        int to = from;
        while (to < layout.to(part) && buffer[to] != ';' && buffer[to] != '?') {
            to++;
        }
        long key = hash.hash(buffer, from, to);
        return key == 0 ? 1 : key;
    }

    /// The source as a number of [#hosts].
    private int source(int message, byte[] buffer) {
        int vias = readVias(buffer);
        columns.vias[message] = (byte) Math.min(vias, MOST_VIAS);
        if (vias == 0 || (vias == 1 && rule == SourceRule.ADDRESS)) {
            MessageTable messages = index.messages();
            return ofEndpoint(
                    layout.isRequest() ? messages.source(message) : messages.destination(message));
        }
        if (rule == SourceRule.ADDRESS) {
            parameter.begin(via.parametersFrom);
            while (parameter.next(buffer, via.end)) {
                if (parameter.valueFrom >= 0 && parameter.isNamed(buffer, "received")) {
                    return host(buffer, parameter.valueFrom, parameter.valueTo);
                }
            }
        }
        return host(buffer, via.hostFrom, via.hostTo);
    }

    /// Reads all Vias; the last one that has a host is what [#via] holds then.
    ///
    /// @return how many there are
    private int readVias(byte[] buffer) {
        int vias = 0;
        int last = -1;
        int lastTo = -1;
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldName(i) != HeaderName.VIA) {
                continue;
            }
            int p = layout.valueFrom(i);
            while (p < layout.valueTo(i)) {
                via.read(buffer, p, layout.valueTo(i));
                if (via.hostTo > via.hostFrom) {
                    vias++;
                    last = p;
                    lastTo = layout.valueTo(i);
                }
                p = Math.max(p, via.end) + 1;
            }
        }
        if (last >= 0) {
            via.read(buffer, last, lastTo);
        }
        return vias;
    }

    private int ofEndpoint(int endpoint) {
        if (ofEndpoint[endpoint] < 0) {
            ofEndpoint[endpoint] = add(index.messages().endpoint(endpoint).host());
        }
        return ofEndpoint[endpoint];
    }

    private int host(byte[] buffer, int from, int to) {
        int end = Math.min(to, from + LONGEST_HOST);
        boolean plain = true;
        for (int p = from; p < end; p++) {
            plain &= buffer[p] >= '.' && buffer[p] <= '9';
        }
        if (plain) {
            return hosts.intern(buffer, from, end); // an IPv4 address: as it is
        }
        String text = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        return add(canonical(text));
    }

    private static String canonical(String text) {
        String bare = text.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            return IpText.of(java.net.InetAddress.ofLiteral(bare).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return bare;
        }
    }

    private int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hosts.intern(bytes, 0, bytes.length);
    }
}
