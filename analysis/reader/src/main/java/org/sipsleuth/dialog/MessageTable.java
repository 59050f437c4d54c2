package org.sipsleuth.dialog;

import java.util.List;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.column.EncapsulationPool;
import org.sipsleuth.dialog.column.EndpointPool;
import org.sipsleuth.dialog.column.MessageTypes;

/// A row per SIP message, in columns of primitives. Immutable as seen from outside.
///
/// Rows are numbered from 0 in the order of time, but for those whose stream waited for bytes.
/// Asking for a row out of range throws an exception.
public final class MessageTable {

    /// What [#hasOverlap] indicates, as the lists of defects state it.
    public static final String OVERLAP_TEXT = "pieces overlap with different bytes";

    /// What [#isCut] indicates, as the lists of defects state it.
    public static final String CUT_TEXT = "cut off by the capture";

    private final MessageColumns columns;
    private final EndpointPool endpoints;
    private final MessageTypes types;
    private final EncapsulationPool encapsulations;

    MessageTable(MessageColumns columns, EndpointPool endpoints, MessageTypes types, EncapsulationPool encapsulations) {
        this.columns = columns;
        this.endpoints = endpoints;
        this.types = types;
        this.encapsulations = encapsulations;
    }

    /// How many messages there are.
    public int size() {
        return columns.size();
    }

    /// The place of the message's file among the files of the index, from 0.
    public int file(int message) {
        return columns.file.size() == 0 ? 0 : columns.file.get(message);
    }

    /// The number of the frame that completes the message, from 1, in its file.
    public int frame(int message) {
        return columns.frame.get(message);
    }

    /// When it was captured, in ns since the epoch.
    public long capturedAtNanos(int message) {
        return columns.capturedAtNanos.get(message);
    }

    /// What the innermost headers of IP and UDP indicate of the frame that completes it, as
    /// [org.sipsleuth.capture.Arrival#withIp] states; 0 if it came without, as a report does.
    public long headers(int message) {
        return columns.headers.get(message);
    }

    /// Where it came from, as a number for [#endpoint].
    public int source(int message) {
        return columns.source.get(message);
    }

    /// Where it went to, as a number for [#endpoint].
    public int destination(int message) {
        return columns.destination.get(message);
    }

    /// The endpoint with this number.
    public Endpoint endpoint(int number) {
        return endpoints.endpoint(number);
    }

    /// The port of an endpoint, without making the endpoint.
    public int port(int endpoint) {
        return endpoints.port(endpoint);
    }

    /// How many endpoints there are.
    public int endpointCount() {
        return endpoints.size();
    }

    /// The encapsulation it came: a number that is the same for messages with the same transport
    /// and the same layers around it.
    public int encapsulation(int message) {
        return columns.encapsulation.get(message);
    }

    /// How many encapsulations there are.
    public int encapsulationCount() {
        return encapsulations.size();
    }

    /// The transport it came over.
    public Transport transport(int message) {
        return encapsulations.encapsulation(columns.encapsulation.get(message)).transport();
    }

    /// The names of the protocol layers it came through, the outermost first.
    public List<String> layers(int message) {
        return encapsulations.encapsulation(columns.encapsulation.get(message)).layers();
    }

    /// Whether its time is that of a report (HEP), which the clock of another host states.
    public boolean isReported(int message) {
        return EncapsulationPool.Encapsulation.isReport(layers(message));
    }

    /// Whether the pieces it was reassembled from overlapped with different bytes.
    public boolean hasOverlap(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.OVERLAP) != 0;
    }

    /// Its type: the status code of a response; a number of 1000 and more for a method.
    public int type(int message) {
        return columns.typeAndFlags.get(message) & MessageColumns.TYPE_MASK;
    }

    /// All types are less than this.
    public int typeCount() {
        return types.end();
    }

    /// A type's name: `INVITE`, `200`.
    public String typeName(int type) {
        return types.name(type);
    }

    /// Whether it is a request.
    public boolean isRequest(int message) {
        return MessageTypes.isMethod(type(message));
    }

    /// The dialog it belongs to; every message belongs to one (those without Call-ID share one).
    public int dialog(int message) {
        return columns.dialog.get(message);
    }

    /// The transaction it belongs to: a number that is the same for the messages of one transaction
    /// (RFC 3261 §17; an ACK to a non-2xx belongs to the INVITE's).
    public int transaction(int message) {
        return columns.transaction.get(message);
    }

    /// The CSeq number, or -1 if it has none.
    public long cseq(int message) {
        return columns.cseq.get(message);
    }

    /// The length of the message in bytes, with all else that its datagram holds.
    public int lengthBytes(int message) {
        return columns.lengthBytes.get(message);
    }

    /// Whether it repeats an earlier message of the same transaction between the same endpoints.
    public boolean isRetransmission(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.RETRANSMISSION) != 0;
    }

    /// Whether something is wrong with it.
    public boolean isDefective(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.DEFECTIVE) != 0;
    }

    /// Whether the capture kept only its beginning ([SipLayout#isCut]).
    public boolean isCut(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.CUT) != 0;
    }

    /// Whether its To has a tag: of a request, whether it belongs to a dialog that was there before
    /// (RFC 3261 §12.2).
    public boolean hasToTag(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.TO_TAG) != 0;
    }

    /// Whether it has a body that is not empty, and a Content-Type.
    public boolean hasBody(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.BODY) != 0;
    }

    /// Whether it is an INVITE, or its CSeq states that it answers one.
    public boolean isOfInvite(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.OF_INVITE) != 0;
    }

    /// Whether it is a CANCEL, or its CSeq states that it answers one.
    public boolean isOfCancel(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.OF_CANCEL) != 0;
    }

    /// Whether it is a response whose branch is that of no request, as a device that rewrites Via
    /// makes it: it was joined to its request by Call-ID, CSeq and endpoints.
    public boolean isJoined(int message) {
        return (columns.typeAndFlags.get(message) & MessageColumns.JOINED) != 0;
    }

    /// How many values of Via it has ([org.sipsleuth.sip.SipLayout#viaCount]); 0 if one of them is
    /// malformed, or if they are more than 127.
    public int viaCount(int message) {
        return columns.typeAndFlags.get(message) >>> MessageColumns.VIAS_SHIFT & MessageColumns.MOST_VIAS;
    }

    long offset(int message) {
        return columns.offset.get(message);
    }

    int nextInDialog(int message) {
        return columns.nextInDialog.get(message);
    }
}
