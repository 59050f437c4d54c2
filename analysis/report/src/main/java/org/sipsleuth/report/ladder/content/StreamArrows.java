package org.sipsleuth.report.ladder.content;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.report.output.HumanText;

/// Makes arrows of media streams, in the window and in files.
public final class StreamArrows {

    /// More would bury the messages.
    private static final int MOST = 2_000;

    private static final double PERCENT = 100;

    private StreamArrows() {}

    /// The arrows of streams, in their order.
    public static List<MediaArrow> of(List<MediaStream> streams) {
        return streams.stream().limit(MOST).map(StreamArrows::of).toList();
    }

    /// The arrow of a stream.
    public static MediaArrow of(MediaStream stream) {
        boolean isControl = stream.kind() == MediaKind.RTCP;
        return new MediaArrow(stream.source(), stream.destination(), stream.extent().firstNanos(),
                stream.extent().lastNanos(), isControl, isControl ? "RTCP " + packets(stream) : words(stream),
                stream.ssrc(), stream.extent().first());
    }

    private static String words(MediaStream stream) {
        double jitter = stream.quality().meanJitterMillis();
        return "RTP " + stream.codecs() + " " + packets(stream)
                + String.format(Locale.ROOT, ", %.1f %% lost", PERCENT * stream.quality().lossShare())
                + (Double.isNaN(jitter) ? "" : String.format(Locale.ROOT, ", jitter %.1f ms", jitter));
    }

    private static String packets(MediaStream stream) {
        return HumanText.count(stream.extent().packets(), "packet");
    }
}
