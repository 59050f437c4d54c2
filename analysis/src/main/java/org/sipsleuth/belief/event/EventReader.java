package org.sipsleuth.belief.event;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.field.AddressScan;
import org.sipsleuth.sip.field.ParameterScan;
import org.sipsleuth.sip.field.ViaScan;

/// Reads what the counters need of messages, as one of several that share them. Where the index
/// says enough, the text is not looked at; where the header is plain, only the lines that matter
/// are; else the message is parsed whole. All three say the same.
final class EventReader implements Blocks.Work {

    private static final int MOST_VIAS = 255;
    private static final int USUAL_BYTES = 1 << 11;

    private final SipIndex index;
    private final MessageTable messages;
    private final SourceRule rule;
    private final EventColumns columns;
    private final int number;
    private final KeyedHash hash;
    private final boolean wholeTexts;
    private final SipLayout layout = new SipLayout();
    private final PlainText plain = new PlainText();
    private final ViaScan via = new ViaScan();
    private final AddressScan address = new AddressScan();
    private final ParameterScan parameter = new ParameterScan();
    private final OpenedPorts opened;
    private byte[] text = new byte[USUAL_BYTES];

    /// The hosts it has met, numbered by itself.
    final HostNumbers hosts;

    /// What stands for the ports it has met.
    final LongColumn ports = new LongColumn();

    /// @param number its own, among all readers
    EventReader(SipIndex index, EventColumns columns, int number, TrafficEvents.Reading reading) {
        this.index = index;
        this.messages = index.messages();
        this.rule = reading.rule();
        this.columns = columns;
        this.number = number;
        this.hash = reading.hash();
        this.wholeTexts = reading.wholeTexts();
        this.opened = new OpenedPorts(hash);
        this.hosts = new HostNumbers(messages);
    }

    @Override
    public void piece(int message) {
        columns.reader[message] = (byte) number;
        columns.portsAt[message] = ports.size();
        boolean surplus = messages.hasBody(message) && messages.isDefective(message);
        if (wholeTexts || surplus || messages.plainVias(message) == 0 || !plain(message)) {
            whole(message);
        }
    }

    private boolean hasDestination(int message) {
        return messages.isRequest(message) && !messages.hasToTag(message);
    }

    /// Reads a message whose header is plain, and whose body ends with its bytes.
    ///
    /// @return whether the text is what the index says
    private boolean plain(int message) {
        int vias = messages.plainVias(message);
        boolean ofPacket = vias == 1 && rule == SourceRule.ADDRESS;
        boolean hasDestination = hasDestination(message);
        boolean hasBody = messages.hasBody(message);
        columns.vias[message] = (byte) vias;
        if (ofPacket) {
            columns.source[message] = ofPacket(message);
            if (!hasDestination && !hasBody) {
                return true;
            }
        }
        boolean register = hasDestination && messages.type(message) == MessageTypes.REGISTER;
        int length = copy(message);
        plain.read(text, length, ofPacket ? 0 : vias, register, hasBody);
        if ((!ofPacket && plain.viaFrom < 0)
                || (register && plain.toFrom < 0)
                || (hasBody && plain.bodyFrom < 0)) {
            return false;
        }
        if (!ofPacket) {
            via.read(text, plain.viaFrom, plain.viaTo);
            columns.source[message] = ofVia(text);
        }
        if (register) {
            address.read(text, plain.toFrom, plain.toTo, false);
            columns.destination[message] = destination(text, address.uriFrom, address.uriTo);
        } else if (hasDestination && SipParser.begin(text, 0, length, layout)) {
            columns.destination[message] = destination(text, Part.REQUEST_URI);
        }
        if (hasBody) {
            ports(message, text, plain.bodyFrom, length);
        }
        return true;
    }

    private int copy(int message) {
        int length = messages.lengthBytes(message);
        if (length > text.length) {
            text = new byte[Integer.highestOneBit(length) << 1];
        } else if (text.length > USUAL_BYTES && length <= USUAL_BYTES) {
            text = new byte[USUAL_BYTES]; // one huge message is no reason to stay huge
        }
        return index.copy(message, text);
    }

    private void whole(int message) {
        byte[] buffer = index.layout(message, layout);
        columns.source[message] = source(message, buffer);
        if (hasDestination(message) && layout.isRequest()) {
            boolean register = messages.type(message) == MessageTypes.REGISTER;
            Part part = register ? Part.TO_URI : Part.REQUEST_URI;
            columns.destination[message] = layout.has(part) ? destination(buffer, part) : 0;
        }
        if (layout.has(Part.BODY) && layout.has(Part.CONTENT_TYPE)) {
            ports(message, buffer, layout.from(Part.BODY), layout.to(Part.BODY));
        }
    }

    private void ports(int message, byte[] buffer, int from, int to) {
        int count = opened.read(buffer, from, to);
        columns.portCount[message] = (byte) count;
        for (int i = 0; i < count; i++) {
            ports.add(opened.port(i));
        }
    }

    private long destination(byte[] buffer, Part part) {
        return destination(buffer, layout.from(part), layout.to(part));
    }

    /// The address that a request is sent to where it begins something: its Request-URI without
    /// parameters; of a REGISTER, whose Request-URI names the registrar alone, the URI of To.
    private long destination(byte[] buffer, int from, int uriTo) {
        int to = from;
        while (to < uriTo && buffer[to] != ';' && buffer[to] != '?') {
            to++;
        }
        long key = hash.hash(buffer, from, to);
        return key == 0 ? 1 : key;
    }

    private int source(int message, byte[] buffer) {
        int vias = readVias(buffer);
        columns.vias[message] = (byte) Math.min(vias, MOST_VIAS);
        if (vias == 0 || (vias == 1 && rule == SourceRule.ADDRESS)) {
            return ofPacket(message);
        }
        return ofVia(buffer);
    }

    /// The host that sent the request in a packet, or gets the response.
    private int ofPacket(int message) {
        return hosts.ofEndpoint(
                messages.isRequest(message)
                        ? messages.source(message)
                        : messages.destination(message));
    }

    /// The host that [#via] tells.
    private int ofVia(byte[] buffer) {
        if (rule == SourceRule.ADDRESS) {
            parameter.begin(via.parametersFrom);
            while (parameter.next(buffer, via.end)) {
                if (parameter.valueFrom >= 0 && parameter.isNamed(buffer, "received")) {
                    return hosts.ofText(buffer, parameter.valueFrom, parameter.valueTo);
                }
            }
        }
        return hosts.ofText(buffer, via.hostFrom, via.hostTo);
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
}
