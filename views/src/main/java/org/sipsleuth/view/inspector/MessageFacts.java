package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.HeaderField;
import org.sipsleuth.sip.ParseDefect;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.sdp.MediaDescription;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.finding.FindingSections;
import org.sipsleuth.view.inspector.finding.IncidentFacts;
import org.sipsleuth.view.ui.UtcTime;

/// Describes a message: where it was seen, what is wrong with it, what it answers and what it
/// offers. The raw text is shown elsewhere.
final class MessageFacts {

    /// How many Via values, media or defects are listed; a hostile message can have thousands.
    private static final int LIST_LIMIT = 40;

    private static final String LAYER_MARK = " › ";

    private final SipIndex index;
    private final MessageTable messages;
    private final int message;
    private final Facts.Collector facts = new Facts.Collector();

    private MessageFacts(SipIndex index, int message) {
        this.index = index;
        this.messages = index.messages();
        this.message = message;
    }

    /// The facts of a message. Reads its bytes from the file.
    static Facts of(SipIndex index, int message, InspectorData data) {
        return new MessageFacts(index, message).collect(data);
    }

    private Facts collect(InspectorData data) {
        SipMessage content = index.message(message);
        new ProblemFacts(index, data.detections(), facts).addMessage(message);
        new NoteFacts(index, message).addTo(facts);
        captured();
        new TruthSection(data.truth(), facts).addMessage(message);
        new IncidentFacts(index, data.incidents(), facts).addMessage(message);
        new FindingSections(data.methods(), data.detections(), data.misfits(), facts).addMessage(message);
        defects(content.defects());
        new PieceFacts(index, message, file -> FactText.fileName(index, file)).addTo(facts);
        new TransactionFacts(index, message).addTo(facts);
        headers(content);
        content.sdp().ifPresent(this::session);
        return facts.facts(content.startLine());
    }

    private void captured() {
        long nanos = messages.capturedAtNanos(message);
        long start = index.dialogs().startNanos(messages.dialog(message));
        facts.section(text("inspector.captured"))
                .plain(text("inspector.time"), UtcTime.full(nanos))
                .plain(text("inspector.since.start"), text("inspector.after", FactText.span(nanos - start)))
                .plain(text("inspector.frame"),
                        text("inspector.frame.of", index.frameText(message),
                                FactText.fileName(index, messages.file(message))))
                .by(0, "frame.number")
                .code(text("inspector.source"), messages.endpoint(messages.source(message)).toString())
                .by(0, "ip.src", "ipv6.src", "udp.srcport", "tcp.srcport")
                .code(text("inspector.destination"), messages.endpoint(messages.destination(message)).toString())
                .by(0, "ip.dst", "ipv6.dst", "udp.dstport", "tcp.dstport")
                .plain(text("inspector.layers"), String.join(LAYER_MARK, messages.layers(message)))
                .plain(text("inspector.transport"),
                        text("inspector.transport.bytes", messages.transport(message), messages.lengthBytes(message)));
    }

    private void defects(List<ParseDefect> defects) {
        boolean overlap = messages.hasOverlap(message);
        facts.section(text("inspector.defects", defects.size() + (overlap ? 1 : 0)));
        if (overlap) {
            facts.warning("", text("inspector.overlap"));
        }
        for (ParseDefect defect : defects.subList(0, Math.min(LIST_LIMIT, defects.size()))) {
            String where = defect.length() == 0 ? text("inspector.defect.missing", defect.kind().reason())
                    : text("inspector.defect.at", defect.kind().reason(), defect.offset(), defect.length());
            facts.warning("", where);
        }
        more(defects.size());
    }

    private void headers(SipMessage content) {
        facts.section(text("inspector.parties"));
        for (String name : List.of("From", "To", "Contact", "Call-ID", "CSeq", "User-Agent", "Server")) {
            facts.code(name, content.header(name).orElse("")).by(0, "sip." + name);
        }
        List<HeaderField> path =
                content.headerFields().stream().filter(field -> field.canonicalName().equalsIgnoreCase("Via")).toList();
        facts.section(text("inspector.path"));
        for (int hop = 0; hop < Math.min(LIST_LIMIT, path.size()); hop++) {
            facts.code("", path.get(hop).value()).by(hop, "sip.Via");
        }
        more(path.size());
    }

    private void session(SessionDescription session) {
        facts.section(text("inspector.session"))
                .code(text("inspector.origin"), session.origin())
                .code(text("inspector.address"), session.address())
                .by(0, "sdp.connection_info.address");
        List<MediaDescription> all = session.media();
        for (MediaDescription media : all.subList(0, Math.min(LIST_LIMIT, all.size()))) {
            facts.section(text("inspector.media", FactText.visible(media.type())))
                    .code(text("inspector.media.to"),
                            media.port() == 0 ? text("inspector.media.refused")
                                    : text("inspector.media.address", media.address(), Integer.toString(media.port())))
                    .code(text("inspector.media.protocol"), media.protocol())
                    .code(text("inspector.media.codecs"), String.join(", ", media.codecs()))
                    .plain(text("inspector.media.direction"), media.direction());
        }
        more(all.size());
    }

    private void more(int size) {
        if (size > LIST_LIMIT) {
            facts.plain("", text("inspector.more", size - LIST_LIMIT));
        }
    }
}
