package org.sipsleuth.dialog;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.dialog.column.EncapsulationPool;
import org.sipsleuth.dialog.column.EndpointPool;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.column.PieceColumns;
import org.sipsleuth.dialog.column.SequenceTree;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageConsumer;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// The tables while they grow: takes message after message, in the order of time.
final class IndexBuilder implements MessageConsumer {

    final MessageColumns messages = new MessageColumns();
    final DialogColumns dialogs = new DialogColumns();
    final NamePool callIds = new NamePool();
    final NamePool names = new NamePool();
    final EndpointPool endpoints = new EndpointPool();
    final MessageTypes types = new MessageTypes();
    final SequenceTree sequences = new SequenceTree();
    final EncapsulationPool encapsulations = new EncapsulationPool();
    final PieceColumns pieces;

    /// No dialog is silent for so long: what has its Call-ID later and in another file is a copy of the
    /// same example, or made by a program that numbers its calls.
    private static final long APART_NANOS = 24L * 3600 * 1_000_000_000;

    private static final int NO_REQUEST = DialogColumns.NONE;

    private final Transactions transactions = new Transactions();
    private final AnsweredRequests requests = new AnsweredRequests(messages, dialogs, transactions);
    private final boolean manyFiles;
    private long latestNanos = Long.MIN_VALUE;

    private final CutMessages cut;

    /// Of Call-IDs that were used again long after, the number of the latest dialog, by that of the
    /// first.
    private final Map<Integer, Integer> latest = new HashMap<>();

    IndexBuilder(boolean manyFiles) {
        this(manyFiles, CutMessages.NONE);
    }

    /// @param cut what is known of messages that were cut, from an index of the same files
    IndexBuilder(boolean manyFiles, CutMessages cut) {
        this.cut = cut;
        this.manyFiles = manyFiles;
        pieces = new PieceColumns(manyFiles);
    }

    @Override
    public int add(ExtractedMessage found, byte[] buffer) {
        SipLayout layout = found.layout;
        int message = messages.size();
        CutMessages.@Nullable Missing missing = cut.of(message);
        int dialog = dialogOf(found, buffer, missing);
        int type = typeOf(buffer, layout);
        int cseqMethod = cseqMethodOf(type, buffer, layout);
        int cseq = (int) layout.cseqNumber();
        byte @Nullable [] branch = null;
        if (missing != null && missing.cseq() >= 0) {
            cseq = missing.cseq();
            cseqMethod = layout.isRequest() ? type : CutMessages.type(types, missing);
            branch = bytes(missing.branch());
        }
        boolean isUnnumbered = !layout.isRequest() && (cseq < 0 || cseqMethod < 0);
        int request = isUnnumbered ? requests.find(dialog, cseqMethod, buffer, layout) : NO_REQUEST;
        addPlace(found, buffer);
        long both = addEndpoints(found.arrival);
        int transaction;
        boolean isJoined = false;
        if (request == NO_REQUEST) {
            transaction = transactions.of(dialog, cseq, cseqMethod, found, branch, buffer);
            int asked = transactions.isStray() ? requests.find(dialog, cseq, cseqMethod, message) : NO_REQUEST;
            if (asked != NO_REQUEST) {
                transaction = transactions.join(messages.transaction.get(asked));
                isJoined = layout.has(Part.BRANCH);
            }
        } else {
            transaction = messages.transaction.get(request);
            cseqMethod = messages.typeAndFlags.get(request) & MessageColumns.TYPE_MASK;
        }
        boolean repeated = transactions.isRetransmission(transaction, type, both, buffer, layout);
        boolean defective = layout.defectCount() > 0 || found.arrival.hasOverlap();
        messages.typeAndFlags.add(type | (repeated ? MessageColumns.RETRANSMISSION : 0)
                | (defective ? MessageColumns.DEFECTIVE : 0) | (found.arrival.hasOverlap() ? MessageColumns.OVERLAP : 0)
                | (layout.isCut() ? MessageColumns.CUT : 0) | (isJoined ? MessageColumns.JOINED : 0)
                | textFlags(cseqMethod, layout));
        messages.dialog.add(dialog);
        messages.transaction.add(transaction);
        messages.cseq.add(cseq);
        messages.nextInDialog.add(DialogColumns.NONE);
        join(dialog, message, repeated);
        if (defective) {
            dialogs.increment(dialog, DialogColumns.DEFECTIVE);
        }
        if (!repeated) {
            advance(dialog, type, cseqMethod, transaction);
        }
        describe(dialog, message, cseqMethod, buffer, layout);
        return dialog;
    }

    @Override
    public boolean hasRequest(ExtractedMessage response, byte[] buffer) {
        SipLayout layout = response.layout;
        int first = callIds.find(buffer, layout.from(Part.CALL_ID), layout.to(Part.CALL_ID));
        int dialog = latestOf(first);
        int method = cseqMethodOf(layout.statusCode(), buffer, layout);
        return dialog >= 0 && transactions.isOpen(dialog, (int) layout.cseqNumber(), method, buffer, layout,
                response.arrival.capturedAtNanos());
    }

    /// What spares others to look into the message's text.
    private static int textFlags(int cseqMethod, SipLayout layout) {
        int vias = layout.viaCount();
        boolean hasBody = layout.has(Part.CONTENT_TYPE) && layout.from(Part.BODY) < layout.to(Part.BODY);
        return (layout.has(Part.TO_TAG) ? MessageColumns.TO_TAG : 0) | (hasBody ? MessageColumns.BODY : 0)
                | (cseqMethod == MessageTypes.INVITE ? MessageColumns.OF_INVITE : 0)
                | (cseqMethod == MessageTypes.CANCEL ? MessageColumns.OF_CANCEL : 0)
                | (vias > MessageColumns.MOST_VIAS ? 0 : vias << MessageColumns.VIAS_SHIFT);
    }

    /// Where the message is, and when and how it came.
    private void addPlace(ExtractedMessage found, byte[] buffer) {
        messages.offset.add(found.provenance == null ? found.offset
                : -1L - pieces.add(found.provenance, buffer, found.from, found.from + found.length));
        messages.lengthBytes.add(found.length);
        messages.headers.add(found.arrival.headers());
        messages.capturedAtNanos.add(found.arrival.capturedAtNanos());
        messages.frame.add(found.frame);
        messages.encapsulation.add(encapsulations.of(found.arrival));
        if (manyFiles) {
            messages.file.add(found.file);
        }
    }

    /// @return both endpoints as one number
    private long addEndpoints(Arrival arrival) {
        int source = endpoints.intern(arrival.sourceHigh(), arrival.sourceLow(), arrival.sourcePort());
        int destination =
                endpoints.intern(arrival.destinationHigh(), arrival.destinationLow(), arrival.destinationPort());
        messages.source.add(source);
        messages.destination.add(destination);
        return ((long) source << Integer.SIZE) | destination;
    }

    /// All that was added so far.
    ///
    /// @param scans the files, in the order of their numbers
    /// @param growing whether more messages will be added, so that what changes must be copied
    SipIndex index(List<FileScan> scans, boolean growing) {
        List<CaptureSummary> summaries = scans.stream().map(FileScan::summary).toList();
        MessageTable table = new MessageTable(messages.snapshot(), endpoints.snapshot(), types.snapshot(),
                encapsulations.snapshot());
        MessageBytes bytes = new MessageBytes(scans.stream().map(FileScan::capture).toList(), table, pieces.snapshot());
        DialogNames texts = new DialogNames(callIds.snapshot(), names.snapshot(), sequences.snapshot(), bytes);
        DialogColumns rows = growing ? dialogs.copy() : dialogs;
        return new SipIndex(summaries, scans.stream().map(FileScan::capture).toList(), table,
                new DialogTable(rows, table, texts, CaptureSummary.coverages(summaries), growing), bytes);
    }

    /// The number of a message's Call-ID. Messages without one share the dialog of the empty one;
    /// one whose Call-ID was cut has its own.
    static int number(NamePool callIds, ExtractedMessage found, byte[] buffer) {
        SipLayout layout = found.layout;
        if (layout.isHeaderCut() && !layout.has(Part.CALL_ID)) {
            String beginning = layout.text(Part.CUT_CALL_ID, buffer);
            return callIds.addApart("%s… (cut, file %d, frame %d)".formatted(beginning, found.file + 1, found.frame)
                    .getBytes(StandardCharsets.UTF_8));
        }
        boolean has = layout.has(Part.CALL_ID);
        int from = has ? layout.from(Part.CALL_ID) : 0;
        return callIds.intern(buffer, from, has ? layout.to(Part.CALL_ID) : 0);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private int dialogOf(ExtractedMessage found, byte[] buffer, CutMessages.@Nullable Missing missing) {
        byte @Nullable [] callId = missing == null ? null : bytes(missing.callId());
        int first = callId == null ? number(callIds, found, buffer) : callIds.intern(callId, 0, callId.length);
        int dialog = latestOf(first);
        if (manyFiles && dialog < dialogs.size() && isApart(dialog, found)) {
            dialog = callIds.addAgain(first);
            latest.put(first, dialog);
        }
        if (dialog == dialogs.size()) {
            dialogs.add(SequenceTree.EMPTY);
        }
        return dialog;
    }

    private int latestOf(int first) {
        return latest.isEmpty() ? first : latest.getOrDefault(first, first);
    }

    /// Whether a message comes so long after all of a dialog, and of another file, that it is none of it.
    private boolean isApart(int dialog, ExtractedMessage found) {
        int last = dialogs.get(dialog, DialogColumns.LATEST);
        return found.layout.has(Part.CALL_ID)
                && found.arrival.capturedAtNanos() - messages.capturedAtNanos.get(last) > APART_NANOS
                && messages.file.get(dialogs.get(dialog, DialogColumns.LAST_MESSAGE)) != found.file;
    }

    private int typeOf(byte[] buffer, SipLayout layout) {
        return layout.isRequest() ? types.ofMethod(buffer, layout.from(Part.METHOD), layout.to(Part.METHOD))
                : layout.statusCode();
    }

    /// The method of a request; that of CSeq for a response, or that of no request.
    private int cseqMethodOf(int type, byte[] buffer, SipLayout layout) {
        if (layout.isRequest()) {
            return type;
        }
        return layout.has(Part.CSEQ_METHOD)
                ? types.ofMethod(buffer, layout.from(Part.CSEQ_METHOD), layout.to(Part.CSEQ_METHOD))
                : DialogColumns.NONE;
    }

    private void join(int dialog, int message, boolean repeated) {
        int before = dialogs.get(dialog, DialogColumns.LAST_MESSAGE);
        if (before < 0) {
            dialogs.set(dialog, DialogColumns.FIRST_MESSAGE, message);
        } else {
            messages.nextInDialog.set(before, message);
        }
        reach(dialog, message, before < 0);
        dialogs.set(dialog, DialogColumns.LAST_MESSAGE, message);
        dialogs.increment(dialog, DialogColumns.MESSAGES);
        if (repeated) {
            dialogs.increment(dialog, DialogColumns.RETRANSMISSIONS);
        }
    }

    /// The time that a dialog takes reaches to that of its new message, also where the clock went
    /// back.
    private void reach(int dialog, int message, boolean isFirst) {
        long nanos = messages.capturedAtNanos.get(message);
        boolean isLatest = nanos >= latestNanos; // of all, so that no other need be examined
        latestNanos = Math.max(nanos, latestNanos);
        if (isFirst || isLatest || nanos >= nanosOf(dialog, DialogColumns.LATEST)) {
            dialogs.set(dialog, DialogColumns.LATEST, message);
        }
        if (isFirst || (!isLatest && nanos < nanosOf(dialog, DialogColumns.EARLIEST))) {
            dialogs.set(dialog, DialogColumns.EARLIEST, message);
        }
    }

    private long nanosOf(int dialog, int column) {
        return messages.capturedAtNanos.get(dialogs.get(dialog, column));
    }

    private void advance(int dialog, int type, int cseqMethod, int transaction) {
        dialogs.set(dialog, DialogColumns.SEQUENCE, sequences.child(dialogs.get(dialog, DialogColumns.SEQUENCE), type));
        boolean isMethod = MessageTypes.isMethod(type);
        boolean isOfCall = cseqMethod == MessageTypes.INVITE || (isMethod && type == MessageTypes.CANCEL)
                || (type / 100 == 2 && cseqMethod == MessageTypes.BYE);
        if (isOfCall) {
            dialogs.set(dialog, DialogColumns.CALL, 1);
        }
        if (!isMethod) {
            transactions.note(transaction, type);
        }
    }

    /// Keeps the names that the dialog is known by, from the first message that has them.
    private void describe(int dialog, int message, int cseqMethod, byte[] buffer, SipLayout layout) {
        if (dialogs.get(dialog, DialogColumns.CALLER) < 0 && layout.has(Part.FROM_URI)) {
            dialogs.set(dialog, DialogColumns.CALLER, name(Part.FROM_URI, buffer, layout));
        }
        if (dialogs.get(dialog, DialogColumns.CALLEE) < 0 && layout.has(Part.TO_URI)) {
            dialogs.set(dialog, DialogColumns.CALLEE, name(Part.TO_URI, buffer, layout));
        }
        if (layout.isRequest() && dialogs.get(dialog, DialogColumns.USER_AGENT) < 0 && layout.has(Part.USER_AGENT)) {
            dialogs.set(dialog, DialogColumns.USER_AGENT, name(Part.USER_AGENT, buffer, layout));
        }
        if (layout.has(Part.SDP)) {
            boolean answer = isAnswer(layout, cseqMethod, dialogs.get(dialog, DialogColumns.OFFER_CSEQ));
            boolean firstOffer = dialogs.get(dialog, DialogColumns.CODECS) < 0;
            if (answer || firstOffer) {
                dialogs.set(dialog, DialogColumns.CODECS, message);
            }
            if (!answer && layout.isRequest()) {
                dialogs.set(dialog, DialogColumns.OFFER_CSEQ, (int) layout.cseqNumber());
            }
        }
    }

    /// Whether the session description of a message is an answer (RFC 3264, RFC 6337 §2): in a
    /// response to the request that made the offer, or in an ACK or PRACK, which answer an offer
    /// made in a response.
    ///
    /// @param offerCseq the CSeq of the last offer made in a request, -1 if there was none
    private static boolean isAnswer(SipLayout layout, int cseqMethod, int offerCseq) {
        if (layout.isRequest()) {
            return cseqMethod == MessageTypes.ACK || cseqMethod == MessageTypes.PRACK;
        }
        return offerCseq >= 0 && layout.cseqNumber() == offerCseq;
    }

    private int name(Part part, byte[] buffer, SipLayout layout) {
        return names.intern(buffer, layout.from(part), layout.to(part));
    }
}
