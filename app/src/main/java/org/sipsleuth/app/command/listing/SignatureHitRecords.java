package org.sipsleuth.app.command.listing;

import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.signature.SignatureHits;

/// A record per message that has a signature. The names of its columns are a contract.
public final class SignatureHitRecords extends ListedRows<SignatureHits.Hit> {

    private static final List<Column> COLUMNS = List.of(Column.number("frame"), Column.time("time"),
            Column.text("src_ip"), Column.text("dst_ip"), Column.text("signature"), Column.number("sum"),
            Column.number("threshold"), Column.text("file"), Column.number("log_byte"));

    private final MessageTable messages;
    private final Captured captured;

    public SignatureHitRecords(SipIndex index, SignatureHits hits) {
        super(COLUMNS, hits.hits());
        messages = index.messages();
        captured = new Captured(index);
    }

    @Override
    protected String[] cells(SignatureHits.Hit hit) {
        int message = hit.message();
        return new String[]{
            Integer.toString(messages.frame(message)),
            captured.time(message),
            messages.endpoint(messages.source(message)).host(),
            messages.endpoint(messages.destination(message)).host(),
            hit.signature().name(),
            Long.toString(hit.sum()),
            Long.toString(hit.signature().threshold()),
            captured.file(message),
            captured.logByte(message)};
    }
}
