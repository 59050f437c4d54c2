package org.sipsleuth.filter.catalog;

import java.util.List;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.filter.field.Column;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Reader;
import org.sipsleuth.filter.field.Row;
import org.sipsleuth.filter.field.ValueDependency;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;

/// The start line, what identifies the message, and the message as a whole.
final class MessageFields {

    private static final List<String> METHODS = List.of("INVITE", "ACK", "BYE", "CANCEL", "REGISTER", "OPTIONS",
            "PRACK", "UPDATE", "INFO", "MESSAGE", "NOTIFY", "PUBLISH", "REFER", "SUBSCRIBE");

    private static final List<String> CODES = List.of("100", "180", "183", "200", "302", "401", "403", "404", "407",
            "408", "480", "481", "486", "487", "488", "500", "503", "603");

    private MessageFields() {}

    static List<Field> fields() {
        return List.of(
                text("sip.Method", "the method of a request", ValueDependency.TYPE, MessageFields::method)
                        .choosing(METHODS),
                Field.of("sip.Status-Code", FieldKind.WHOLE, "the status code of a response", ValueDependency.TYPE,
                        MessageFields::status).choosing(CODES),
                part("sip.Reason-Phrase", "the reason phrase of a response", Part.REASON),
                part("sip.r-uri", "the Request-URI", Part.REQUEST_URI),
                text("sip.Request-Line", "the first line of a request", ValueDependency.TEXT,
                        (row, values) -> startLine(row, values, true)),
                text("sip.Status-Line", "the first line of a response", ValueDependency.TEXT,
                        (row, values) -> startLine(row, values, false)),
                text("sip.Call-ID", "the header field Call-ID", ValueDependency.DIALOG, MessageFields::callId),
                Field.column("sip.CSeq.seq", FieldKind.WHOLE, "the number of CSeq", (messages, message) -> {
                    long number = messages.cseq(message);
                    return number < 0 ? Column.NONE : number;
                }), part("sip.CSeq.method", "the method of CSeq", Part.CSEQ_METHOD).choosing(METHODS),
                text("sip.msg_hdr", "the header fields and the body", ValueDependency.TEXT, MessageFields::header),
                Field.of("sip.msg_body", FieldKind.BYTES, "the body", ValueDependency.TEXT, MessageFields::body),
                Field.of("sip", FieldKind.PROTOCOL, "the whole message", ValueDependency.TEXT, (row, values) -> {
                    SipLayout layout = row.layout();
                    values.octets(row.buffer(), layout.messageFrom(), layout.messageTo());
                }),
                Field.column("sip.retransmission", FieldKind.BOOLEAN, "whether it is a retransmission",
                        (messages, message) -> messages.isRetransmission(message) ? 1 : 0),
                Field.column("sip.defective", FieldKind.BOOLEAN, "whether it has defects",
                        (messages, message) -> messages.isDefective(message) ? 1 : 0),
                text("sip.defect", "its defects", ValueDependency.TEXT, MessageFields::defects));
    }

    private static Field text(String name, String description, ValueDependency basis, Reader reader) {
        return Field.of(name, FieldKind.TEXT, description, basis, reader);
    }

    private static Field part(String name, String description, Part part) {
        return text(name, description, ValueDependency.TEXT, (row, values) -> {
            SipLayout layout = row.layout();
            if (layout.has(part)) {
                values.octets(row.buffer(), layout.from(part), layout.to(part));
            }
        });
    }

    private static void method(Row row, Values values) {
        int type = row.messages().type(row.message());
        if (MessageTypes.isMethod(type)) {
            values.text(row.messages().typeName(type));
        }
    }

    private static void status(Row row, Values values) {
        int type = row.messages().type(row.message());
        if (!MessageTypes.isMethod(type)) {
            values.whole(type);
        }
    }

    private static void callId(Row row, Values values) {
        String callId = row.index().dialogs().callId(row.dialog());
        if (!callId.isEmpty()) {
            values.text(callId);
        }
    }

    private static void startLine(Row row, Values values, boolean ofRequest) {
        SipLayout layout = row.layout();
        if (layout.isRequest() == ofRequest) {
            byte[] buffer = row.buffer();
            int from = layout.messageFrom();
            values.octets(buffer, from, lineEnd(buffer, from, layout.messageTo()));
        }
    }

    private static int lineEnd(byte[] a, int from, int to) {
        int p = from;
        while (p < to && a[p] != '\r' && a[p] != '\n') {
            p++;
        }
        return p;
    }

    private static void header(Row row, Values values) {
        SipLayout layout = row.layout();
        byte[] buffer = row.buffer();
        int end = lineEnd(buffer, layout.messageFrom(), layout.messageTo());
        int from = end;
        from += from < layout.messageTo() && buffer[from] == '\r' ? 1 : 0;
        from += from < layout.messageTo() && buffer[from] == '\n' ? 1 : 0;
        values.octets(buffer, from, layout.messageTo());
    }

    private static void body(Row row, Values values) {
        SipLayout layout = row.layout();
        if (layout.has(Part.BODY) && layout.from(Part.BODY) < layout.to(Part.BODY)) {
            values.octets(row.buffer(), layout.from(Part.BODY), layout.to(Part.BODY));
        }
    }

    private static void defects(Row row, Values values) {
        SipLayout layout = row.layout();
        for (int i = 0; i < layout.defectCount(); i++) {
            values.text(layout.defectKind(i).text());
        }
    }
}
