package org.sipsleuth.app.command.listing;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaMatch;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// The media streams below a ladder, a line for each.
public final class MediaLines {

    private static final double PERCENT = 100;

    private final List<MediaStream> streams;
    private final boolean isUnicode;

    /// @param isUnicode whether more than ASCII may be used
    public MediaLines(List<MediaStream> streams, boolean isUnicode) {
        this.streams = streams;
        this.isUnicode = isUnicode;
    }

    /// The lines.
    public List<String> lines() {
        return streams.isEmpty() ? List.of("no media")
                : streams.stream().map(stream -> VisibleText.of(line(stream), isUnicode)).toList();
    }

    private String line(MediaStream stream) {
        MediaStream.Extent extent = stream.extent();
        StringBuilder line = new StringBuilder(stream.kind().name());
        line.append("  ").append(end(stream.source()));
        line.append(isUnicode ? " → " : " -> ").append(end(stream.destination()));
        if (stream.kind() == MediaKind.RTP) {
            line.append("  ").append(stream.codecs());
        }
        line.append("  ").append(HumanText.count(extent.packets(), "packet"));
        line.append(" in ").append(HumanText.duration(extent.durationNanos()));
        if (stream.kind() == MediaKind.RTP) {
            quality(stream.quality(), line);
        }
        line.append(", frames ").append(extent.first().frame());
        line.append(isUnicode ? "…" : "...").append(extent.last().frame());
        line.append(String.format(Locale.ROOT, ", SSRC 0x%08x", stream.ssrc()));
        if (stream.origin().match() != MediaMatch.DESTINATION) {
            line.append(", ").append(stream.origin().match().text());
        }
        return line.toString();
    }

    private static String end(Endpoint endpoint) {
        return endpoint.toString();
    }

    private static void quality(MediaStream.Quality quality, StringBuilder line) {
        line.append(", ").append(HumanText.count(quality.lost())).append(" lost");
        if (quality.lost() > 0) {
            line.append(String.format(Locale.ROOT, " (%.1f %%)", PERCENT * quality.lossShare()));
        }
        if (quality.duplicates() > 0) {
            line.append(", ").append(HumanText.count(quality.duplicates(), "duplicate"));
        }
        if (quality.outOfOrder() > 0) {
            line.append(", ").append(HumanText.count(quality.outOfOrder())).append(" out of order");
        }
        if (!Double.isNaN(quality.jitterMillis())) {
            line.append(String.format(Locale.ROOT, ", jitter %.1f ms (up to %.1f ms)", quality.meanJitterMillis(),
                    quality.maxJitterMillis()));
        }
    }
}
