package org.sipsleuth.capture.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A conversation of two equal streams, each of which is made when its side sends. In floods of
/// connections most sides never do.
public final class StreamsOnDemand implements Conversation {

    private final Supplier<ByteStream> maker;
    private @Nullable ByteStream fromFirst;
    private @Nullable ByteStream fromOther;

    /// @param maker makes a stream
    public StreamsOnDemand(Supplier<ByteStream> maker) {
        this.maker = maker;
    }

    @Override
    public ByteStream fromFirst() {
        ByteStream stream = fromFirst == null ? maker.get() : fromFirst;
        fromFirst = stream;
        return stream;
    }

    @Override
    public ByteStream fromOther() {
        ByteStream stream = fromOther == null ? maker.get() : fromOther;
        fromOther = stream;
        return stream;
    }
}
