package org.sipsleuth.media.fault;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.media.MediaStream;

/// A fault of the media of a call, with its evidence.
///
/// @param kind what it is
/// @param due what it is due to, where that asks for other advice: `sender`, `hairpin`,
///     `sent_nothing`, `astray`; else empty
/// @param dialog the number of the call's dialog in the index
/// @param messages the numbers of the messages that prove it, in order
/// @param streams the streams that prove it
/// @param frames the packets of theirs that show it best; else their first and last ones
/// @param text what it means here, in a sentence with its values; may contain text of messages
/// @param values the values of the sentence by name, in its order
/// @param doubts the faults of the capture that it may be due to instead
public record MediaFault(MediaFaultKind kind, String due, int dialog, List<Integer> messages, List<MediaStream> streams,
        List<FrameNumber> frames, String text, Map<String, String> values, Set<CoverageFaultKind> doubts) {

    public MediaFault {
        messages = List.copyOf(messages);
        streams = List.copyOf(streams);
        frames = frames.isEmpty() ? ends(streams) : List.copyOf(frames);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        doubts = Collections
                .unmodifiableSet(doubts.isEmpty() ? EnumSet.noneOf(CoverageFaultKind.class) : EnumSet.copyOf(doubts));
    }

    /// One that nothing in the capture makes doubtful.
    MediaFault(MediaFaultKind kind, int dialog, List<Integer> messages, List<MediaStream> streams, String text,
            Map<String, String> values) {
        this(kind, "", dialog, messages, streams, List.of(), text, values, Set.of());
    }

    private static List<FrameNumber> ends(List<MediaStream> streams) {
        return streams.stream()
                .map(MediaStream::extent)
                .flatMap(each -> Stream.of(each.first(), each.last()))
                .distinct()
                .toList();
    }
}
