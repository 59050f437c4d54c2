package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// A record per SIP message, for other programs. The names of its columns are a contract.
public final class MessageRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.number("frame"), Column.time("time"),
            Column.text("src_ip"), Column.number("src_port"), Column.text("dst_ip"), Column.number("dst_port"),
            Column.text("transport"), Column.text("method"), Column.number("status"), Column.text("reason"),
            Column.text("call_id"), Column.number("cseq"), Column.text("cseq_method"), Column.text("from_uri"),
            Column.text("from_tag"), Column.text("to_uri"), Column.text("to_tag"), Column.text("branch"),
            Column.bool("retransmission"), Column.list("defects"), Column.text("file"), Column.number("log_byte"));

    private final SipIndex index;
    private final MessageTable messages;
    private final Captured captured;
    private final SipLayout layout = new SipLayout();

    public MessageRecords(SipIndex index) {
        this.index = index;
        messages = index.messages();
        captured = new Captured(index);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public String[] row(int message) {
        byte[] buffer = index.layout(message, layout);
        Endpoint source = messages.endpoint(messages.source(message));
        Endpoint destination = messages.endpoint(messages.destination(message));
        boolean isRequest = layout.isRequest();
        return new String[]{
            Integer.toString(messages.frame(message)),
            captured.time(message),
            source.host(),
            Integer.toString(source.port()),
            destination.host(),
            Integer.toString(destination.port()),
            messages.transport(message).name(),
            isRequest ? layout.text(Part.METHOD, buffer) : "",
            isRequest ? "" : Integer.toString(layout.statusCode()),
            isRequest ? "" : layout.text(Part.REASON, buffer),
            layout.text(Part.CALL_ID, buffer),
            layout.cseqNumber() < 0 ? "" : Long.toString(layout.cseqNumber()),
            layout.text(Part.CSEQ_METHOD, buffer),
            layout.text(Part.FROM_URI, buffer),
            layout.text(Part.FROM_TAG, buffer),
            layout.text(Part.TO_URI, buffer),
            layout.text(Part.TO_TAG, buffer),
            layout.text(Part.BRANCH, buffer),
            Boolean.toString(messages.isRetransmission(message)),
            Column.list(captured.defects(message, layout)),
            captured.file(message),
            captured.logByte(message)};
    }
}
