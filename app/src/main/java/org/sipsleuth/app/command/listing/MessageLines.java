package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// A line per SIP message, for people.
public final class MessageLines implements Listing {

    private final SipIndex index;
    private final MessageTable messages;
    private final Captured captured;
    private final SipLayout layout = new SipLayout();
    private final boolean severalFiles;
    private final List<String> names;

    public MessageLines(SipIndex index) {
        this.index = index;
        messages = index.messages();
        captured = new Captured(index);
        severalFiles = index.files().size() > 1;
        names = FileNames.of(index.files());
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (severalFiles) {
            columns.add(Column.text("file"));
        }
        columns.add(Column.number("frame"));
        columns.add(Column.whole("time (UTC)"));
        columns.add(Column.text("source"));
        columns.add(Column.text("destination"));
        columns.add(Column.whole("over").ranked(5));
        columns.add(Column.text("message").styled(Style::ofMessage));
        columns.add(Column.text("CSeq").ranked(6));
        columns.add(Column.text("from").ranked(3));
        columns.add(Column.text("to").ranked(4));
        columns.add(Column.text("Call-ID").ranked(2));
        columns.add(Column.text("remarks").ranked(1).styled(cell -> cell.isEmpty() ? Style.PLAIN : Style.YELLOW));
        return columns;
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public String[] row(int message) {
        byte[] buffer = index.layout(message, layout);
        List<String> cells = new ArrayList<>();
        if (severalFiles) {
            cells.add(names.get(messages.file(message)));
        }
        cells.add(index.frameText(message));
        cells.add(HumanText.moment(messages.capturedAtNanos(message), captured.digits(message)));
        cells.add(messages.endpoint(messages.source(message)).toString());
        cells.add(messages.endpoint(messages.destination(message)).toString());
        cells.add(messages.transport(message).name());
        cells.add(layout.isRequest() ? layout.text(Part.METHOD, buffer)
                : (layout.statusCode() + " " + layout.text(Part.REASON, buffer)).strip());
        cells.add(cseq(buffer));
        cells.add(layout.text(Part.FROM_URI, buffer));
        cells.add(layout.text(Part.TO_URI, buffer));
        cells.add(layout.text(Part.CALL_ID, buffer));
        cells.add(remarks(message));
        return cells.toArray(String[]::new);
    }

    private String cseq(byte[] buffer) {
        String number = layout.cseqNumber() < 0 ? "" : layout.cseqNumber() + " ";
        return (number + layout.text(Part.CSEQ_METHOD, buffer)).strip();
    }

    private String remarks(int message) {
        String defects = String.join("; ", captured.defects(message, layout));
        if (!messages.isRetransmission(message)) {
            return defects;
        }
        return defects.isEmpty() ? "retransmission" : "retransmission; " + defects;
    }
}
