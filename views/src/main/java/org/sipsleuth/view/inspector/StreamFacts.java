package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.explained.StreamExplanation;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.ui.UtcTime;

/// Describes a stream of media: what it is, from where to where, how much of it arrived and how
/// evenly.
final class StreamFacts {

    private static final double PERCENT = 100;

    private final SipIndex index;
    private final MediaStream stream;
    private final Facts.Collector facts = new Facts.Collector();

    private StreamFacts(SipIndex index, MediaStream stream) {
        this.index = index;
        this.stream = stream;
    }

    static Facts of(SipIndex index, MediaStream stream, InspectorData data) {
        return new StreamFacts(index, stream).collect(data);
    }

    private Facts collect(InspectorData data) {
        new ProblemFacts(index, data.detections(), facts).addStream(stream);
        about();
        packets();
        if (stream.kind() == MediaKind.RTP) {
            quality();
        }
        captured();
        return facts.facts(text("inspector.stream.title", stream.kind().name(), codecs()).strip());
    }

    private String codecs() {
        return FactText.visible(stream.codecs());
    }

    private void about() {
        MediaStream.Origin origin = stream.origin();
        String sender = origin.sender().name().toLowerCase(Locale.ROOT);
        facts.section(text("inspector.stream"))
                .code(text("inspector.stream.codec"), codecs())
                .plain(text("inspector.stream.medium"), FactText.visible(origin.medium()))
                .plain(text("inspector.stream.sender"), text("inspector.stream.sender." + sender))
                .plain(text("inspector.stream.direction"), origin.direction())
                .code(text("inspector.stream.ssrc"), String.format(Locale.ROOT, "0x%08x", stream.ssrc()))
                .code(text("inspector.source"), stream.source().toString())
                .code(text("inspector.destination"), stream.destination().toString())
                .plain(text("inspector.stream.match"), origin.match().text());
    }

    private void packets() {
        MediaStream.Extent extent = stream.extent();
        facts.section(text("inspector.stream.packets"))
                .plain(text("inspector.stream.captured"), text("inspector.number", extent.packets()));
        if (stream.kind() == MediaKind.RTP) {
            MediaStream.Quality quality = stream.quality();
            facts.plain(text("inspector.stream.lost"),
                    text("inspector.stream.lost.of", quality.lost(), quality.expected(), PERCENT * quality.lossShare()))
                    .explained(StreamExplanation.loss(stream));
            runs();
            number("inspector.stream.duplicates", quality.duplicates());
            number("inspector.stream.disorder", quality.outOfOrder());
        }
        number("inspector.stream.copies", extent.copies());
        Map<Integer, Long> types = stream.course().packetsByType();
        if (types.size() > 1) {
            facts.plain(text("inspector.stream.types"),
                    types.entrySet()
                            .stream()
                            .map(type -> text("inspector.stream.type", type.getKey(), type.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void runs() {
        MediaStream.Course course = stream.course();
        if (course.longestRun() > 1) {
            facts.plain(text("inspector.stream.longest"), text("inspector.number", (long) course.longestRun()));
        }
        if (course.jumped() > 0) {
            facts.plain(text("inspector.stream.jumped"), text("inspector.stream.jumped.of", course.jumped()));
        }
    }

    private void number(String key, long value) {
        if (value > 0) {
            facts.plain(text(key), text("inspector.number", value));
        }
    }

    private void quality() {
        MediaStream.Quality quality = stream.quality();
        MediaStream.Course course = stream.course();
        facts.section(text("inspector.stream.timing"));
        if (Double.isNaN(quality.jitterMillis())) {
            facts.plain(text("inspector.stream.jitter"), text("inspector.stream.jitter.none"));
        } else {
            facts.plain(text("inspector.stream.jitter"),
                    text("inspector.stream.jitter.of", quality.meanJitterMillis(), quality.maxJitterMillis()))
                    .explained(StreamExplanation.jitter(stream));
        }
        if (course.packetMillis() > 0) {
            facts.plain(text("inspector.stream.packet.time"), text("inspector.stream.millis", course.packetMillis()));
        }
        facts.plain(text("inspector.stream.gap"), FactText.span(quality.largestGapNanos()));
    }

    private void captured() {
        MediaStream.Extent extent = stream.extent();
        facts.section(text("inspector.captured"))
                .plain(text("inspector.stream.first"), UtcTime.full(extent.firstNanos()))
                .plain(text("inspector.stream.last"), UtcTime.full(extent.lastNanos()))
                .plain(text("inspector.duration"), FactText.span(extent.durationNanos()))
                .plain(text("inspector.frame"), text("inspector.stream.frames", extent.first().frame(),
                        extent.last().frame(), FactText.fileName(index, extent.first().file())));
    }
}
