package org.sipsleuth.media.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.media.MediaStream;

/// A fault while its values are gathered: those of its sentence, in the order of the pattern, are
/// its values by name.
final class Report {

    /// What was measured before the first router: the way to the receiver does not show.
    static final String AT_SENDER = "sender";

    /// What was sent to the public address of a NAT that both sides are behind.
    static final String HAIRPIN = "hairpin";

    /// What a side did not send, as it states itself.
    static final String SENT_NOTHING = "sent_nothing";

    /// What goes to where nobody is.
    static final String ASTRAY = "astray";

    /// What the other side answers otherwise than was asked.
    static final String DENIED = "denied";

    private final MediaFaultKind kind;
    private final String variant;
    private final Map<String, String> values = new LinkedHashMap<>();
    private List<Integer> messages = List.of();
    private List<MediaStream> streams = List.of();
    private List<FrameNumber> frames = List.of();
    private Set<CoverageFaultKind> doubts = Set.of();
    private String more = "";
    private String due = "";

    /// @param variant which sentence of its kind
    Report(MediaFaultKind kind, String variant) {
        this.kind = kind;
        this.variant = variant;
    }

    /// The next value of the sentence.
    Report with(String name, Object value) {
        values.put(name, String.valueOf(value));
        return this;
    }

    Report messages(Integer... numbers) {
        messages = List.of(numbers).stream().filter(number -> number >= 0).distinct().sorted().toList();
        return this;
    }

    Report streams(List<MediaStream> some) {
        streams = some;
        return this;
    }

    /// The packets of its streams that show it best.
    Report frames(List<FrameNumber> some) {
        frames = some;
        return this;
    }

    Report doubts(Set<CoverageFaultKind> some) {
        doubts = some;
        return this;
    }

    /// Another sentence behind.
    Report more(String sentence) {
        more = more + ' ' + sentence;
        return this;
    }

    /// What it is due to, where that asks for other advice.
    Report due(String to) {
        due = to;
        return this;
    }

    MediaFault of(int dialog) {
        String text = kind.sentence(variant, values.values().toArray()) + more;
        return new MediaFault(kind, due, dialog, messages, streams, frames, text, values, doubts);
    }
}
