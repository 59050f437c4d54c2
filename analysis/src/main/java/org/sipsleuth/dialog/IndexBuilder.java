package org.sipsleuth.dialog;

import java.util.List;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.dialog.column.EndpointPool;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.column.SequenceTree;
import org.sipsleuth.dialog.column.Ways;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// The tables while they grow: takes message after message, in the order of time.
final class IndexBuilder {

    final MessageColumns messages = new MessageColumns();
    final DialogColumns dialogs = new DialogColumns();
    final NamePool callIds = new NamePool();
    final NamePool names = new NamePool();
    final EndpointPool endpoints = new EndpointPool();
    final MessageTypes types = new MessageTypes();
    final SequenceTree sequences = new SequenceTree();
    final Ways ways = new Ways();
    final PieceColumns pieces = new PieceColumns();

    private final Transactions transactions = new Transactions();
    private final boolean manyFiles;

    IndexBuilder(boolean manyFiles) {
        this.manyFiles = manyFiles;
    }

    /// Adds a message that lies in its file in one piece.
    ///
    /// @param offset where
    /// @param buffer holds it from its beginning
    /// @param length its bytes, with all else that its datagram holds
    /// @param layout what the parser found
    /// @return the dialog it belongs to
    int add(int file, Arrival arrival, long offset, int length, byte[] buffer, SipLayout layout) {
        messages.offset.add(offset);
        messages.lengthBytes.add(length);
        if (manyFiles) {
            messages.file.add(file);
        }
        return add(arrival, buffer, layout);
    }

    /// Adds a message that was put together.
    ///
    /// @param provenance where its bytes come from
    int add(
            int file,
            Arrival arrival,
            Provenance provenance,
            int length,
            byte[] buffer,
            SipLayout layout) {
        // A message that had to wait for bytes before it arrived with a later frame than its own.
        if (provenance.isContiguous()
                && provenance.pieces().getFirst().frame() == arrival.frame()) {
            long offset = provenance.pieces().getFirst().offset();
            return add(file, arrival, offset, length, buffer, layout);
        }
        return add(
                file,
                arrival,
                -1L - pieces.add(provenance, buffer, 0, length),
                length,
                buffer,
                layout);
    }

    private int add(Arrival arrival, byte[] buffer, SipLayout layout) {
        int message = messages.size();
        int dialog = dialogOf(buffer, layout);
        int type = typeOf(buffer, layout);
        int cseqMethod = cseqMethodOf(type, buffer, layout);
        int cseq = (int) layout.cseqNumber();
        int transaction = transactions.of(dialog, cseq, cseqMethod, buffer, layout);
        int source =
                endpoints.intern(arrival.sourceHigh(), arrival.sourceLow(), arrival.sourcePort());
        int destination =
                endpoints.intern(
                        arrival.destinationHigh(),
                        arrival.destinationLow(),
                        arrival.destinationPort());
        long both = ((long) source << Integer.SIZE) | destination;
        boolean repeated = transactions.isRetransmission(transaction, type, both, buffer, layout);
        boolean defective = layout.defectCount() > 0 || arrival.hasOverlap();

        messages.capturedAtNanos.add(arrival.capturedAtNanos());
        messages.source.add(source);
        messages.destination.add(destination);
        messages.typeAndFlags.add(
                type
                        | (repeated ? MessageColumns.RETRANSMISSION : 0)
                        | (defective ? MessageColumns.DEFECTIVE : 0)
                        | (arrival.hasOverlap() ? MessageColumns.OVERLAP : 0));
        messages.dialog.add(dialog);
        messages.transaction.add(transaction);
        messages.cseq.add(cseq);
        messages.frame.add(arrival.frame());
        messages.nextInDialog.add(DialogColumns.NONE);
        messages.way.add(ways.of(arrival));
        join(dialog, message, repeated);
        if (defective) {
            increment(dialogs.defective, dialog);
        }
        if (!repeated) {
            advance(dialog, type, cseqMethod, transaction);
        }
        describe(dialog, message, cseqMethod, buffer, layout);
        return dialog;
    }

    /// All that was added so far.
    ///
    /// @param scans the files, in the order of their numbers
    /// @param growing whether more messages will be added, so that what changes must be copied
    SipIndex index(List<FileScan> scans, boolean growing) {
        long lastNanos =
                scans.stream().mapToLong(scan -> scan.summary().lastNanos()).max().orElse(0);
        MessageTable table =
                new MessageTable(
                        messages.snapshot(),
                        endpoints.snapshot(),
                        types.snapshot(),
                        ways.snapshot());
        MessageBytes bytes =
                new MessageBytes(
                        scans.stream().map(FileScan::bytes).toList(), table, pieces.snapshot());
        DialogNames texts =
                new DialogNames(callIds.snapshot(), names.snapshot(), sequences.snapshot(), bytes);
        DialogColumns rows = growing ? dialogs.copy() : dialogs;
        return new SipIndex(
                scans.stream().map(FileScan::summary).toList(),
                table,
                new DialogTable(rows, table, texts, lastNanos),
                bytes);
    }

    /// Messages without Call-ID share the dialog of the empty one.
    private int dialogOf(byte[] buffer, SipLayout layout) {
        boolean has = layout.has(Part.CALL_ID);
        int from = has ? layout.from(Part.CALL_ID) : 0;
        int dialog = callIds.intern(buffer, from, has ? layout.to(Part.CALL_ID) : 0);
        if (dialog == dialogs.size()) {
            dialogs.add(SequenceTree.EMPTY, CallProgress.START);
        }
        return dialog;
    }

    private int typeOf(byte[] buffer, SipLayout layout) {
        return layout.isRequest()
                ? types.ofMethod(buffer, layout.from(Part.METHOD), layout.to(Part.METHOD))
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
        int before = dialogs.lastMessage.get(dialog);
        if (before < 0) {
            dialogs.firstMessage.set(dialog, message);
        } else {
            messages.nextInDialog.set(before, message);
        }
        dialogs.lastMessage.set(dialog, message);
        increment(dialogs.messages, dialog);
        if (repeated) {
            increment(dialogs.retransmissions, dialog);
        }
    }

    private void advance(int dialog, int type, int cseqMethod, int transaction) {
        dialogs.sequence.set(dialog, sequences.child(dialogs.sequence.get(dialog), type));
        int progress = dialogs.progress.get(dialog);
        if (MessageTypes.isMethod(type)) {
            dialogs.progress.set(dialog, CallProgress.afterRequest(progress, type));
        } else {
            boolean afterFinal = transactions.hadFinal(transaction);
            dialogs.progress.set(
                    dialog, CallProgress.afterResponse(progress, cseqMethod, type, afterFinal));
            transactions.note(transaction, type);
        }
    }

    /// Keeps the names that the dialog is known by, from the first message that has them.
    private void describe(
            int dialog, int message, int cseqMethod, byte[] buffer, SipLayout layout) {
        if (dialogs.caller.get(dialog) < 0 && layout.has(Part.FROM_URI)) {
            dialogs.caller.set(dialog, name(Part.FROM_URI, buffer, layout));
        }
        if (dialogs.callee.get(dialog) < 0 && layout.has(Part.TO_URI)) {
            dialogs.callee.set(dialog, name(Part.TO_URI, buffer, layout));
        }
        if (layout.isRequest()
                && dialogs.userAgent.get(dialog) < 0
                && layout.has(Part.USER_AGENT)) {
            dialogs.userAgent.set(dialog, name(Part.USER_AGENT, buffer, layout));
        }
        if (SdpRole.hasSdp(buffer, layout)) {
            boolean answer = SdpRole.isAnswer(layout, cseqMethod, dialogs.offerCseq.get(dialog));
            boolean firstOffer = dialogs.codecs.get(dialog) < 0;
            if (answer || firstOffer) {
                dialogs.codecs.set(dialog, message);
            }
            if (!answer && layout.isRequest()) {
                dialogs.offerCseq.set(dialog, (int) layout.cseqNumber());
            }
        }
    }

    private int name(Part part, byte[] buffer, SipLayout layout) {
        return names.intern(buffer, layout.from(part), layout.to(part));
    }

    private static void increment(IntColumn column, int row) {
        column.set(row, column.get(row) + 1);
    }
}
