package org.sipsleuth.finding.explained;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How loss and jitter of a stream of RTP came about (RFC 3550).
public final class StreamExplanation {

    private static final MethodTexts TEXTS = MethodTexts.beside(StreamExplanation.class);

    private StreamExplanation() {}

    /// Of the share of packets that are missing.
    public static List<Explanation> loss(MediaStream stream) {
        MediaStream.Quality quality = stream.quality();
        return quality.expected() <= 0 ? List.of()
                : List.of(Explanation.of(TEXTS.sentence("loss"), "l ÷ e",
                        List.of(Input.of("l", TEXTS.sentence("loss.lost"), quality.lost()),
                                Input.of("e", TEXTS.sentence("loss.expected"), quality.expected())),
                        TEXTS.sentence("loss.direction"), Sentence.name("RFC 3550 A.3")));
    }

    /// Of mean and maximum of the interarrival jitter; nothing where the clock is not known.
    public static List<Explanation> jitter(MediaStream stream) {
        MediaStream.Quality quality = stream.quality();
        List<Explanation> all = new ArrayList<>();
        if (!Double.isNaN(quality.jitterMillis())) {
            all.add(jitter("jitter.mean", quality.meanJitterMillis()));
            all.add(jitter("jitter.max", quality.maxJitterMillis()));
        }
        return all;
    }

    private static Explanation jitter(String key, double millis) {
        return Explanation.of(TEXTS.sentence(key), "J", List.of(Input.of("J", TEXTS.sentence("jitter.j"), millis)),
                TEXTS.sentence("jitter.direction"), Sentence.name("RFC 3550 §6.4.1, A.8"));
    }
}
